// What the library page is made of, without a window: selection, pages, duplicates.
#include <doctest/doctest.h>

#include "gui/window/library/card_pages.h"
#include "gui/window/library/duplicates.h"
#include "gui/window/library/list_selection.h"

namespace rehearse {
namespace {

CardId card(std::size_t number) {
  CardId id;
  id.bytes[0] = static_cast<std::uint8_t>(number);
  id.bytes[1] = static_cast<std::uint8_t>(number >> 8);
  return id;
}

std::vector<std::vector<std::size_t>> groups_of(const std::vector<std::string>& stems) {
  SimilarStems similar;
  for (const std::string& stem : stems) similar.add(shingles_of_stem(stem));
  return similar.groups();
}

}  // namespace

TEST_SUITE("gui/window/library/models") {
  TEST_CASE("without marks the row one is at is chosen and with marks they alone") {
    ListSelection list(5);
    list.go_to(3, RowMarking::kLeave);
    CHECK(list.chosen() == std::vector<std::size_t>{3});
    list.go_to(1, RowMarking::kToggle);
    list.go_to(4, RowMarking::kLeave);
    CHECK(list.chosen() == std::vector<std::size_t>{1});
    CHECK(ListSelection(0).chosen().empty());
  }

  TEST_CASE("a range reaches from where it began however often it is drawn anew") {
    ListSelection list(10);
    list.go_to(5, RowMarking::kLeave);
    list.go_to(8, RowMarking::kExtend);
    CHECK(list.marked() == 4);
    list.go_to(3, RowMarking::kExtend);
    CHECK(list.chosen() == std::vector<std::size_t>{3, 4, 5});
  }

  TEST_CASE("of a long list only what is looked at is read") {
    std::size_t read = 0;
    CardPages pages([&](std::span<const CardId> cards) {
      read += cards.size();
      std::vector<FoundCard> found;
      for (const CardId& id : cards) {
        found.emplace_back().id = id;
        found.back().stem = "?";
      }
      return found;
    });
    std::vector<CardId> cards;
    for (std::size_t i = 0; i < 50'000; ++i) cards.push_back(card(i));
    pages.show(cards);
    for (std::size_t row = 40'000; row < 40'030; ++row) CHECK(pages.at(row).id == cards[row]);
    CHECK(pages.at(49'999).id == cards[49'999]);
    CHECK(read < 100);
  }

  TEST_CASE("stems that differ in width case blanks and punctuation are equal and others are not") {
    CHECK(groups_of({"什么是 ＴＣＰ？", "如何设计缓存", "什么是tcp", "怎样处理投诉"}) ==
          std::vector<std::vector<std::size_t>>{{0, 2}});
    CHECK(groups_of({"", "？", ""}).empty());
  }

  TEST_CASE("stems that are nearly equal are found among many") {
    std::vector<std::string> stems;
    for (int i = 0; i < 500; ++i)
      stems.push_back("问题" + std::to_string(i * 7919) + "在" + std::to_string(i * 104729) + "如何");
    stems[20] = "请说明你在仓储盘点出现差异的时候会怎么处理";
    stems[480] = "请你说明在仓储盘点出现差异的时候会怎么处理";
    const auto groups = groups_of(stems);
    CHECK(std::find(groups.begin(), groups.end(), std::vector<std::size_t>{20, 480}) != groups.end());
  }
}

}  // namespace rehearse
