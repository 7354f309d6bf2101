// What is asked, and why.
#include <algorithm>
#include <cmath>
#include <unordered_set>

#include "core/library_parts.h"
#include "core/schedule/day_queue.h"
#include "core/store/missed_cards.h"

namespace rehearse {
namespace {

/// Of a whole question the day its first point is due.
StudyDay due_day(const StudyDeck& deck, const StudyQuestion& question, std::uint16_t slot) {
  const auto memories = deck.memories_of(question);
  if (slot > 0) return memories[slot].due();
  StudyDay first = StudyDay::max();
  for (std::uint32_t asked = question.first_asked(); asked < question.slots(); ++asked)
    if (memories[asked].met) first = std::min(first, memories[asked].due());
  return first;
}

/// The question that a slot of the deck belongs to.
std::vector<StudyQuestion>::const_iterator question_at(const StudyDeck& deck, std::uint32_t slot) {
  const auto behind = std::upper_bound(
      deck.questions.begin(), deck.questions.end(), slot,
      [](std::uint32_t at, const StudyQuestion& question) { return at < question.first_slot; });
  return std::prev(behind);
}

using CardSet = std::unordered_set<CardId>;

CardSet set_of(const std::vector<CardId>& cards) { return {cards.begin(), cards.end()}; }

/// The cards that pass each of the choices.
std::vector<bool> chosen_of(const std::vector<CardId>& cards, const std::vector<CardSet>& choices) {
  std::vector<bool> chosen(cards.size());
  for (std::size_t slot = 0; slot < cards.size(); ++slot)
    chosen[slot] = std::all_of(choices.begin(), choices.end(),
                               [&](const CardSet& choice) { return choice.contains(cards[slot]); });
  return chosen;
}

DayOptions options_for(const StudyChoice& choice) {
  if (choice.is_custom()) return {Reach::kEverything, {}};
  if (choice.ahead.count() > 0) return {Reach::kAhead, choice.ahead};
  return {};
}

}  // namespace

DueToday Library::due(LocalInstant now, const StudyChoice& choice) const {
  DueToday result;
  result.day = parts_->day_of(now);
  std::vector<CardSet> choices;
  if (choice.only) choices.push_back(set_of(*choice.only));
  if (choice.missed_today) choices.push_back(set_of(cards_missed_on(parts_->database, result.day)));
  std::vector<StudyDeck> decks;
  std::vector<std::vector<CardId>> cards;
  for (const DeckRow& row : read_decks(parts_->database)) {
    if (choice.deck && row.id != *choice.deck) continue;
    AskedDeck asked = read_asked_deck(parts_->database, row, parts_->memory.scheduler(), result.day);
    if (!choices.empty()) asked.deck.chosen = chosen_of(asked.cards, choices);
    decks.push_back(std::move(asked.deck));
    cards.push_back(std::move(asked.cards));
  }
  DayQueue queue = build_day_queue(decks, result.day, options_for(choice));
  if (choice.weakest) keep_weakest(queue, *choice.weakest);
  double seconds = 0;
  for (std::size_t i = 0; i < queue.cards.size(); ++i) {
    const AskedCard& asked = queue.cards[i];
    const StudyDeck& from = decks[asked.deck];
    const StudyQuestion& question = from.questions[asked.question];
    const CardId card = cards[asked.deck][question.first_slot + asked.slot];
    const DueCard due{card, asked.slot == 0 ? question.kind : CardKind::kPoint,
                      asked.is_fresh ? result.day : due_day(from, question, asked.slot), asked.is_fresh,
                      asked.seconds};
    if (i >= queue.for_today) {
      result.beyond.push_back(due);
      continue;
    }
    ++(asked.is_fresh ? result.fresh : result.due);
    seconds += asked.seconds;
    result.cards.push_back(due);
  }
  result.estimate = std::chrono::seconds{std::llround(seconds)};
  return result;
}

Result<CardId> Library::find_card(std::string_view digits, LocalInstant now) const {
  std::vector<CardId> found;
  if (digits.size() >= kShortestIdTyped)
    for (const DeckRow& row : read_decks(parts_->database))
      for (const CardId& card :
           read_asked_deck(parts_->database, row, parts_->memory.scheduler(), parts_->day_of(now)).cards)
        if (card.hex().starts_with(digits)) found.push_back(card);
  if (found.size() == 1) return found.front();
  if (!found.empty())
    return Error{{"several cards have an id that begins so", "以此开头的卡片编号不止一个"},
                 std::string(digits),
                 {"write more of it", "请多写几位"}};
  return Error{{"no card has an id that begins so", "没有编号以此开头的卡片"},
               std::string(digits),
               {"see: rehearse due; four digits or more", "可用 rehearse due 查看；至少写四位"}};
}

std::optional<CardExplanation> Library::explain(CardId id, LocalInstant now) const {
  const StudyDay today = parts_->day_of(now);
  for (const DeckRow& row : read_decks(parts_->database)) {
    const AskedDeck asked = read_asked_deck(parts_->database, row, parts_->memory.scheduler(), today);
    const auto found = std::find(asked.cards.begin(), asked.cards.end(), id);
    if (found == asked.cards.end()) continue;
    const auto slot = static_cast<std::uint32_t>(found - asked.cards.begin());
    const auto question = question_at(asked.deck, slot);
    return rehearse::explain(asked.deck, static_cast<std::uint32_t>(question - asked.deck.questions.begin()),
                             static_cast<std::uint16_t>(slot - question->first_slot), today);
  }
  return std::nullopt;
}

}  // namespace rehearse
