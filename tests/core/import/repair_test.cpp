#include "core/import/repair.h"

#include <doctest/doctest.h>

#include <string>

using namespace rehearse;

namespace {

// Long enough for the signs of a mirror to show: five insertions and more.
const std::string kMirrored =
    "護(hù)士長崗位面試題\n1.團(tuán)隊里有人對(duì)排班不滿,你怎麼處(chǔ)理?\n"
    "答案:我會認(rèn)真聽取意見,帶著數(shù)據(jù)溝通。這(zhè)樣效果顯著。";

}  // namespace

TEST_SUITE("core/import/repair") {
  TEST_CASE("pinyin behind characters goes and the text is Simplified again") {
    CHECK(repair_text(kMirrored).text ==
          "护士长岗位面试题\n1.团队里有人对排班不满,你怎么处理?\n"
          "答案:我会认真听取意见,带着数据沟通。这样效果显著。");
  }

  TEST_CASE("characters that a converter got wrong show that the text was Simplified") {
    const RepairedText repaired = repair_text(
        "驛站站長麵試題\n1.大傢都想要週末休息,你怎麼辦?\n答案:隻要提前說,排班錶我會重新做,"
        "並當麵迴答每個人。");
    CHECK(repaired.text ==
          "驿站站长面试题\n1.大家都想要周末休息,你怎么办?\n答案:只要提前说,排班表我会重新做,"
          "并当面回答每个人。");
    REQUIRE(repaired.problems.size() == 1);
    CHECK(repaired.problems[0].code == "repaired");
  }

  TEST_CASE("the same characters are right in other words") {
    const std::string text =
        "麵館店長面試題\n1.一隻碗碎了,湯麵灑在傢俱上,客人的頭髮也濕了,怎麼辦?\n"
        "答案:先瞭解傷勢,再看手錶記下時間。關係要處好,製作新的一碗,並重新端上。";
    CHECK(repair_text(text).text == text);
  }

  TEST_CASE("a place in the repaired text is found again in the decoded one") {
    const RepairedText repaired = repair_text(kMirrored);
    const TextPlace second_line = repaired.place_in_decoded_text(repaired.text.find("团队"));
    CHECK(second_line.line == 2);
    CHECK(second_line.column == 3);
    const TextPlace behind_pinyin = repaired.place_in_decoded_text(repaired.text.find("队里"));
    CHECK(behind_pinyin.line == 2);
    CHECK(behind_pinyin.column == 10);
  }

  TEST_CASE("a sound text stays as it is, Traditional or Simplified") {
    for (const std::string text :
         {"倉庫主管面試題\n1.盤點不準時，你怎麼辦？並請說明。\n答案：先核對(單據)，再查監控。",
          "仓库主管面试题\n1.盘点不准时，你怎么办？\n答案：先核对(单据)，再查监控(A)或(IT)。",
          "拼音课：妈(mā)麻(má)马(mǎ)骂(mà)吗(ma)，平(píng)仄(zè)，请跟读。这些都是简体字。"})
      CHECK(repair_text(text).text == text);
  }

  TEST_CASE("radicals that look like characters become characters") {
    CHECK(repair_text("⼈⼯智能，全角：（Ａ）").text == "人工智能，全角：（Ａ）");
  }

  TEST_CASE("shifted bytes come back where they can and are reported where they cannot") {
    const RepairedText whole = repair_text(kMirrored + "說清事情的經過??陀^記錄(lù)并反饋。");
    CHECK(whole.text.find("说清事情的经过。客观记录并反馈。") != std::string::npos);
    REQUIRE(whole.problems.size() == 2);
    CHECK(whole.problems[0].code == "repaired");
    CHECK(whole.problems[1].code == "damaged");
    const RepairedText part = repair_text(kMirrored + "當(dāng)時系統(tǒng)故障?;谶@些信息,不夠?qū)I(yè)。");
    REQUIRE(part.problems.size() == 3);
    CHECK(part.problems[1].code == "damaged");
    CHECK(part.problems[1].line == 3);
    CHECK(part.text.find("故障。") != std::string::npos);
  }
}
