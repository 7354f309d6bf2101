// The past of a question as it travels between programs and libraries. Points are named by their index in the
// question, not by their ids: those are derived again where the question arrives.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "core/base/id.h"
#include "core/base/time.h"
#include "core/deck/document.h"
#include "core/deck/question_marks.h"
#include "core/schedule/memory_state.h"
#include "core/schedule/quality.h"

namespace rehearse {

/// The question's own card, or the card of one of its points.
using AskedPoint = std::optional<std::size_t>;

/// One answer that was given and not taken back.
struct PastReview {
  Instant at{};
  /// Nothing where the other program does not keep it: the learner's own offset is taken then.
  std::optional<std::chrono::minutes> utc_offset;
  AskedPoint asked;
  Quality quality = Quality::kBlackout;
  std::optional<Quality> suggested;
  std::vector<std::pair<std::size_t, PointResult>> points;  // index into Question::points
  std::chrono::milliseconds spent{0};
  std::string scheduler;  // that showed the interval: sm2, anki
  std::int64_t interval_days = 0;

  friend bool operator==(const PastReview&, const PastReview&) = default;
};

/// A card took over what another program knew of it, and so did the cards of these points.
struct PastSchedule {
  AskedPoint asked;
  std::vector<std::size_t> points;
  Schedule schedule;

  friend bool operator==(const PastSchedule&, const PastSchedule&) = default;
};

/// What happened to the cards of one question, in the order in which it counts.
struct QuestionHistory {
  std::vector<std::variant<PastReview, PastSchedule>> events;
};

struct OriginPoint {
  PointId id;
  std::vector<PointId>
      ancestors;  // the points it was merged from or split off: core/store/README.md, Lineage

  friend bool operator==(const OriginPoint&, const OriginPoint&) = default;
};

/// How the library that a question comes out of knows it: what its cards are named after, and what the
/// documents said before its learner edited it.
struct QuestionOrigin {
  QuestionId id;
  std::vector<OriginPoint> points;         // one per point of the question
  std::optional<Question> documented;      // nothing when the learner changed nothing
  std::vector<PointId> documented_points;  // one per point of `documented`

  friend bool operator==(const QuestionOrigin&, const QuestionOrigin&) = default;
};

/// One per question; nothing for a question of another program. None at all for plain documents.
using QuestionOrigins = std::vector<std::optional<QuestionOrigin>>;

/// A deck and what its learner did with it.
struct StudiedDeck {
  Document document;
  std::vector<QuestionHistory> histories;  // one per question, or none at all
  QuestionOrigins origins;
  std::vector<QuestionMarks> marks;                 // the learner's own, one per question, or none at all
  std::string program;                              // it came out of, where there is a history: anki
  std::chrono::hours day_starts_at = kDayStartsAt;  // for its learner
};

}  // namespace rehearse
