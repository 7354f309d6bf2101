#include "core/import/options.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "core/import/lost_letters.h"
#include "core/import/option_table.h"

using namespace rehearse;

namespace {

const std::vector<Option> kFour{{"A", "甲"}, {"B", "乙"}, {"C", "丙"}, {"D", "丁"}};

void check_four(const std::string& text) {
  CAPTURE(text);
  const StemAndOptions parted = part_options(text);
  CHECK(parted.stem == "选哪个?");
  CHECK(parted.options == kFour);
}

std::vector<Option> by_lines(const std::string& text) {
  const auto parted = part_options_by_lines(text);
  return parted ? parted->options : std::vector<Option>();
}

}  // namespace

TEST_SUITE("core/import/options") {
  TEST_CASE("options are found on lines and on one line and glued to the stem") {
    for (const std::string text :
         {"选哪个?\nA.甲\nB.乙\nC.丙\nD.丁", "选哪个?\nA、甲 B、乙\tC、丙  D、丁", "选哪个?A.甲B.乙C.丙D.丁",
          "选哪个?\n(A)甲\n(B)乙\n(C)丙\n(D)丁", "选哪个?\n- A. 甲\n- B. 乙\n- C. 丙\n- D. 丁",
          "选哪个?\n- A: `甲`\n- B: `乙`\n- C: `丙`\n- D: `丁`", "选哪个?\nA) 甲\nB) 乙\nC) 丙\nD) 丁",
          "选哪个?\na) 甲\nb) 乙\nc) 丙\nd) 丁", "选哪个?\nＡ．甲　Ｂ．乙\nＣ．丙　Ｄ．丁",
          "选哪个?\n【A】甲\n【B】乙\n【C】丙\n【D】丁", "选哪个?\nA：甲\nB：乙\nC：丙\nD：丁"})
      check_four(text);
  }

  TEST_CASE("letters with nothing but a blank behind them are options where columns begin") {
    for (const std::string text : {"选哪个?\nA 甲\nB 乙\nC 丙\nD 丁", "选哪个?\nA 甲 B 乙\nC 丙 D 丁",
                                   "选哪个?\nA 甲\nB 乙\nC.丙\nD.丁", "选哪个?A 甲 B 乙 C 丙 D 丁"})
      check_four(text);
    CHECK(part_options("A user cannot log in.\nWhat do you check? B and C are both down.").options.empty());
    CHECK(part_options("Vitamin A and vitamin B help.\nHow?").options.empty());
  }

  TEST_CASE("an option that goes on in the next line is one option") {
    const auto parted = part_options("选哪个?\nA.先登记来访者的证\n件号码\nB.直接放\n行");
    REQUIRE(parted.options.size() == 2);
    CHECK(parted.options[0].text == "先登记来访者的证件号码");
    const auto english = part_options("Which?\nA. call the\nmanager\nB. wait");
    CHECK(english.options[0].text == "call the manager");
  }

  TEST_CASE("letters in a stem are no options") {
    CHECK(part_options("A、B两家公司都来挖你,你怎么选?").options.empty());
    CHECK(part_options("介绍A.I.的用处").options.empty());
    CHECK(part_options("甲厂A、乙厂B、哪个好?").options.empty());
  }

  TEST_CASE("the options win over letters that the stem or another option mentions") {
    CHECK(part_options("首选(A.甲)。\nA.甲\nB.乙\nC.丙\nD.丁").options == kFour);
    CHECK(part_options("缺哪种?\nA.维生素D、E\nB.维生素B、C\nC.铁\nD.维生素E、K").options.size() == 4);
    CHECK(part_options("缺哪种?\nA.A\nB.B类\nC.C\nD.D").options[1].text == "B类");
    CHECK(part_options("几伏?A.12VB.36VC.220V").options ==
          std::vector<Option>{{"A", "12V"}, {"B", "36V"}, {"C", "220V"}});
  }

  TEST_CASE("the one bold option is the authors key") {
    CHECK(part_options("Which?\n- A. one\n- **B. two**\n- C. three").emphasised ==
          std::vector<std::string>{"B"});
    CHECK(part_options("Which?\nA. one\nB. **two**\nC. three").emphasised == std::vector<std::string>{"B"});
    CHECK(part_options("Which?\nA. one\n*B. two\nC. three").emphasised == std::vector<std::string>{"B"});
    CHECK(part_options("Which?\n* A. one\n* B. two").emphasised.empty());
    const auto ticked = part_options("Which?\nA. one\nB. two √\nC. three");
    CHECK(ticked.emphasised == std::vector<std::string>{"B"});
    CHECK(ticked.options[1].text == "two");
    CHECK(part_options("Which?\n**A.** one\n**B.** two").emphasised.empty());
    CHECK(part_options("Which?\n**A. one**\n**B. two**").emphasised.empty());
  }

  TEST_CASE("boxes give letters in their order and the ticked ones are the key") {
    const auto boxes = part_checkboxes("怎么办?\n- [ ] 甲\n- [x] 乙\n- [X] C. 丙");
    REQUIRE(boxes);
    CHECK(boxes->stem == "怎么办?");
    CHECK(boxes->options == std::vector<Option>{{"A", "甲"}, {"B", "乙"}, {"C", "丙"}});
    CHECK(boxes->key == std::vector<std::string>{"B", "C"});
  }

  TEST_CASE("what somebody ticked in a quiz is no key") {
    const auto boxes = part_checkboxes("怎么办?\n[ ] **甲**未选\n[x] **乙**已选");
    REQUIRE(boxes);
    CHECK(boxes->options == std::vector<Option>{{"A", "甲"}, {"B", "乙"}});
    CHECK(boxes->key.empty());
  }

  TEST_CASE("right and wrong as options are told by their words") {
    CHECK(are_truth_options({{"A", "正确"}, {"B", "错误"}}));
    CHECK(are_truth_options({{"A", "错"}, {"B", "对"}}));
    CHECK(are_truth_options({{"A", "True"}, {"B", "False"}}));
    CHECK_FALSE(are_truth_options({{"A", "正确登记"}, {"B", "错误登记"}}));
    CHECK(part_options("夜班可以离岗。A.正确B.错误").options.size() == 2);
  }
}

TEST_SUITE("core/import/lost_letters") {
  TEST_CASE("a line without a letter takes the letter that is missing") {
    for (const std::string text :
         {"选哪个?\nA 甲\nB 乙\n丙\nD 丁", "选哪个?\n甲\nB.乙\nC.丙\nD.丁", "选哪个?\nA甲\nB\n乙\nC丙\nD 丁",
          "选哪个?\nA 甲 B 乙\n丙\nD 丁", "选哪个?\n甲\n乙\n丙\n丁", "这几样当中选\n甲\n乙\n丙\n丁"}) {
      CAPTURE(text);
      CHECK(by_lines(text) == kFour);
    }
    CHECK(by_lines("这一道题的题干很长要写在两\n行里\nA 甲\n乙\nC 丙").size() == 3);
    CHECK(part_options_by_lines("这一道题的题干很长要写在两\n行里\nA 甲\n乙\nC 丙")->stem ==
          "这一道题的题干很长要写在两\n行里");
  }

  TEST_CASE("nothing is guessed when lines and letters do not fit") {
    CHECK(by_lines("选哪个\nA 甲\n乙\n又一行\n再一行\nD 丁").empty());
    CHECK(by_lines("选哪个\nC 甲\nB 乙\nA 丙").empty());
    CHECK(by_lines("选哪个\n甲乙\n乙丙\n丙丁").empty());
    CHECK(by_lines("C 甲\nD 乙").empty());
  }
}

TEST_SUITE("core/import/option_table") {
  TEST_CASE("rows are options and a sign or bold marks the right ones") {
    for (const std::string text :
         {"选哪个?\n| 选项 | 内容 |\n|---|---|\n| A | 甲 |\n| B | **乙** |\n| C | 丙 |\n| D | 丁 |",
          "选哪个?\n| A | 甲 | |\n| B | 乙 | √ |\n| C | 丙 | |\n| D | 丁 | |",
          "选哪个?\n| 对错 | 内容 |\n|:-:|---|\n| | 甲 |\n| * | 乙 |\n| | 丙 |\n| | 丁 |"}) {
      CAPTURE(text);
      const auto parted = part_option_table(text);
      REQUIRE(parted);
      CHECK(parted->stem == "选哪个?");
      CHECK(parted->options == kFour);
      CHECK(parted->emphasised == std::vector<std::string>{"B"});
    }
  }

  TEST_CASE("a table that belongs to the question is not its options") {
    CHECK_FALSE(part_option_table("读表\n| 月 | 额 |\n|---|---|\n| 一月 | 3 |\n| 二月 | 4 |"));
    CHECK_FALSE(part_option_table("读表\n| 月 |\n|---|\n| 一月 |\n| 二月 |"));
  }
}
