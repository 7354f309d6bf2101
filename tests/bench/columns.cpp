#include "tests/bench/columns.h"

#include <algorithm>
#include <cstdint>
#include <random>
#include <string>

namespace rehearse::bench {
namespace {

constexpr std::size_t kPoints = 5;
constexpr std::size_t kDecks = 40, kSections = 200, kTags = 50;

class Dice {
 public:
  explicit Dice(std::uint64_t seed) : random_(seed) {}
  std::uint32_t below(std::size_t count) { return static_cast<std::uint32_t>(random_() % count); }

 private:
  std::mt19937_64 random_;
};

/// Of question `number`: one card or 1 + kPoints.
bool has_points(std::size_t number) { return number % 5 != 4; }

}  // namespace

SearchTable many_cards() {
  Dice dice(1);
  SearchTable table;
  SearchQuestions& questions = table.questions;
  const auto name = [](const char* word, std::size_t number) { return word + std::to_string(number); };
  for (std::size_t i = 0; i < kDecks; ++i) questions.deck_titles.push_back(name("题库 ", i));
  for (std::size_t i = 0; i < kSections; ++i) questions.section_titles.push_back(name("章节 ", i));
  for (std::size_t i = 0; i < kTags; ++i) questions.tag_names.push_back(name("标签::", i));
  questions.tags_begin.push_back(0);
  std::vector<CardRow> cards;
  for (std::uint32_t question = 0; question < kManyQuestions; ++question) {
    questions.kind.push_back(has_points(question) ? QuestionKind::kOpen : QuestionKind::kSingle);
    questions.deck.push_back(static_cast<std::uint32_t>(question * kDecks / kManyQuestions));
    questions.section.push_back(static_cast<std::uint32_t>(question * kSections / kManyQuestions));
    questions.flag.push_back(static_cast<std::uint8_t>(dice.below(8)));
    for (std::uint32_t tags = dice.below(3); tags > 0; --tags) questions.tag.push_back(dice.below(kTags));
    questions.tags_begin.push_back(static_cast<std::uint32_t>(questions.tag.size()));
    for (std::size_t i = 0; i < (has_points(question) ? 1 + kPoints : 1); ++i) {
      CardRow card;
      card.question = question;
      card.kind = !has_points(question) ? CardKind::kChoice : i == 0 ? CardKind::kRecall : CardKind::kPoint;
      card.status = dice.below(5) == 0 ? 0 : kCardMet;
      if (dice.below(50) == 0) card.status |= kCardSuspended;
      card.interval_days = static_cast<std::int32_t>(1 + dice.below(200));
      card.anchor_day = card.seen_day = kLastDay - 1 - static_cast<std::int32_t>(dice.below(200));
      card.due_day = card.anchor_day + card.interval_days;
      card.answers = static_cast<std::uint16_t>(dice.below(8));
      card.lapses = static_cast<std::uint16_t>(dice.below(4));
      card.easiness = static_cast<std::uint16_t>(130 + dice.below(170));
      card.stability_days = static_cast<float>(1 + dice.below(3'000)) / 8;
      card.difficulty = static_cast<float>(10 + dice.below(90)) / 10;
      cards.push_back(card);
    }
  }
  cards.resize(std::min(cards.size(), kManyCards));
  table.cards.resize(cards.size());
  for (std::size_t row = 0; row < cards.size(); ++row) table.cards.set(row, cards[row]);
  return table;
}

}  // namespace rehearse::bench
