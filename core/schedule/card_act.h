// What a learner does with a card besides answering it.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "core/base/time.h"
#include "core/schedule/scheduler.h"

namespace rehearse {

enum class CardActKind : std::uint8_t {
  // DO NOT RENUMBER: these values are in every library file.
  kSuspend = 0,     // out of the queue until it is released
  kBury = 1,        // out of the queue until the next study day
  kRelease = 2,     // neither suspended nor buried any more
  kSetDue = 3,      // asked on a day of the learner's choice; what is remembered of it stays
  kReschedule = 4,  // from today on as if its interval led to that day
  kReset = 5,       // as if it had never been answered
  kForgive = 6,     // its failures so far make it no leech
};
inline constexpr std::uint8_t kLastCardAct = static_cast<std::uint8_t>(CardActKind::kForgive);

/// suspend, bury, release, due, reschedule, reset or forgive: as in ops.
std::string_view word_of(CardActKind kind);
std::optional<CardActKind> card_act_from_word(std::string_view word);

struct CardAct {
  CardActKind kind = CardActKind::kSuspend;
  StudyDay on{};   // the study day it was done
  StudyDay due{};  // kSetDue and kReschedule alone: the day wanted

  friend bool operator==(const CardAct&, const CardAct&) = default;
};

/// True for kSetDue and kReschedule.
bool wants_day(CardActKind kind);
/// True for the acts that change what is remembered; the others keep a card out of the queue or let it in.
bool changes_memory(CardActKind kind);

/// What is remembered of a card once this was done with it.
/// - kSetDue changes nothing of a card never met.
/// - kReschedule: the interval is the days from `on` to `due`, at least 1, and counts from `on`. SM-2 keeps
///   easiness and repetitions, FSRS-6 its difficulty; a card never met starts with the usual ones.
MemoryState after_act(MemoryState state, const CardAct& act, const Scheduler& scheduler);

}  // namespace rehearse
