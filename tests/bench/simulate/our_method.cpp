#include <cmath>

#include "core/schedule/deck_day.h"
#include "tests/bench/simulate/method.h"

namespace rehearse::bench {
namespace {

// With the day's cards done and minutes left, what would be due within so many days is asked.
constexpr std::chrono::days kAheadWhenSpare{3};

class OurStudent {
 public:
  OurStudent(Learner& learner, const Course& course, Estimate estimate)
      : learner_(learner), estimate_(estimate), budget_(course.seconds_per_day) {
    deck_.scheduler = estimate == Estimate::kSm2     ? Scheduler{}
                      : estimate == Estimate::kFsrs6 ? Scheduler::fsrs6()
                                                     : learner.truth();
    deck_.costs = learner.costs();
    deck_.interview = course.interview;
    deck_.interview_since = course.begin;
    for (std::size_t question = 0; question < learner.questions(); ++question) {
      const auto points = static_cast<std::uint16_t>(learner.points(question));
      deck_.questions.push_back(
          {static_cast<std::uint32_t>(deck_.memories.size()), points, 0, CardKind::kRecall, 0});
      deck_.memories.resize(deck_.memories.size() + 1 + points);
    }
  }

  void study(StudyDay today) {
    budget_.begin_day();
    deck_.daily_time = std::chrono::seconds{std::lround(budget_.left())};
    deck_.met_today = 0;
    deck_.spent_today = std::chrono::seconds{0};
    const DeckDay day = deck_day(deck_, today);
    ask_all(day.fresh, today);
    ask_all(day.reviews, today);
    if (!budget_.is_left()) return;
    deck_.spent_today = deck_.daily_time - std::chrono::seconds{std::lround(budget_.left())};
    ask_all(deck_day(deck_, today, {Reach::kAhead, kAheadWhenSpare}).reviews, today);
  }

  double seconds_used() const { return budget_.used(); }

 private:
  void ask_all(const std::vector<AskedCard>& cards, StudyDay today) {
    for (std::size_t i = 0; i < cards.size() && budget_.is_left(); ++i) {
      deck_.met_today += cards[i].is_fresh;
      ask(cards[i], today);
      budget_.spend(learner_.seconds());
    }
  }

  void ask(const AskedCard& card, StudyDay today) {
    const std::size_t question = card.question;
    if (card.slot > 0) {
      const std::size_t point = card.slot - std::size_t{1};
      take(question, point, learner_.answer_point(question, point, today), today);
      return;
    }
    const std::vector<PointResult>& results =
        card.is_fresh ? learner_.learn(question, 0, learner_.points(question), today)
                      : learner_.answer_whole(question, today);
    for (std::size_t point = 0; point < results.size(); ++point) take(question, point, results[point], today);
  }

  void take(std::size_t question, std::size_t point, PointResult result, StudyDay today) {
    MemoryState& state = deck_.memories[deck_.questions[question].first_slot + 1 + point];
    state = estimate_ == Estimate::kTruth ? learner_.memories()[learner_.index(question, point)]
                                          : deck_.scheduler.observe(state, quality_of(result), today);
  }

  Learner& learner_;
  Estimate estimate_;
  DayBudget budget_;
  StudyDeck deck_;
};

}  // namespace

Outcome study_by_our_method(Learner learner, const Course& course, Estimate estimate) {
  OurStudent student(learner, course, estimate);
  for (StudyDay day = course.begin; day < course.interview; day += std::chrono::days{1}) student.study(day);
  return {learner.share_recalled(course.interview), student.seconds_used()};
}

}  // namespace rehearse::bench
