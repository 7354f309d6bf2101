// A way to study a deck up to an interview. Each is given a learner and the minutes of each day.
#pragma once

#include <algorithm>

#include "core/base/time.h"
#include "tests/bench/simulate/learner.h"

namespace rehearse::bench {

/// A deck, the days to the interview, and the seconds of each day.
struct Course {
  StudyDay begin{};
  StudyDay interview{};
  double seconds_per_day = 0;

  int days() const { return static_cast<int>((interview - begin).count()); }
};

struct Outcome {
  double share = 0;  // of the points, recalled on the day
  double seconds_used = 0;
};

/// The seconds of one day. What is begun is finished; the next day pays for it.
class DayBudget {
 public:
  explicit DayBudget(double seconds_per_day) : seconds_per_day_(seconds_per_day) {}
  void begin_day() { left_ = std::min(left_, 0.0) + seconds_per_day_; }
  bool is_left() const { return left_ > 0; }
  double left() const { return left_; }
  void spend(double seconds) {
    left_ -= seconds;
    used_ += seconds;
  }
  double used() const { return used_; }

 private:
  double seconds_per_day_;
  double left_ = 0;
  double used_ = 0;
};

enum class Estimate { kSm2, kFsrs6, kTruth };

/// The costs are known: a program sees how long answers take.
Outcome study_by_our_method(Learner learner, const Course& course, Estimate estimate);

/// What other programs do: one card per question or per point, asked when it is due.
struct Rival {
  enum class Card { kWhole, kPoint } card = Card::kWhole;
  enum class Date { kUnknown, kKnown } date = Date::kUnknown;
  SchedulerKind scheduler = SchedulerKind::kSm2;
  /// Without a date: what a day begins with, so what is left undone when its minutes are over.
  enum class Order { kReviewsFirst, kMixed, kNewFirst } order = Order::kMixed;
};

Outcome study_like(const Rival& rival, Learner learner, const Course& course);

}  // namespace rehearse::bench
