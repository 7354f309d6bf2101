#include "core/import/formats/page.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <string>

#include "core/base/file.h"
#include "core/import/decode.h"
#include "core/import/read_document.h"
#include "tests/deck_printing.h"

using namespace rehearse;

namespace {

std::string text_of(std::string_view page) {
  const auto read = read_page(page);
  REQUIRE(read);
  return read->text;
}

std::string fixture(const std::string& name) {
  const auto bytes = read_file(std::filesystem::path(REHEARSE_TESTS_DIR) / "data" / "formats" / name);
  REQUIRE(bytes);
  return *bytes;
}

}  // namespace

TEST_SUITE("core/import/formats/page") {
  TEST_CASE("a page from a question site gives its questions and nothing around them") {
    const std::string page = fixture("warehouse.html");
    CHECK(text_of(page) == fixture("warehouse.html.md"));
    const auto read = read_document(page, "saved.html");
    REQUIRE(read);
    const Document& document = read->document;
    CHECK(document.title == "仓库主管面试题");
    REQUIRE(document.questions.size() == 4);
    CHECK(document.questions[0].kind == QuestionKind::kSingle);
    CHECK(document.questions[0].stem == "先进先出是指什么？");
    REQUIRE(document.questions[0].options.size() == 3);
    CHECK(document.questions[0].options[1].text == "先到的货先发出");
    CHECK(document.questions[0].answer_key == std::vector<std::string>{"B"});
    CHECK(document.questions[1].kind == QuestionKind::kTrueFalse);
    CHECK(document.questions[2].stem == "盘点不准时你怎么办？");
    CHECK(document.questions[2].points.size() == 3);
    CHECK(document.questions[3].answer == "先停线，再报修。");
    REQUIRE(document.problems.size() == 1);
    CHECK(document.problems[0].code == "picture");
  }

  TEST_CASE("what a page folds away and what answers a term that asks are answers") {
    for (const std::string page :
         {"<details><summary>What is a deadlock?</summary><p>Two threads wait for each other.</p></details>"
          "<details><summary>What is a race?</summary><p>The result depends on timing.</p></details>",
          "<dl><dt>What is a deadlock?</dt><dd>Two threads wait for each other.</dd>"
          "<dt>What is a race?</dt><dd>The result depends on timing.</dd></dl>"}) {
      CAPTURE(page);
      const auto read = read_document("<title>Threads</title>" + page, "a.html");
      REQUIRE(read);
      REQUIRE(read->document.questions.size() == 2);
      CHECK(read->document.questions[0].stem == "What is a deadlock?");
      CHECK(read->document.questions[1].answer == "The result depends on timing.");
    }
    const auto read = read_document(
        "<h3>1. 哪个线程安全？</h3><ol "
        "type=A><li>ArrayList<li>Vector</ol><details><summary>查看答案</summary>B</details>",
        "a.html");
    REQUIRE(read);
    REQUIRE(read->document.questions.size() == 1);
    CHECK(read->document.questions[0].answer_key == std::vector<std::string>{"B"});
  }

  TEST_CASE("a page is read in the encoding its bytes show or else the one it declares") {
    const std::string page =
        "<meta charset=big5><title>题</title><p>1. 盘点不准时怎么办？</p><p>答案：先核对。</p>";
    const std::string expected = "# 题\n1. 盘点不准时怎么办？\n答案：先核对。\n";
    CHECK(text_of(page) == expected);
    CHECK(text_of("\xEF\xBB\xBF" + page) == expected);
    CHECK(text_of("\xFF\xFE" + encode_text(page, "UTF-16LE")) == expected);
    CHECK(text_of(encode_text("<meta charset='gb2312'>" + page.substr(19), "GB18030")) == expected);
    CHECK(text_of(encode_text("<meta charset=Shift_JIS><p>倉庫</p>", "Shift_JIS")) == "倉庫\n");
    CHECK(text_of("<meta charset=iso-8859-1><p>caf\xE9</p>") == "café\n");
    CHECK(text_of("<meta charset=nonsense><p>plain</p>") == "plain\n");
  }

  TEST_CASE("the title is the heading it begins with or what stands before the site") {
    CHECK(text_of("<title>前端题 - 某站</title><p>文</p>") == "# 前端题\n文\n");
    CHECK(text_of("<title>前端题_用户_某站</title><p>文</p>") == "# 前端题\n文\n");
    CHECK(text_of("<title>C++ 与 Java - 2026</title><h1>C++ 与 Java - 2026</h1>文") ==
          "# C++ 与 Java - 2026\n文\n");
    CHECK(text_of("<title>前端题 - 某站</title><h1>某站</h1><p>文</p>") == "# 前端题\n# 某站\n文\n");
    CHECK(text_of("<h1>只有标题</h1><p>文</p>") == "# 只有标题\n文\n");
  }

  TEST_CASE("the main part is chosen only when no question is left outside") {
    const std::string rest = "<div>别的文章</div>";
    const std::string main = "<main><p>1. 问题一？</p><p>答案：很长很长很长的一个回答。</p></main>";
    CHECK(text_of("<body>" + rest + main + rest) == "1. 问题一？\n答案：很长很长很长的一个回答。\n");
    CHECK(text_of("<body>" + rest + "<div class='x entry-content'>" + main.substr(6)) ==
          "1. 问题一？\n答案：很长很长很长的一个回答。\n");
    const std::string other = "<div>2. 问题二？<br>答案：短。</div>";
    CHECK(text_of("<body>" + main + other) ==
          "1. 问题一？\n答案：很长很长很长的一个回答。\n2. 问题二？\n答案：短。\n");
    CHECK(text_of("<article>登录</article><p>1. 问题一？</p><p>很长很长的回答。</p>") ==
          "登录\n1. 问题一？\n很长很长的回答。\n");
  }

  TEST_CASE("hidden blocks are left out unless they hold an answer") {
    CHECK(
        text_of(
            "<p>1. 题？</p><div style='display:none'>答案：是</div><div hidden>登录后可见</div><p>末</p>") ==
        "1. 题？\n答案：是\n末\n");
    CHECK(text_of("<details><summary>答案</summary>B</details>") == "<summary>答案\nB\n");
  }

  TEST_CASE("boxes on a page become options with the ticked ones as key") {
    const auto read = read_document(
        "<html><p>1. 灭火前先做什么？（多选题）</p><label><input type=checkbox checked>A. 断电</label>"
        "<label><input type=checkbox>B. 泼水</label><label><input type=checkbox checked>C. "
        "报警</label></html>",
        "quiz.html");
    REQUIRE(read);
    REQUIRE(read->document.questions.size() == 1);
    const Question& question = read->document.questions[0];
    REQUIRE(question.options.size() == 3);
    CHECK(question.options[1].text == "泼水");
    CHECK(question.answer_key == std::vector<std::string>{"A", "C"});
  }

  TEST_CASE("a text file that a browser saved is text and not a listing") {
    CHECK(text_of("<html><body><pre>1. 题？\n答案：是\n</pre></body></html>") == "1. 题？\n答案：是\n");
  }

  TEST_CASE("a page of one endless line is read in bounded time") {
    std::string page = "<html><body><p>";
    while (page.size() < 20'000'000) page += "先核对单据，<b>再</b>查监控。&lt;";
    CHECK(text_of(page).size() > 15'000'000);
  }
}
