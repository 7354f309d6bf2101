#include <algorithm>
#include <vector>

#include "tests/bench/simulate/method.h"

namespace rehearse::bench {
namespace {

using std::chrono::days;

constexpr std::size_t kFreshPerDay = 10;  // questions, without a date
constexpr int kIntroductionPercent = 55;
constexpr days kCram{8};

struct RivalCard {
  std::size_t question;
  std::size_t point;  // of a loose card
  MemoryState memory;
};

class RivalStudent {
 public:
  RivalStudent(const Rival& rival, Learner& learner, const Course& course)
      : rival_(rival), learner_(learner), course_(course), budget_(course.seconds_per_day) {
    if (rival.scheduler == SchedulerKind::kFsrs6) scheduler_ = Scheduler::fsrs6();
    for (std::size_t question = 0; question < learner.questions(); ++question) {
      const std::size_t cards = rival.card == Rival::Card::kWhole ? 1 : learner.points(question);
      for (std::size_t point = 0; point < cards; ++point) cards_.push_back({question, point, {}});
    }
  }

  void study(StudyDay today) {
    budget_.begin_day();
    const std::vector<std::size_t> due = wanting(today);
    if (rival_.date == Rival::Date::kKnown) {
      meet(paced(today), today);
      review(due, 0, due.size(), today);
      return;
    }
    const std::size_t fresh =
        std::min(kFreshPerDay * cards_.size() / learner_.questions(), cards_.size() - met_);
    if (rival_.order == Rival::Order::kNewFirst) meet(fresh, today);
    // Mixed: as many reviews before each new card as are in proportion.
    const std::size_t mixed = rival_.order == Rival::Order::kMixed ? fresh : 0;
    for (std::size_t i = 0; i < mixed; ++i) {
      review(due, due.size() * i / mixed, due.size() * (i + 1) / mixed, today);
      meet(1, today);
    }
    if (mixed == 0) review(due, 0, due.size(), today);
    if (rival_.order == Rival::Order::kReviewsFirst) meet(fresh, today);
  }

  double seconds_used() const { return budget_.used(); }

 private:
  /// As many new cards as bring all of them in within the first 55 % of the days.
  std::size_t paced(StudyDay today) const {
    const StudyDay last = course_.begin + days{course_.days() * kIntroductionPercent / 100};
    const auto days_left = static_cast<std::size_t>(std::max<std::int64_t>(1, (last - today).count() + 1));
    return (cards_.size() - met_ + days_left - 1) / days_left;
  }

  void meet(std::size_t most, StudyDay today) {
    for (; most > 0 && met_ < cards_.size() && budget_.is_left(); --most) {
      RivalCard& card = cards_[met_++];
      const bool whole = rival_.card == Rival::Card::kWhole;
      const auto& results = learner_.learn(card.question, whole ? 0 : card.point,
                                           whole ? learner_.points(card.question) : card.point + 1, today);
      take(card, results, today);
    }
  }

  /// The cards that want a review, the most endangered first.
  std::vector<std::size_t> wanting(StudyDay today) const {
    std::vector<std::pair<double, std::size_t>> by_recall;
    for (std::size_t i = 0; i < met_; ++i)
      if (wants(cards_[i].memory, today))
        by_recall.emplace_back(scheduler_.retrievability(cards_[i].memory, today), i);
    std::sort(by_recall.begin(), by_recall.end());
    std::vector<std::size_t> cards;
    for (const auto& [recall, card] : by_recall) cards.push_back(card);
    return cards;
  }

  void review(const std::vector<std::size_t>& due, std::size_t begin, std::size_t end, StudyDay today) {
    for (std::size_t i = begin; i < end && budget_.is_left(); ++i) {
      RivalCard& card = cards_[due[i]];
      if (rival_.card == Rival::Card::kWhole)
        take(card, learner_.answer_whole(card.question, today), today);
      else
        take(card, {learner_.answer_point(card.question, card.point, today)}, today);
    }
  }

  bool wants(const MemoryState& memory, StudyDay today) const {
    if (memory.seen == today) return false;
    if (rival_.date == Rival::Date::kUnknown) return memory.due() <= today;
    if (course_.interview - today <= kCram) return true;
    // Capped: it comes again before half of the time that was left when it was seen has passed.
    const days cap = std::max(days{1}, (course_.interview - memory.anchor) / 2);
    return std::min(memory.due(), memory.anchor + cap) <= today;
  }

  void take(RivalCard& card, const std::vector<PointResult>& results, StudyDay today) {
    budget_.spend(learner_.seconds());
    const Quality quality =
        rival_.card == Rival::Card::kWhole ? suggested_quality(results) : quality_of(results.front());
    card.memory = scheduler_.observe(card.memory, quality, today);
  }

  Rival rival_;
  Learner& learner_;
  Course course_;
  DayBudget budget_;
  Scheduler scheduler_;
  std::vector<RivalCard> cards_;  // in deck order; the first met_ of them were met
  std::size_t met_ = 0;
};

}  // namespace

Outcome study_like(const Rival& rival, Learner learner, const Course& course) {
  RivalStudent student(rival, learner, course);
  for (StudyDay day = course.begin; day < course.interview; day += days{1}) student.study(day);
  return {learner.share_recalled(course.interview), student.seconds_used()};
}

}  // namespace rehearse::bench
