// What lies ahead, and what was: plan and readiness, statistics.
#include <algorithm>
#include <map>
#include <set>

#include "core/library_parts.h"
#include "core/statistics/readiness_history.h"
#include "core/store/question_slots.h"
#include "core/store/statistics.h"

namespace rehearse {
namespace {

ToldCard told(const SearchRows& rows, std::size_t row, Database& database, const std::vector<float>& recall) {
  const CardColumns& cards = rows.table().cards;
  const SearchQuestions& questions = rows.table().questions;
  ToldCard card;
  card.id = rows.card(row);
  card.kind = cards.kind[row];
  card.deck = questions.deck_titles[questions.deck[cards.question[row]]];
  card.stem = read_stem(database, rows.position(cards.question[row]));
  card.recall = double{recall[row]};
  card.tests = {cards.passed[row], cards.failed[row]};
  return card;
}

/// What the states of these cards say.
void tell_cards(StudyStatistics& statistics, const SearchRows& rows, const RowSet& which,
                Database& database) {
  const CardColumns& cards = rows.table().cards;
  const std::vector<float> recall = retrievabilities(cards, statistics.today);
  statistics.cards = count_cards(cards, which);
  statistics.forecast = forecast_due(cards, which, statistics.today, kForecastDays);
  statistics.states = histograms(cards, which, recall);
  for (const std::uint32_t row : most_missed(cards, which, kCardsTold))
    statistics.most_missed.push_back(told(rows, row, database, recall));
  for (const std::uint32_t row : least_recalled(cards, which, recall, kCardsTold))
    statistics.least_recalled.push_back(told(rows, row, database, recall));
}

/// How ready one was for a deck's interview, out of a replay of the answers to its questions.
class DeckHistory {
 public:
  DeckHistory(const AskedDeck& asked, StudyDay today)
      : asked_(asked),
        marks_(marks_of(asked.deck)),
        days_(days_before(today)),
        history_(marks_, decay_of(asked.deck.scheduler), days_, asked.deck.interview),
        before_(marks_.size()) {
    for (std::uint32_t i = 0; i < asked.positions.size(); ++i) questions_.emplace(asked.positions[i], i);
  }

  void step(const AnswerRecord& record, const std::vector<CardState>& states) {
    const auto found = questions_.find(record.question);
    if (found == questions_.end()) return;
    const StudyDay day = day_of(record);
    if (!is_told_ && day >= days_.front()) tell_states_before();
    const StudyQuestion& question = asked_.deck.questions[found->second];
    for (std::uint32_t i = question.first_asked(); i < question.slots(); ++i) {
      const std::uint32_t row = question.first_slot + i;
      const std::uint16_t slot = asked_.slots[row];
      if (slot >= states.size()) continue;
      const MemoryState& memory = states[slot].memory;
      if (memory.met && memory.anchor != day) continue;  // the record says nothing new of it
      if (is_told_)
        tell(row, memory, day);
      else
        before_[row] = memory;
    }
  }

  std::vector<PastReadiness> take() {
    if (!is_told_) tell_states_before();
    std::vector<PastReadiness> past;
    const std::vector<GroupReadiness> shares = history_.take();
    for (std::size_t i = 0; i < days_.size(); ++i) past.push_back({days_[i], shares[i].share()});
    return past;
  }

 private:
  void tell(std::uint32_t row, const MemoryState& memory, StudyDay day) {
    const double stability =
        memory.met ? asked_.deck.scheduler.stability(memory) : 0;  // 0: not met, or reset
    history_.step(row, day, static_cast<float>(stability));
  }

  /// Of all the answers before the first day that is told only the last state of each card counts.
  void tell_states_before() {
    is_told_ = true;
    for (std::uint32_t row = 0; row < before_.size(); ++row)
      if (before_[row].met) tell(row, before_[row], before_[row].anchor);
    before_.clear();
  }

  static std::vector<float> marks_of(const StudyDeck& deck) {
    std::vector<float> marks(deck.memories.size());
    for (const StudyQuestion& question : deck.questions)
      for (std::uint32_t i = question.first_asked(); i < question.slots(); ++i)
        marks[question.first_slot + i] = static_cast<float>(question.marks_each());
    return marks;
  }

  static std::vector<StudyDay> days_before(StudyDay today) {
    std::vector<StudyDay> days;
    for (int back = kReadinessDays - 1; back >= 0; --back) days.push_back(today - std::chrono::days{back});
    return days;
  }

  const AskedDeck& asked_;
  std::vector<float> marks_;  // by row: a slot of the deck
  std::vector<StudyDay> days_;
  ReadinessHistory history_;
  std::vector<MemoryState> before_;  // by row; while no day is told
  bool is_told_ = false;
  std::map<std::int64_t, std::uint32_t> questions_;  // by position
};

}  // namespace

std::optional<DeckOutlook> Library::outlook(DeckId deck, LocalInstant now) const {
  const auto row = read_deck(parts_->database, deck);
  if (!row) return std::nullopt;
  DeckOutlook outlook;
  outlook.today = parts_->day_of(now);
  outlook.interview = row->interview;
  AskedDeck asked = read_asked_deck(parts_->database, *row, parts_->memory.scheduler(), outlook.today);
  outlook.plan = make_plan(asked.deck, outlook.today);
  outlook.words = plan_in_words(asked.deck, outlook.plan);
  outlook.readiness = rehearse::readiness(asked.deck, outlook.today);
  outlook.sections = std::move(asked.sections);
  if (outlook.plan.remedy && outlook.plan.remedy->leave_out)
    for (const std::uint32_t question : *outlook.plan.remedy->leave_out)
      outlook.leave_out.push_back(asked.cards[asked.deck.questions[question].first_slot]);
  outlook.backlog = offer_to_spread(asked.deck, outlook.today);
  if (outlook.backlog) outlook.spread = spread_backlog(asked.deck, outlook.today, outlook.backlog->last_day);
  return outlook;
}

std::optional<ReadyDeck> Library::readiness(DeckId deck, LocalInstant now) const {
  const auto row = read_deck(parts_->database, deck);
  if (!row) return std::nullopt;
  const StudyDay today = parts_->day_of(now);
  AskedDeck asked = read_asked_deck(parts_->database, *row, parts_->memory.scheduler(), today);
  return ReadyDeck{rehearse::readiness(asked.deck, today), std::move(asked.sections)};
}

std::vector<DayCounts> Library::study_days() const { return read_study_days(parts_->database); }

StudyStatistics Library::statistics(LocalInstant now) const {
  StudyStatistics statistics;
  statistics.today = parts_->day_of(now);
  statistics.days = study_days();
  statistics.streak = streak_of(statistics.days, statistics.today);
  parts_->follow_changes(statistics.today);
  const SearchRows& rows = parts_->search_rows;
  RowSet all(rows.table().cards.size());
  all.flip();
  tell_cards(statistics, rows, all, parts_->database);
  return statistics;
}

std::optional<StudyStatistics> Library::statistics(DeckId deck, LocalInstant now,
                                                   const std::function<bool()>& is_wanted) const {
  const auto row = read_deck(parts_->database, deck);
  if (!row) return std::nullopt;
  StudyStatistics statistics;
  statistics.today = parts_->day_of(now);
  const Scheduler& scheduler = parts_->memory.scheduler();
  const AskedDeck asked = read_asked_deck(parts_->database, *row, scheduler, statistics.today);
  const std::set<std::int64_t> questions(asked.positions.begin(), asked.positions.end());
  DeckHistory history(asked, statistics.today);
  std::map<StudyDay, AnswerCounts> counts;
  const bool is_whole = parts_->memory.replay_of(
      questions, is_wanted,
      [&](const AnswerRecord& record, const Review* review, const std::vector<CardState>& states) {
        if (review != nullptr) add_review(counts[record.day], *review);
        history.step(record, states);
      });
  if (!is_whole) return std::nullopt;
  for (const auto& [day, sum] : counts) statistics.days.push_back({day, sum});
  statistics.streak = streak_of(statistics.days, statistics.today);
  statistics.readiness = history.take();
  parts_->follow_changes(statistics.today);
  const SearchRows& rows = parts_->search_rows;
  const CardColumns& cards = rows.table().cards;
  const RowSet in_deck = rows.questions_at({questions.begin(), questions.end()});
  const RowSet of_deck =
      RowSet::where(cards.size(), [&](std::size_t card) { return in_deck.has(cards.question[card]); });
  tell_cards(statistics, rows, of_deck, parts_->database);
  return statistics;
}

}  // namespace rehearse
