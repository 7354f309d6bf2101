#include "core/schedule/answer_tree.h"

#include <algorithm>

namespace rehearse {
namespace {

// Days and rating in one number, so that histories compare fast.
constexpr int kRatingBits = 2;
constexpr std::int64_t kMostDays = 1'000'000;

using Step = std::uint32_t;

Step step_of(std::int64_t elapsed_days, Fsrs6Rating rating) {
  const auto days = static_cast<Step>(std::min(elapsed_days, kMostDays));
  return days << kRatingBits | (static_cast<Step>(rating) - 1);
}

std::int32_t days_of(Step step) { return static_cast<std::int32_t>(step >> kRatingBits); }

Fsrs6Rating rating_of(Step step) { return static_cast<Fsrs6Rating>((step & ((1U << kRatingBits) - 1)) + 1); }

/// The histories of all cards one after another.
struct Histories {
  std::vector<Step> steps;
  std::vector<std::span<const Step>> cards;  // into `steps`
};

/// Precondition: the answers of one card stand together.
Histories histories_of(std::span<const LoggedAnswer> log, SameDayAnswers same_day) {
  Histories histories;
  histories.steps.reserve(log.size());  // never moves: `cards` points into it
  for (std::size_t first = 0; first < log.size();) {
    const std::size_t begin = histories.steps.size();
    StudyDay latest = log[first].day;
    std::size_t next = first;
    for (; next < log.size() && log[next].card == log[first].card; ++next) {
      const std::int64_t elapsed = std::max<std::int64_t>(0, (log[next].day - latest).count());
      if (next > first && elapsed == 0 && same_day == SameDayAnswers::kAreDrill) continue;
      histories.steps.push_back(step_of(elapsed, log[next].rating));
      latest += std::chrono::days{elapsed};
    }
    histories.cards.emplace_back(histories.steps.data() + begin, histories.steps.size() - begin);
    first = next;
  }
  return histories;
}

}  // namespace

AnswerTree grouped(std::span<const LoggedAnswer> log, SameDayAnswers same_day) {
  const auto by_card = [](const LoggedAnswer& a, const LoggedAnswer& b) { return a.card < b.card; };
  std::vector<LoggedAnswer> by_cards;
  if (!std::is_sorted(log.begin(), log.end(), by_card)) {
    by_cards.assign(log.begin(), log.end());
    std::stable_sort(by_cards.begin(), by_cards.end(), by_card);
    log = by_cards;
  }
  Histories histories = histories_of(log, same_day);
  std::sort(histories.cards.begin(), histories.cards.end(), [](const auto& a, const auto& b) {
    return std::lexicographical_compare(a.begin(), a.end(), b.begin(), b.end());
  });
  AnswerTree tree;
  tree.nodes.reserve(histories.steps.size());
  std::span<const Step> before;
  std::vector<std::size_t> path;  // the nodes of `before`
  for (const std::span<const Step>& card : histories.cards) {
    const auto shared = static_cast<std::size_t>(
        std::mismatch(card.begin(), card.end(), before.begin(), before.end()).first - card.begin());
    path.resize(shared);
    for (std::size_t depth = shared; depth < card.size(); ++depth) {
      path.push_back(tree.nodes.size());
      tree.nodes.push_back(
          {static_cast<std::uint32_t>(depth), 0, days_of(card[depth]), rating_of(card[depth]), false});
    }
    for (std::size_t depth = 0; depth < card.size(); ++depth) {
      AnswerNode& node = tree.nodes[path[depth]];
      ++node.cards;
      node.goes_on |= depth + 1 < card.size();
      tree.reviews += depth > 0 && node.elapsed_days > 0 ? 1U : 0U;
    }
    tree.longest = std::max(tree.longest, card.size());
    before = card;
  }
  return tree;
}

}  // namespace rehearse
