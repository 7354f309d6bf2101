#include "gui/window/ui/text_rows.h"

#include <doctest/doctest.h>

#include "core/base/text.h"
#include "tests/gui/ui/text_samples.h"

namespace rehearse {
namespace {

TextRows rows_of(std::u32string_view text, float width) {
  TextRows rows;
  rows.fit(text, test::fit_of(width));
  return rows;
}

std::vector<TextRange> list(const TextRows& rows) {
  std::vector<TextRange> result;
  for (std::size_t i = 0; i < rows.count(); ++i) result.push_back(rows.row(i));
  return result;
}

}  // namespace

TEST_SUITE("gui/window/ui/text_rows") {
  TEST_CASE("rows cover the text and begin and end between characters") {
    test::RandomText random(1);
    for (int round = 0; round < 500; ++round) {
      const std::u32string text = random.of_pieces(random.below(20));
      INFO(to_utf8(text));
      std::size_t end = 0;
      for (const TextRange& row : list(rows_of(text, static_cast<float>(1 + random.below(12))))) {
        CHECK(row.begin == end);
        CHECK(is_character_boundary(text, row.begin));
        end = row.end;
      }
      CHECK(end == text.size());
    }
  }

  TEST_CASE("after an edit the rows are those of the new text wrapped afresh") {
    test::RandomText random(2);
    std::u32string text;
    TextRows rows = rows_of(text, 7);
    for (int step = 0; step < 3000; ++step) {
      const std::size_t at = random.below(text.size() + 1);
      const std::size_t removed = random.below(std::min<std::size_t>(text.size() - at, 30) + 1);
      const std::u32string inserted = random.of_pieces(random.below(4));
      text.replace(at, removed, inserted);
      rows.text_changed(text, at, removed, inserted.size());
      INFO(to_utf8(text));
      REQUIRE(list(rows) == list(rows_of(text, 7)));
    }
  }

  TEST_CASE("a text that ends with a line end has an empty row behind it") {
    CHECK(list(rows_of(U"", 4)) == std::vector<TextRange>{{0, 0}});
    CHECK(list(rows_of(U"ab\n", 4)) == std::vector<TextRange>{{0, 3}, {3, 3}});
    CHECK(list(rows_of(U"\n\nab", 4)) == std::vector<TextRange>{{0, 1}, {1, 2}, {2, 4}});
  }

  TEST_CASE("each place in a row is found again from where it stands") {
    test::RandomText random(3);
    for (int round = 0; round < 300; ++round) {
      const std::u32string text = random.of_pieces(random.below(20));
      const TextRows rows = rows_of(text, 9);
      for (std::size_t i = 0; i < rows.count(); ++i) {
        const TextPlace end = rows.row_end(text, i);
        INFO(to_utf8(text) << " row " << i);
        CHECK(rows.row_of(end) == i);
        CHECK(rows.row_of(rows.row_begin(i)) == i);
        CHECK(rows.place_at(text, i, 1000) == end);
        for (std::size_t at = rows.row(i).begin; at < end.offset; at = next_character(text, at)) {
          const TextPlace place{at, RowSide::kBegin};
          CHECK(rows.row_of(place) == i);
          CHECK(rows.place_at(text, i, rows.x_of(text, place)) == place);
        }
      }
    }
  }

  TEST_CASE("where a row was wrapped its end and the next begin are told apart") {
    const std::u32string text = U"abcdef";
    const TextRows rows = rows_of(text, 4);
    CHECK(rows.row_end(text, 0) == TextPlace{4, RowSide::kEnd});
    CHECK(rows.x_of(text, {4, RowSide::kEnd}) == 4);
    CHECK(rows.x_of(text, {4, RowSide::kBegin}) == 0);
    CHECK(rows.place_at(text, 0, 2.4f) == TextPlace{2, RowSide::kBegin});
  }

  TEST_CASE("a blank at which a row was wrapped lies behind the row's end") {
    const std::u32string text = U"abc def";
    const TextRows rows = rows_of(text, 4);
    CHECK(rows.row_end(text, 0) == TextPlace{3, RowSide::kBegin});
    CHECK(rows.row_end(text, 1) == TextPlace{7, RowSide::kBegin});
  }
}

}  // namespace rehearse
