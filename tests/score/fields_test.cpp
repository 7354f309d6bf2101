#include "tests/score/fields.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace rehearse;
using namespace rehearse::scoring;

namespace {

using Texts = std::vector<std::string>;

bool is_right(QuestionKind kind, const Texts& expected_key, const Texts& read_key) {
  ExpectedQuestion expected;
  expected.kind = kind;
  expected.answer_key = expected_key;
  expected.options = {{"A", "甲"}, {"B", "乙"}, {"C", "丙"}};
  Question read;
  read.answer_key = read_key;
  return key_is_right(expected, read);
}

ExpectedQuestion with_points(Texts required, Texts optional) {
  ExpectedQuestion expected;
  expected.points = {{std::move(required), std::move(optional)}};
  return expected;
}

std::string times(std::size_t count, const std::string& text) {
  std::string all;
  for (std::size_t i = 0; i < count; ++i) all += text + std::to_string(i);
  return all;
}

}  // namespace

TEST_SUITE("score/fields") {
  TEST_CASE("a key is a set of letters or the options themselves") {
    CHECK(is_right(QuestionKind::kMultiple, {"A", "C"}, {"C", "A"}));
    CHECK(is_right(QuestionKind::kMultiple, {"A", "C"}, {"AC"}));
    CHECK(is_right(QuestionKind::kMultiple, {"A", "C"}, {"a、c"}));
    CHECK(is_right(QuestionKind::kSingle, {"B"}, {"乙。"}));
    CHECK_FALSE(is_right(QuestionKind::kMultiple, {"A", "C"}, {"A"}));
    CHECK_FALSE(is_right(QuestionKind::kSingle, {"B"}, {}));
    CHECK_FALSE(is_right(QuestionKind::kSingle, {}, {"B"}));
    CHECK(is_right(QuestionKind::kSingle, {}, {}));
  }

  TEST_CASE("right and wrong have many names") {
    for (const std::string word : {"正确", "对", "√", "T", "True.", "A"}) {
      CAPTURE(word);
      CHECK(is_right(QuestionKind::kTrueFalse, {"正确"}, {word}));
      CHECK_FALSE(is_right(QuestionKind::kTrueFalse, {"错误"}, {word}));
    }
    for (const std::string word : {"错误", "错。", "×", "F", "不正确", "B"})
      CHECK(is_right(QuestionKind::kTrueFalse, {"错误"}, {word}));
    CHECK_FALSE(is_right(QuestionKind::kTrueFalse, {"正确"}, {"也许"}));
  }

  TEST_CASE("each blank takes its text or one of the alternatives") {
    CHECK(is_right(QuestionKind::kFill, {"22;二十二", "关门"}, {"二十二", "关门"}));
    CHECK(is_right(QuestionKind::kFill, {"干粉;水基"}, {"干粉", "水基"}));
    CHECK_FALSE(is_right(QuestionKind::kFill, {"22", "关门"}, {"关门", "22"}));
    CHECK_FALSE(is_right(QuestionKind::kFill, {"22", "关门"}, {"22"}));
  }

  TEST_CASE("a point is found when it leads what was read or is most of it") {
    const Texts expected{"先听客户说完再开口"};
    CHECK(compare_lists(expected, {"(1)先听客户说完再开口。我会点头示意"}).found == 1);
    CHECK(compare_lists(expected, {"听客户说完"}).found == 1);
    CHECK(compare_lists(expected, {"听客"}).found == 0);
    CHECK(compare_lists(expected, {"先听客户说完再开口" + times(80, "很久")}).found == 0);
    CHECK(compare_lists(expected, {"先听客户说完再开口", "先听客户说完再开口"}).invented == 1);
  }

  TEST_CASE("an optional point is neither found nor invented") {
    const ListScore score =
        compare_points(with_points({"核对单据"}, {"总之按流程办"}), {"核对单据", "总之按流程办"});
    CHECK(score.found == 1);
    CHECK(score.invented == 0);
    CHECK(score.missed == 0);
  }

  TEST_CASE("a text is right when its ends and its length are") {
    const std::string text = times(60, "先核对");
    const std::vector<ExpectedText> expected{expected_text(text)};
    CHECK(text_is_right(expected, "  " + text + "。\n"));
    CHECK_FALSE(text_is_right(expected, text.substr(0, text.size() / 2)));
    CHECK_FALSE(text_is_right(expected, times(60, "再登记")));
    CHECK_FALSE(text_is_right(expected, text + "解析:" + text.substr(0, 60)));
    CHECK_FALSE(text_is_right({}, text));
  }
}
