// A file beside its text: which bytes each part comes from, and what is kept of it.
#include "gui/window/import/file_review.h"

#include <doctest/doctest.h>

#include <fstream>

#include "tests/scratch.h"

namespace rehearse {
namespace {

constexpr const char* kText =
    "1. 什么是首响时间？\n答：\n1）从客户发问到第一次回复\n2）用中位数看\n解析：看定义\n\n"
    "2. 怎样降低？\n答：\n1）排班\n2）自动分派\n";

SourcedBanks banks_of(const test::Scratch& scratch, const char* text) {
  std::ofstream(scratch / "题.txt") << text;
  auto banks = read_sourced_banks(scratch / "题.txt", std::chrono::minutes{0});
  REQUIRE(banks);
  return std::move(*banks);
}

std::string lit_text(const ReviewView& view) {
  return view.excerpt.substr(view.lit.begin, view.lit.end - view.lit.begin);
}

}  // namespace

TEST_SUITE("gui/window/import/file_review") {
  TEST_CASE("the part that is selected lights up where it stands in the text") {
    const test::Scratch scratch;
    SourcedBanks banks = banks_of(scratch, kText);
    FileReview review(banks, "题.txt");
    for (std::size_t row = 0; row < review.view().rows.size(); ++row) {
      review.select_question(row);
      for (std::size_t field = 0; field < review.view().fields.size(); ++field) {
        review.select_field(field);
        const ReviewView& view = review.view();
        if (view.lit.begin == view.lit.end) continue;
        const std::string first_line = view.fields[field].text.substr(0, view.fields[field].text.find('\n'));
        CHECK_MESSAGE(lit_text(view).find(first_line) != std::string::npos, lit_text(view));
      }
    }
  }

  TEST_CASE("in a long text the excerpt holds the part and whole characters only") {
    const test::Scratch scratch;
    std::string text;
    for (int i = 1; i <= 400; ++i)
      text += std::to_string(i) + ". 第" + std::to_string(i) + "个问题是什么？\n答：这是第" +
              std::to_string(i) + "个问题的参考答案，写得稍长一些。\n";
    SourcedBanks banks = banks_of(scratch, text.c_str());
    FileReview review(banks, "长.txt");
    REQUIRE(review.view().rows.size() == 400);
    review.select_question(250);
    CHECK(lit_text(review.view()).find("第251个问题是什么") != std::string::npos);
    CHECK(review.view().excerpt.size() < 10'000);
    CHECK((static_cast<unsigned char>(review.view().excerpt.front()) & 0xC0) != 0x80);
    CHECK(review.view().first_line > 400);
  }

  TEST_CASE("what is kept lacks exactly what was left out") {
    const test::Scratch scratch;
    SourcedBanks banks = banks_of(scratch, kText);
    FileReview review(banks, "题.txt");
    CHECK(!review.is_changed());
    review.select_question(0);
    review.toggle_left_out();
    CHECK(review.is_changed());
    const std::vector<StudiedDeck> kept = review.kept();
    REQUIRE(kept.front().document.questions.size() == 1);
    CHECK(kept.front().document.questions.front().stem == banks.decks.front().document.questions[1].stem);
    review.toggle_left_out();
    CHECK(!review.is_changed());
    CHECK(review.kept().front().document.questions == banks.decks.front().document.questions);
  }

  TEST_CASE("a corrected point has its first line as its cue and an emptied one is gone") {
    const test::Scratch scratch;
    SourcedBanks banks = banks_of(scratch, kText);
    FileReview review(banks, "题.txt");
    review.select_question(1);
    const std::size_t points = banks.decks.front().document.questions[1].points.size();
    REQUIRE(points == 2);
    review.select_field(1);
    CHECK(review.correct("排班要准\n看到店与来电的高峰"));
    CHECK(banks.decks.front().document.questions[1].points[0] == KeyPoint{"排班要准", "看到店与来电的高峰"});
    review.select_field(2);
    CHECK(review.correct("  "));
    CHECK(banks.decks.front().document.questions[1].points.size() == 1);
    review.select_field(0);
    CHECK(!review.correct(" "));
  }

  TEST_CASE("a part that the reader placed nowhere is found by its words within its question") {
    const test::Scratch scratch;
    std::ofstream(scratch / "d.md") << "<!-- rehearse: 1 -->\n# 题库\n### 一？\n- **先道歉**：说明\n"
                                       "### 二？\n- **先道歉**：另一处\n";
    auto banks = read_sourced_banks(scratch / "d.md", std::chrono::minutes{0});
    REQUIRE(banks);
    FileReview review(*banks, "d.md");
    review.select_question(1);
    review.select_field(1);
    CHECK(lit_text(review.view()) == "先道歉");
    CHECK(review.view().lit.begin > review.view().excerpt.find("二？"));
  }
}

}  // namespace rehearse
