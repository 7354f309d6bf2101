// due: today's cards, and why a card is among them or is not.
#include <cmath>
#include <ostream>

#include "core/base/text.h"
#include "core/deck/identity.h"
#include "core/library.h"
#include "gui/commands/command.h"
#include "gui/commands/commands.h"
#include "gui/commands/json_output.h"
#include "gui/commands/say.h"

namespace rehearse {
namespace {

constexpr std::size_t kStemShown = 40;  // code points
constexpr std::size_t kScreenful = 20;  // cards
constexpr std::size_t kIdShown = 8;     // digits: enough to tell a hundred thousand cards apart

std::string short_id(CardId card) { return card.hex().substr(0, kIdShown); }

/// The cards that the words name.
Result<std::vector<CardId>> named_cards(const Library& library, const std::string& deck,
                                        const std::vector<std::string>& words, LocalInstant now) {
  if (deck.empty() && words.size() == 1) {
    const auto card = library.find_card(words.front(), now);
    if (!card) return card.error();
    return std::vector{*card};
  }
  const auto in_deck = library.find_deck(words.size() == 2 ? words.front() : deck);
  if (!in_deck) return in_deck.error();
  const auto question = library.find_question(*in_deck, words.back());
  if (!question) return question.error();
  std::vector<CardId> cards{question_card_id(question->id)};
  if (is_recalled_aloud(question->question.kind))
    for (const PointId& point : question->points) cards.push_back(point_card_id(point));
  return cards;
}

/// "point 2": its cue would give the answer away.
Words name_of(const Card& card) {
  Words kind = kind_in_words(card.kind);
  if (!card.asked) return kind;
  const std::string number = " " + text(*card.asked + 1);
  return {kind.english + number, kind.chinese + number};
}

}  // namespace

int due_command(const Environment& environment, const std::string& deck, Output output) {
  const Library library(environment.library, environment.random);
  StudyChoice choice;
  if (!deck.empty()) {
    const auto found = library.find_deck(deck);
    if (!found) return report(environment, found.error());
    choice.deck = *found;
  }
  const DueToday due = library.due(environment.clock(), choice);
  if (output == Output::kJson) {
    environment.out << due_json(due, library) << '\n';
    return kExitSuccess;
  }
  const std::string day = format_day(due.day);
  const std::string minutes = text(std::chrono::ceil<std::chrono::minutes>(due.estimate).count());
  const Say say(environment);
  say({day + ": " + text(due.due) + " due, " + text(due.fresh) + " new, about " + minutes + " min",
       day + "：待复习 " + text(due.due) + "，新题 " + text(due.fresh) + "，约 " + minutes + " 分钟"});
  for (std::size_t i = 0; i < std::min(due.cards.size(), kScreenful); ++i) {
    const DueCard& card = due.cards[i];
    const std::string tail = "  " + short_id(card.id) + "  " + shortened(library.stem(card.id), kStemShown);
    say({(card.is_fresh ? "new  " : "due  ") + std::string(to_word(card.kind)) + tail,
         (card.is_fresh ? "新题  " : "复习  ") + kind_in_words(card.kind).chinese + tail});
  }
  if (due.cards.size() > kScreenful) {
    const std::string more = text(due.cards.size() - kScreenful);
    say({"… and " + more + " more: rehearse due --json lists all",
         "……另有 " + more + " 张：rehearse due --json 列出全部"});
  }
  return kExitSuccess;
}

int explain_command(const Environment& environment, const std::string& deck,
                    const std::vector<std::string>& words, Output output) {
  const Library library(environment.library, environment.random);
  const LocalInstant now = environment.clock();
  const auto cards = named_cards(library, deck, words, now);
  if (!cards) return report(environment, cards.error());
  std::vector<ExplainedCard> explained;
  for (const CardId& id : *cards) {
    auto card = library.card(id);
    const auto why = library.explain(id, now);
    if (card && why) explained.push_back({std::move(*card), *why});
  }
  if (output == Output::kJson) {
    environment.out << explained_json(explained) << '\n';
    return kExitSuccess;
  }
  const Say say(environment);
  if (!explained.empty())
    environment.out << shortened(explained.front().card.question.stem, kStemShown) << '\n';
  for (const auto& [card, why] : explained) {
    const Words name = name_of(card);
    const std::string id = "  " + short_id(card.id) + "  ";
    say({name.english + id + why.words.english, name.chinese + id + why.words.chinese});
  }
  return kExitSuccess;
}

}  // namespace rehearse
