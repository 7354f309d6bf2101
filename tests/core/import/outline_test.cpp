// Which marks are meant: topics, groups and parts of questions.
#include "core/import/outline.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "core/import/read_document.h"

using namespace rehearse;

namespace {

Document document_of(const std::string& text) {
  auto read = read_document(text, "题库.txt");
  REQUIRE(read);
  return std::move(read->document);
}

std::vector<Question> questions_of(const std::string& text) { return document_of(text).questions; }

}  // namespace

TEST_SUITE("core/import/outline") {
  TEST_CASE("a topic with marks stands above its question and is no part of it") {
    const auto questions = questions_of(
        "遴选面试\n第一题　综合分析（30分）\n有人说夜校只是一阵风，你怎么看？\n【参考答案】\n先看需求，再看供"
        "给。\n"
        "第二题　组织协调（25分）\n请你策划一次徒步。\n【参考答案】\n先踏勘，再分工。\n");
    REQUIRE(questions.size() == 2);
    CHECK(questions[0].stem == "有人说夜校只是一阵风，你怎么看？");
    CHECK(questions[0].marks == 30);
    CHECK(questions[1].stem == "请你策划一次徒步。");
  }

  TEST_CASE("a group without a numeral begins where numbers begin again") {
    const Document document = document_of(
        "招聘面试\n综合分析题\n1.你怎么看夜校？\n2.你怎么看村咖？\n应急应变题\n1.断电了怎么办？\n2."
        "吵起来了怎么办？\n"
        "参考答案\n综合分析题\n1.先看需求。\n2.先看客流。\n应急应变题\n1.先点应急灯。\n2.先分开双方。\n");
    CHECK(document.sections.size() == 2);
    REQUIRE(document.questions.size() == 4);
    CHECK(document.questions[2].section == "应急应变题");
    CHECK(document.questions[2].answer == "先点应急灯。");
    CHECK(document.questions[3].answer == "先分开双方。");
  }

  TEST_CASE("an answer below its question's own words is the answer alone") {
    const std::string questions = "招聘面试\n1.断电了怎么办？\n2.吵起来了怎么办？\n";
    for (const std::string joint : {"\n", ""}) {
      const auto read = questions_of(questions + "参考答案\n1.断电了怎么办？" + joint +
                                     "先点应急灯。\n2.吵起来了怎么办？" + joint + "先分开双方。\n");
      REQUIRE(read.size() == 2);
      CHECK(read[0].answer == "先点应急灯。");
      CHECK(read[1].answer == "先分开双方。");
    }
  }

  TEST_CASE("titles of answers are no part of them") {
    const std::string questions = "招聘面试\n1.断电了怎么办？\n2.吵起来了怎么办？\n3.为什么来？\n";
    const auto lines =
        questions_of(questions +
                     "参考答案\n1.断电\n1.点应急灯；\n2.联系维修。\n2.争吵\n1.分开双方；\n2.听完再说。\n"
                     "3.动机\n1.离家近；\n2.喜欢。\n");
    REQUIRE(lines.size() == 3);
    CHECK(lines[1].points.size() == 2);
    CHECK(lines[2].points.size() == 2);
    const auto glued = questions_of(
        "招聘面试1.断电了怎么办？2.吵起来了怎么办？3.为什么来？参考答案1.断电应急首先，点灯。其次，报修。"
        "2.化解争吵首先，分开。其次，听完。3.求职动机首先，离家近。其次，喜欢。");
    REQUIRE(glued.size() == 3);
    CHECK(glued[0].answer == "首先，点灯。其次，报修。");
    CHECK(glued[2].points.size() == 2);
  }

  TEST_CASE("any heading over as many answers as there are questions begins the answers") {
    for (const std::string heading :
         {"答题要点", "附：参考答案", "参考答案如下：", "答案部分", "二、参考答案", "答案："}) {
      CAPTURE(heading);
      const auto questions = questions_of("招聘面试\n1.断电了怎么办？\n2.吵起来了怎么办？\n3.为什么来？\n" +
                                          heading + "\n1.点灯；\n2.分开；\n3.喜欢；\n");
      REQUIRE(questions.size() == 3);
      CHECK(questions[0].answer == "点灯；");
      CHECK(questions[2].answer == "喜欢；");
    }
    // A list below the last question is its own.
    const auto questions = questions_of(
        "招聘面试\n1.断电了怎么办？\n2.吵起来了怎么办？\n3.为什么来？\n4.何时到岗？\n答案：\n1.随时；\n2."
        "先交接；\n");
    REQUIRE(questions.size() == 4);
    CHECK(questions[3].points.size() == 2);
  }

  TEST_CASE("the same label again opens the next question although the one before has no answer") {
    const auto questions = questions_of(
        "复盘\n问：能上夜班吗？\n问：你有什么想问的？\n答：团队几个人。\n问：何时到岗？\n答：随时。\n");
    REQUIRE(questions.size() == 3);
    CHECK(questions[0].stem == "能上夜班吗？");
    CHECK(questions[0].answer.empty());
    CHECK(questions[1].answer == "团队几个人。");
  }

  TEST_CASE("folds that open every answer in the same words are no running head") {
    std::string text = "# 小测\n";
    for (int i = 1; i <= 6; ++i)
      text += "\n**Q" + std::to_string(i) + ". 第" + std::to_string(i) +
              "句返回什么？**\n\n- A. 一行\n- B. "
              "空\n\n<details>\n<summary>查看答案</summary>\n\n**B**\n\n没有行。\n\n</details>\n";
    const auto questions = questions_of(text);
    REQUIRE(questions.size() == 6);
    for (const Question& question : questions) {
      CHECK(question.answer_key == std::vector<std::string>{"B"});
      CHECK(question.analysis == "没有行。");
    }
  }

  TEST_CASE("ways of thinking and points behind answers are what is said about them") {
    const auto questions = questions_of(
        "内审面试\n1.为什么转内审？\n参考答案：想把一件事做到底。\n思路：避免抱怨。\n"
        "2.如何编计划？\n参考答案：先建清单，再排序。\n思路：留机动。\n");
    REQUIRE(questions.size() == 2);
    CHECK(questions[0].answer == "想把一件事做到底。");
    CHECK(questions[0].analysis == "避免抱怨。");
    const auto with_points = questions_of(
        "运营面试\n1.怎么做首发？\n参考回答：先铺认知，再做转化。\n要点：\n- 有节奏\n- 有复盘\n"
        "2.怎么追热点？\n参考回答：先看关系。\n要点：\n- 会取舍\n3.薪资期望是多少？\n要点：\n- 给区间\n- "
        "说依据\n");
    REQUIRE(with_points.size() == 3);
    CHECK(with_points[0].criteria == std::vector<std::string>{"有节奏", "有复盘"});
    CHECK(with_points[2].points.size() == 2);
    const auto outlined = questions_of(
        "人事面试\n1.怎么留人？\n答题思路：找原因。\n参考答案：先访谈，再改薪酬。\n2."
        "怎么招人？\n答题思路：内推。\n");
    REQUIRE(outlined.size() == 2);
    CHECK(outlined[0].answer == "先访谈，再改薪酬。");
    CHECK(outlined[0].analysis == "找原因。");
    CHECK(outlined[1].answer == "内推。");
  }

  TEST_CASE("marks behind a criterion stay with it") {
    const auto questions =
        questions_of("1.怎么看村咖？\n评分要点：\n1.辩证；（10分）\n2.有建议。（5分）\n参考答案：看经营。\n");
    REQUIRE(questions.size() == 1);
    CHECK(questions[0].criteria.size() == 2);
  }
}
