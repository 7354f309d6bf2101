#include "core/store/op.h"

#include "core/base/hash.h"

namespace rehearse {
namespace {

struct KindOf {
  std::string_view operator()(const SetOp&) const { return "set"; }
  std::string_view operator()(const AliveOp&) const { return "alive"; }
  std::string_view operator()(const OrderOp&) const { return "order"; }
  std::string_view operator()(const ConfigOp&) const { return "config"; }
  std::string_view operator()(const ReviewOp&) const { return "review"; }
  std::string_view operator()(const ScheduleOp&) const { return "schedule"; }
  std::string_view operator()(const CardsOp&) const { return "cards"; }
  std::string_view operator()(const VoidOp&) const { return "void"; }
  std::string_view operator()(const MockInterviewOp&) const { return "mock_interview"; }
  std::string_view operator()(const ImportOp&) const { return "import"; }
  std::string_view operator()(const GroupActOp& op) const { return kind_of(op.act); }
  std::string_view operator()(const UnknownOp& op) const { return op.kind; }
};

struct TargetOf {
  std::string operator()(const SetOp& op) const { return op.target; }
  std::string operator()(const AliveOp& op) const { return op.target; }
  std::string operator()(const OrderOp& op) const { return op.target; }
  std::string operator()(const ConfigOp& op) const { return op.target; }
  std::string operator()(const ReviewOp& op) const { return "card:" + op.card.hex(); }
  std::string operator()(const ScheduleOp& op) const { return "card:" + op.card.hex(); }
  std::string operator()(const CardsOp&) const { return ""; }
  std::string operator()(const VoidOp& op) const { return "op:" + op.target.hex(); }
  std::string operator()(const MockInterviewOp&) const { return ""; }  // its deck says nothing else for it
  std::string operator()(const ImportOp&) const { return ""; }
  std::string operator()(const GroupActOp& op) const {
    const auto* suggestion = std::get_if<ChangeSuggestion>(&op.act);
    return suggestion == nullptr ? "" : suggestion->target;
  }
  std::string operator()(const UnknownOp&) const { return ""; }
};

}  // namespace

Stamp next_stamp(Stamp last, Instant wall) {
  const std::int64_t wall_ms = wall.time_since_epoch().count();
  if (wall_ms > last.ms) return {wall_ms, 0};
  return {last.ms, last.counter + 1};
}

std::string hex_text(std::uint64_t value) {
  constexpr char kDigits[] = "0123456789abcdef";
  std::string text(16, '0');
  for (std::size_t i = text.size(); i-- > 0; value >>= 4) text[i] = kDigits[value & 15];
  return text;
}

std::string_view kind_of(const Op& op) { return std::visit(KindOf{}, op.body); }

std::string target_of(const Op& op) { return std::visit(TargetOf{}, op.body); }

OpId op_id(std::string_view line) { return OpId{blake2b_128(line)}; }

}  // namespace rehearse
