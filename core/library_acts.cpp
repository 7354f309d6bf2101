// What a learner does with cards besides answering them, what is set, and taking any of it back.
#include <algorithm>
#include <set>

#include "core/deck/identity.h"
#include "core/library_parts.h"
#include "core/store/fold_in.h"

namespace rehearse {
namespace {

std::string target_of(const std::optional<DeckId>& deck) { return deck ? target(*deck) : kLibraryTarget; }

/// The versions of the fields that a change of them replaces.
std::vector<OpId> replaced_by(const Fields& fields, const Registers& present) {
  std::set<OpId> replaced;
  for (const auto& [name, value] : fields)
    if (const auto found = present.find(kConfigPrefix + name); found != present.end())
      replaced.insert(found->second.heads.begin(), found->second.heads.end());
  return {replaced.begin(), replaced.end()};
}

ChangeKind change_kind(const Op& op) {
  if (std::holds_alternative<ReviewOp>(op.body)) return ChangeKind::kAnswer;
  if (std::holds_alternative<CardsOp>(op.body)) return ChangeKind::kCards;
  if (std::holds_alternative<MockInterviewOp>(op.body)) return ChangeKind::kInterview;
  if (std::holds_alternative<ImportOp>(op.body)) return ChangeKind::kImport;
  const bool is_mark = question_of(rehearse::target_of(op)).has_value();
  if (std::holds_alternative<ConfigOp>(op.body) && !is_mark) return ChangeKind::kSetting;
  return ChangeKind::kEdit;
}

GivenChange change_of(const StoredOp& stored) {
  GivenChange change{stored.id, change_kind(stored.op), std::nullopt, std::nullopt,
                     {},        stored.op.envelope.wall};
  if (const auto* review = std::get_if<ReviewOp>(&stored.op.body)) change.card = review->card;
  if (const auto* cards = std::get_if<CardsOp>(&stored.op.body)) {
    change.act = cards->act.kind;
    if (!cards->cards.empty()) change.card = cards->cards.front();
  }
  if (const auto* import = std::get_if<ImportOp>(&stored.op.body)) change.title = import->title;
  if (const auto question = question_of(rehearse::target_of(stored.op)))
    change.card = question_card_id(*question);
  if (const auto* set = std::get_if<SetOp>(&stored.op.body))
    for (const auto& [name, value] : set->fields) change.fields.push_back(name);
  if (const auto* config = std::get_if<ConfigOp>(&stored.op.body))
    for (const auto& [name, value] : config->fields) change.fields.push_back(name);
  if (const auto* op = std::get_if<GroupActOp>(&stored.op.body))
    if (const auto* suggestion = std::get_if<ChangeSuggestion>(&op->act))
      for (const auto& [name, value] : suggestion->fields) change.fields.push_back(name);
  return change;
}

}  // namespace

StoredOp Library::Parts::configure(const std::string& target, Fields fields, Instant at) {
  ConfigOp op{target, std::move(fields), {}};
  op.base = replaced_by(op.fields, fold_registers(log, target));
  StoredOp stored = log.append(std::move(op), at);
  content.refold(target);
  return stored;
}

std::vector<OpId> Library::act_on(const std::vector<CardId>& cards, CardActKind kind, LocalInstant now,
                                  std::optional<StudyDay> due) {
  CardsOp op;
  op.act = {kind, parts_->day_of(now), due.value_or(StudyDay{})};
  std::vector<CardId> all;
  std::set<CardId> known;
  const auto add = [&](const CardId& card) {
    if (known.insert(card).second) all.push_back(card);
  };
  for (const CardId& id : cards) {
    add(id);
    if (!changes_memory(kind)) continue;  // a question's own card holds all its points
    if (const auto card = this->card(id); card && !card->asked)
      for (const PointId& point : card->points) add(point_card_id(point));
  }
  std::vector<OpId> ops;
  Transaction transaction(parts_->database);
  for (std::size_t begin = 0; begin < all.size(); begin += kMostCardsOfOp) {
    const std::size_t end = std::min(all.size(), begin + kMostCardsOfOp);
    op.cards.assign(all.begin() + static_cast<std::ptrdiff_t>(begin),
                    all.begin() + static_cast<std::ptrdiff_t>(end));
    const StoredOp stored = parts_->log.append(op, now.at);
    parts_->memory.add(stored);
    ops.push_back(stored.id);
  }
  transaction.commit();
  return ops;
}

StudySettings Library::study_settings(std::optional<DeckId> deck) const {
  return read_study_settings(parts_->database, target_of(deck));
}

OpId Library::set_study_settings(std::optional<DeckId> deck, const StudySettings& changes, LocalInstant now) {
  Transaction transaction(parts_->database);
  const StoredOp stored = parts_->configure(target_of(deck), study_fields(changes), now.at);
  transaction.commit();
  return stored.id;
}

OpId Library::set_interview(DeckId deck, std::optional<StudyDay> day, LocalInstant now) {
  Transaction transaction(parts_->database);
  const StoredOp stored = parts_->configure(target(deck),
                                            {{"interview", day ? json_text(format_day(*day)) : "null"},
                                             {"since", json_text(format_day(parts_->day_of(now)))}},
                                            now.at);
  transaction.commit();
  return stored.id;
}

std::chrono::hours Library::day_starts() const { return parts_->memory.day_starts(); }

StudyDay Library::day_of(LocalInstant at) const { return parts_->day_of(at); }

OpId Library::set_day_starts(std::chrono::hours hour, LocalInstant now) {
  Transaction transaction(parts_->database);
  hour = std::clamp(hour, std::chrono::hours{0}, kLatestDayStart);
  const StoredOp stored = parts_->configure(kLibraryTarget, day_start_field(hour), now.at);
  transaction.commit();
  return stored.id;
}

OpId Library::set_scheduler(const Scheduler& scheduler, LocalInstant now) {
  Transaction transaction(parts_->database);
  const StoredOp stored = parts_->configure(kLibraryTarget, scheduler_fields(scheduler), now.at);
  transaction.commit();
  return stored.id;
}

std::optional<GivenChange> Library::latest_change() const {
  const auto latest = parts_->log.latest_change();
  return latest ? std::optional(change_of(*latest)) : std::nullopt;
}

std::optional<GivenChange> Library::change(OpId op) const {
  const auto stored = parts_->log.find(op);
  return stored ? std::optional(change_of(*stored)) : std::nullopt;
}

OpId Library::undo(OpId op, LocalInstant now) {
  Transaction transaction(parts_->database);
  const StoredOp taken_back = parts_->log.append(VoidOp{op}, now.at);
  fold_in(taken_back, parts_->log, parts_->content, parts_->memory);
  transaction.commit();
  return taken_back.id;
}

}  // namespace rehearse
