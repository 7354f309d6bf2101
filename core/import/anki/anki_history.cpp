#include "core/import/anki/anki_history.h"

#include <algorithm>
#include <numeric>

namespace rehearse {
namespace {

constexpr const char* kScheduler = "anki";
constexpr std::int64_t kDaySeconds = 86'400;
constexpr std::int64_t kLastSecond = 253'402'300'799;  // of the year 9999
// A day that is due is counted from the collection's first one; a larger number is a time.
constexpr std::int64_t kFirstTime = 1'000'000'000;
constexpr std::int64_t kMostLapses = 1'000'000;
constexpr std::int64_t kHighestFactor = 100'000;  // permille

bool is_time(std::int64_t seconds) { return seconds >= 0 && seconds <= kLastSecond; }

Instant instant_of(std::int64_t seconds) { return Instant{std::chrono::seconds{seconds}}; }

/// Every point of a question that is recalled aloud, by its index.
std::vector<std::size_t> points_of(const Question& question) {
  std::vector<std::size_t> points(is_recalled_aloud(question.kind) ? question.points.size() : 0);
  std::iota(points.begin(), points.end(), std::size_t{0});
  return points;
}

}  // namespace

std::optional<Quality> quality_from_ease(std::int64_t ease) {
  switch (ease) {
    case 1: return Quality::kWrongFamiliar;
    case 2: return Quality::kHard;
    case 3: return Quality::kGood;
    case 4: return Quality::kPerfect;
    default: return std::nullopt;
  }
}

AnkiHistoryReader::AnkiHistoryReader(const AnkiCollection& collection, std::chrono::minutes utc_offset)
    : collection_(collection), utc_offset_(collection.utc_offset.value_or(utc_offset)) {}

std::optional<StudyDay> AnkiHistoryReader::due_day(const AnkiCard& card) const {
  if (card.type == AnkiCard::kNew || card.due < -kFirstTime) return std::nullopt;
  if (card.due >= kFirstTime) {
    if (!is_time(card.due)) return std::nullopt;
    return study_day(instant_of(card.due), utc_offset_, collection_.day_starts_at);
  }
  if (!is_time(collection_.created_seconds)) return std::nullopt;
  // The first day is the date on which the collection was made, whatever the hour.
  const StudyDay first =
      study_day(instant_of(collection_.created_seconds), utc_offset_, std::chrono::hours{0});
  const std::int64_t day = day_number(first) + card.due;
  if (day < 0 || day > kLastSecond / kDaySeconds) return std::nullopt;
  return day_from_number(day);
}

const AnkiCard* AnkiHistoryReader::speaking_card(const AnkiNote& note) const {
  const AnkiCard* speaker = nullptr;
  std::optional<StudyDay> first;
  for (const AnkiCard& card : note.cards) {
    const auto due = due_day(card);
    if (speaker != nullptr && !(due && (!first || *due < *first))) continue;
    speaker = &card;
    first = due;
  }
  return speaker;
}

std::vector<PastReview> AnkiHistoryReader::reviews(const AnkiCard& card, const Question& question) const {
  std::vector<PastReview> reviews;
  const std::vector<std::size_t> points = points_of(question);
  for (const AnkiAnswer& answer : card.answers) {
    const auto quality = quality_from_ease(answer.ease);
    if (!quality || !is_time(answer.at_ms / 1000)) continue;
    PastReview review;
    review.at = Instant{std::chrono::milliseconds{answer.at_ms}};
    review.utc_offset = utc_offset_;
    review.quality = *quality;
    for (const std::size_t point : points)
      review.points.emplace_back(point, point_result_spoken_for(*quality));
    review.spent = std::chrono::milliseconds{std::max<std::int64_t>(answer.spent_ms, 0)};
    review.scheduler = kScheduler;
    review.interval_days = std::max<std::int64_t>(answer.interval_days, 0);  // negative: seconds
    reviews.push_back(std::move(review));
  }
  return reviews;
}

std::optional<PastSchedule> AnkiHistoryReader::schedule(const AnkiCard& card, const Question& question,
                                                        const std::vector<PastReview>& reviews) const {
  const auto due = due_day(card);
  if (!due) return std::nullopt;
  MemoryState replayed;
  StudyDay last{};
  if (is_time(collection_.modified_ms / 1000))
    last = study_day(Instant{std::chrono::milliseconds{collection_.modified_ms}}, utc_offset_);
  for (const PastReview& review : reviews) {
    const StudyDay day = study_day(review.at, review.utc_offset.value_or(utc_offset_));
    replayed = observe(replayed, review.quality, day);
    last = std::max(last, day);
  }
  PastSchedule past;
  past.points = points_of(question);
  Schedule& schedule = past.schedule;
  schedule.due = *due;
  schedule.interval_days = std::clamp<std::int64_t>(card.interval_days, 1, kLongestInterval);
  if (*due - std::chrono::days{schedule.interval_days} > last) schedule.interval_days = (*due - last).count();
  if (card.factor > 0)
    schedule.easiness =
        std::max(kLowestEasiness, static_cast<int>(std::min(card.factor, kHighestFactor) / 10));
  // SM-2's first two intervals are fixed; a longer one goes on by its easiness from the second repetition on.
  const int by_interval = schedule.interval_days > 1 ? 2 : 1;
  if (card.type == AnkiCard::kReview) schedule.repetitions = std::max(replayed.sm2.repetitions, by_interval);
  schedule.lapses = static_cast<int>(std::clamp<std::int64_t>(card.lapses, 0, kMostLapses));
  return past;
}

}  // namespace rehearse
