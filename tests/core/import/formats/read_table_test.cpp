#include "core/import/formats/read_table.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "core/import/formats/problem_list.h"
#include "tests/deck_printing.h"
#include "tests/nasty_text.h"

namespace rehearse {
namespace {

ReadDocument read(const std::string& text, const std::string& name = "表.csv") {
  const auto document = read_document(text, name);
  REQUIRE_MESSAGE(document, document.error().line());
  return *document;
}

Question open_question(std::string stem, std::string answer, std::vector<KeyPoint> points) {
  Question question;
  question.stem = std::move(stem);
  question.answer = std::move(answer);
  question.points = std::move(points);
  return question;
}

Question choice(QuestionKind kind, std::string stem, std::vector<Option> options,
                std::vector<std::string> key) {
  Question question;
  question.kind = kind;
  question.stem = std::move(stem);
  question.options = std::move(options);
  question.answer_key = std::move(key);
  return question;
}

std::size_t count_of(const Document& document, const std::string& code) {
  return static_cast<std::size_t>(
      std::count_if(document.problems.begin(), document.problems.end(),
                    [&](const Problem& problem) { return problem.code == code; }));
}

}  // namespace

TEST_SUITE("core/import/formats/read_table") {
  TEST_CASE("columns are known by their names in Chinese") {
    const Document document =
        read(
            "序号,题型,章节,题干（必填）,选项A,选项B,选项C,正确答案,答案解析,分值,难度\n"
            "1,单选题,交接,谁签字？,路人,双方,,B,双方都要,2,易\n"
            "2,多选题,交接,\"哪些要锁,\n哪些不用？\",窗,灯,门,\"A、C\",,4分,\n"
            "3,判断题,安全,漏水先断电。,,,,√,,2,\n"
            "4,简答题,安全,怎么报修？,,,,\"首先，拍照。其次，登记。最后，回访。\",,10,\n")
            .document;
    CHECK(document.title == "表");
    REQUIRE(document.questions.size() == 4);
    Question first = choice(QuestionKind::kSingle, "谁签字？", {{"A", "路人"}, {"B", "双方"}}, {"B"});
    first.section = "交接";
    first.analysis = "双方都要";
    first.marks = 2;
    CHECK(document.questions[0] == first);
    CHECK(document.questions[1].stem == "哪些要锁,\n哪些不用？");
    CHECK(document.questions[1].answer_key == std::vector<std::string>{"A", "C"});
    CHECK(document.questions[1].marks == 4);
    CHECK(document.questions[2].kind == QuestionKind::kTrueFalse);
    CHECK(document.questions[2].answer_key == std::vector<std::string>{"正确"});
    CHECK(document.questions[3].points.size() == 3);
    CHECK(document.sections.size() == 2);
    CHECK(document.problems.empty());
  }

  TEST_CASE("columns are known by their names in English") {
    const Document document =
        read(
            "Question;Model Answer;Key points;Explanation;Internal id\n"
            "Why us?;Because it fits.;the product; the team;x7\n"
            "\"Why now?\";\"It is time.\";\"- timing\n- people\n- money\";\"They test motives.\";x8\n")
            .document;
    REQUIRE(document.questions.size() == 2);
    CHECK(document.questions[1] == [] {
      Question question =
          open_question("Why now?", "It is time.", {{"timing", ""}, {"people", ""}, {"money", ""}});
      question.analysis = "They test motives.";
      return question;
    }());
    CHECK(count_of(document, "unused-column") == 1);
  }

  TEST_CASE("points in one cell may be parted by semicolons") {
    const Document document =
        read("题目,答案,要点\n怎么道歉？,及时说。,及时；具体：说清哪一步错了；有补救\n").document;
    REQUIRE(document.questions.size() == 1);
    CHECK(document.questions[0].points ==
          std::vector<KeyPoint>{{"及时", ""}, {"具体", "说清哪一步错了"}, {"有补救", ""}});
  }

  TEST_CASE("without names the cells tell their columns") {
    const Document key_first =
        read("B,谁签字？,路人,双方,没人\nA,几点？,八点,九点,十点\nAC,哪里？,前台,后院,门口\n").document;
    REQUIRE(key_first.questions.size() == 3);
    CHECK(key_first.questions[2] == choice(QuestionKind::kMultiple, "哪里？",
                                           {{"A", "前台"}, {"B", "后院"}, {"C", "门口"}}, {"A", "C"}));
    REQUIRE(key_first.problems.size() == 1);
    CHECK(key_first.problems[0].code == "guessed-columns");
    CHECK(key_first.problems[0].message.english.find("answer, question, option A, option B") !=
          std::string::npos);
    const Document key_last = read(
                                  "1,谁签字？,路人,双方,B,双方都要签。\n2,几点？,八点,九点,A,写在墙上。\n"
                                  "3,哪里？,前台,后院,A,牌子上有。\n")
                                  .document;
    REQUIRE(key_last.questions.size() == 3);
    CHECK(key_last.questions[0].options.size() == 2);
    CHECK(key_last.questions[0].analysis == "双方都要签。");
    const Document pairs = read("你为什么来？,因为喜欢。\n你的缺点？,有时太急。\n").document;
    REQUIRE(pairs.questions.size() == 2);
    CHECK(pairs.questions[0] == open_question("你为什么来？", "因为喜欢。", {{"因为喜欢", ""}}));
  }

  TEST_CASE("delimiter files are read whatever they are called") {
    const Document truths = read(
                                "安全题库\n1|||夜班可以不交接。|||错\n2|||漏水先断电。|||对\n3|||"
                                "钥匙可以外借。|||错\n4|||通道可以放货。|||错\n",
                                "x.txt")
                                .document;
    CHECK(truths.title == "安全题库");
    REQUIRE(truths.questions.size() == 4);
    CHECK(truths.questions[1] == choice(QuestionKind::kTrueFalse, "漏水先断电。", {}, {"正确"}));
    const Document labelled = read(
                                  "题目：谁签字？^*^答案：双方都要签。\n题目：几点？^*^"
                                  "答案：八点整。\n题目：哪里？^*^答案：在前台。\n",
                                  "y.txt")
                                  .document;
    REQUIRE(labelled.questions.size() == 3);
    CHECK(labelled.questions[0].stem == "谁签字？");
    CHECK(labelled.questions[0].answer == "双方都要签。");
  }

  TEST_CASE("the header lines of a card program are obeyed") {
    const Document document =
        read(
            "#separator:tab\n#html:true\n#columns:章节\t题目\t答案\t标签\n#tags column:4\n#deck:夜班\n"
            "交接\t<b>谁</b>签字？<br>为什么？\t\"<ul><li>交班人</li><li>接班人</li></ul>\"\tx y\n"
            "交接\t\"什么是&nbsp;SLA？<pre>a &lt; b\n  c</pre>\"\t约定的<i>时间</i>\tx\n",
            "cards.txt")
            .document;
    CHECK(document.title == "夜班");
    REQUIRE(document.questions.size() == 2);
    CHECK(document.questions[0].section == "交接");
    CHECK(document.questions[0].stem == "谁签字？\n为什么？");
    CHECK(document.questions[0].points == std::vector<KeyPoint>{{"交班人", ""}, {"接班人", ""}});
    CHECK(document.questions[1].code == "a < b\n  c");
    const Document named =
        read("#separator:Semicolon\n#columns:答案;题目\n双方;谁签字？\n", "cards.txt").document;
    REQUIRE(named.questions.size() == 1);
    CHECK(named.questions[0].stem == "谁签字？");
  }

  TEST_CASE("the separator that Excel writes on a first line is obeyed") {
    const Document document =
        read("sep=|\nquestion|answer\nWhat, or who, is on duty?|The lead; always.\n").document;
    REQUIRE(document.questions.size() == 1);
    CHECK(document.questions[0].stem == "What, or who, is on duty?");
    CHECK(document.questions[0].answer == "The lead; always.");
    CHECK(document.title != "sep=|");
  }

  TEST_CASE("HTML is noticed where nothing announces it and a picture is not lost silently") {
    const Document document =
        read("题目,答案\n<p>谁签字？</p>,<p>双方<br/>一起</p><img src=\"a.png\">\n").document;
    REQUIRE(document.questions.size() == 1);
    CHECK(document.questions[0].stem == "谁签字？");
    CHECK(document.questions[0].answer.find("双方\n一起") == 0);
    CHECK(document.problems.size() == 1);
  }

  TEST_CASE("options may stand in one cell or inside the stem") {
    for (const std::string text :
         {"题目,选项,答案\n谁签字？,\"A.路人\nB.双方\",B\n", "题目,答案\n\"谁签字？\nA.路人\nB.双方\",B\n",
          "题目,选项,答案\n谁签字？,\"路人\n双方\",B\n"}) {
      CAPTURE(text);
      const Document document = read(text).document;
      REQUIRE(document.questions.size() == 1);
      CHECK(document.questions[0] ==
            choice(QuestionKind::kSingle, "谁签字？", {{"A", "路人"}, {"B", "双方"}}, {"B"}));
    }
  }

  TEST_CASE("what is wrong in a table is told with its line and column") {
    const Document document =
        read("题目,答案\n\n谁签字？,\"双方\n几点？,八点,多余\n,只有答案\n哪里？\n").document;
    REQUIRE(document.questions.size() == 3);
    REQUIRE(document.problems.size() == 4);
    const auto is = [&](std::size_t i, std::size_t line, std::size_t column, const char* code) {
      const Problem& problem = document.problems[i];
      CHECK(problem.line == line);
      CHECK(problem.column == column);
      CHECK(problem.code == code);
      CHECK_FALSE(problem.message.chinese.empty());
    };
    is(0, 3, 6, "open-quote");
    is(1, 4, 1, "uneven-row");
    is(2, 5, 1, "no-stem");
    is(3, 6, 1, "no-answer");
  }

  TEST_CASE("the spans of a row hold its cells") {
    const ReadDocument table = read("题目,选项A,选项B,正确答案,解析\n谁签字？,\"路人\",双方,B,都要签\n");
    REQUIRE(table.document.sources.size() == 1);
    const QuestionSource& source = table.document.sources[0];
    const auto words = [&](SourceSpan span) { return table.text.substr(span.begin, span.end - span.begin); };
    CHECK(words(source.stem) == "谁签字？");
    REQUIRE(source.options.size() == 2);
    CHECK(words(source.options[0]) == "路人");
    REQUIRE(source.answer_key.size() == 1);
    CHECK(words(source.answer_key[0]) == "B");
    CHECK(words(source.analysis) == "都要签");
  }

  TEST_CASE("a table of millions of rows or of one huge line stays bounded") {
    std::string rows = "题目,答案\n";
    for (int i = 0; i < 150'000; ++i) rows += "\"a,b\n";
    const Document many = read_table({rows, {}}, "x.csv").document;
    CHECK(many.questions.size() == 100'000);
    CHECK(count_of(many, "too-many-rows") == 1);
    CHECK(count_of(many, "open-quote") == ProblemList::kMostOfAKind + 1);
    const Document line = read_table({std::string(5'000'000, ','), {}}, "x.csv").document;
    CHECK(line.questions.empty());
    CHECK(count_of(line, "no-questions") == 1);
  }

  TEST_CASE("no bytes can break the table reader") {
    test::NastyText nasty(11);
    for (int round = 0; round < 3000; ++round) {
      std::string text = nasty.one_in(2)   ? "题目,选项A,答案\n"
                         : nasty.one_in(2) ? "#separator:tab\n#html:true\n"
                                           : "";
      for (std::size_t left = nasty.below(40); left > 0; --left) {
        constexpr std::string_view kPieces[] = {",",   "\"", "\n", "\t", "|||", "，", ";", "#deck column:9\n",
                                                "<p>", "'="};
        text += nasty.one_in(2) ? std::string(kPieces[nasty.below(10)]) : nasty.text(2);
      }
      const ReadDocument table = read_table({text, {}}, "x.csv");
      REQUIRE(table.document.sources.size() == table.document.questions.size());
      for (const QuestionSource& source : table.document.sources)
        for (const SourceSpan& span : {source.stem, source.answer, source.analysis, source.criteria}) {
          CHECK(span.begin <= span.end);
          CHECK(span.end <= text.size());
        }
    }
  }
}

}  // namespace rehearse
