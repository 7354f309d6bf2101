#include "core/schedule/forecast.h"

#include <algorithm>
#include <cmath>

#include "core/schedule/gain.h"
#include "core/schedule/season.h"

namespace rehearse {
namespace {

using std::chrono::days;

// Of the points met for the first time: what learners of the method's model do not know after reading.
constexpr double kMissedAtFirst = 0.24;
constexpr std::uint32_t kNone = 0xFFFF'FFFF;

/// Turns shares into whole events, evenly: of ten that are 0.3 each it makes three.
class EvenShare {
 public:
  bool happens(double share) {
    sum_ += share;
    if (sum_ < 1) return false;
    sum_ -= 1;
    return true;
  }

 private:
  double sum_ = 0;
};

struct PlannedPoint {
  MemoryState state;
  double marks;
  float cost;          // seconds, when it is recalled
  std::uint32_t next;  // of the list it stands in
};

/// First in, first out; moving all of one list behind another takes no time.
struct PointList {
  std::uint32_t first = kNone, last = kNone;
  std::size_t size = 0;
};

class Player {
 public:
  Player(const StudyDeck& deck, std::span<const std::uint32_t> questions, StudyDay today,
         double seconds_per_day)
      : deck_(deck),
        today_(today),
        seconds_per_day_(seconds_per_day),
        season_(season_of(deck, today)),
        weigher_(deck.scheduler, deck.interview.value_or(today)) {
    const bool ahead = has_goal(season_);
    end_ = ahead ? std::max(*deck.interview, today + days{1}) : today + kPlanAhead;
    if (season_ == Season::kQuiet) end_ = today;
    due_.resize(static_cast<std::size_t>((end_ - today).count()) + 1);
    std::size_t points = 0;
    for (const std::uint32_t index : questions) points += deck.questions[index].asked();
    points_.reserve(points);
    for (const std::uint32_t index : questions) add(deck.questions[index]);
  }

  Plan play() {
    for (StudyDay day = today_; day < end_; day += days{1}) play_day(day);
    return finish();
  }

 private:
  struct Waiting {
    std::uint32_t first_point, points;
    double seconds;
  };

  void add(const StudyQuestion& question) {
    if (deck_.held_at(question.first_slot) != Held::kNo) return;
    const bool fresh = is_fresh(deck_, question);
    const auto first = static_cast<std::uint32_t>(points_.size());
    for (const MemoryState& state :
         deck_.memories_of(question).subspan(question.first_asked(), question.asked())) {
      const auto cost = static_cast<float>(single_cost(deck_, question));
      points_.push_back({state, question.marks_each(), cost, kNone});
      if (fresh) continue;
      pass_seconds_ += pass_seconds(cost);
      schedule(static_cast<std::uint32_t>(points_.size() - 1), today_);
    }
    if (fresh) waiting_.push_back({first, question.asked(), learning_cost(deck_, question)});
  }

  /// As the closing window reckons.
  double pass_seconds(double cost) const { return cost + kMissedInPass * deck_.costs.missed_point; }

  /// Into the list of the day on which it is wanted, `earliest` or later; nowhere when that is after the end.
  void schedule(std::uint32_t index, StudyDay earliest) {
    const MemoryState& state = points_[index].state;
    StudyDay day = earliest;
    if (state.met) day = std::max(earliest, state.seen + days{1});
    if (state.met && (window_since_ == StudyDay{} || state.moved_to)) day = std::max(day, state.due());
    if (day < end_) append(due_[static_cast<std::size_t>((day - today_).count())], index);
  }

  void append(PointList& list, std::uint32_t index) {
    points_[index].next = kNone;
    (list.last == kNone ? list.first : points_[list.last].next) = index;
    list.last = index;
    ++list.size;
  }

  void append(PointList& list, const PointList& more) {
    if (more.first == kNone) return;
    (list.last == kNone ? list.first : points_[list.last].next) = more.first;
    list.last = more.last;
    list.size += more.size;
  }

  std::uint32_t take_first(PointList& list) {
    const std::uint32_t index = list.first;
    list.first = points_[index].next;
    if (list.first == kNone) list.last = kNone;
    --list.size;
    return index;
  }

  void play_day(StudyDay day) {
    PlanDay planned{day, 0, 0, 0, 0};
    double left = seconds_per_day_;
    if (day == today_) left -= static_cast<double>(deck_.spent_today.count());
    meet(planned, left);
    PointList& due = due_[static_cast<std::size_t>((day - today_).count())];
    if (window_since_ == StudyDay{} && is_closing(day)) open_window(due, day);
    while (due.size > 0 && planned.seconds < left) review(take_first(due), planned);
    planned.undone = window_since_ == StudyDay{} ? due.size : pass_left_;
    append_to_next(due, day);
    plan_.days.push_back(planned);
  }

  void append_to_next(PointList& due, StudyDay day) {
    PointList& next = due_[static_cast<std::size_t>((day - today_).count()) + 1];
    append(due, next);
    next = due;
    due = {};
  }

  void meet(PlanDay& planned, double left) {
    std::size_t allowed = allowance(planned.day);
    const Quality results[] = {Quality::kGood, Quality::kWrongEasy};
    for (; allowed > 0 && met_ < waiting_.size() && planned.seconds < left; --allowed, ++met_) {
      const Waiting& question = waiting_[met_];
      for (std::uint32_t i = 0; i < question.points; ++i) {
        PlannedPoint& point = points_[question.first_point + i];
        point.state =
            deck_.scheduler.observe({}, results[first_misses_.happens(kMissedAtFirst)], planned.day);
        pass_seconds_ += pass_seconds(point.cost);
        schedule(question.first_point + i, planned.day + days{1});
      }
      planned.seconds += question.seconds;
      ++planned.fresh;
    }
  }

  std::size_t allowance(StudyDay day) const {
    StudyDeck counts;  // without its questions: only the settings matter to the pace
    counts.interview = deck_.interview;
    counts.interview_since = deck_.interview_since;
    counts.fresh_per_day = deck_.fresh_per_day;
    counts.met_today = day == today_ ? deck_.met_today : 0;
    DeckCensus census;
    census.fresh = waiting_.size() - met_;
    return fresh_allowance(counts, census, day);
  }

  bool is_closing(StudyDay day) const {
    if (!has_goal(season_)) return false;
    StudyDeck settings;
    settings.interview = deck_.interview;
    settings.interview_since = deck_.interview_since;
    settings.daily_time = std::chrono::seconds{std::llround(seconds_per_day_)};
    DeckCensus census;
    census.pass_seconds = pass_seconds_;
    return *deck_.interview - day <= closing_window(settings, census);
  }

  /// From here on everything is asked once more, what was seen longest ago first; what then falls due comes
  /// behind.
  void open_window(PointList& due, StudyDay day) {
    window_since_ = day;
    for (PointList& list : due_) list = {};
    std::vector<std::pair<StudyDay, std::uint32_t>> order;
    for (std::uint32_t i = 0; i < points_.size(); ++i)
      if (points_[i].state.met && points_[i].state.seen < day && !points_[i].state.moved_to)
        order.emplace_back(points_[i].state.seen, i);
    std::sort(order.begin(), order.end());
    for (const auto& [seen, index] : order) append(due, index);
    pass_left_ = order.size();
  }

  void review(std::uint32_t index, PlanDay& planned) {
    PlannedPoint& point = points_[index];
    pass_left_ -= window_since_ != StudyDay{} && point.state.seen < window_since_;
    const double recall = weigher_.recall(point.state, planned.day);
    const bool missed = misses_.happens(1 - recall);
    point.state =
        deck_.scheduler.observe(point.state, missed ? Quality::kWrongEasy : Quality::kGood, planned.day);
    planned.seconds += point.cost + (missed ? deck_.costs.missed_point : 0);
    ++planned.reviews;
    schedule(index, planned.day + days{1});
  }

  Plan finish() {
    const StudyDay goal = std::max(end_, deck_.interview.value_or(end_));
    double marks = 0, recalled = 0;
    for (const PlannedPoint& point : points_) {
      marks += point.marks;
      recalled += point.marks * weigher_.recall(point.state, goal);
    }
    plan_.not_gone_over = pass_left_;
    plan_.readiness = marks > 0 ? recalled / marks : 0;
    if (has_goal(season_)) plan_.never_met = waiting_.size() - met_;
    return std::move(plan_);
  }

  const StudyDeck& deck_;
  StudyDay today_, end_{};
  double seconds_per_day_;
  Season season_;
  Weigher weigher_;
  std::vector<PlannedPoint> points_;
  std::vector<Waiting> waiting_;  // new questions, in the order in which they are met
  std::size_t met_ = 0;           // of them
  std::vector<PointList> due_;    // by day
  StudyDay window_since_{};
  std::size_t pass_left_ = 0;  // points that the window has not come to yet
  double pass_seconds_ = 0;
  EvenShare misses_, first_misses_;
  Plan plan_;
};

}  // namespace

Plan forecast(const StudyDeck& deck, std::span<const std::uint32_t> questions, StudyDay today,
              double seconds_per_day) {
  return Player(deck, questions, today, seconds_per_day).play();
}

}  // namespace rehearse
