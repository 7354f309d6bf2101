// Where a question ends and its answer begins, where nothing but the wording says so.
#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

#include "core/import/read_document.h"

using namespace rehearse;

namespace {

std::vector<Question> questions_of(const std::string& text, const std::string& name = "题库.txt") {
  auto read = read_document(text, name);
  REQUIRE(read);
  return std::move(read->document.questions);
}

}  // namespace

TEST_SUITE("core/import/question_bounds") {
  TEST_CASE("a listing belongs to the question that speaks of it and answers the one that asks for it") {
    const auto questions = questions_of(
        "# 脚本题\n\n## 基础\n\n### 1. 下面的循环为什么停不下来？\n\n```sh\nwhile true; do :; done\n```\n\n"
        "条件永远为真。\n\n### 2. 写一个打印日期的命令\n\n```sh\ndate +%F\n```\n\n要带时区就再加参数。\n\n"
        "### 3. 管道有什么用？\n\n把前一个的输出交给后一个。\n\n## 参考\n\n* 《命令行小书》\n",
        "脚本.md");
    REQUIRE(questions.size() == 3);
    CHECK(questions[0].stem == "下面的循环为什么停不下来？");
    CHECK(questions[0].code == "while true; do :; done");
    CHECK(questions[0].answer == "条件永远为真。");
    CHECK(questions[1].stem == "写一个打印日期的命令");
    CHECK(questions[1].answer == "date +%F\n要带时区就再加参数。");
    CHECK(questions[2].answer == "把前一个的输出交给后一个。");
  }

  TEST_CASE("a question that is a link is no answer to itself, nor is a tick behind it") {
    const auto questions = questions_of(
        "# 网络清单\n\n* [网关填错会怎样？](https://a.example/gw) ✔\n* "
        "[静态路由的写法？](https://a.example/r)\n"
        "* 讲一次你排查环路的经历。 ✔\n* 带宽和吞吐量的区别是什么？\n",
        "清单.md");
    REQUIRE(questions.size() == 4);
    for (const Question& question : questions) {
      CAPTURE(question.stem);
      CHECK(question.kind == QuestionKind::kOpen);
      CHECK(question.answer.empty());
    }
    CHECK(questions[1].stem == "静态路由的写法？");
  }

  TEST_CASE("a year behind the next number begins a question where the one before has its key") {
    const auto questions = questions_of(
        "档案岗小测一、判断题(每题2分,共6分)1.借阅不必登记。(×)2.2019年以前的卷宗一律销毁。(错)"
        "3.库房要控制湿度。(√)");
    REQUIRE(questions.size() == 3);
    CHECK(questions[1].stem == "2019年以前的卷宗一律销毁。");
    CHECK(questions[2].answer_key == std::vector<std::string>{"正确"});
  }

  TEST_CASE("lost blanks are shown where the words that joined them are left") {
    const auto questions = questions_of(
        "一、填空题\n1.交接班要做到是和。\n答案：看清、说清\n2."
        "灭火的方法有、、和窒息。\n答案：冷却、隔离、抑制\n"
        "3.设备由工程部参与。\n答案：验收\n");
    REQUIRE(questions.size() == 3);
    CHECK(questions[0].stem == "交接班要做到是____和____。");
    CHECK(questions[0].answer_key == std::vector<std::string>{"看清", "说清"});
    CHECK(questions[1].stem == "灭火的方法有____、____、____和窒息。");
    CHECK(questions[1].answer_key == std::vector<std::string>{"冷却", "隔离", "抑制"});
    CHECK(questions[2].stem == "设备由工程部参与。");
  }

  TEST_CASE("what happened stands on every question of its case and on none of the next") {
    const std::string first =
        "夜班时冷库报警，值班员关掉声音就去吃饭，早上发现两吨水产全部化冻，客户要求当天赔付。";
    const std::string second =
        "装卸工搬运时砸伤脚趾，班长让他自己打车去医院，事后没有上报，家属找到公司门口。";
    using Pair = std::pair<std::string, std::string>;
    for (const Pair& heads : {Pair{"案例一\n", "案例二\n"}, Pair{"案例1：", "案例2："},
                              Pair{"【案例一】\n", "【案例二】\n"}, Pair{"案例（一）\n", "案例（二）\n"}}) {
      const std::string one = heads.first;
      const std::string two = heads.second;
      CAPTURE(one);
      const auto questions = questions_of(
          "冷链主管试题\n第一部分 问答题\n1. 为什么来应聘？\n答：离家近。\n第二部分 案例分析（共40分）\n" +
          (one + first) + "\n问题1：值班员错在哪里？\n答：没有处置。\n问题2：怎样和客户谈？\n答：先道歉。\n" +
          two + second + "\n问题1：班长应当怎么做？\n答：送医并上报。\n");
      REQUIRE(questions.size() == 4);
      CHECK(questions[0].kind == QuestionKind::kOpen);
      CHECK(questions[1].kind == QuestionKind::kCase);
      CHECK(questions[2].stem == first + "\n怎样和客户谈？");
      CHECK(questions[2].answer == "先道歉。");
      CHECK(questions[3].stem == second + "\n班长应当怎么做？");
    }
  }

  TEST_CASE("numerals number questions that do not ask once the first one was one") {
    const auto questions = questions_of(
        "城商行面经\n\n一、为什么来我们行\n家在本地。实习过。\n\n二、客户要投诉，怎么办\n先请到理财室。\n"
        "再问清经过。\n\n三、你怎么看加班\n旺季可以。\n");
    REQUIRE(questions.size() == 3);
    CHECK(questions[1].stem == "客户要投诉，怎么办");
    CHECK(questions[1].answer == "先请到理财室。\n再问清经过。");
  }

  TEST_CASE("below Q and A a number counts the items of a list") {
    const auto questions = questions_of(
        "Q: What does a runner do?\nA: Carries plates.\n---\nQ: How do you cut waste?\nA:\n1. Weigh it\n"
        "2. Shrink the menu\n3. Reuse trimmings\n---\nQ: Why here?\nA: The team.\n");
    REQUIRE(questions.size() == 3);
    CHECK(questions[1].points.size() == 3);
  }

  TEST_CASE("a numeral that goes on with nothing begins no question") {
    CHECK(questions_of("班组长题库\n一、单选题\n三、仓库\n答案：乙\n").empty());
    // A section that comes twice before any question.
    CHECK(questions_of(
              "四、判断题（每题2分）\n四、判断题\n3、C\n一、单项选择题（共6题）1、甲（ ）。A．乙 B．丙")
              .size() <= 1);
  }
}
