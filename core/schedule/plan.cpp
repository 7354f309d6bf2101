#include "core/schedule/plan.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <numeric>
#include <span>
#include <string>

#include "core/schedule/forecast.h"
#include "core/schedule/season.h"

namespace rehearse {
namespace {

using std::chrono::minutes;

// What would help is looked for with so many questions of the deck, and as much less time.
constexpr std::size_t kSample = 300;
constexpr minutes kLongestDay{12 * 60};

std::vector<std::uint32_t> all_questions(const StudyDeck& deck) {
  std::vector<std::uint32_t> all(deck.questions.size());
  std::iota(all.begin(), all.end(), 0U);
  return all;
}

/// Every n-th question, and the share of the deck that it is.
struct Sample {
  std::vector<std::uint32_t> questions;
  double share = 1;
};

Sample sample_of(const StudyDeck& deck) {
  const std::size_t step = std::max<std::size_t>(1, deck.questions.size() / kSample);
  Sample sample;
  for (std::size_t i = 0; i < deck.questions.size(); i += step)
    sample.questions.push_back(static_cast<std::uint32_t>(i));
  sample.share = static_cast<double>(sample.questions.size()) / static_cast<double>(deck.questions.size());
  return sample;
}

double seconds_of(minutes time) { return static_cast<double>(std::chrono::seconds{time}.count()); }

/// The smallest number of [0, most] for which `holds`, which holds for all above it; most + 1 when for none.
template <class Holds>
std::int64_t smallest(std::int64_t most, Holds holds) {
  std::int64_t low = 0, high = most + 1;
  while (low < high) {
    const std::int64_t middle = low + (high - low) / 2;
    if (holds(middle))
      high = middle;
    else
      low = middle + 1;
  }
  return low;
}

std::optional<minutes> minutes_that_do(const StudyDeck& deck, StudyDay today, const Sample& sample) {
  const std::int64_t found = smallest(kLongestDay.count(), [&](std::int64_t count) {
    return forecast(deck, sample.questions, today, seconds_of(minutes{count}) * sample.share).is_met();
  });
  if (found > kLongestDay.count()) return std::nullopt;
  return minutes{found};
}

double marks_per_second(const StudyDeck& deck, const StudyQuestion& question) {
  return question.marks_each() * question.asked() / learning_cost(deck, question);
}

/// New questions, those that bring the fewest marks for their time first.
std::vector<std::uint32_t> least_worth_first(const StudyDeck& deck,
                                             const std::vector<std::uint32_t>& questions) {
  std::vector<std::uint32_t> fresh;
  for (const std::uint32_t i : questions)
    if (is_fresh(deck, deck.questions[i]) && deck.held_at(deck.questions[i].first_slot) == Held::kNo)
      fresh.push_back(i);
  std::stable_sort(fresh.begin(), fresh.end(), [&](std::uint32_t a, std::uint32_t b) {
    return marks_per_second(deck, deck.questions[a]) < marks_per_second(deck, deck.questions[b]);
  });
  return fresh;
}

std::vector<std::uint32_t> without(const std::vector<std::uint32_t>& questions,
                                   std::span<const std::uint32_t> left_out) {
  std::vector<std::uint32_t> out(left_out.begin(), left_out.end()), rest;
  std::sort(out.begin(), out.end());
  std::set_difference(questions.begin(), questions.end(), out.begin(), out.end(), std::back_inserter(rest));
  return rest;
}

std::optional<std::vector<std::uint32_t>> questions_to_leave_out(const StudyDeck& deck, StudyDay today,
                                                                 const Sample& sample,
                                                                 double seconds_per_day) {
  const std::vector<std::uint32_t> candidates = least_worth_first(deck, sample.questions);
  const auto most = static_cast<std::int64_t>(candidates.size());
  const std::int64_t count = smallest(most, [&](std::int64_t left_out) {
    const auto rest =
        without(sample.questions, std::span(candidates).first(static_cast<std::size_t>(left_out)));
    return forecast(deck, rest, today, seconds_per_day * sample.share).is_met();
  });
  if (count > most) return std::nullopt;
  std::vector<std::uint32_t> all = least_worth_first(deck, all_questions(deck));
  const double share = most == 0 ? 0 : static_cast<double>(count) / static_cast<double>(most);
  all.resize(static_cast<std::size_t>(std::ceil(share * static_cast<double>(all.size()))));
  return all;
}

}  // namespace

Plan make_plan(const StudyDeck& deck, StudyDay today) {
  const double seconds_per_day = static_cast<double>(std::max<std::int64_t>(0, deck.daily_time.count()));
  Plan plan = forecast(deck, all_questions(deck), today, seconds_per_day);
  if (plan.is_met()) return plan;
  const Sample sample = sample_of(deck);
  plan.remedy = {minutes_that_do(deck, today, sample),
                 questions_to_leave_out(deck, today, sample, seconds_per_day)};
  return plan;
}

Words plan_in_words(const StudyDeck& deck, const Plan& plan) {
  const std::string minutes_now = std::to_string(std::chrono::floor<minutes>(deck.daily_time).count());
  if (plan.days.empty())
    return {"The interview is over, and this deck is quiet.", "面试已经结束，这个题库不再安排复习。"};
  if (!deck.interview || plan.days.front().day > *deck.interview)
    return {"There is no interview ahead: cards come when they are due.",
            "没有即将到来的面试：卡片到期才会出现。"};
  if (plan.is_met())
    return {"With " + minutes_now +
                " minutes a day every question is learned in time and gone over once more at the end.",
            "每天 " + minutes_now + " 分钟，全部题目来得及学完，最后还能再过一遍。"};
  const std::string never_met = std::to_string(plan.never_met),
                    not_gone_over = std::to_string(plan.not_gone_over);
  Words words =
      plan.never_met > 0
          ? Words{"With " + minutes_now + " minutes a day " + never_met +
                      " questions are never reached before the interview.",
                  "每天 " + minutes_now + " 分钟，面试前有 " + never_met + " 道题学不到。"}
          : Words{"With " + minutes_now + " minutes a day there is no time to go over " + not_gone_over +
                      " points once more at the end.",
                  "每天 " + minutes_now + " 分钟，最后来不及再过一遍的要点有 " + not_gone_over + " 个。"};
  const auto& remedy = plan.remedy;
  if (!remedy) return words;
  if (remedy->minutes_per_day) {
    const std::string needed = std::to_string(remedy->minutes_per_day->count());
    words.english += " " + needed + " minutes a day would do.";
    words.chinese += "每天 " + needed + " 分钟就够。";
  }
  if (remedy->leave_out) {
    const std::string count = std::to_string(remedy->leave_out->size());
    words.english += " Or leave out " + count + " questions that bring the fewest marks for their time.";
    words.chinese += "或者先放下 " + count + " 道最费时而分值低的题。";
  }
  return words;
}

}  // namespace rehearse
