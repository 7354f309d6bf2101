#include "core/study/sitting_queue.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace rehearse {
namespace {

using Entry = SittingQueue::Entry;
using Turn = SittingQueue::Turn;

Entry entry_of(const DueCard& due) { return {due.id, due.is_fresh ? Turn::kFresh : Turn::kDue, due.seconds}; }

}  // namespace

SittingQueue::SittingQueue(const DueToday& due, const SittingLimit& limit)
    : limit_(limit), beyond_(due.beyond), most_(limit.cards) {
  for (const DueCard& card : due.cards) rest_.push_back(entry_of(card));
  take_more();
}

std::size_t SittingQueue::room() const {
  if (!most_) return std::numeric_limits<std::size_t>::max();
  return *most_ - std::min(*most_, entries_.size());
}

std::chrono::seconds SittingQueue::time_left() const {
  return std::chrono::ceil<std::chrono::seconds>(*limit_.time - used_);
}

bool SittingQueue::begin_next() {
  if (at_ < entries_.size()) return entries_[at_].turn == Turn::kDrill || !is_time_up();
  return take_more() || take_drill();
}

/// Plans what the limits still allow of today's cards.
bool SittingQueue::take_more() {
  if (is_time_up()) return false;
  std::vector<double> seconds;
  seconds.reserve(rest_.size());
  for (const Entry& entry : rest_) seconds.push_back(entry.seconds);
  SittingLimit left{std::nullopt, room()};
  if (limit_.time) left.time = time_left();
  const std::size_t count = cards_in_sitting(seconds, left);
  const auto end = rest_.begin() + static_cast<std::ptrdiff_t>(count);
  entries_.insert(entries_.end(), rest_.begin(), end);
  rest_.erase(rest_.begin(), end);
  return count > 0;
}

bool SittingQueue::take_drill() {
  if (drilled_ == misses_.size()) return false;
  if (drill_ == Drill::kInMinutesLeft && planned_drills() == 0) return false;
  entries_.push_back({misses_[drilled_++].card, Turn::kDrill, AnswerCosts{}.point_card});
  return true;
}

std::size_t SittingQueue::planned_drills() const {
  const std::size_t missed = misses_.size() - drilled_;
  if (drill_ == Drill::kAll) return missed;
  const std::size_t allowed = std::min(missed, room());
  if (!limit_.time) return allowed;
  double planned = 0;
  for (std::size_t i = at_; i < entries_.size(); ++i) planned += entries_[i].seconds;
  const auto left = time_left() - std::chrono::seconds{std::llround(planned)};
  return drills_at_end(allowed, left, AnswerCosts{}, drill_);
}

SittingCounts SittingQueue::counts() const {
  SittingCounts counts;
  for (std::size_t i = at_; i < entries_.size(); ++i) {
    if (entries_[i].turn == Turn::kFresh) ++counts.fresh;
    if (entries_[i].turn == Turn::kDrill) ++counts.missed;
    if (entries_[i].turn == Turn::kDue) ++counts.due;
  }
  counts.missed += planned_drills();
  return counts;
}

void SittingQueue::answered(std::chrono::milliseconds spent, const std::vector<CardId>& missed) {
  used_ += std::max(spent, std::chrono::milliseconds{0});
  if (entries_[at_].turn == Turn::kDue)
    for (const CardId& card : missed) misses_.push_back({card, at_});
  ++at_;
}

void SittingQueue::go_back(std::size_t position) {
  at_ = position;
  // Also drills with cards behind them that were planned when the sitting went on.
  const auto behind = entries_.begin() + static_cast<std::ptrdiff_t>(std::min(position + 1, entries_.size()));
  const auto kept =
      std::remove_if(behind, entries_.end(), [](const Entry& entry) { return entry.turn == Turn::kDrill; });
  drilled_ -= static_cast<std::size_t>(entries_.end() - kept);
  entries_.erase(kept, entries_.end());
  while (!misses_.empty() && misses_.back().position >= position) misses_.pop_back();
}

void SittingQueue::insert(CardId card, Turn turn) {
  entries_.insert(entries_.begin() + static_cast<std::ptrdiff_t>(at_), {card, turn, 0});
}

void SittingQueue::remove() { entries_.erase(entries_.begin() + static_cast<std::ptrdiff_t>(at_)); }

/// Of the cards in entries_ that were not asked yet.
std::size_t SittingQueue::drills_to_come() const {
  return static_cast<std::size_t>(
      std::count_if(entries_.begin() + static_cast<std::ptrdiff_t>(at_), entries_.end(),
                    [](const Entry& entry) { return entry.turn == Turn::kDrill; }));
}

std::size_t SittingQueue::waiting() const { return rest_.size() + entries_.size() - at_ - drills_to_come(); }

std::size_t SittingQueue::misses_waiting() const { return misses_.size() - drilled_ + drills_to_come(); }

void SittingQueue::give_back_planned() {
  while (entries_.size() > at_) {
    if (entries_.back().turn == Turn::kDrill)
      --drilled_;
    else
      rest_.push_front(entries_.back());
    entries_.pop_back();
  }
}

void SittingQueue::go_on() {
  give_back_planned();
  if (rest_.empty()) {
    for (const DueCard& card : beyond_) rest_.push_back(entry_of(card));
    beyond_.clear();
  }
  used_ = std::chrono::milliseconds{0};
  if (limit_.cards) most_ = entries_.size() + *limit_.cards;
  drill_ = Drill::kInMinutesLeft;
}

void SittingQueue::drill_all() {
  give_back_planned();
  drill_ = Drill::kAll;
}

}  // namespace rehearse
