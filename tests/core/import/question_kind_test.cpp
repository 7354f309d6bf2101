#include "core/import/question_kind.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace rehearse;

namespace {

using Texts = std::vector<std::string>;

struct Read {
  Question question;
  std::vector<Doubt> doubts;
};

Read read(const std::string& written, const std::string& answer = "",
          std::optional<QuestionKind> named = std::nullopt) {
  Read result;
  result.question.answer = answer;
  result.doubts = read_stem(result.question, named, written);
  return result;
}

}  // namespace

TEST_SUITE("core/import/question_kind") {
  TEST_CASE("one letter makes a single and several a multiple unless the section says multiple") {
    const std::string stem = "选哪个?\nA.甲\nB.乙\nC.丙";
    CHECK(read(stem, "B").question.kind == QuestionKind::kSingle);
    CHECK(read(stem, "AB").question.kind == QuestionKind::kMultiple);
    CHECK(read(stem, "AB", QuestionKind::kSingle).question.kind == QuestionKind::kMultiple);
    CHECK(read(stem, "B", QuestionKind::kMultiple).question.kind == QuestionKind::kMultiple);
    CHECK(read("选哪个?（多选）\nA.甲\nB.乙", "B").question.kind == QuestionKind::kMultiple);
    CHECK(read("【多选题】选哪个?\nA.甲\nB.乙", "B").question.kind == QuestionKind::kMultiple);
    CHECK(read("Which? (Choose two)\nA. one\nB. two\nC. three", "A").question.kind ==
          QuestionKind::kMultiple);
  }

  TEST_CASE("a missing key stays empty") {
    const Question question = read("选哪个?\nA.甲\nB.乙").question;
    CHECK(question.kind == QuestionKind::kSingle);
    CHECK(question.answer_key.empty());
    CHECK(read("可以离岗。（ ）", "", QuestionKind::kTrueFalse).question.answer_key.empty());
    CHECK(read("先____后____。", "", QuestionKind::kFill).question.answer_key.empty());
    CHECK(read("选哪个?\nA.甲\nB.乙", "F").question.answer_key.empty());
  }

  TEST_CASE("right and wrong as options are a judgement whatever their order") {
    const Question first = read("可以离岗。\nA.正确\nB.错误", "B").question;
    CHECK(first.kind == QuestionKind::kTrueFalse);
    CHECK(first.options.empty());
    CHECK(first.answer_key == Texts{"错误"});
    CHECK(read("可以离岗。\nA.错误\nB.正确", "B").question.answer_key == Texts{"正确"});
    CHECK(read("可以离岗。\n- [ ] 对\n- [x] 错").question.answer_key == Texts{"错误"});
    CHECK(read("可以离岗。\n- [ ] 对\n- [ ] 错").question.answer_key.empty());
  }

  TEST_CASE("a key moves out of the stem of a choice question") {
    const Question question = read("应当（B）。\nA.甲\nB.乙", "", QuestionKind::kSingle).question;
    CHECK(question.stem == "应当（  ）。");
    CHECK(question.answer_key == Texts{"B"});
    CHECK(read("应当", "B】\nA.甲\nB.乙").question.options.size() == 2);
    CHECK(read("应当", "B】\nA.甲\nB.乙").question.answer_key == Texts{"B"});
    CHECK(read("应当\nA.甲\nB.乙\n故选A").question.answer_key == Texts{"A"});
    CHECK(read("应当\nA.甲\nB.乙\n标准答案为B").question.options.back().text == "乙");
    CHECK(read("Which?\n- A. one\n- **B. two**").question.answer_key == Texts{"B"});
  }

  TEST_CASE("what a page says about somebodys answer is dropped") {
    const Question question = read("应当\n[x] **甲**已选\n[ ] **乙**未选", "乙  ✘ 回答错误").question;
    CHECK(question.answer_key == Texts{"B"});
    CHECK(question.analysis.empty());
    CHECK(read("应当\nA.甲\nB.乙", "B\n5分\n你的答案 A").question.analysis.empty());
    CHECK(read("应当\nA.甲\nB.乙", "B\n乙更稳妥").question.analysis == "乙更稳妥");
  }

  TEST_CASE("kind and marks at the ends of a stem are no part of it") {
    const Question question = read("单选题（5分）\n应当\nA.甲\nB.乙", "A").question;
    CHECK(question.stem == "应当");
    CHECK(question.marks == 5.0);
    const Question behind = read("判断 可以离岗。（2分）", "错").question;
    CHECK(behind.stem == "可以离岗。");
    CHECK(behind.marks == 2.0);
    CHECK(behind.kind == QuestionKind::kTrueFalse);
  }

  TEST_CASE("guesses are said") {
    const auto lost = read("选哪个?\nA 甲\n乙\nC 丙", "B", QuestionKind::kSingle);
    REQUIRE(lost.doubts.size() == 1);
    CHECK(lost.doubts[0].code == "guessed-options");
    const auto none = read("选哪个\nC 甲\nA 乙", "A", QuestionKind::kSingle);
    REQUIRE(none.doubts.size() == 1);
    CHECK(none.doubts[0].code == "no-options");
    CHECK(none.question.answer_key == Texts{"A"});
    const auto blanks = read("先____后____。", "登记", QuestionKind::kFill);
    REQUIRE(blanks.doubts.size() == 1);
    CHECK(blanks.doubts[0].code == "guessed-key");
    CHECK(read("选哪个?\nA.甲\nB.乙", "B").doubts.empty());
  }

  TEST_CASE("letters a picture lost are told by what is due") {
    const auto digits =
        read("间隔多久翻身一次()\nA半小时\nB2小时\nC5小时\nD8小时", "B", QuestionKind::kSingle);
    REQUIRE(digits.question.options.size() == 4);
    CHECK(digits.question.options[1].text == "2小时");
    const auto eight = read("水温不宜超过()\nA.37度\n8.40度\nC.50度", "A", QuestionKind::kSingle);
    REQUIRE(eight.question.options.size() == 3);
    CHECK(eight.question.options[1].text == "40度");
    const auto wrapped =
        read("测体温时体温计应\n放置()\n3分钟\n5分钟\n10分钟\n20分钟", "C", QuestionKind::kSingle);
    CHECK(wrapped.question.stem == "测体温时体温计应放置()");
    CHECK(wrapped.question.options.size() == 4);
  }

  TEST_CASE("the buttons of a judgement are no part of the statement") {
    const auto judged = read("可以自行增减\n药量。\n正确\n错误", "错误", QuestionKind::kTrueFalse);
    CHECK(judged.question.stem == "可以自行增减药量。");
  }

  TEST_CASE("an open question keeps its answer") {
    const Question question = read("领导批评你怎么办?", "对照要求找差距。").question;
    CHECK(question.kind == QuestionKind::kOpen);
    CHECK(question.answer == "对照要求找差距。");
    CHECK(read("你愿意加班吗?", "是，旺季应当如此。").question.kind == QuestionKind::kOpen);
  }
}
