#include "core/schedule/explain.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "core/schedule/gain.h"

namespace rehearse {
namespace {

std::string percent(double share) { return std::to_string(std::lround(share * 100)) + "%"; }

/// In hundredths.
std::string marks(double value) {
  const long hundredths = std::lround(value * 100);
  const std::string rest = std::to_string(std::abs(hundredths) % 100);
  return (hundredths < 0 ? "-" : "") + std::to_string(std::abs(hundredths) / 100) + "." +
         (rest.size() < 2 ? "0" : "") + rest;
}

std::optional<std::size_t> position_of(const std::vector<AskedCard>& cards, std::uint32_t question,
                                       std::uint16_t slot) {
  const auto found = std::find_if(cards.begin(), cards.end(), [&](const AskedCard& card) {
    return card.question == question && card.slot == slot;
  });
  if (found == cards.end()) return std::nullopt;
  return static_cast<std::size_t>(found - cards.begin());
}

class Explainer {
 public:
  Explainer(const StudyDeck& deck, std::uint32_t question, std::uint16_t slot, StudyDay today)
      : deck_(deck),
        question_(deck.questions[question]),
        index_(question),
        slot_(slot),
        today_(today),
        day_(deck_day(deck, today)),
        weigher_(deck.scheduler, std::max(today, deck.interview.value_or(today))) {}

  CardExplanation explain() {
    look();
    place_.reason = reason();
    place_.words = words();
    return place_;
  }

 private:
  /// A question with points is judged by them.
  bool is_own_card_over_points() const { return slot_ == 0 && question_.points > 0; }

  const MemoryState& state() const { return deck_.memories[question_.first_slot + slot_]; }

  void look() {
    place_.recall = 1;
    const std::uint32_t begin = is_own_card_over_points() ? 1 : slot_;
    const std::uint32_t end = is_own_card_over_points() ? question_.slots() : slot_ + 1U;
    for (std::uint32_t slot = begin; slot < end; ++slot) look_at(deck_.memories[question_.first_slot + slot]);
  }

  void look_at(const MemoryState& state) {
    place_.recall = std::min(place_.recall, weigher_.recall(state, today_));
    if (has_goal(day_.season)) place_.gain += weigher_.outlook(state, today_).gain() * question_.marks_each();
    StudyDay wanted = today_;
    if (state.met && day_.season == Season::kClosing && !state.moved_to)
      wanted = std::max(today_, state.seen + std::chrono::days{1});
    else if (state.met)
      wanted = state.due();
    place_.wanted_on = std::min(place_.wanted_on.value_or(wanted), wanted);
  }

  CardReason reason() {
    const Held held =
        std::max(deck_.held_at(question_.first_slot), deck_.held_at(question_.first_slot + slot_));
    if (held != Held::kNo) return held == Held::kBuried ? CardReason::kBuried : CardReason::kSuspended;
    if (is_fresh(deck_, question_)) return reason_of_new();
    if (day_.season == Season::kQuiet) return CardReason::kInterviewOver;
    place_.position = position_of(day_.reviews, index_, slot_);
    const bool in_whole = slot_ > 0 && !place_.position;
    if (in_whole) place_.position = position_of(day_.reviews, index_, 0);
    if (place_.position) return reason_of_review(in_whole);
    return reason_of_absence();
  }

  CardReason reason_of_new() {
    place_.position = position_of(day_.fresh, index_, 0);
    if (place_.position) return slot_ == 0 ? CardReason::kNewToday : CardReason::kPartOfWhole;
    return deck_.interview && today_ > *deck_.interview ? CardReason::kInterviewOver : CardReason::kNewLater;
  }

  CardReason reason_of_review(bool in_whole) const {
    const bool closing = day_.season == Season::kClosing;
    if (*place_.position >= day_.for_today)
      return closing ? CardReason::kNoTimeToday : CardReason::kOverLimit;
    if (in_whole) return CardReason::kPartOfWhole;
    return closing ? CardReason::kClosingWindow : CardReason::kDue;
  }

  CardReason reason_of_absence() const {
    if (is_own_card_over_points()) {
      for (std::uint16_t slot = 1; slot <= question_.points; ++slot)
        if (position_of(day_.reviews, index_, slot)) return CardReason::kAsPoints;
      if (!seen_today(deck_, question_, today_)) return CardReason::kNothingWanted;
      return CardReason::kSeenToday;
    }
    if (state().met && state().seen > today_) return CardReason::kClockWasAhead;
    if (state().met && state().seen == today_) return CardReason::kSeenToday;
    if (!wants_review(state(), day_.season, today_)) return CardReason::kNotYetDue;
    // Without points the question is only asked as a whole, once a day.
    return has_goal(day_.season) && place_.gain <= 0 ? CardReason::kGainsNothing : CardReason::kNothingWanted;
  }

  Words words() const {
    const std::string place = place_.position ? std::to_string(*place_.position + 1) : "";
    const std::string recall = percent(place_.recall), gain = marks(place_.gain);
    const std::string wanted = place_.wanted_on ? format_day(*place_.wanted_on) : "";
    switch (place_.reason) {
      case CardReason::kNewToday:
        return {"New, number " + place + " of today's new questions.", "新题，今天第 " + place + " 道。"};
      case CardReason::kDue:
        return {"Due since " + wanted + ": recalled today with " + recall + ". Number " + place +
                    " of the reviews.",
                "自 " + wanted + " 起到期，今天能想起的概率 " + recall + "。排在复习的第 " + place + " 位。"};
      case CardReason::kClosingWindow:
        return {"The interview is near: asking it today gains " + gain + " marks on the day. Number " +
                    place + ".",
                "临近面试：今天问它，面试当天预计多得 " + gain + " 分。排在第 " + place + " 位。"};
      case CardReason::kPartOfWhole:
        return {"Asked within its whole answer, number " + place + ".",
                "随整道题一起问，排在第 " + place + " 位。"};
      case CardReason::kNewLater: return {"New: its turn comes on a later day.", "新题，以后几天才轮到。"};
      case CardReason::kNotYetDue:
        return {"Wanted on " + wanted + ": recalled today with " + recall + ".",
                wanted + " 才需要复习，今天能想起的概率 " + recall + "。"};
      case CardReason::kAsPoints: return {"Its points are asked one by one today.", "今天按要点逐个提问。"};
      case CardReason::kNothingWanted:
        return {"None of its points wants a review before " + wanted + ".",
                wanted + " 之前没有要点需要复习。"};
      case CardReason::kSeenToday: return {"Answered today already.", "今天已经答过。"};
      case CardReason::kClockWasAhead:
        return {"Answered on " + format_day(state().seen) +
                    ", which lies ahead: the clock was wrong then or is now.",
                "上次作答的日期 " + format_day(state().seen) + " 还没到：当时或现在的时钟不对。"};
      case CardReason::kGainsNothing:
        return {"A review today would not help on the interview day.", "今天复习它，对面试当天没有帮助。"};
      case CardReason::kNoTimeToday:
        return {"Other cards gain more in today's minutes; this one would gain " + gain + " marks.",
                "今天的时间留给收益更大的卡片，这张预计多得 " + gain + " 分。"};
      case CardReason::kOverLimit:
        return {"Due, but beyond today's share of the reviews.", "已到期，但超出今天的复习份额。"};
      case CardReason::kBuried: return {"Buried until tomorrow.", "已暂时搁置，明天再来。"};
      case CardReason::kSuspended: return {"Suspended.", "已停用。"};
      case CardReason::kInterviewOver:
        return {"The interview is over: give the deck a new date to go on.",
                "面试已经结束：设一个新日期即可继续。"};
    }
    return {};
  }

  const StudyDeck& deck_;
  const StudyQuestion& question_;
  std::uint32_t index_;
  std::uint16_t slot_;
  StudyDay today_;
  DeckDay day_;
  Weigher weigher_;
  CardExplanation place_;
};

}  // namespace

std::string_view to_word(CardReason reason) {
  switch (reason) {
    case CardReason::kNewToday: return "new_today";
    case CardReason::kDue: return "due";
    case CardReason::kClosingWindow: return "closing_window";
    case CardReason::kPartOfWhole: return "part_of_whole";
    case CardReason::kNewLater: return "new_later";
    case CardReason::kNotYetDue: return "not_yet_due";
    case CardReason::kAsPoints: return "as_points";
    case CardReason::kNothingWanted: return "nothing_wanted";
    case CardReason::kSeenToday: return "seen_today";
    case CardReason::kClockWasAhead: return "clock_was_ahead";
    case CardReason::kGainsNothing: return "gains_nothing";
    case CardReason::kNoTimeToday: return "no_time_today";
    case CardReason::kOverLimit: return "over_limit";
    case CardReason::kBuried: return "buried";
    case CardReason::kSuspended: return "suspended";
    case CardReason::kInterviewOver: return "interview_over";
  }
  return "";
}

CardExplanation explain(const StudyDeck& deck, std::uint32_t question, std::uint16_t slot, StudyDay today) {
  return Explainer(deck, question, slot, today).explain();
}

}  // namespace rehearse
