// Questions without number, bullet or heading.
#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

#include "core/import/read_document.h"

using namespace rehearse;

namespace {

std::vector<Question> questions_of(const std::string& text) {
  auto read = read_document(text, "题库.txt");
  REQUIRE(read);
  return std::move(read->document.questions);
}

std::vector<std::string> cues_of(const Question& question) {
  std::vector<std::string> cues;
  for (const KeyPoint& point : question.points) cues.push_back(point.cue);
  return cues;
}

}  // namespace

TEST_SUITE("core/import/bare_lines") {
  TEST_CASE("an article that asks in lines of its own may answer with a list of questions") {
    const auto questions = questions_of(
        "Fundraiser interview\n\nWhy this cause?\n\nName one program and say what caught your eye.\n\n"
        "How do you choose a grant?\n\nI fill in a sheet with three lines:\n\n- Fit: is it what we do?\n"
        "- Odds: how many won last year?\n- Cost: how many hours will it eat?\n\n"
        "How do you keep deadlines?\n\nEverything lives in one calendar.\n");
    REQUIRE(questions.size() == 3);
    CHECK(questions[1].stem == "How do you choose a grant?");
    CHECK(questions[1].points.size() == 3);
  }

  TEST_CASE("lines that ask are questions where lists stand below them") {
    for (const std::string mark : {"- ", "* ", "• ", "1. ", "(1)", "① "}) {
      CAPTURE(mark);
      for (const std::string gap : {"\n", "\n\n"}) {
        const auto questions =
            questions_of("值班常见提问\n\n夜里漏水怎么处理？\n" + mark + "关总阀\n" + mark + "联系维修" +
                         gap + "住户吵架怎么劝？\n" + mark + "分开双方\n" + mark + "听完再说" + gap +
                         "为什么想做这一行？\n" + mark + "家离得近\n" + mark + "做事耐心\n");
        REQUIRE(questions.size() == 3);
        CHECK(questions[0].stem == "夜里漏水怎么处理？");
        CHECK(questions[2].stem == "为什么想做这一行？");
        if (mark == "- ") CHECK(cues_of(questions[1]) == std::vector<std::string>{"分开双方", "听完再说"});
      }
    }
  }

  TEST_CASE("paragraphs below lines that ask are their answers up to the last words of the article") {
    for (const std::string gap : {"\n", "\n\n"})
      for (const std::string quotes : {"", "\""}) {
        CAPTURE(gap);
        const auto asked = [&](const std::string& line) { return quotes + line + quotes + gap; };
        const auto questions = questions_of(
            "Questions every florist hears\n\nBy Mara, shop owner\n\n" + asked("Why flowers and not books?") +
            "My uncle grew tulips. I like work that I can smell.\n\nHard days\n\n" +
            asked("What do you do when roses arrive wilted?") +
            "I photograph the box. I call the wholesaler before nine.\n\nTell me about a difficult order.\n\n"
            "A wedding moved by a week. I froze the list and ordered again.\n\n" +
            asked("Can you work on Sundays?") + "Yes, two in a month.\n\nBefore you go" + gap +
            "Bring a picture of a bouquet you are proud of.\n");
        REQUIRE(questions.size() == 4);
        CHECK(questions[0].stem == "Why flowers and not books?");
        CHECK(questions[1].section == "Hard days");
        CHECK(questions[1].answer == "I photograph the box. I call the wholesaler before nine.");
        CHECK(questions[2].stem == "Tell me about a difficult order.");
        CHECK(questions[3].answer == "Yes, two in a month.");
      }
  }

  TEST_CASE("a line right above a labelled answer is its question") {
    const auto questions = questions_of(
        "访客登记问答\n没带证件的访客怎么办\n答：先联系被访人，再补登记。\n登记要写哪些内容\n答：姓名和事由。"
        "\n"
        "外卖能不能送上楼\n答：不能，请在前台取。\n解析：按园区规定。\n");
    REQUIRE(questions.size() == 3);
    CHECK(questions[0].stem == "没带证件的访客怎么办");
    CHECK(questions[0].answer == "先联系被访人，再补登记。");
    CHECK(questions[2].analysis == "按园区规定。");
  }

  TEST_CASE("options stand between such a line and its key") {
    const auto questions = questions_of(
        "仓管小测\n货架变形应当\nA. 继续用\nB. 停用并上报\n答案：B\n解析：会塌。\n\n"
        "易燃品存放在\nA. 阴凉处\nB. 锅炉旁\n答案：A\n\n叉车转弯时\nA. 加速\nB. 减速鸣笛\n答案：B\n");
    REQUIRE(questions.size() == 3);
    CHECK(questions[1].stem == "易燃品存放在");
    CHECK(questions[1].options.size() == 2);
    CHECK(questions[2].answer_key == std::vector<std::string>{"B"});
  }

  TEST_CASE("prose that asks now and then holds no questions") {
    CHECK(questions_of("我们昨天去爬山。\n山高吗？\n并不高，走了两个小时就到了。\n下山时下起了雨。\n"
                       "雨大吗？\n不大，很快就停了。\n晚上大家一起吃了饭。\n明年还去吗？\n也许。\n")
              .empty());
  }

  TEST_CASE("a blank alone may part a number from its question and 答 from the answer") {
    const auto questions = questions_of(
        "保安面试\n1 请谈谈你对岗位的理解\n答 守住大门。要勤快。\n2 陌生车辆强行进入怎么办\n答 拦停并登记。\n"
        "3 发现火情怎么办\n答 报警，疏散。\n");
    REQUIRE(questions.size() == 3);
    CHECK(questions[1].stem == "陌生车辆强行进入怎么办");
    CHECK(questions[1].answer == "拦停并登记。");
  }

  TEST_CASE("odd numbers begin questions where all of them do") {
    for (const auto& [before, behind] :
         {std::pair<std::string, std::string>{"(", ") "}, {"（", "）"}, {"", " - "}, {"#", " "}, {"", " "}}) {
      const std::string first = before + "1" + behind;
      CAPTURE(first);
      const auto questions =
          questions_of("Interview notes\n" + first + "Why do you want to work here?\nAnswer: It is near.\n" +
                       before + "2" + behind + "How do you learn?\nAnswer:\n- I read\n- I ask\n" + before +
                       "3" + behind + "Describe your last project.\nAnswer: A stock system.\n");
      REQUIRE(questions.size() == 3);
      CHECK(questions[1].stem == "How do you learn?");
      CHECK(questions[2].stem == "Describe your last project.");
    }
    const auto listed = questions_of(
        "值班问答\n1.断电怎么办？\n答案：（1）点灯\n（2）报修\n（3）登记\n2."
        "漏水怎么办？\n答案：（1）关阀\n（2）通知\n");
    REQUIRE(listed.size() == 2);
    CHECK(cues_of(listed[0]) == std::vector<std::string>{"点灯", "报修", "登记"});
  }
}
