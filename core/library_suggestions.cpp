// What members who do not publish would have a group say of its decks, and what its editors make of it.
#include <algorithm>

#include "core/base/text.h"
#include "core/library_parts.h"
#include "core/store/group_acts.h"
#include "core/store/group_history.h"
#include "core/store/group_suggestions.h"
#include "core/store/publication.h"
#include "core/store/shared_fields.h"

namespace rehearse {
namespace {

struct Suggestable {
  std::vector<ChangeSuggestion> suggestions;  // without notes
  SuggestReport report;
};

/// What publishing would write of questions, as suggestions; those that wait already are counted alone.
Suggestable plan_suggestions(Database& database, const OpLog& log, DeckId deck, Scope group) {
  Suggestable plan;
  Publication publication = plan_publication(database, log, deck, group);
  plan.report.undecided = publication.undecided;
  const std::vector<OpenSuggestion> open = open_suggestions(read_group_acts(database, log, group));
  const auto waits = [&](const ChangeSuggestion& wanted) {
    return std::any_of(open.begin(), open.end(), [&](const OpenSuggestion& one) {
      return one.suggestion.target == wanted.target && one.suggestion.fields == wanted.fields &&
             one.suggestion.is_removal == wanted.is_removal;
    });
  };
  for (OpBody& body : publication.ops) {
    ChangeSuggestion wanted;
    if (auto* set = std::get_if<SetOp>(&body)) {
      wanted.target = std::move(set->target);
      wanted.fields = std::move(set->fields);
      wanted.base = std::move(set->base);
    } else if (const auto* alive = std::get_if<AliveOp>(&body); alive != nullptr && !alive->alive) {
      wanted.target = alive->target;
      wanted.is_removal = true;
    }
    if (!question_of(wanted.target)) continue;
    if (waits(wanted)) {
      ++plan.report.waiting;
      continue;
    }
    ++plan.report.suggested;
    plan.suggestions.push_back(std::move(wanted));
  }
  return plan;
}

/// What the group would say of the question.
Registers as_suggested(Registers there, const ChangeSuggestion& suggestion) {
  for (const auto& [name, value] : suggestion.fields)
    if (is_shared_field(name)) there[name].value = value;
  return there;
}

}  // namespace

SuggestReport Library::what_to_suggest(DeckId deck, Scope group) const {
  const Snapshot snapshot(parts_->database);
  return plan_suggestions(parts_->database, parts_->log, deck, group).report;
}

SuggestReport Library::suggest(DeckId deck, Scope group, std::string_view note, LocalInstant now) {
  Transaction transaction(parts_->database);
  Suggestable plan = plan_suggestions(parts_->database, parts_->log, deck, group);
  std::vector<OpBody> ops;
  for (ChangeSuggestion& suggestion : plan.suggestions) {
    suggestion.note = shortened(trimmed(note), kLongestGroupNote);
    ops.emplace_back(GroupActOp{std::move(suggestion)});
  }
  parts_->write_in(group, std::move(ops), now.at);
  transaction.commit();
  return plan.report;
}

std::vector<SuggestedChange> Library::suggestions(Scope group) const {
  const Snapshot snapshot(parts_->database);
  const std::vector<ToldAct> acts = read_group_acts(parts_->database, parts_->log, group);
  const std::string self = own_account(acts, read_members(parts_->database, group));
  std::vector<SuggestedChange> changes;
  for (const auto& [told, suggestion] : open_suggestions(acts)) {
    const Registers there = fold_group(parts_->log, suggestion.target, group);
    const Registers wanted = as_suggested(there, suggestion);
    const bool is_there = there.contains(kDeckField) && !is_removal_offered(there);
    SuggestedChange change;
    change.id = told.id;
    change.question = *question_of(suggestion.target);
    change.author = told.author;
    change.is_own = is_by_self(told, self);
    change.at = told.at;
    change.note = suggestion.note;
    change.kind = suggestion.is_removal ? SuggestedChange::Kind::kRemove
                  : is_there            ? SuggestedChange::Kind::kChange
                                        : SuggestedChange::Kind::kAdd;
    change.change = {change.question, 0, words_of_field(value_in(wanted, kStemField)), {}};
    if (!suggestion.is_removal) change.change.fields = field_changes(is_there ? there : Registers(), wanted);
    // Somebody has done it meanwhile.
    const bool is_done = suggestion.is_removal ? !is_there : is_there && change.change.fields.empty();
    if (!is_done) changes.push_back(std::move(change));
  }
  return changes;
}

std::optional<Error> Library::accept_suggestion(Scope group, OpId suggestion, LocalInstant now) {
  Transaction transaction(parts_->database);
  for (const auto& [told, wanted] : open_suggestions(read_group_acts(parts_->database, parts_->log, group))) {
    if (told.id != suggestion) continue;
    auto ops = plan_acceptance(parts_->log, group, wanted);
    if (!ops)
      return Error{
          {"this is about a deck that the group does not have", "这条建议所属的题库不在小组里"}, "", {}};
    const Registers there = fold_group(parts_->log, wanted.target, group);
    const auto deck = DeckId::from_hex(words_of_field(
        value_in(there.contains(kDeckField) ? there : as_suggested(there, wanted), kDeckField)));
    ops->emplace_back(GroupActOp{SuggestionVerdict{suggestion, true}});
    if (deck) {
      DeckVersion version;
      version.deck = *deck;
      version.note = wanted.note;
      (wanted.is_removal            ? version.removed
       : there.contains(kDeckField) ? version.changed
                                    : version.added) = 1;
      ops->emplace_back(GroupActOp{std::move(version)});
    }
    parts_->write_in(group, std::move(*ops), now.at);
    // It goes here too, where the editor has it out of a document of his own.
    if (const Registers here = fold_registers(parts_->log, wanted.target);
        wanted.is_removal && here.contains(kDeckField) && is_alive(here)) {
      std::set<OpId> base;
      add_heads(here, kAliveField, base);
      parts_->log.append(AliveOp{wanted.target, false, {base.begin(), base.end()}}, now.at);
      parts_->content.refold(wanted.target);
    }
    transaction.commit();
    return std::nullopt;
  }
  return Error{{"this suggestion is settled already", "这条建议已经处理过"}, "", {}};
}

void Library::decline_suggestion(Scope group, OpId suggestion, LocalInstant now) {
  Transaction transaction(parts_->database);
  parts_->write_in(group, {GroupActOp{SuggestionVerdict{suggestion, false}}}, now.at);
  transaction.commit();
}

void Library::withdraw_suggestion(Scope group, OpId suggestion, LocalInstant now) {
  Transaction transaction(parts_->database);
  parts_->write_in(group, {GroupActOp{SuggestionWithdrawal{suggestion}}}, now.at);
  transaction.commit();
}

}  // namespace rehearse
