// The library in its states, with more text than is kind.
#include <memory>

#include "core/schedule/card_columns.h"
#include "gui/window/library/acts_sheet.h"
#include "gui/window/library/deck_sheet.h"
#include "gui/window/library/library_screen.h"
#include "tests/gui/sample_screens.h"
#include "tests/gui/sample_views.h"

namespace rehearse::test {
namespace {

struct Sample {
  DeckTree tree;
  SearchBox search;
  ListSelection list;
  std::vector<FoundCard> cards;
  LibraryView view;
};

DeckId deck_id(std::uint8_t number) {
  DeckId id;
  id.bytes[0] = number;
  return id;
}

std::vector<DeckContents> some_decks() {
  std::vector<DeckContents> decks;
  for (std::uint8_t i = 1; i <= 12; ++i)
    decks.push_back(
        {deck_id(i),
         i % 2 == 0 ? "客服" : "仓储主管岗位综合能力面试题库与参考答案（第二版）" + std::to_string(i),
         12'345u * i,
         {{"盘点与差异处理", 40}, {"", 3}, {"Behavioural questions about leadership and conflict", 1'200}}});
  return decks;
}

FoundCard some_card(std::size_t number) {
  FoundCard card;
  card.deck = "仓储主管岗位综合能力面试题库与参考答案";
  card.section = number % 3 == 0 ? "" : "盘点与差异处理";
  card.stem = number % 5 == 4
                  ? ""
                  : std::to_string(number) + "：" + (number % 2 == 0 ? long_text() : "怎么盘点？\n附表");
  card.flag = static_cast<int>(number % 8);
  card.question_kind = static_cast<QuestionKind>(number % 6);
  card.status = static_cast<std::uint8_t>(number % 16);
  card.due = StudyDay{std::chrono::days{20'000 + static_cast<int>(number % 7) * 400 - 800}};
  card.interval_days = static_cast<std::int32_t>(number * 137 % 4000);
  return card;
}

std::shared_ptr<Sample> sample(std::size_t rows) {
  auto sample = std::make_shared<Sample>();
  sample->tree.show(some_decks());
  sample->tree.toggle(1);
  sample->tree.go_to(2);
  sample->list = ListSelection(rows);
  sample->list.go_to(1, RowMarking::kToggle);
  for (std::size_t i = 0; i < rows; ++i) sample->cards.push_back(some_card(i));
  LibraryView& view = sample->view;
  view.tree = &sample->tree;
  view.search = &sample->search;
  view.list = &sample->list;
  view.row = [cards = &sample->cards](std::size_t row) -> const FoundCard& { return (*cards)[row]; };
  view.today = StudyDay{std::chrono::days{20'000}};
  return sample;
}

NamedScreen screen(std::string name, const std::shared_ptr<Sample>& sample) {
  return {std::move(name), [sample](Ui& ui) { return !is_nothing(draw_library(ui, sample->view)); }};
}

}  // namespace

std::vector<NamedScreen> library_screens() {
  std::vector<NamedScreen> screens;
  for (const std::size_t rows : {0, 3, 40})
    screens.push_back(screen("library of " + std::to_string(rows), sample(rows)));
  const auto faulty = sample(3);
  faulty->search.write(typed_text());
  faulty->search.fault = QueryFault{{long_text(), long_text()}, {"a hint", "提示"}, 30, 34};
  screens.push_back(screen("library with a faulty query", faulty));
  const auto working = sample(40);
  working->view.progress = "正在处理 400 / 100000";
  working->view.lists = ListOf::kCards;
  screens.push_back(screen("library at work", working));
  const auto duplicates = sample(0);
  duplicates->view.duplicates = 0;
  screens.push_back(screen("no duplicates", duplicates));
  const auto empty = std::make_shared<Sample>();
  *empty = *sample(0);
  empty->tree = DeckTree();
  empty->view.tree = &empty->tree;
  empty->view.search = &empty->search;
  empty->view.list = &empty->list;
  screens.push_back(screen("empty library", empty));
  return screens;
}

}  // namespace rehearse::test
