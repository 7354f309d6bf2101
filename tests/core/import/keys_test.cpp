#include "core/import/keys.h"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

#include "core/import/fill_keys.h"
#include "core/import/key_in_stem.h"

using namespace rehearse;

namespace {

using Texts = std::vector<std::string>;

const std::vector<Option> kFour{{"A", "先登记"}, {"B", "再核对"}, {"C", "1小时"}, {"D", "1小时以上"}};

Texts key_of(const std::string& text) {
  CAPTURE(text);
  const auto found = take_choice_key(text, kFour);
  return found ? found->key : Texts();
}

std::string rest_of(const std::string& text) { return take_choice_key(text, kFour)->rest; }

Texts keys_in_table(const std::string& line) {
  Texts keys;
  for (const auto& [number, key] : key_table(line)) keys.push_back(std::to_string(number) + std::string(key));
  return keys;
}

}  // namespace

TEST_SUITE("core/import/keys") {
  TEST_CASE("a key is read with any separators or none") {
    for (const std::string text : {"B", "(b)", "b)", "（B）", "【B】", "B.再核对", "B:再核对;", "选B",
                                   "选项B。", "B、再核对", "Ｂ", "( B )"})
      CHECK(key_of(text) == Texts{"B"});
    for (const std::string text : {"ABD", "A、B、D", "A,B,D", "A B D", "A；B；D。", "A/B/D", "abd", "A和B和D",
                                   "【ABD】", "A, B, D", "A B、D"})
      CHECK(key_of(text) == Texts{"A", "B", "D"});
  }

  TEST_CASE("words are no keys") {
    for (const std::string text :
         {"Because", "E", "先安抚再处理", "bad", "A user calls first", "Ask her", "face to face", ""})
      CHECK(key_of(text).empty());
  }

  TEST_CASE("the words of an option are its letter") {
    CHECK(key_of("再核对") == Texts{"B"});
    CHECK(key_of("先登记、再核对") == Texts{"A", "B"});
    CHECK(key_of("A. 先登记; B. 再核对") == Texts{"A", "B"});
    CHECK(key_of("1小时以上") == Texts{"D"});
    CHECK(key_of("1小时") == Texts{"C"});
    CHECK(key_of("1 小 时。") == Texts{"C"});
    CHECK(key_of("先登记一下").empty());
    CHECK(take_choice_key("Ask the Lead.", {{"A", "wait"}, {"B", "ask the lead"}})->key == Texts{"B"});
  }

  TEST_CASE("what follows a key is kept and repeated options are not") {
    CHECK(rest_of("B。直接放行不合规定") == "直接放行不合规定");
    CHECK(rest_of("B.再核对\n核对在后") == "核对在后");
    CHECK(rest_of("AB:先登记; 再核对;").empty());
    CHECK(rest_of("AB C项太短") == "C项太短");
    CHECK(rest_of("B\n先登记 和 再核对 都要做") == "先登记 和 再核对 都要做");
  }

  TEST_CASE("right and wrong are known by all their signs") {
    for (const std::string text : {"对", "√", "✓", "✔", "正确", "正确。", "T", "True", "TRUE", "yes",
                                   "A.正确", "A", "(√)", "（对）", "是", "对的"}) {
      CAPTURE(text);
      REQUIRE(take_truth_key(text));
      CHECK(take_truth_key(text)->key == Texts{"正确"});
    }
    for (const std::string text :
         {"错", "×", "✗", "✘", "错误", "F", "False", "no", "不正确", "否", "X", "B", "B.错误", "【错】"}) {
      CAPTURE(text);
      REQUIRE(take_truth_key(text));
      CHECK(take_truth_key(text)->key == Texts{"错误"});
    }
    for (const std::string text :
         {"Try again", "对客户要耐心", "是否合规要看合同", "No one may enter", "Fine", ""})
      CHECK_FALSE(take_truth_key(text));
    CHECK(take_truth_key("错误。应当先登记。")->rest == "应当先登记。");
    CHECK(take_truth_key("对（有规定）")->rest == "（有规定）");
    CHECK(take_truth_key("❌ 错误，应当先登记。")->rest == "应当先登记。");
  }

  TEST_CASE("a key table gives each number its key") {
    CHECK(keys_in_table("1-5 ABCBB 6.B  7.√ 8、ACD") ==
          Texts{"1A", "2B", "3C", "4B", "5B", "6B", "7√", "8ACD"});
    CHECK(keys_in_table("1-5：ABCDE") == Texts{"1A", "2B", "3C", "4D", "5E"});
    CHECK(keys_in_table("13-16 ×√√×") == Texts{"13×", "14√", "15√", "16×"});
    CHECK(keys_in_table("三、13~14 ×√") == Texts{"13×", "14√"});
    CHECK(keys_in_table("9-12 AB ACD BC ABD") == Texts{"9AB", "10ACD", "11BC", "12ABD"});
    CHECK(keys_in_table("一、单选题：1—3 CAB") == Texts{"1C", "2A", "3B"});
    CHECK(keys_in_table("1.(B) 2.【C】 3. D") == Texts{"1B", "2C", "3D"});
    CHECK(keys_in_table("1.对 2.错 3.正确") == Texts{"1对", "2错", "3正确"});
    CHECK(keys_in_table("1-3 TFT") == Texts{"1T", "2F", "3T"});
    for (const std::string line : {"1-5 ABC", "1.先安抚客户", "5-1 ABCDE", "2023年", "1.bad", "题", ""})
      CHECK(key_table(line).empty());
  }

  TEST_CASE("keys without numbers are read one by one") {
    CHECK(bare_keys("B A C").size() == 3);
    CHECK(bare_keys("ABD").size() == 1);
    CHECK(bare_keys("√").size() == 1);
    CHECK(bare_keys("Bad idea").empty());
    CHECK(bare_keys("加油").empty());
  }
}

TEST_SUITE("core/import/key_in_stem") {
  TEST_CASE("a letter left inside the stem is taken out of it") {
    for (const std::string text : {"下列正确的是(B)。", "下列正确的是(B. 再核对)。", "下列正确的是( B )。"}) {
      CAPTURE(text);
      const auto found = take_choice_from_stem(text, kFour);
      REQUIRE(found);
      CHECK(found->key == Texts{"B"});
      CHECK(found->stem == "下列正确的是(  )。");
    }
    CHECK(take_choice_from_stem("应当（A、B）", kFour)->key == Texts{"A", "B"});
    CHECK(take_choice_from_stem("应当（AB）", kFour)->stem == "应当（  ）");
    CHECK(take_choice_from_stem("应当【A、B】", kFour)->stem == "应当【  】");
    CHECK(take_choice_from_stem("下列正确的是 B", kFour)->stem == "下列正确的是");
    CHECK(take_choice_from_stem("应当__AB__处理", kFour)->stem == "应当____处理");
    CHECK(take_choice_from_stem("下列正确的是：B", kFour)->key == Texts{"B"});
    CHECK(take_choice_from_stem("选哪个? `B`", kFour)->key == Texts{"B"});
    CHECK_FALSE(take_choice_from_stem("How to explain vitamin B", kFour));
    CHECK_FALSE(take_choice_from_stem("下列正确的是( )。", kFour));
    CHECK_FALSE(take_choice_from_stem("说说A/B测试(A/B test)", kFour));
  }

  TEST_CASE("right or wrong at the start or end of a stem is taken out of it") {
    for (const std::string text :
         {"可以离岗。（×）", "可以离岗（×）。", "（×）可以离岗。", "可以离岗。( F )", "可以离岗。(错)",
          "可以离岗。[错误]", "可以离岗。 错", "可以离岗。×", "× 可以离岗。"}) {
      CAPTURE(text);
      const auto found = take_truth_from_stem(text);
      REQUIRE(found);
      CHECK(found->key == Texts{"错误"});
      CHECK(found->stem.substr(0, 12) == "可以离岗");
    }
    CHECK_FALSE(take_truth_from_stem("可以离岗。（ ）"));
    CHECK_FALSE(take_truth_from_stem("电压(F)在中间的句子"));
    CHECK_FALSE(take_truth_from_stem("介绍方案(A)"));
  }

  TEST_CASE("the words of a fill-in question become blanks again") {
    const auto brackets = take_fills_from_stem("先（登记）后（核对）。");
    REQUIRE(brackets);
    CHECK(brackets->key == Texts{"登记", "核对"});
    CHECK(brackets->stem == "先（  ）后（  ）。");
    const auto bold = take_fills_from_stem("RAID **1** mirrors, RAID **5** (parity) needs three.");
    REQUIRE(bold);
    CHECK(bold->key == Texts{"1", "5"});
    CHECK(bold->stem == "RAID ____ mirrors, RAID ____ (parity) needs three.");
    CHECK(take_fills_from_stem("端口是<u>443</u>。")->key == Texts{"443"});
    CHECK_FALSE(take_fills_from_stem("端口（常用）是____。"));
  }

  TEST_CASE("a bold word is a blank without being called one only where it is what something is") {
    CHECK(take_named_word("默认的端口是 **443**。")->key == Texts{"443"});
    CHECK(take_named_word("The tool is called **dig**.")->stem == "The tool is called ____.");
    CHECK_FALSE(take_named_word("分析**库存**积压的原因"));
  }
}

TEST_SUITE("core/import/fill_keys") {
  TEST_CASE("an answer is parted over the blanks only when it fits") {
    CHECK(fill_key("36;37.2", count_blanks("体温为____至____度")) == Texts{"36", "37.2"});
    CHECK(fill_key("(1)36 (2)37.2", 2) == Texts{"36", "37.2"});
    CHECK(fill_key("①甲②乙。", 2) == Texts{"甲", "乙"});
    CHECK(fill_key("(1) 甲\n(2) 乙", 2) == Texts{"甲", "乙"});
    CHECK(fill_key("第1空：15\n第2空：2", 2) == Texts{"15", "2"});
    CHECK(fill_key("甲 | 乙", 2) == Texts{"甲", "乙"});
    CHECK(fill_key("甲、乙", 1) == Texts{"甲、乙"});
    CHECK(fill_key("甲、乙、丙", 2) == Texts{"甲、乙、丙"});
    CHECK(fill_key("甲；乙", 0) == Texts{"甲", "乙"});
    CHECK(fill_key("", 1).empty());
  }

  TEST_CASE("any one of the alternatives for one blank is right") {
    CHECK(fill_key("(1) 同化;同化作用", 1) == Texts{"同化;同化作用"});
    CHECK(fill_key("土豆/马铃薯", 1) == Texts{"土豆;马铃薯"});
    CHECK(fill_key("TCP/IP", 1) == Texts{"TCP/IP"});
  }

  TEST_CASE("a gap that was a blank is shown again") {
    CHECK(count_blanks("先（ ）后____再（__）") == 3);
    CHECK(with_visible_blanks("提、  、握、压") == "提、____、握、压");
    CHECK(with_visible_blanks("三要素是 、 和 。") == "三要素是____、____和____。");
    CHECK(with_visible_blanks("先____  再") == "先____  再");
    CHECK(with_visible_blanks("只有 一个空格") == "只有 一个空格");
  }
}
