// What the method looks at: a deck's questions, and what is remembered of their cards in one flat array.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "core/base/time.h"
#include "core/deck/card.h"
#include "core/schedule/scheduler.h"

namespace rehearse {

/// Kept out of the queue by the learner. A held question's own card holds all its points.
enum class Held : std::uint8_t { kNo, kBuried, kSuspended };

/// A question and where its cards stand in StudyDeck::memories: slot 0 is its own card, slot 1 … `points` are
/// its key points.
struct StudyQuestion {
  std::uint32_t first_slot = 0;
  std::uint16_t points = 0;   // 0: only its own card can be asked, as of a choice
  std::uint16_t section = 0;  // index; questions of one section are asked apart from each other
  CardKind kind = CardKind::kRecall;
  float marks = 0;  // of the whole question; 0: the document does not say, and each point counts one

  std::uint32_t slots() const { return 1u + points; }
  /// The slots that are asked for their own sake: the points, or the own card where there are none.
  std::uint32_t first_asked() const { return points == 0 ? 0 : 1; }
  std::uint32_t asked() const { return points == 0 ? 1 : points; }
  double marks_each() const { return marks > 0 ? static_cast<double>(marks) / asked() : 1.0; }
};

/// Seconds that things take. The defaults are of the learner model that the method was found with.
struct AnswerCosts {
  double learn_question = 6, learn_point = 15;  // the first meeting: reading, then reciting
  double whole_question = 6, whole_point = 9;
  double point_card = 10;
  double choice_card = 15;
  double missed_point = 6;  // it is read again
};

/// What happens to a deck whose interview is over.
enum class AfterInterview : std::uint8_t {
  kMaintenance,  // what was met comes when it is due; nothing new
  kQuiet,        // nothing comes
};

/// A backlog that the learner chose to work off until a day.
struct BacklogSpread {
  StudyDay last_day{};
  friend bool operator==(const BacklogSpread&, const BacklogSpread&) = default;
};

struct StudyDeck {
  std::vector<StudyQuestion> questions;  // in deck order
  std::vector<MemoryState> memories;     // by slot
  std::vector<Held> held;                // by slot; or empty: none is held
  std::vector<bool> chosen;              // by slot: what may be asked; or empty: everything
  Scheduler scheduler;
  AnswerCosts costs;

  std::optional<StudyDay> interview;
  StudyDay interview_since{};  // the day the date was given
  AfterInterview after_interview = AfterInterview::kMaintenance;

  std::chrono::seconds daily_time = std::chrono::minutes{15};
  std::size_t fresh_per_day = 10;              // without a date; 0: none
  std::optional<std::size_t> reviews_per_day;  // cards asked again; nothing: as many as are wanted
  std::size_t met_today = 0;                   // questions met for the first time, on all machines
  std::size_t reviewed_today = 0;              // other cards answered today, on all machines
  std::chrono::seconds spent_today{0};
  std::optional<BacklogSpread> spread;

  std::span<const MemoryState> memories_of(const StudyQuestion& question) const {
    return {memories.data() + question.first_slot, question.slots()};
  }
  Held held_at(std::uint32_t slot) const { return held.empty() ? Held::kNo : held[slot]; }
  /// A question's own card was chosen with all its points.
  bool is_chosen(const StudyQuestion& question, std::uint32_t slot) const {
    return chosen.empty() || chosen[question.first_slot] || chosen[question.first_slot + slot];
  }
};

/// Nothing of it was ever answered.
bool is_fresh(const StudyDeck& deck, const StudyQuestion& question);
/// Some card of it may be asked.
bool is_any_chosen(const StudyDeck& deck, const StudyQuestion& question);
/// Some card of it was answered on `today`, or on a later day by a clock that was set back since.
bool seen_today(const StudyDeck& deck, const StudyQuestion& question, StudyDay today);

/// Seconds of the first meeting, of a whole answer, of the card of one slot; a miss costs more
/// (missed_point).
double learning_cost(const StudyDeck& deck, const StudyQuestion& question);
double whole_cost(const StudyDeck& deck, const StudyQuestion& question);
double single_cost(const StudyDeck& deck, const StudyQuestion& question);

}  // namespace rehearse
