// Whole decks in, whole documents out.
#include "core/deck/deck_markdown.h"

#include <doctest/doctest.h>

#include "core/base/file.h"
#include "core/base/text.h"
#include "tests/deck_printing.h"

namespace rehearse {
namespace {

using Codes = std::vector<std::string>;

Codes codes(const Document& document) {
  Codes codes;
  for (const Problem& problem : document.problems) codes.push_back(problem.code);
  return codes;
}

/// The one question of a deck made of `body`, which must have no problem.
Question only_question(std::string_view body) {
  const Document document = read_deck_markdown("---\nrehearse: 1\n---\n# T\n" + std::string(body));
  INFO(body);
  REQUIRE(document.questions.size() == 1);
  CHECK(codes(document) == Codes{});
  return document.questions.front();
}

Document with_body(std::string_view body) {
  return read_deck_markdown("<!-- rehearse: 1 -->\n# T\n" + std::string(body));
}

/// The examples of the format's page: what stands in fences marked `markdown`.
std::vector<std::string> examples_of_the_page() {
  const Result<std::string> page = read_file(REHEARSE_SOURCE_DIR "/decks/README.md");
  REQUIRE(page);
  std::vector<std::string> examples;
  bool inside = false;
  for (std::string_view line : split_lines(*page)) {
    if (line.starts_with("```markdown")) {
      inside = true;
      examples.emplace_back();
    } else if (line == "```") {
      inside = false;
    } else if (inside) {
      examples.back() += std::string(line) + "\n";
    }
  }
  return examples;
}

}  // namespace

TEST_SUITE("core/deck/deck_markdown") {
  TEST_CASE("four lines are a deck") {
    const Document document = read_deck_markdown(
        "<!-- rehearse: 1 -->\n"
        "# Job interview\n"
        "### Why do you want this job?\n"
        "- **The match**: what they need is what I have done for six years\n");
    CHECK(document.problems.empty());
    CHECK(document.title == "Job interview");
    REQUIRE(document.questions.size() == 1);
    Question expected;
    expected.stem = "Why do you want this job?";
    expected.points = {{"The match", "what they need is what I have done for six years"}};
    CHECK(document.questions[0] == expected);
  }

  TEST_CASE("every part of a question is read") {
    const Document document = read_deck_markdown(
        "---\nrehearse: 1\n---\n"
        "# 客服经理面试\n\n## 服务\n\n先人后事。\n\n"
        "### 你怎么谈？\n\n他不肯挂电话。\n\n*案例题 · 15 分 · 90 秒*\n\n```\nint x;\n\n  y\n```\n\n"
        "- **先接住情绪**：复述损失\n- **守时**：给时间\n\n  准点回电\n\n"
        "> 第一句\n>\n> 第二句\n\n**评分标准**：\n- 分开处理\n- "
        "有回电\n\n**解析**：他怕没人管。\n\n再补一句。\n");
    CHECK(document.problems.empty());
    REQUIRE(document.sections.size() == 1);
    CHECK(document.sections[0].title == "服务");
    CHECK(document.sections[0].description == "先人后事。");
    Question expected;
    expected.kind = QuestionKind::kCase;
    expected.section = "服务";
    expected.stem = "你怎么谈？\n他不肯挂电话。";
    expected.code = "int x;\n\n  y";
    expected.points = {{"先接住情绪", "复述损失"}, {"守时", "给时间\n准点回电"}};
    expected.answer = "第一句\n第二句";
    expected.criteria = {"分开处理", "有回电"};
    expected.analysis = "他怕没人管。\n再补一句。";
    expected.marks = 15;
    expected.time_limit = std::chrono::seconds{90};
    REQUIRE(document.questions.size() == 1);
    CHECK(document.questions[0] == expected);
  }

  TEST_CASE("a listing inside a point or an answer or an analysis keeps its indentation and its signs") {
    const std::string code = "```cpp\nif (x)\n    return \"\\\\*\";\n\n# no heading\n```";
    std::string in_item, quoted;
    for (const std::string_view line : split_lines(code)) {
      in_item += "  " + std::string(line) + "\n";
      quoted += "> " + std::string(line) + "\n";
    }
    const Question question = only_question("### Q\n- **Cue**: so:\n\n" + in_item +
                                            "\n  and on\n- **Next**: more\n\n> " + "It is this:\n" + quoted +
                                            "> That is all.\n\n**Analysis**: Look:\n" + code + "\nTwice.");
    REQUIRE(question.points.size() == 2);
    CHECK(question.points[0] == KeyPoint{"Cue", "so:\n" + code + "\nand on"});
    CHECK(question.points[1] == KeyPoint{"Next", "more"});
    CHECK(question.answer == "It is this:\n" + code + "\nThat is all.");
    CHECK(question.analysis == "Look:\n" + code + "\nTwice.");
    CHECK(question.code.empty());
  }

  TEST_CASE("a listing inside a point ends with the point at the latest") {
    const Document document = with_body("### Q\n- a\n  ```\n  x\n- b\n");
    CHECK(codes(document) == Codes{"unclosed_code"});
    REQUIRE(document.questions.size() == 1);
    CHECK(document.questions[0].points == std::vector<KeyPoint>{{"a", "```\nx"}, {"b", ""}});
  }

  TEST_CASE("a paragraph without a place is left out whole and told once") {
    const Document document = with_body("### Q\n- **a**: b\n\n| x | y |\n| --- | --- |\n| 1 | 2 |\n");
    CHECK(codes(document) == Codes{"unplaced_text"});
    CHECK(document.questions[0].points == std::vector<KeyPoint>{{"a", "b"}});
  }

  TEST_CASE("the kind follows from what a question has") {
    CHECK(only_question("### Q\n- [ ] A. x\n- [x] B. y").kind == QuestionKind::kSingle);
    CHECK(only_question("### Q\n- [x] A. x\n- [x] B. y").kind == QuestionKind::kMultiple);
    CHECK(only_question("### Q\n**Answer**: false").answer_key == Codes{"错误"});
    CHECK(only_question("### Q\n**答案**：对").kind == QuestionKind::kTrueFalse);
    CHECK(only_question("### Q\n**答案**：对\n").answer_key == Codes{"正确"});
    CHECK(only_question("### Q\n**Answer**: FCR; once").kind == QuestionKind::kFill);
    CHECK(only_question("### Q\n**Answer**:\n- a; b\n- c").answer_key == Codes{"a; b", "c"});
    CHECK(only_question("### Q\n- x").kind == QuestionKind::kOpen);
    CHECK(only_question("### Q\n*kind: case*\n- x").kind == QuestionKind::kCase);
  }

  TEST_CASE("options may be lettered in several ways or not at all") {
    const std::vector<Option> expected{{"A", "one"}, {"B", "two"}};
    CHECK(only_question("### Q\n- [ ] A. one\n- [X] B) two").options == expected);
    CHECK(only_question("### Q\n- [ ] A、one\n- [x] B．two").options == expected);
    const Question bare = only_question("### Q\n- [ ] one\n- [x] two");
    CHECK(bare.options == expected);
    CHECK(bare.answer_key == Codes{"B"});
    CHECK(only_question("### Q\n- [ ] A. one\n- [ ] B. two\n\n**Answer**: A, B").answer_key ==
          Codes{"A", "B"});
  }

  TEST_CASE("key points are understood as people write them") {
    const std::vector<KeyPoint> expected{{"Cue", "detail"}};
    for (std::string_view item :
         {"- **Cue**: detail", "- **Cue:** detail", "- **Cue** detail", "* **Cue**：detail",
          "1. **Cue**: detail", "- Cue: detail", "+ Cue：detail", "- **Cue**:\n  detail",
          "**Points**:\n- **Cue**: detail", "  - **Cue**: detail"})
      CHECK(only_question("### Q\n" + std::string(item)).points == expected);
    CHECK(only_question("### Q\n  - a\n  - b\n").points == std::vector<KeyPoint>{{"a", ""}, {"b", ""}});
    CHECK(only_question("### Q\n- a: b\ngoes on").points == std::vector<KeyPoint>{{"a", "b\ngoes on"}});
  }

  TEST_CASE("notes are understood in both languages and in any order") {
    for (std::string_view note :
         {"*10 marks · 3 min*", "*3 min, 10 marks*", "*10 分 · 3 分钟*", "*180 s · 10 marks*",
          "*marks: 10 · time: 3 min*", "*分值：10，时间：3*", "*Marks: 10 | Time: 180 s*"}) {
      const Question question = only_question("### Q\n" + std::string(note) + "\n- x");
      CAPTURE(note);
      CHECK(question.marks == 10);
      CHECK(question.time_limit == std::chrono::seconds{180});
    }
    CHECK(only_question("### Q\n*think of a friend*\n- x").stem == "Q\n*think of a friend*");
  }

  TEST_CASE("only an announced deck is taken for one") {
    CHECK(is_deck_markdown("---\nrehearse: 1\n---\n# T"));
    CHECK(is_deck_markdown("\xEF\xBB\xBF---\r\ntitle: x\r\nrehearse: 1\r\n---\r\n"));
    CHECK(is_deck_markdown("<!-- rehearse: 1 -->"));
    CHECK(is_deck_markdown("<!--rehearse:2-->\n"));
    for (std::string_view text :
         {"", "# T\n## S\n### Q\n- **Cue**: detail", "---\nrehearse: 1\n# never closed",
          "---\ntitle: x\n---\n", "---\nrehearse: soon\n---\n", "rehearse: 1", "# T\n<!-- rehearse: 1 -->",
          "---\n---\nrehearse: 1\n---\n", "<!-- rehearse: 1", "<!---->", "--- \n\n---"}) {
      CAPTURE(text);
      CHECK_FALSE(is_deck_markdown(text));
    }
  }

  TEST_CASE("each problem has its line and its code") {
    CHECK(codes(read_deck_markdown("# T\n### Q")) == Codes{"no_announcement"});
    CHECK(codes(read_deck_markdown("<!-- rehearse: 2 -->\n# T")) == Codes{"newer_version"});
    CHECK(codes(read_deck_markdown("<!-- rehearse: 1 -->\n")) == Codes{"no_title"});
    CHECK(codes(with_body("### Q\n```\nx")) == Codes{"unclosed_code"});
    CHECK(codes(with_body("###\n- x")) == Codes{"no_stem"});
    CHECK(codes(with_body("### Q\n- [ ] A. x")) == Codes{"no_key"});
    CHECK(codes(with_body("### Q\n- [ ] A. x\n\n**Answer**:\n- B")) == Codes{"key_without_option"});
    CHECK(codes(with_body("# Again\n### Q")) == Codes{"second_title"});

    const Document lost = with_body("### Q\n- a\n\n lost line");
    REQUIRE(codes(lost) == Codes{"unplaced_text"});
    CHECK(lost.problems[0].line == 6);
    CHECK(lost.problems[0].column == 2);
    const Document note = with_body("### Q\n*10 分 · 什么*");
    REQUIRE(codes(note) == Codes{"unknown_note"});
    CHECK(note.problems[0].line == 4);
    CHECK(note.problems[0].column == 9);
  }

  TEST_CASE("a section can be left and met again") {
    const Document document = with_body("### Q0\n## A\n### Q1\n## B\n### Q2\n## A\n### Q3\n##\n### Q4");
    std::vector<std::string> sections;
    for (const Question& question : document.questions) sections.push_back(question.section);
    CHECK(sections == Codes{"", "A", "B", "A", ""});
    REQUIRE(document.sections.size() == 2);
    CHECK(read_deck_markdown(write_deck_markdown(document)).questions == document.questions);
  }

  TEST_CASE("spans lead back to the words of a deck") {
    const std::string text =
        "<!-- rehearse: 1 -->\n# T\n### Why?\nmore\n> an answer\n> goes on\n**Criteria**:\n- "
        "c\n**Analysis**: because";
    const QuestionSource source = read_deck_markdown(text).sources.at(0);
    const auto part = [&text](SourceSpan span) { return text.substr(span.begin, span.end - span.begin); };
    CHECK(part(source.stem) == "Why?\nmore");
    CHECK(part(source.answer) == "an answer\n> goes on");
    CHECK(part(source.criteria) == "c");
    CHECK(part(source.analysis) == "because");
  }

  TEST_CASE("a written deck is one that a person would have written") {
    Document document;
    document.title = "Job interview";
    Question question;
    question.stem = "Is C++ harder than snake_case?";
    question.points = {{"Yes", "because of *pointers*"}, {"No", ""}};
    question.marks = 2.5;
    question.time_limit = std::chrono::minutes{2};
    document.questions = {question};
    CHECK(write_deck_markdown(document) ==
          "---\nrehearse: 1\n---\n\n# Job interview\n\n### Is C++ harder than snake_case?\n\n"
          "*2.5 marks · 2 min*\n\n- **Yes**: because of \\*pointers\\*\n- **No**\n");
  }

  TEST_CASE("the examples of the format's page are decks without a problem") {
    const std::vector<std::string> examples = examples_of_the_page();
    REQUIRE(examples.size() == 3);
    CHECK(read_deck_markdown(examples[0]).problems.empty());
    const Document whole = read_deck_markdown(examples[1]);
    CHECK(whole.problems.empty());
    REQUIRE(whole.questions.size() == 1);
    CHECK(whole.questions[0].kind == QuestionKind::kCase);
    CHECK(whole.questions[0].points.size() == 2);
    CHECK(whole.questions[0].criteria.size() == 2);
    CHECK(only_question(examples[2]).answer_key == Codes{"80%; 0.8", "occupancy"});
  }
}

}  // namespace rehearse
