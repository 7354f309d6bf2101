#include "gui/window/editor/field_texts.h"

#include <doctest/doctest.h>

#include "gui/window/editor/question_draft.h"

namespace rehearse {

TEST_SUITE("gui/window/editor/field_texts") {
  TEST_CASE("options are lettered in order whatever stands before them") {
    const std::vector<Option> options = options_from("A. 甲\n\nC、乙\n丙\nD) 丁");
    CHECK(options == std::vector<Option>{{"A", "甲"}, {"B", "乙"}, {"C", "丙"}, {"D", "丁"}});
    CHECK(options_from(options_text(options)) == options);
  }

  TEST_CASE("a key is read from letters of either width in any order") {
    CHECK(key_from("ｃ，a", QuestionKind::kMultiple) == std::vector<std::string>{"A", "C"});
    CHECK(key_from("对", QuestionKind::kTrueFalse) == std::vector<std::string>{"正确"});
    CHECK(key_from("false", QuestionKind::kTrueFalse) == std::vector<std::string>{"错误"});
    CHECK(key_from("50\n\n60", QuestionKind::kFill) == std::vector<std::string>{"50", "60"});
  }

  TEST_CASE("numbers are read or refused") {
    CHECK(*marks_from_text("") == std::nullopt);
    CHECK(*marks_from_text(" 2.5 ") == 2.5);
    CHECK(!marks_from_text("-1"));
    CHECK(!marks_from_text("nan"));
    CHECK(*time_from_text("１８０") == std::chrono::seconds{180});
    CHECK(!time_from_text("3分钟"));
    CHECK(!time_from_text("0"));
  }

  TEST_CASE("a detail is cut into the rest and a point with a cue of its own") {
    const KeyPoint point{"流程", "先核对；复盘：每周一次"};
    const auto parts = cut_in_detail(point, std::string("先核对").size());
    REQUIRE(parts);
    CHECK((*parts)[0] == KeyPoint{"流程", "先核对"});
    CHECK((*parts)[1] == KeyPoint{"复盘", "每周一次"});
    CHECK(!cut_in_detail(point, point.detail.size()));
    CHECK(!cut_in_cue(point, 0));
  }
}

}  // namespace rehearse
