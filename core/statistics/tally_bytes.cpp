// The numbers of a tally one behind the other, seven bits a byte (LEB128): version, count of days, each day
// as its distance from the one before and its counts, count of cards, each card's failed and passed.
#include <limits>
#include <utility>

#include "core/statistics/review_tally.h"

namespace rehearse {
namespace {

constexpr std::uint64_t kVersion = 1;
constexpr unsigned kBits = 7;
constexpr std::uint64_t kMore = 0x80;

class Writer {
 public:
  void number(std::uint64_t value) {
    for (; value >= kMore; value >>= kBits) bytes_ += static_cast<char>((value & (kMore - 1)) | kMore);
    bytes_ += static_cast<char>(value);
  }
  void operator()(std::uint64_t value) { number(value); }
  std::string take() { return std::move(bytes_); }

 private:
  std::string bytes_;
};

class Reader {
 public:
  explicit Reader(std::string_view bytes) : bytes_(bytes) {}

  std::uint64_t number() {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 64; shift += kBits) {
      if (bytes_.empty()) break;
      const auto byte = static_cast<unsigned char>(bytes_.front());
      bytes_.remove_prefix(1);
      value |= static_cast<std::uint64_t>(byte & (kMore - 1)) << shift;
      if (byte < kMore) return value;
    }
    is_broken_ = true;
    return 0;
  }
  /// A count of things of at least one byte each: never more than there are bytes.
  std::uint64_t count() {
    const std::uint64_t count = number();
    is_broken_ |= count > bytes_.size();
    return is_broken_ ? 0 : count;
  }
  template <class Count>
  void operator()(Count& value) {
    const std::uint64_t read = number();
    is_broken_ |= read > std::numeric_limits<Count>::max();
    value = static_cast<Count>(read);
  }
  bool is_whole() const { return !is_broken_ && bytes_.empty(); }

 private:
  std::string_view bytes_;
  bool is_broken_ = false;
};

/// Calls `each` for every count, in the order they are kept in.
template <class Counts, class Each>
void for_each_count(Counts& counts, Each& each) {
  const auto tests = [&](auto& of) {
    each(of.passed);
    each(of.failed);
  };
  for (auto& count : counts.by_turn) each(count);
  for (auto& count : counts.by_quality) each(count);
  each(counts.spent_ms);
  tests(counts.young);
  tests(counts.mature);
  each(counts.points.recalled);
  each(counts.points.hinted);
  each(counts.points.missed);
  for (auto& hour : counts.by_hour) {
    each(hour.reviews);
    tests(hour.tests);
  }
}

}  // namespace

std::string ReviewTally::bytes() const {
  if (days_.empty()) return {};
  Writer writer;
  writer.number(kVersion);
  writer.number(days_.size());
  std::int64_t before = std::numeric_limits<std::int32_t>::min();
  for (const DayCounts& entry : days_) {
    writer.number(static_cast<std::uint64_t>(entry.day - before));
    before = entry.day;
    for_each_count(entry.counts, writer);
  }
  writer.number(cards_.size());
  for (std::uint32_t card = 0; card < cards_.size(); ++card) {
    const Tests tests = tests_of(card);
    writer.number(tests.failed);
    writer.number(tests.passed);
  }
  return writer.take();
}

std::optional<ReviewTally> ReviewTally::from_bytes(std::string_view bytes) {
  ReviewTally tally;
  if (bytes.empty()) return tally;
  Reader reader(bytes);
  if (reader.number() != kVersion) return std::nullopt;
  std::int64_t day = std::numeric_limits<std::int32_t>::min();
  for (std::uint64_t left = reader.count(); left > 0; --left) {
    std::uint32_t distance = 0;
    reader(distance);
    day += distance;
    if (day > std::numeric_limits<std::int32_t>::max()) return std::nullopt;
    DayCounts& entry = tally.days_.emplace_back();
    entry.day = static_cast<std::int32_t>(day);
    for_each_count(entry.counts, reader);
  }
  for (std::uint64_t left = reader.count(); left > 0; --left) {
    Tests tests;
    reader(tests.failed);
    reader(tests.passed);
    tally.cards_.push_back(packed(tests));
  }
  if (!reader.is_whole()) return std::nullopt;
  return tally;
}

}  // namespace rehearse
