#include "core/schedule/queue.h"

#include <algorithm>

#include "core/schedule/retrievability.h"

namespace rehearse {
namespace {

using std::chrono::seconds;

// What a card costs, from the learner model that the method was simulated with.
constexpr seconds kLearnQuestion{6}, kLearnPoint{15};
constexpr seconds kRecallQuestion{6}, kRecallPoint{9};
constexpr seconds kPointCard{10};
constexpr seconds kChoiceCard{15};
// A whole answer is asked when it costs at most this many tenths of its due points alone.
constexpr int kWholeAnswerTenths = 12;
// New questions are brought in during this share of the days to the interview.
constexpr int kIntroductionPercent = 55;

bool is_fresh(const QueueQuestion& question) {
  return !question.memory.met && std::none_of(question.points.begin(), question.points.end(),
                                              [](const QueuePoint& point) { return point.memory.met; });
}

bool is_due(const MemoryState& memory, StudyDay today) { return !memory.met || memory.due() <= today; }

bool seen_today(const MemoryState& memory, StudyDay today) { return memory.met && memory.seen >= today; }

/// The day a card fell due; one that was added to a question already met is due at once.
StudyDay due_day(const MemoryState& memory, StudyDay today) { return memory.met ? memory.due() : today; }

seconds times(seconds each, std::size_t count) { return each * static_cast<seconds::rep>(count); }

QueueEntry fresh_entry(const QueueQuestion& question, StudyDay today) {
  const seconds cost =
      question.kind == CardKind::kChoice
          ? kChoiceCard
          : kLearnQuestion + times(kLearnPoint, std::max<std::size_t>(1, question.points.size()));
  return {question.card, question.kind, today, true, cost, 0};
}

/// A question that is asked as a whole whatever happens: a choice card, or an answer without points.
void add_whole(const QueueQuestion& question, StudyDay today, std::vector<QueueEntry>& queue) {
  if (!is_due(question.memory, today) || seen_today(question.memory, today)) return;
  const seconds cost = question.kind == CardKind::kChoice ? kChoiceCard : kRecallQuestion + kRecallPoint;
  queue.push_back({question.card, question.kind, due_day(question.memory, today), false, cost,
                   retrievability(question.memory, today)});
}

void add_by_points(const QueueQuestion& question, StudyDay today, std::vector<QueueEntry>& queue) {
  std::vector<QueueEntry> due_points;
  bool some_seen_today = seen_today(question.memory, today);
  for (const QueuePoint& point : question.points) {
    some_seen_today |= seen_today(point.memory, today);
    if (is_due(point.memory, today) && !seen_today(point.memory, today))
      due_points.push_back({point.card, CardKind::kPoint, due_day(point.memory, today), false, kPointCard,
                            retrievability(point.memory, today)});
  }
  if (due_points.empty()) return;
  const seconds whole = kRecallQuestion + times(kRecallPoint, question.points.size());
  const seconds singly = times(kPointCard, due_points.size());
  if (some_seen_today || whole * 10 > singly * kWholeAnswerTenths) {
    queue.insert(queue.end(), due_points.begin(), due_points.end());
    return;
  }
  QueueEntry entry{question.card, CardKind::kRecall, due_points.front().due, false, whole, 1};
  for (const QueueEntry& point : due_points) {
    entry.due = std::min(entry.due, point.due);
    entry.recall = std::min(entry.recall, point.recall);
  }
  queue.push_back(entry);
}

}  // namespace

std::size_t fresh_allowance(const QueueDeck& deck, StudyDay today) {
  const auto waiting =
      static_cast<std::size_t>(std::count_if(deck.questions.begin(), deck.questions.end(), is_fresh));
  std::size_t per_day = kFreshPerDay;
  if (deck.interview && *deck.interview > today) {
    const auto whole_time = (*deck.interview - deck.interview_since).count();
    const StudyDay last_day =
        deck.interview_since + std::chrono::days{std::max<long>(0, whole_time * kIntroductionPercent / 100)};
    const auto days_left = static_cast<std::size_t>(std::max<long>(1, (last_day - today).count() + 1));
    // Those met today were waiting this morning: counting them keeps the number steady through the day.
    per_day = (waiting + deck.fresh_met_today + days_left - 1) / days_left;
  }
  return std::min(waiting, per_day - std::min(per_day, deck.fresh_met_today));
}

std::vector<QueueEntry> build_queue(std::span<const QueueDeck> decks, StudyDay today) {
  std::vector<QueueEntry> fresh, due;
  for (const QueueDeck& deck : decks) {
    std::size_t allowed = fresh_allowance(deck, today);
    for (const QueueQuestion& question : deck.questions) {
      if (is_fresh(question)) {
        if (allowed == 0) continue;
        --allowed;
        fresh.push_back(fresh_entry(question, today));
      } else if (question.points.empty()) {
        add_whole(question, today, due);
      } else {
        add_by_points(question, today, due);
      }
    }
  }
  std::stable_sort(due.begin(), due.end(),
                   [](const QueueEntry& a, const QueueEntry& b) { return a.recall < b.recall; });
  fresh.insert(fresh.end(), due.begin(), due.end());
  return fresh;
}

}  // namespace rehearse
