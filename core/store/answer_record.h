// What one op says of the cards of one question, in the few bytes it is kept in: a million of them are read
// in a fraction of a second.
#pragma once

#include <bitset>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/time.h"
#include "core/schedule/card_act.h"
#include "core/schedule/memory_state.h"
#include "core/schedule/quality.h"

namespace rehearse {

struct AnswerRecord {
  std::int64_t op = 0;        // its position in the log
  std::int64_t question = 0;  // position of the question's row
  std::uint16_t asked = 0;    // slot of the card
  /// Whether it counts as an answer that was given: an op that speaks of points of a second question has a
  /// second record, which does not.
  bool is_given = true;
  bool is_own = false;         // written by this copy of the library
  bool is_brought_in = false;  // given elsewhere, so that undo here does not reach for it
  Quality quality = Quality::kBlackout;
  StudyDay day{};                       // the learner's
  std::chrono::minutes time_of_day{0};  // on the learner's clock
  std::chrono::milliseconds spent{0};
  std::vector<std::pair<std::uint16_t, PointResult>> points;  // by slot
  std::optional<Schedule> schedule;  // the cards go on from it; then it is no answer, and `points` share it
  std::optional<CardAct> act;  // done on `day` with the cards of `points`, or with all; then it is no answer

  friend bool operator==(const AnswerRecord&, const AnswerRecord&) = default;
};

/// Some questions, and those that share the lower bits of their position with one of them: in a file that
/// is damaged a position may be any number.
class MayBeAbout {
 public:
  template <class Positions>
  explicit MayBeAbout(const Positions& questions) {
    for (const std::int64_t question : questions) bits_.set(bit_of(question));
  }
  bool contains(std::int64_t question) const { return bits_[bit_of(question)]; }

 private:
  static constexpr std::size_t kBits = 65'536;
  static std::size_t bit_of(std::int64_t question) { return static_cast<std::uint64_t>(question) % kBits; }

  std::bitset<kBits> bits_;
};

/// Records one behind the other, each told from the one before it.
class AnswerWriter {
 public:
  AnswerWriter() = default;
  /// Goes on behind records that were written before.
  explicit AnswerWriter(std::string_view records);

  void add(const AnswerRecord& record);
  const std::string& bytes() const { return bytes_; }

 private:
  std::string bytes_;
  std::int64_t op_ = 0;
  std::int64_t day_ = 0;
};

class AnswerReader {
 public:
  explicit AnswerReader(std::string_view bytes) : bytes_(bytes) {}

  /// False behind the last record, and where the bytes are none of ours. `record` keeps its room from call to
  /// call.
  bool next(AnswerRecord& record) { return next(record, nullptr); }
  /// The next that may be about one of these questions; others are hardly looked at.
  bool next_about(const MayBeAbout& questions, AnswerRecord& record) { return next(record, &questions); }

 private:
  bool next(AnswerRecord& record, const MayBeAbout* questions);
  void skip_rest(std::uint8_t flags);
  std::uint64_t number();
  std::int64_t signed_number();

  std::string_view bytes_;
  std::int64_t op_ = 0;
  std::int64_t day_ = 0;
  bool broken_ = false;
};

}  // namespace rehearse
