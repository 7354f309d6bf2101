// The line of JSON an op is kept as: see README.md here. The bytes are for ever; tests/data/ops holds
// one line of each kind.
#include <limits>
#include <nlohmann/json.hpp>

#include "core/interview/report_json.h"
#include "core/store/group_act_json.h"
#include "core/store/json_text.h"
#include "core/store/op.h"
#include "core/store/op_keys.h"
#include "core/store/question_fields.h"
#include "core/store/register_line.h"
#include "core/store/review_line.h"

namespace rehearse {
namespace {

using namespace op_keys;

// Deeper nesting is no op of ours, and printing it would overflow the stack.
constexpr int kDeepest = 8;
constexpr std::string_view kImportOrigin = "import";
constexpr std::string_view kGroupOrigin = "group";
constexpr const char* kImportKey = "in";
constexpr const char* kGroupKey = "g";

struct WriteBody {
  Fields& members;  // of the line: key → JSON
  Scope scope;

  void operator()(const SetOp& op) const {
    members["o"] = json_text(op.target);
    members["v"] = json_object(op.fields);
    if (!op.base.empty()) members["base"] = ids(op.base);
    if (op.origin == Origin::kImport) members["by"] = json_text(kImportOrigin);
    if (op.origin == Origin::kGroup && scope == kOwnOps) members["by"] = json_text(kGroupOrigin);
  }
  void operator()(const AliveOp& op) const {
    members["o"] = json_text(op.target);
    members["v"] = op.alive ? "true" : "false";
    if (!op.base.empty()) members["base"] = ids(op.base);
  }
  void operator()(const OrderOp& op) const {
    members["o"] = json_text(op.target);
    members["at"] = json_text(op.at);
    if (!op.base.empty()) members["base"] = ids(op.base);
  }
  void operator()(const ConfigOp& op) const {
    members["o"] = json_text(op.target);
    members["v"] = json_object(op.fields);
    if (!op.base.empty()) members["base"] = ids(op.base);
  }
  void operator()(const ReviewOp& op) const {
    members["card"] = json_text(op.card.hex());
    members["r"] = std::to_string(static_cast<int>(op.quality));
    if (op.suggested) members["sr"] = std::to_string(static_cast<int>(*op.suggested));
    if (!op.points.empty()) {
      Fields points;
      for (const auto& [point, result] : op.points)
        points[point.hex()] = std::to_string(static_cast<int>(result));
      members["p"] = json_object(points);
    }
    members["ms"] = std::to_string(op.spent.count());
    members["tz"] = std::to_string(op.utc_offset.count());
    members["by"] = json_text(op.scheduler);
    members["ivl"] = std::to_string(op.interval_days);
    if (!op.from.empty()) members["from"] = json_text(op.from);
    if (op.nth != 0) members["nth"] = std::to_string(op.nth);
  }
  void operator()(const ScheduleOp& op) const {
    members["card"] = json_text(op.card.hex());
    if (!op.points.empty()) members["p"] = ids(op.points);
    members["due"] = json_text(format_day(op.schedule.due));
    members["ivl"] = std::to_string(op.schedule.interval_days);
    members["ef"] = std::to_string(op.schedule.easiness);
    members["n"] = std::to_string(op.schedule.repetitions);
    members["l"] = std::to_string(op.schedule.lapses);
    members["from"] = json_text(op.from);
  }
  void operator()(const CardsOp& op) const {
    members["act"] = json_text(std::string(word_of(op.act.kind)));
    members["cards"] = ids(op.cards);
    members["on"] = json_text(format_day(op.act.on));
    if (wants_day(op.act.kind)) members["due"] = json_text(format_day(op.act.due));
  }
  void operator()(const VoidOp& op) const { members["o"] = json_text(op.target.hex()); }
  void operator()(const MockInterviewOp& op) const {
    members.merge(write_report(op.report));
    members["o"] = json_text(target(op.deck));
    members["tz"] = std::to_string(op.utc_offset.count());
  }
  void operator()(const ImportOp& op) const {
    if (!op.title.empty()) members["title"] = json_text(op.title);
  }
  void operator()(const GroupActOp& op) const { write_group_act(op.act, members); }
  void operator()(const UnknownOp&) const {}
};

std::chrono::minutes read_utc_offset(const Json& json) {
  return std::chrono::minutes{integer_member(json, "tz", -24 * 60, 24 * 60)};
}

ReviewOp read_review(const Json& json) {
  ReviewOp op;
  op.card = id_from<CardId>(text(json, "card"), "card");
  op.quality = static_cast<Quality>(integer_member(json, "r", 0, 5));
  if (json.contains("sr")) op.suggested = static_cast<Quality>(integer_member(json, "sr", 0, 5));
  if (const auto points = json.find("p"); points != json.end()) {
    if (!points->is_object()) throw BadKey{"p", "is not a map of points"};
    for (const auto& [point, result] : points->items())
      op.points.emplace_back(
          id_from<PointId>(point, "p"),
          checked(point_result_from_wire(static_cast<int>(integer(result, "p", 0, 2))), "p"));
  }
  op.spent = std::chrono::milliseconds{integer_member(json, "ms", 0, kLongestSpent.count())};
  op.utc_offset = read_utc_offset(json);
  op.scheduler = text(json, "by");
  op.interval_days = integer_member(json, "ivl", 0, std::numeric_limits<std::int32_t>::max());
  if (json.contains("from")) op.from = text(json, "from");
  if (json.contains("nth"))
    op.nth =
        static_cast<std::uint32_t>(integer_member(json, "nth", 0, std::numeric_limits<std::uint32_t>::max()));
  return op;
}

ScheduleOp read_schedule(const Json& json) {
  constexpr std::int64_t kMost = std::numeric_limits<std::int32_t>::max();
  ScheduleOp op;
  op.card = id_from<CardId>(text(json, "card"), "card");
  op.points = read_ids<PointId>(json, "p");
  op.schedule.due = checked(parse_day(text(json, "due")), "due");
  op.schedule.interval_days = integer_member(json, "ivl", 1, kLongestInterval);
  op.schedule.easiness = static_cast<int>(integer_member(json, "ef", kLowestEasiness, kMost));
  op.schedule.repetitions = static_cast<int>(integer_member(json, "n", 0, kMost));
  op.schedule.lapses = static_cast<int>(integer_member(json, "l", 0, kMost));
  op.from = text(json, "from");
  return op;
}

/// Nothing for an act this version does not know.
std::optional<CardsOp> read_cards(const Json& json) {
  const auto kind = card_act_from_word(text(json, "act"));
  if (!kind) return std::nullopt;
  CardsOp op;
  op.act.kind = *kind;
  op.act.on = checked(parse_day(text(json, "on")), "on");
  if (wants_day(*kind)) op.act.due = checked(parse_day(text(json, "due")), "due");
  member(json, "cards");
  op.cards = read_ids<CardId>(json, "cards");
  if (op.cards.size() > kMostCardsOfOp) throw BadKey{"cards", "holds too many"};
  return op;
}

MockInterviewOp read_mock_interview(const Json& json) {
  MockInterviewOp op;
  const std::string deck = text(json, "o");
  if (!deck.starts_with(kDeckTarget)) throw BadKey{"o", "is not a deck"};
  op.deck = id_from<DeckId>(deck.substr(kDeckTarget.size()), "o");
  op.utc_offset = read_utc_offset(json);
  Result<InterviewReport> report = read_report(dump(json));
  if (!report) throw BadKey{report.error().where, report.error().what.english};
  op.report = std::move(*report);
  return op;
}

ImportOp read_import(const Json& json) { return {json.contains("title") ? text(json, "title") : ""}; }

/// The import that an op came with. Before that was known the key could say anything.
std::optional<OpId> read_import_of(const Json& json) {
  const auto found = json.find(kImportKey);
  if (found == json.end() || !found->is_string()) return std::nullopt;
  return OpId::from_hex(found->get<std::string>());
}

Origin read_origin(const Json& json, Scope scope) {
  if (scope != kOwnOps) return Origin::kGroup;
  const auto by = json.find("by");
  if (by == json.end()) return Origin::kLearner;
  if (*by == kGroupOrigin) return Origin::kGroup;
  return *by == kImportOrigin ? Origin::kImport : Origin::kLearner;
}

OpBody read_body(const Json& json, Scope scope) {
  const std::string kind = text(json, "k");
  if (scope != kOwnOps) {
    if (auto act = read_group_act(kind, json)) return GroupActOp{std::move(*act)};
    // Nobody's answers, settings and imports are a group's.
    const bool may_be_shared = kind == "set" || kind == "alive" || kind == "order";
    if (!may_be_shared) return UnknownOp{kind};
  }
  if (kind == "set") {
    return SetOp{text(json, "o"), fields(json), base(json), read_origin(json, scope)};
  }
  if (kind == "alive") return AliveOp{text(json, "o"), flag(json, "v"), base(json)};
  if (kind == "order") return OrderOp{text(json, "o"), text(json, "at"), base(json)};
  if (kind == "config") return ConfigOp{text(json, "o"), fields(json), base(json)};
  if (kind == "review") return read_review(json);
  if (kind == "schedule") return read_schedule(json);
  if (kind == "cards")
    if (auto cards = read_cards(json)) return std::move(*cards);
  if (kind == "void") return VoidOp{id_from<OpId>(text(json, "o"), "o")};
  if (kind == "mock_interview") return read_mock_interview(json);
  if (kind == "import") return read_import(json);
  return UnknownOp{kind};
}

Envelope read_envelope(const Json& json) {
  constexpr std::int64_t kMostMs = kLatestWall.time_since_epoch().count();
  Envelope envelope;
  envelope.device = hex_number(json, "d");
  envelope.counter =
      static_cast<std::uint64_t>(integer_member(json, "s", 0, std::numeric_limits<std::int64_t>::max()));
  envelope.stamp.ms = integer_member(json, "t", 0, kMostMs);
  if (json.contains("c"))
    envelope.stamp.counter =
        static_cast<std::uint32_t>(integer_member(json, "c", 0, std::numeric_limits<std::uint32_t>::max()));
  const std::int64_t wall = json.contains("w") ? integer_member(json, "w", 0, kMostMs) : envelope.stamp.ms;
  envelope.wall = Instant{std::chrono::milliseconds{wall}};
  envelope.salt = hex_number(json, "x");
  if (json.contains(kGroupKey)) {
    const auto group = group_scope(text(json, kGroupKey));
    if (!group) throw BadKey{kGroupKey, "is not a group"};
    envelope.scope = *group;
  }
  return envelope;
}

/// What `read` makes of the JSON of a line.
template <class Read>
auto read_line(std::string_view line, const Read& read) -> Result<decltype(read(Json()))> {
  bool too_deep = false;
  const auto watch_depth = [&](int depth, Json::parse_event_t, Json&) {
    too_deep |= depth > kDeepest;
    return !too_deep;
  };
  const Json json = Json::parse(line, watch_depth, /*allow_exceptions=*/false);
  if (too_deep || !json.is_object()) return Error{"is not one JSON object of little depth", "op", ""};
  try {
    return read(json);
  } catch (const BadKey& bad) {
    return Error{bad.what, "op." + bad.key, ""};
  }
}

}  // namespace

std::string write_op(const Op& op) {
  Fields members;
  const Envelope& envelope = op.envelope;
  members["d"] = json_text(hex_text(envelope.device));
  members["s"] = std::to_string(envelope.counter);
  members["t"] = std::to_string(envelope.stamp.ms);
  if (envelope.stamp.counter > 0) members["c"] = std::to_string(envelope.stamp.counter);
  const std::int64_t wall = envelope.wall.time_since_epoch().count();
  if (wall != envelope.stamp.ms) members["w"] = std::to_string(wall);
  members["x"] = json_text(hex_text(envelope.salt));
  members["k"] = json_text(kind_of(op));
  if (envelope.scope != kOwnOps) members[kGroupKey] = json_text(group_id(envelope.scope));
  if (op.import) members[kImportKey] = json_text(op.import->hex());
  std::visit(WriteBody{members, envelope.scope}, op.body);
  return json_object(members);
}

std::string write_import_op(const Envelope& envelope, OpId import, std::string_view target,
                            std::string_view fields_json) {
  constexpr std::size_t kAround = 256;  // bytes, more than all but the fields take
  std::string line;
  line.reserve(fields_json.size() + kAround);
  const auto put = [&](std::string_view key, auto number) {
    line.append(key).append(std::to_string(number));
  };
  line += R"({"by":"import")";
  if (envelope.stamp.counter > 0) put(R"(,"c":)", envelope.stamp.counter);
  line.append(R"(,"d":")").append(hex_text(envelope.device));
  line.append(R"(","in":")").append(import.hex()).append(R"(","k":"set","o":)");
  append_json_text(line, target);
  put(R"(,"s":)", envelope.counter);
  put(R"(,"t":)", envelope.stamp.ms);
  line.append(R"(,"v":)").append(fields_json);
  const std::int64_t wall = envelope.wall.time_since_epoch().count();
  if (wall != envelope.stamp.ms) put(R"(,"w":)", wall);
  return line.append(R"(,"x":")").append(hex_text(envelope.salt)).append("\"}");
}

Result<Op> read_op(std::string_view line) {
  if (auto review = read_review_line(line)) return std::move(*review);
  if (auto op = read_register_line(line)) return std::move(*op);
  return read_any_op(line);
}

Result<Op> read_any_op(std::string_view line) {
  return read_line(line, [](const Json& json) {
    const Envelope envelope = read_envelope(json);
    const bool is_own = envelope.scope == kOwnOps;
    return Op{envelope, read_body(json, envelope.scope), is_own ? read_import_of(json) : std::nullopt};
  });
}

Result<Envelope> read_envelope(std::string_view line) {
  if (const auto envelope = read_plain_envelope(line)) return *envelope;
  return read_line(line, [](const Json& json) {
    if (text(json, "k").empty()) throw BadKey{"k", "must not be empty"};
    return read_envelope(json);
  });
}

}  // namespace rehearse
