#include "core/schedule/backlog.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "core/schedule/deck_day.h"

namespace rehearse {
namespace {

using std::chrono::days;

constexpr double kDaysOfWorkBorne = 2;
constexpr days kLongestSpread{30};

double seconds_of(const std::vector<AskedCard>& cards) {
  double seconds = 0;
  for (const AskedCard& card : cards) seconds += card.seconds;
  return seconds;
}

}  // namespace

std::vector<BacklogDay> spread_backlog(const StudyDeck& deck, StudyDay today, StudyDay last_day) {
  const std::vector<AskedCard> cards = deck_day(deck, today).reviews;
  std::vector<BacklogDay> result;
  std::size_t at = 0;
  for (StudyDay day = today; day <= std::max(today, last_day); day += days{1}) {
    BacklogDay share{day, 0, 0};
    const auto days_left = static_cast<std::size_t>((std::max(today, last_day) - day).count()) + 1;
    const std::size_t end = at + (cards.size() - at + days_left - 1) / days_left;
    for (; at < end; ++at) {
      ++share.cards;
      share.seconds += cards[at].seconds;
    }
    result.push_back(share);
  }
  return result;
}

std::optional<BacklogOffer> offer_to_spread(const StudyDeck& deck, StudyDay today) {
  if (deck.spread && deck.spread->last_day >= today) return std::nullopt;
  const DeckDay day = deck_day(deck, today);
  if (day.season == Season::kClosing) return std::nullopt;
  const double seconds = seconds_of(day.reviews);
  const double a_day = static_cast<double>(std::max<std::int64_t>(60, deck.daily_time.count()));
  if (seconds <= kDaysOfWorkBorne * a_day) return std::nullopt;
  const days needed{
      std::min<days::rep>(kLongestSpread.count(), static_cast<days::rep>(std::ceil(seconds / a_day)))};
  BacklogOffer offer{day.reviews.size(), seconds, today + needed - days{1}, {}};
  const std::string cards = std::to_string(offer.cards), minutes = std::to_string(std::lround(seconds / 60)),
                    count = std::to_string(needed.count());
  offer.words = {
      cards + " cards are waiting, about " + minutes + " minutes. Spread them over " + count + " days?",
      "积压了 " + cards + " 张卡片，大约 " + minutes + " 分钟。要分到 " + count + " 天里吗？"};
  return offer;
}

}  // namespace rehearse
