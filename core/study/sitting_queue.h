// The cards of one sitting: how many of them its limits allow, and what was missed and comes once more. Pure.
#pragma once

#include <chrono>
#include <cstddef>
#include <deque>
#include <optional>
#include <vector>

#include "core/library.h"
#include "core/schedule/day_queue.h"

namespace rehearse {

/// What is left to ask, as the three numbers in the window's top bar.
struct SittingCounts {
  std::size_t fresh = 0;   // questions met for the first time
  std::size_t missed = 0;  // cards of this sitting that come again because points were missed
  std::size_t due = 0;
};

/// The estimates fix how many cards are planned when the sitting begins; the time really used decides. A card
/// is begun while minutes are left and never broken off: who is quicker gets more of today's cards, who is
/// slower fewer. In minutes that are left after all of them, what was missed comes once more.
class SittingQueue {
 public:
  enum class Turn { kFresh, kDue, kDrill };
  struct Entry {
    CardId card;
    Turn turn = Turn::kDue;
    double seconds = 0;  // it is expected to take
  };

  SittingQueue(const DueToday& due, const SittingLimit& limit);

  /// Makes the next card current. False when the sitting is over; then go_on() or drill_all() may help.
  bool begin_next();
  /// Precondition: begin_next() or go_back() was called last and a card is current.
  const Entry& current() const { return entries_[at_]; }

  std::size_t position() const { return at_; }  // cards answered or passed
  /// Cards of this sitting as it is planned now.
  std::size_t length() const { return entries_.size() + planned_drills(); }
  SittingCounts counts() const;

  /// The current card was answered in `spent`, and these of its points (or it) were missed. A first meeting
  /// is no miss, and a drill is not drilled again.
  void answered(std::chrono::milliseconds spent, const std::vector<CardId>& missed);
  /// The current card is gone.
  void pass() { ++at_; }
  /// The answer at `position`, the latest that stands, was taken back: its card is current again, whatever
  /// the limits say. The time that was used is.
  void go_back(std::size_t position);
  /// A card that comes before all others and is current now.
  void insert(CardId card, Turn turn);
  /// Takes the current card out, as if it had never been inserted.
  void remove();

  /// The time that was allowed is used up.
  bool is_time_up() const { return limit_.time && used_ >= *limit_.time; }
  /// Cards that were chosen for today and not asked, at the end or when the learner leaves.
  std::size_t waiting() const;
  /// More than the day's share.
  std::size_t beyond() const { return beyond_.size(); }
  /// Missed, and not asked again.
  std::size_t misses_waiting() const;

  /// Another sitting of the same limits with what was not asked yet: first today's, then what lies beyond the
  /// day's share.
  void go_on();
  /// Everything missed and not drilled comes now, whatever the limits say.
  void drill_all();

 private:
  struct Miss {
    CardId card;
    std::size_t position;  // of the answer
  };

  std::size_t room() const;
  std::size_t planned_drills() const;
  std::size_t drills_to_come() const;
  std::chrono::seconds time_left() const;  // precondition: limit_.time
  bool take_more();
  bool take_drill();
  void give_back_planned();

  SittingLimit limit_;
  std::vector<Entry> entries_;  // asked, and planned
  std::size_t at_ = 0;
  std::deque<Entry> rest_;  // of today, not planned
  std::vector<DueCard> beyond_;
  std::optional<std::size_t> most_;  // entries
  std::chrono::milliseconds used_{0};
  std::vector<Miss> misses_;
  std::size_t drilled_ = 0;  // of them, in entries_
  Drill drill_ = Drill::kInMinutesLeft;
};

}  // namespace rehearse
