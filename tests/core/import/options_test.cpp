#include "core/import/options.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "core/import/keys.h"

using namespace rehearse;

namespace {

const std::vector<Option> kFour{{"A", "甲"}, {"B", "乙"}, {"C", "丙"}, {"D", "丁"}};

std::vector<std::string> key_of(const std::string& text) {
  const auto found = take_choice_key(text, kFour);
  return found ? found->key : std::vector<std::string>();
}

}  // namespace

TEST_SUITE("core/import/options") {
  TEST_CASE("options are found on lines and on one line and glued to the stem") {
    for (const std::string text :
         {"选哪个?\nA.甲\nB.乙\nC.丙\nD.丁", "选哪个?\nA、甲 B、乙\tC、丙  D、丁", "选哪个?A.甲B.乙C.丙D.丁",
          "选哪个?\n(A)甲\n(B)乙\n(C)丙\n(D)丁", "选哪个?\n- A. 甲\n- B. 乙\n- C. 丙\n- D. 丁"}) {
      CAPTURE(text);
      const StemAndOptions parted = part_options(text);
      CHECK(parted.stem == "选哪个?");
      CHECK(parted.options == kFour);
    }
  }

  TEST_CASE("letters in a stem are no options") {
    CHECK(part_options("A、B两家公司都来挖你,你怎么选?").options.empty());
    CHECK(part_options("介绍A.I.的用处").options.empty());
  }

  TEST_CASE("a key is read with any separators or none") {
    CHECK(key_of("B") == std::vector<std::string>{"B"});
    CHECK(key_of("(b)") == std::vector<std::string>{"B"});
    CHECK(key_of("B.乙") == std::vector<std::string>{"B"});
    for (const std::string text : {"ABD", "A、B、D", "A,B,D", "A B D", "A；B；D。"})
      CHECK(key_of(text) == std::vector<std::string>{"A", "B", "D"});
    CHECK(key_of("Because").empty());
    CHECK(key_of("E").empty());
    CHECK(key_of("先安抚再处理").empty());
    CHECK(take_choice_key("B。乙最直观", kFour)->rest == "乙最直观");
  }

  TEST_CASE("right and wrong are known by all their signs") {
    for (const std::string text : {"对", "√", "正确", "正确。", "T", "True", "A.正确"})
      CHECK(take_truth_key(text)->key.front() == "正确");
    for (const std::string text : {"错", "×", "错误", "F", "不正确"})
      CHECK(take_truth_key(text)->key.front() == "错误");
    CHECK_FALSE(take_truth_key("Try again"));
  }

  TEST_CASE("a key left inside the stem is taken out of it") {
    const auto found = take_key_from_stem("下列正确的是(B)。", kFour);
    REQUIRE(found);
    CHECK(found->key == std::vector<std::string>{"B"});
    CHECK(found->stem.find('B') == std::string::npos);
    CHECK_FALSE(take_key_from_stem("下列正确的是( )。", kFour));
  }

  TEST_CASE("a key table gives each number its key") {
    const auto table = key_table("1-5 ABCBB 6.B  7.√ 8、ACD");
    REQUIRE(table.size() == 8);
    CHECK(table[2] == std::pair<std::size_t, std::string_view>{3, "C"});
    CHECK(table[6] == std::pair<std::size_t, std::string_view>{7, "√"});
    CHECK(table[7] == std::pair<std::size_t, std::string_view>{8, "ACD"});
    CHECK(key_table("1-5 ABC").empty());
    CHECK(key_table("1.先安抚客户").empty());
  }

  TEST_CASE("an answer is parted over the blanks only when it fits") {
    CHECK(fill_key("36;37.2", count_blanks("体温为____至____度")) == std::vector<std::string>{"36", "37.2"});
    CHECK(fill_key("甲、乙", 1) == std::vector<std::string>{"甲、乙"});
    CHECK(fill_key("甲、乙、丙", 2) == std::vector<std::string>{"甲、乙、丙"});
  }
}
