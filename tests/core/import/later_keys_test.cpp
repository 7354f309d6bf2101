// Keys that stand behind all questions: which question each of them belongs to.
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

/// The keys of all questions, a question's own joined by +.
std::vector<std::string> keys_of(const std::string& text) {
  std::vector<std::string> keys;
  for (const Question& question : questions_of(text)) {
    std::string joined;
    for (const std::string& key : question.answer_key) joined += (joined.empty() ? "" : "+") + key;
    keys.push_back(joined);
  }
  return keys;
}

const std::string kQuestions =
    "巡检员上岗题库\n"
    "一、单选题\n1、表计读数应当\nA 估读 B 平视 C 俯视\n2、漏水时先\nA.关阀 B.拍照\n"
    "二、多选题\n1、巡检要带\nA.手电 B.对讲机 C.零食 D.记录本\n"
    "三、判断题\n1、可以代签到。\n2、异常要上报。\n"
    "四、填空题\n1、一听二看三____。\n";

const std::vector<std::string> kKeys{"B", "A", "A+B+D", "错误", "正确", "摸"};

}  // namespace

TEST_SUITE("core/import/later_keys") {
  TEST_CASE("keys are read from tables and lines and by position") {
    for (const std::string answers :
         {"答案\n一、1-2 BA\n二、1.ABD\n三、1-2 ×√\n四、1.摸",
          "参考答案：\n单选题：1.B 2.A\n多选题：1.ABD\n判断题：1.错 2.对\n填空题：1.摸",
          "答  案\n单选题\nB\nA\n多选题\nA B D\n判断题\n×\n√\n填空题\n摸",
          "——答案——\n一、(1)B (2)A\n二、1.ABD\n三、(1)× (2)√\n四、1.摸",
          "答案速查\n一、单选题\n1:B 2:A\n二、多选题\n1.ABD\n三、判断题\n1:× 2:√\n四、填空题\n1.摸",
          "【参考答案】\n一、单选题\n1.B　2.A\n二、多选题\n1.A、B、D\n三、判断题\n1.×　2.√\n填空题\n1.摸"}) {
      CAPTURE(answers);
      CHECK(keys_of(kQuestions + answers) == kKeys);
    }
  }

  TEST_CASE("a part of a bigger bank keeps its numbers") {
    const std::string bank =
        "电工题库\n一、单选题\n815、验电前应\nA.戴手套 B.直接摸\n816、跌落时先\nA.断电 B.喊人\n"
        "二、判断题\n2030.12 伏以下一律安全。\n2031、雷雨天可以登杆。\n";
    CHECK(questions_of(bank).size() == 4);
    CHECK(questions_of(bank)[2].stem == "12 伏以下一律安全。");
    CHECK(keys_of(bank + "答案\n815、A 816、A\n2030、× 2031、×") ==
          std::vector<std::string>{"A", "A", "错误", "错误"});
  }

  TEST_CASE("an answer that is missing among the later ones leaves its question alone") {
    CHECK(
        keys_of(
            "小测\n单选题\n1.甲组选\nA.一 B.二\n2.乙组选\nA.一 B.二\n3.丙组选\nA.一 B.二\n答案\n1.B\n3.A") ==
        std::vector<std::string>{"B", "", "A"});
  }

  TEST_CASE("English keys stand below a heading with a note and in small letters") {
    const std::string exam =
        "DEPOT CLERK TEST\nSection 1: Multiple choice (2 points each). Circle the one that fits best.\n"
        "1. The van weighs more than the bridge allows.\nWhat do you do?\n"
        "a) drive on\nb) turn round\nc) wait\n"
        "2. A seal is broken.\na) sign anyway\nb) report it\n"
        "Section 2: Multiple answers (3 points each). Tick everything that applies here.\n"
        "3. Which papers go along?\na) waybill\nb) menu\nc) gate pass\n"
        "Section 3: True or false\n4. Keys may stay in the van.\n"
        "5. Night deliveries need two people. (True/False)\n";
    const std::vector<std::string> keys{"B", "B", "A+C", "错误", "正确"};
    for (const std::string answers :
         {"ANSWER KEY (for assessors only - do not copy)\nSection 1:  1-2  B B\nSection 2:  3. A, C\n"
          "Section 3:  4 F    5 T\n",
          "*** Answer key - trainers only ***\n1. b  2. b\n3. a, c\n4. F  5. T\n",
          "Answers\n1. B\n2. B\n3. A, C\n4. False\n5. True\n"}) {
      CAPTURE(answers);
      CHECK(keys_of(exam + answers) == keys);
    }
  }

  TEST_CASE("letters stand before answers where no line is lettered B") {
    for (const std::string mark : {"A: ", "A. ", "A："}) {
      CAPTURE(mark);
      const auto questions = questions_of("Porter interview\n\nQ1. Why nights?\n" + mark +
                                          "I sleep well by day.\n\nQ2) A lift is stuck. And now?\n" + mark +
                                          "I call the engineer.\n\nQ3. Do you drive?\n");
      REQUIRE(questions.size() == 3);
      CHECK(questions[0].stem == "Why nights?");
      CHECK(questions[1].answer == "I call the engineer.");
      CHECK(questions[2].answer.empty());
    }
    CHECK(
        keys_of("Q1. Which way?\nA: left\nB: right\nAnswer: B\nQ2. Which floor?\nA: 1\nB: 2\nAnswer: A\n") ==
        std::vector<std::string>{"B", "A"});
  }

  TEST_CASE("who asks and who answers may be named") {
    using Pair = std::pair<std::string, std::string>;
    for (const Pair& speakers : {Pair{"Interviewer: ", "Candidate: "}, Pair{"面试官：", "应聘者："},
                                 Pair{"**Q:** ", "**A:** "}, Pair{"HR：", "我："}, Pair{"Q: ", ""}}) {
      const std::string one = speakers.first;
      const std::string other = speakers.second;
      CAPTURE(one);
      const auto questions =
          questions_of("Night porter talk\n\n" + one + "Why nights?\n" + other + "I sleep by day.\n\n" + one +
                       "A lift is stuck. And now?\n" + other + "I call the engineer.\n\n" + one +
                       "Do you drive?\n" + other + "Yes, since 2019.\n");
      REQUIRE(questions.size() == 3);
      CHECK(questions[0].stem == "Why nights?");
      CHECK(questions[1].answer == "I call the engineer.");
      CHECK(questions[2].answer == "Yes, since 2019.");
    }
  }

  TEST_CASE("marks and what is looked for are read in English") {
    const auto questions = questions_of(
        "Scorecard\n\nQuestion 1 (10 points)\nA guest wants a refund. What do you say?\n"
        "What good looks like:\n- Listens first\n- Knows the limit\n\n"
        "Question 2 (5 points)\nHow do you count the till?\nWhat good looks like:\n- Two people\n- Writes it "
        "down\n");
    REQUIRE(questions.size() == 2);
    CHECK(questions[0].stem == "A guest wants a refund. What do you say?");
    CHECK(questions[0].marks == 10);
    CHECK(questions[0].criteria == std::vector<std::string>{"Listens first", "Knows the limit"});
  }
}
