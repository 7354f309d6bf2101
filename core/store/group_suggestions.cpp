#include "core/store/group_suggestions.h"

#include <algorithm>
#include <string>
#include <utility>

#include "core/store/shared_fields.h"

namespace rehearse {
namespace {

/// By the same account, as far as is known.
bool is_by_same(const ToldAct& a, const ToldAct& b) {
  return a.author.empty() || b.author.empty() ? a.is_own && b.is_own : a.author == b.author;
}

bool has_deck(const OpLog& log, Scope group, const std::string& deck_json) {
  const auto deck = DeckId::from_hex(words_of_field(deck_json));
  return deck && fold_group(log, target(*deck), group).contains(kTitleField);
}

}  // namespace

std::vector<OpenSuggestion> open_suggestions(const std::vector<ToldAct>& acts) {
  std::vector<OpenSuggestion> open;
  const auto close = [&](OpId id, const auto& is_meant) {
    std::erase_if(open, [&](const OpenSuggestion& one) { return one.told.id == id && is_meant(one.told); });
  };
  std::set<OpId> settled;  // a clock or a repeated sending may put a verdict before what it is about
  for (const ToldAct& told : acts)
    if (const auto* verdict = std::get_if<SuggestionVerdict>(&told.act)) settled.insert(verdict->suggestion);
  for (const ToldAct& told : acts) {
    const auto* suggestion = std::get_if<ChangeSuggestion>(&told.act);
    if (suggestion == nullptr || settled.contains(told.id) || !question_of(suggestion->target)) continue;
    std::erase_if(open, [&](const OpenSuggestion& one) {
      return one.suggestion.target == suggestion->target && is_by_same(one.told, told);
    });
    open.push_back({told, *suggestion});
  }
  for (const ToldAct& told : acts)
    if (const auto* withdrawal = std::get_if<SuggestionWithdrawal>(&told.act))
      close(withdrawal->suggestion, [&](const ToldAct& meant) { return is_by_same(meant, told); });
  return open;
}

std::optional<std::vector<OpBody>> plan_acceptance(const OpLog& log, Scope group,
                                                   const ChangeSuggestion& suggestion) {
  std::vector<OpBody> ops;
  const Registers there = fold_group(log, suggestion.target, group);
  const bool is_known = there.contains(kDeckField);
  if (suggestion.is_removal) {
    if (!is_known) return std::nullopt;
    std::set<OpId> base;
    add_heads(there, kAliveField, base);
    ops.emplace_back(AliveOp{suggestion.target, false, {base.begin(), base.end()}});
    return ops;
  }
  SetOp op{suggestion.target, {}, {}, Origin::kGroup};
  std::set<OpId> base(suggestion.base.begin(), suggestion.base.end());
  for (const auto& [name, value] : suggestion.fields) {
    // Into another deck nobody moves a question by the way.
    if (!is_shared_field(name) || (is_known && name == kDeckField)) continue;
    op.fields[name] = value;
    add_heads(there, name, base);
  }
  const auto deck = op.fields.find(kDeckField);
  if (op.fields.empty() || (!is_known && (deck == op.fields.end() || !has_deck(log, group, deck->second))))
    return std::nullopt;
  op.base.assign(base.begin(), base.end());
  ops.emplace_back(std::move(op));
  if (is_removal_offered(there)) {
    std::set<OpId> heads;
    add_heads(there, kAliveField, heads);
    ops.emplace_back(AliveOp{suggestion.target, true, {heads.begin(), heads.end()}});
  }
  return ops;
}

}  // namespace rehearse
