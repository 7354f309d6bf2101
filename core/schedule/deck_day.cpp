#include "core/schedule/deck_day.h"

#include <algorithm>
#include <optional>
#include <span>

#include "core/schedule/gain.h"
#include "core/schedule/urgency_order.h"

namespace rehearse {
namespace {

// With time to spare a whole answer is asked when it costs at most so many times its wanting points alone.
constexpr double kWholeWhenSpare = 1.2;
// In the closing window every card would gain most on the last day, but not all can wait for it: what counts
// is today's gain without this share of the gain on the last day. Nothing of it (0) asks the weak points too
// early and forgets them again, all of it (1) leaves them for a day that is full.
constexpr float kShareOfWaiting = 0.5F;

/// A card that could be asked for its own sake.
struct Point {
  std::uint16_t slot;  // of the question
  bool wants;
  float recall;
  float seconds;
  float marks;           // gained on the interview day
  float marks_if_later;  // closing window: by a review on the last day before it instead

  float marks_per_second() const { return marks / seconds; }
};

/// A question with a point that wants a review.
struct Candidate {
  std::uint32_t question;
  std::uint32_t first_point;
  std::uint32_t points;
  bool whole_allowed;
};

/// Several points that are asked together.
struct Bundle {
  float recall = 1;
  float seconds = 0;
  float marks = 0;
  float marks_if_later = 0;

  void add(const Point& point) {
    recall = std::min(recall, point.recall);
    marks += point.marks;
    marks_if_later += point.marks_if_later;
  }
};

class Builder {
 public:
  Builder(const StudyDeck& deck, StudyDay today, const DayOptions& options)
      : deck_(deck),
        today_(today),
        everything_(options.reach == Reach::kEverything),
        census_(take_census(deck, today)),
        season_(season_of(deck, census_, today)),
        weigher_(deck.scheduler, deck.interview.value_or(today)),
        wanted_until_(today + (options.reach == Reach::kAhead ? options.ahead : std::chrono::days{0})) {
    day_.season = season_;
  }

  DeckDay build() {
    if (season_ == Season::kQuiet && !everything_) return std::move(day_);
    add_fresh();
    find_points();
    if (has_goal(season_) && !everything_) day_.price = price();
    for (const Candidate& candidate : candidates_) add_reviews(candidate);
    sort_by_urgency(day_.reviews);
    day_.for_today = for_today();
    return std::move(day_);
  }

 private:
  using Standing = DeckCensus::Standing;

  void add_fresh() {
    std::size_t left = everything_ ? deck_.questions.size() : fresh_allowance(deck_, census_, today_);
    for (std::uint32_t i = 0; i < deck_.questions.size() && left > 0; ++i) {
      if (census_.standing[i] != Standing::kFresh || !is_any_chosen(deck_, deck_.questions[i])) continue;
      const double seconds = learning_cost(deck_, deck_.questions[i]);
      day_.fresh.push_back({0, i, 0, true, 0, static_cast<float>(seconds), 0, 0});
      fresh_seconds_ += seconds;
      --left;
    }
  }

  void find_points() {
    for (std::uint32_t i = 0; i < deck_.questions.size(); ++i) {
      const Standing standing = census_.standing[i];
      if (standing == Standing::kHeld || standing == Standing::kFresh) continue;
      const bool whole_allowed =
          (everything_ || standing == Standing::kMet) && deck_.is_chosen(deck_.questions[i], 0);
      const Candidate candidate{i, static_cast<std::uint32_t>(points_.size()), 0, whole_allowed};
      if (add_points(deck_.questions[i], candidate)) candidates_.push_back(candidate);
    }
    for (std::size_t i = 0; i < candidates_.size(); ++i) {
      const std::size_t end = i + 1 < candidates_.size() ? candidates_[i + 1].first_point : points_.size();
      candidates_[i].points = static_cast<std::uint32_t>(end) - candidates_[i].first_point;
    }
  }

  /// The points of a question, when one of them wants a review: all that may be asked, for the whole answer.
  bool add_points(const StudyQuestion& question, const Candidate& candidate) {
    const auto memories = deck_.memories_of(question);
    bool some_want = false;
    const std::uint32_t end = question.first_asked() + question.asked();
    for (std::uint32_t slot = question.first_asked(); slot < end; ++slot) {
      const MemoryState& state = memories[slot];
      if (deck_.held_at(question.first_slot + slot) != Held::kNo) continue;
      if (!everything_ && state.met && state.seen >= today_) continue;
      const bool wants =
          deck_.is_chosen(question, slot) && (everything_ || wants_review(state, season_, wanted_until_));
      some_want |= wants;
      points_.push_back({static_cast<std::uint16_t>(slot), wants, 0, 0, 0, 0});
    }
    if (!some_want) {
      points_.resize(candidate.first_point);
      return false;
    }
    for (std::size_t i = candidate.first_point; i < points_.size(); ++i)
      weigh(question, memories, points_[i]);
    return true;
  }

  void weigh(const StudyQuestion& question, std::span<const MemoryState> memories, Point& point) const {
    const MemoryState& state = memories[point.slot];
    double recall = 0;
    if (has_goal(season_)) {
      const Outlook now = weigher_.outlook(state, today_);
      recall = now.asked;
      point.marks = static_cast<float>(now.gain() * question.marks_each());
      // A review that gains nothing is not done, unless the learner wants it.
      point.wants &= everything_ || point.marks > 0;
    } else {
      recall = weigher_.recall(state, today_);
    }
    if (season_ == Season::kClosing) {
      const StudyDay last_day = std::max(today_, *deck_.interview - std::chrono::days{1});
      const Outlook later = weigher_.outlook(state, last_day);
      point.marks_if_later = static_cast<float>(later.gain() * question.marks_each());
    }
    point.recall = static_cast<float>(recall);
    point.seconds =
        static_cast<float>(single_cost(deck_, question) + (1 - recall) * deck_.costs.missed_point);
  }

  double seconds_for_reviews() const {
    return static_cast<double>((deck_.daily_time - deck_.spent_today).count()) - fresh_seconds_;
  }

  /// What the last second of the day is worth when point cards alone fill it, the best of them first.
  double price() const {
    struct Share {
      float marks_per_second, seconds;
    };
    std::vector<Share> wanting;
    wanting.reserve(points_.size());
    double seconds = 0;
    for (const Point& point : points_)
      if (point.wants) {
        wanting.push_back({point.marks_per_second(), point.seconds});
        seconds += point.seconds;
      }
    double left = seconds_for_reviews();
    if (wanting.empty() || seconds <= left) return 0;
    // Halving instead of sorting: only the place where the seconds run out is looked for.
    auto begin = wanting.begin(), end = wanting.end();
    while (end - begin > 1) {
      const auto middle = begin + (end - begin) / 2;
      std::nth_element(begin, middle, end, [](const Share& a, const Share& b) {
        return a.marks_per_second > b.marks_per_second;
      });
      double half = 0;
      for (auto share = begin; share != middle; ++share) half += share->seconds;
      if (half > left) {
        end = middle;
      } else {
        left -= half;
        begin = middle;
      }
    }
    return begin->marks_per_second;
  }

  void add_reviews(const Candidate& candidate) {
    const StudyQuestion& question = deck_.questions[candidate.question];
    const std::span<const Point> points(points_.data() + candidate.first_point, candidate.points);
    Bundle whole, single;
    whole.seconds = static_cast<float>(whole_cost(deck_, question));
    bool some_want = false;
    for (const Point& point : points) {
      whole.add(point);
      whole.seconds += static_cast<float>((1 - point.recall) * deck_.costs.missed_point);
      some_want |= point.wants;
      if (!point.wants || point.marks_per_second() < day_.price) continue;
      single.add(point);
      single.seconds += point.seconds;
    }
    if (!some_want) return;
    if (question.points == 0 || (candidate.whole_allowed && is_whole_better(whole, single))) {
      add_review(candidate, 0, whole);
      return;
    }
    for (const Point& point : points)
      if (point.wants)
        add_review(candidate, point.slot, {point.recall, point.seconds, point.marks, point.marks_if_later});
  }

  /// Against those of its points that are worth their time alone.
  bool is_whole_better(const Bundle& whole, const Bundle& single) const {
    if (day_.price <= 0) return whole.seconds <= kWholeWhenSpare * single.seconds;
    return whole.marks - day_.price * whole.seconds > single.marks - day_.price * single.seconds;
  }

  void add_review(const Candidate& candidate, std::uint16_t slot, const Bundle& asked) {
    const float urgency = season_ == Season::kClosing
                              ? (asked.marks - kShareOfWaiting * asked.marks_if_later) / asked.seconds
                              : 1 - asked.recall;
    day_.reviews.push_back(
        {0, candidate.question, slot, false, asked.recall, asked.seconds, asked.marks, urgency});
  }

  std::size_t for_today() const {
    const std::size_t all = day_.reviews.size();
    if (everything_) return all;
    std::size_t count = all;
    if (deck_.reviews_per_day)
      count =
          std::min(count, *deck_.reviews_per_day - std::min(*deck_.reviews_per_day, deck_.reviewed_today));
    if (deck_.spread && deck_.spread->last_day > today_) {
      const auto days_left = static_cast<std::size_t>((deck_.spread->last_day - today_).count()) + 1;
      // Those answered today were waiting this morning.
      const std::size_t share = (all + deck_.reviewed_today + days_left - 1) / days_left;
      count = std::min(count, share - std::min(share, deck_.reviewed_today));
    }
    if (season_ == Season::kClosing) {
      double left = seconds_for_reviews();
      std::size_t fitting = 0;
      while (fitting < count && left > 0) left -= day_.reviews[fitting++].seconds;
      count = fitting;
    }
    return count;
  }

  const StudyDeck& deck_;
  StudyDay today_;
  bool everything_;
  DeckCensus census_;
  Season season_;
  Weigher weigher_;
  StudyDay wanted_until_;
  std::vector<Point> points_;
  std::vector<Candidate> candidates_;
  double fresh_seconds_ = 0;
  DeckDay day_;
};

}  // namespace

DeckDay deck_day(const StudyDeck& deck, StudyDay today, const DayOptions& options) {
  return Builder(deck, today, options).build();
}

}  // namespace rehearse
