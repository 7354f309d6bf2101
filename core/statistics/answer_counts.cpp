#include "core/statistics/answer_counts.h"

#include <limits>

#include "core/base/varint.h"

namespace rehearse {
namespace {

/// Calls `each(a, b, ...)` for every count of the counts given, in the order they are kept in.
template <class Each, class... Counts>
void for_each_count(Each&& each, Counts&... counts) {
  const auto tests = [&](auto&... of) {
    each(of.passed...);
    each(of.failed...);
  };
  constexpr std::size_t kTurns = std::tuple_size_v<decltype(AnswerCounts::by_turn)>;
  constexpr std::size_t kQualities = std::tuple_size_v<decltype(AnswerCounts::by_quality)>;
  constexpr std::size_t kHours = std::tuple_size_v<decltype(AnswerCounts::by_hour)>;
  for (std::size_t i = 0; i < kTurns; ++i) each(counts.by_turn[i]...);
  for (std::size_t i = 0; i < kQualities; ++i) each(counts.by_quality[i]...);
  each(counts.spent_ms...);
  tests(counts.young...);
  tests(counts.mature...);
  each(counts.points.recalled...);
  each(counts.points.hinted...);
  each(counts.points.missed...);
  for (std::size_t i = 0; i < kHours; ++i) {
    each(counts.by_hour[i].reviews...);
    tests(counts.by_hour[i].tests...);
  }
}

AnswerCounts counts_of(const Review& review) {
  AnswerCounts counts;
  counts.by_turn[static_cast<std::size_t>(review.turn)] = 1;
  counts.by_quality[static_cast<std::size_t>(review.quality)] = 1;
  counts.spent_ms = static_cast<std::uint64_t>(review.spent.count());
  HourCounts& hour = counts.by_hour[review.hour % counts.by_hour.size()];
  hour.reviews = 1;
  if (review.turn != ReviewTurn::kLater) return counts;
  const auto count = [&](Tests& tests) { ++(passed(review.quality) ? tests.passed : tests.failed); };
  count(hour.tests);
  count(review.since_last >= kMatureAfter ? counts.mature : counts.young);
  for (const PointResult result : review.points)
    ++(result == PointResult::kRecalled ? counts.points.recalled
       : result == PointResult::kHint   ? counts.points.hinted
                                        : counts.points.missed);
  return counts;
}

}  // namespace

ReviewTurn turn_of(std::optional<StudyDay> before, StudyDay day) {
  if (!before) return ReviewTurn::kFirst;
  return *before < day ? ReviewTurn::kLater : ReviewTurn::kDrill;
}

void add_review(AnswerCounts& counts, const Review& review) { add_counts(counts, counts_of(review)); }

void take_out_review(AnswerCounts& counts, const Review& review) {
  const AnswerCounts one = counts_of(review);
  for_each_count([](auto& count, const auto& less) { count -= less; }, counts, one);
}

void add_counts(AnswerCounts& sum, const AnswerCounts& more) {
  for_each_count([](auto& count, const auto& plus) { count += plus; }, sum, more);
}

std::string write_counts(const AnswerCounts& counts) {
  std::string bytes;
  for_each_count([&](const auto& count) { append_varint(bytes, count); }, counts);
  return bytes;
}

std::optional<AnswerCounts> read_counts(std::string_view bytes) {
  AnswerCounts counts;
  bool is_broken = false;
  const auto read = [&](auto& count) {
    using Count = std::remove_reference_t<decltype(count)>;
    const auto value = take_varint(bytes);
    is_broken |= !value || *value > std::numeric_limits<Count>::max();
    if (!is_broken) count = static_cast<Count>(*value);
  };
  for_each_count(read, counts);
  if (is_broken || !bytes.empty()) return std::nullopt;
  return counts;
}

}  // namespace rehearse
