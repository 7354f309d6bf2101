#include "core/export/question_sheet.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "tests/nasty_text.h"
#include "tests/random_document.h"

namespace rehearse {
namespace {

using test::NastyText;

/// The tags of a page in order, checked to be closed in the order they were opened.
std::vector<std::string> tags_of(const std::string& html) {
  std::vector<std::string> tags, open;
  for (std::size_t at = html.find('<'); at != std::string::npos; at = html.find('<', at + 1)) {
    const std::size_t end = html.find('>', at);
    REQUIRE(end != std::string::npos);
    const std::string inside = html.substr(at + 1, end - at - 1);
    CHECK(inside.find('<') == std::string::npos);
    const std::string name = inside.substr(0, inside.find(' '));
    if (name == "!DOCTYPE" || name == "meta") continue;
    if (name.front() == '/') {
      REQUIRE(!open.empty());
      CHECK(open.back() == name.substr(1));
      open.pop_back();
    } else {
      open.push_back(name);
      tags.push_back(name);
    }
  }
  CHECK(open.empty());
  return tags;
}

std::size_t count_of(const std::string& text, const std::string& word) {
  std::size_t count = 0;
  for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) ++count;
  return count;
}

Document small_deck() {
  Document document;
  document.title = "夜班";
  document.sections = {{"交接", "先看记录。"}};
  Question open;
  open.section = "交接";
  open.stem = "怎么交接？";
  open.points = {{"列清单", "逐项签字"}, {"当面说", ""}};
  open.marks = 10;
  Question choice;
  choice.kind = QuestionKind::kSingle;
  choice.stem = "谁签字？";
  choice.options = {{"A", "双方"}, {"B", "路人"}};
  choice.answer_key = {"A"};
  document.questions = {open, choice};
  return document;
}

}  // namespace

TEST_SUITE("core/export/question_sheet") {
  TEST_CASE("whatever a deck says the sheet is sound HTML without scripts") {
    for (std::uint64_t seed = 0; seed < 500; ++seed) {
      NastyText nasty(seed);
      const Document document = test::random_document(nasty);
      CAPTURE(seed);
      const std::string html = write_question_sheet(document);
      for (const std::string& tag : tags_of(html)) CHECK(tag != "script");
      CHECK(html.find('\x01') == std::string::npos);
      CHECK(count_of(html, "<article class=\"question\">") == document.questions.size());
      CHECK(count_of(html, "<article class=\"answer\">") == document.questions.size());
    }
  }

  TEST_CASE("markup in a text is shown and not obeyed") {
    Document document = small_deck();
    document.questions[0].stem = "</h3><script>alert(1)</script>&";
    document.title = "<\"'>";
    const std::string html = write_question_sheet(document);
    CHECK(html.find("<script") == std::string::npos);
    CHECK(html.find("&lt;/h3&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;") != std::string::npos);
    CHECK(html.find("<title>&lt;&quot;&#39;&gt;</title>") != std::string::npos);
  }

  TEST_CASE("the questions come first and give nothing away") {
    const std::string html = write_question_sheet(small_deck());
    const std::size_t answers = html.find("class=\"answers\"");
    REQUIRE(answers != std::string::npos);
    const std::string first = html.substr(0, answers);
    CHECK(first.find("怎么交接？") != std::string::npos);
    CHECK(first.find("先看记录。") != std::string::npos);
    CHECK(first.find("A. 双方") != std::string::npos);
    CHECK(first.find("列清单") == std::string::npos);
    const std::string second = html.substr(answers);
    CHECK(second.find("列清单") < second.find("当面说"));
    CHECK(second.find("正确答案") != std::string::npos);
  }

  TEST_CASE("a question that is answered aloud has room to write and a choice has boxes") {
    const std::string html = write_question_sheet(small_deck());
    CHECK(count_of(html, "<div class=\"room\">") == 1);
    CHECK(count_of(html, "<ol class=\"options checklist\">") == 1);
  }

  TEST_CASE("a table in an answer or in a stem is printed as a table") {
    Document document = small_deck();
    const std::string table = "| 岗位 | 职责 |\n| --- | --- |\n| 前台 | 登记 \\| 制卡 |\n| 客房 | <b> |";
    document.questions[0].stem = "说明下表。\n" + table;
    document.questions[0].answer = "见表：\n" + table + "\n以上。";
    document.questions[1].answer = "| 没有横线 |\n的行不是表格";
    const std::string html = write_question_sheet(document);
    const std::string printed =
        "<table><tr><th>岗位</th><th>职责</th></tr><tr><td>前台</td><td>登记 | 制卡</td></tr>"
        "<tr><td>客房</td><td>&lt;b&gt;</td></tr></table>";
    CHECK(count_of(html, printed) == 2);
    CHECK(html.find("见表：\n<table>") != std::string::npos);
    CHECK(html.find("</table>以上。") != std::string::npos);
    CHECK(html.find("| ---") == std::string::npos);
    CHECK(html.find("| 没有横线 |") != std::string::npos);
    tags_of(html);
  }

  TEST_CASE("headings speak the language of the deck") {
    CHECK(write_question_sheet(small_deck()).find("答案与要点") != std::string::npos);
    Document english;
    english.title = "Night shift";
    const std::string html = write_question_sheet(english);
    CHECK(html.find("<html lang=\"en\">") != std::string::npos);
    CHECK(html.find("Answers and key points") != std::string::npos);
  }
}

}  // namespace rehearse
