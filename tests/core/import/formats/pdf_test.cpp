#include "core/import/formats/pdf.h"

#include <doctest/doctest.h>

#include <string>

#include "core/base/process.h"
#include "core/import/read_document.h"
#include "tests/pdf_writer.h"
#include "tests/skip.h"

using namespace rehearse;
using test::pdf_of;

namespace {

bool has_pdftotext() {
  const ProcessLimits limits{std::chrono::minutes{1}, 100'000, 2'000'000'000};
  return run_process({"pdftotext", "-v"}, "", limits).end == ProcessOutcome::End::kExited;
}

std::string text_of(const std::vector<test::PdfPage>& pages) {
  const auto text = text_of_pdf(pdf_of(pages));
  REQUIRE_MESSAGE(text, text.error().line());
  return text->text;
}

// As wide as a page: 44 Chinese characters.
const std::string kFullLine =
    "先看他怎么做，站在旁边看两轮，记下在哪一步出错，是看错标签还是走错通道，先不急着插话";

}  // namespace

TEST_SUITE("core/import/formats/pdf") {
  TEST_CASE("the lines of a PDF come in order with its pages one behind the other") {
    if (!has_pdftotext()) SKIP_IN_WORDS("pdftotext is not installed");
    CHECK(text_of({{"仓储主管面试", "1. 为什么来？"}, {"答案：喜欢。", "end"}}) ==
          "仓储主管面试\n1. 为什么来？\n答案：喜欢。\nend\n");
  }

  TEST_CASE("a line that reaches the margin in mid sentence goes on in the next one") {
    if (!has_pdftotext()) SKIP_IN_WORDS("pdftotext is not installed");
    CHECK(text_of({{kFullLine, "也不替他做。", kFullLine, "也不走开。", "(2)再示范"}}) ==
          kFullLine + "也不替他做。\n" + kFullLine + "也不走开。\n(2)再示范\n");
    // A mark, a short line and a page's foot begin lines of their own.
    CHECK(text_of({{kFullLine, "2. 第二题？", "短", "行", kFullLine, "3"}, {"新页"}}) ==
          kFullLine + "\n2. 第二题？\n短\n行\n" + kFullLine + "\n3\n新页\n");
  }

  TEST_CASE("the questions of a PDF are read like those of any text") {
    if (!has_pdftotext()) SKIP_IN_WORDS("pdftotext is not installed");
    const auto read = read_document(
        pdf_of(
            {{"夜班面试题", "1. 怎么交接？", "参考答案：", "(1)列清单：逐项签字。", "(2)当面说：不留口信。"},
             {"2. 停电时先做什么？", "参考答案：", "(1)安抚客人：先说话。", "(2)看应急灯：逐层走一遍。"}}),
        "夜班.pdf");
    REQUIRE_MESSAGE(read, read.error().line());
    REQUIRE(read->document.questions.size() == 2);
    CHECK(read->document.questions[1].stem == "停电时先做什么？");
    CHECK(read->document.questions[1].points.size() == 2);
  }

  TEST_CASE("a PDF that cannot be read says why in both languages") {
    if (!has_pdftotext()) SKIP_IN_WORDS("pdftotext is not installed");
    const auto scanned = text_of_pdf(pdf_of({{}, {}}));
    REQUIRE_FALSE(scanned);
    CHECK(scanned.error().what.english.find("pictures") != std::string::npos);
    const auto damaged = text_of_pdf("%PDF-1.4\nnothing of the kind");
    REQUIRE_FALSE(damaged);
    CHECK(damaged.error().what.english.find("damaged") != std::string::npos);
    CHECK_FALSE(damaged.error().what.chinese.empty());
  }
}
