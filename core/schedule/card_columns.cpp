#include "core/schedule/card_columns.h"

#include "core/base/clamped.h"

namespace rehearse {
namespace {

template <class Work>
void for_each_column(CardColumns& cards, Work&& work) {
  work(cards.question);
  work(cards.kind);
  work(cards.status);
  work(cards.due_day);
  work(cards.anchor_day);
  work(cards.seen_day);
  work(cards.interval_days);
  work(cards.answers);
  work(cards.lapses);
  work(cards.passed);
  work(cards.failed);
  work(cards.easiness);
  work(cards.stability_days);
  work(cards.difficulty);
}

}  // namespace

ForgettingCurve::ForgettingCurve(double decay)
    : factor_(static_cast<float>(std::pow(0.9, -1 / decay) - 1)), exponent_(static_cast<float>(-decay)) {}

CardRow row_of(const MemoryState& state, const Scheduler& scheduler) {
  CardRow row;
  if (!state.met) return row;
  const bool is_sm2 = state.scheduler == SchedulerKind::kSm2;
  row.status = kCardMet;
  row.due_day = clamped<std::int32_t>(day_number(state.due()));
  row.anchor_day = clamped<std::int32_t>(day_number(state.anchor));
  row.seen_day = clamped<std::int32_t>(day_number(state.seen));
  row.interval_days = clamped<std::int32_t>(state.interval_days());
  row.lapses = clamped<std::uint16_t>(state.lapses);
  row.easiness = is_sm2 ? clamped<std::uint16_t>(state.sm2.easiness) : std::uint16_t{0};
  row.stability_days = static_cast<float>(scheduler.stability(state));
  row.difficulty = is_sm2 ? 0 : static_cast<float>(state.fsrs.difficulty);
  return row;
}

double decay_of(const Scheduler& scheduler) {
  const auto& w = scheduler.kind() == SchedulerKind::kSm2 ? Fsrs6Parameters{}.w : scheduler.parameters().w;
  return w.back();
}

void CardColumns::resize(std::size_t cards) {
  for_each_column(*this, [&](auto& column) { column.resize(cards); });
}

void CardColumns::reserve(std::size_t cards) {
  for_each_column(*this, [&](auto& column) { column.reserve(cards); });
}

void CardColumns::replace(std::size_t begin, std::size_t old_count, std::size_t count) {
  for_each_column(*this, [&](auto& column) {
    const auto first = column.begin() + static_cast<std::ptrdiff_t>(begin);
    if (count < old_count)
      column.erase(first, first + static_cast<std::ptrdiff_t>(old_count - count));
    else
      column.insert(first, count - old_count, {});
  });
}

void CardColumns::set(std::size_t row, const CardRow& card) {
  question[row] = card.question;
  kind[row] = card.kind;
  status[row] = card.status;
  due_day[row] = card.due_day;
  anchor_day[row] = card.anchor_day;
  seen_day[row] = card.seen_day;
  interval_days[row] = card.interval_days;
  answers[row] = card.answers;
  lapses[row] = card.lapses;
  passed[row] = card.passed;
  failed[row] = card.failed;
  easiness[row] = card.easiness;
  stability_days[row] = card.stability_days;
  difficulty[row] = card.difficulty;
}

std::vector<float> retrievabilities(const CardColumns& cards, StudyDay day) {
  const ForgettingCurve curve(cards.decay);
  const std::int64_t today = day_number(day);
  std::vector<float> values(cards.size());
  for (std::size_t row = 0; row < values.size(); ++row) {
    if ((cards.status[row] & kCardMet) == 0) continue;
    values[row] = curve.recall(static_cast<float>(today - cards.anchor_day[row]), cards.stability_days[row]);
  }
  return values;
}

}  // namespace rehearse
