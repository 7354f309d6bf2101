#include "core/import/formats/pdf_tables.h"

#include <doctest/doctest.h>

#include <random>
#include <string>
#include <vector>

using namespace rehearse;

namespace {

/// Words at places of a page of 600 by 800, as pdftotext -bbox and -raw list them.
class Page {
 public:
  Page() { turn(); }

  Page& turn() {
    if (!raw_.empty()) raw_ += "\f";
    boxes_ += "<page width=\"600\" height=\"800\">\n";
    return *this;
  }
  /// Lines below each other, ten points high.
  Page& put(int left, int top, const std::vector<std::string>& lines) {
    for (const std::string& line : lines) {
      const int right = left + static_cast<int>(line.size()) * 2;
      boxes_ += "<word xMin=\"" + std::to_string(left) + ".5\" yMin=\"" + std::to_string(top) + "\" xMax=\"" +
                std::to_string(right) + "\" yMax=\"" + std::to_string(top + 10) + "\">" + line + "</word>\n";
      raw_ += (raw_.empty() ? "" : top == last_top_ ? " " : "\n") + line;
      last_top_ = top;
      top += 12;
    }
    return *this;
  }
  std::vector<PdfTable> tables() const { return question_tables(raw_, boxes_); }
  const std::string& raw() const { return raw_; }
  const std::string& boxes() const { return boxes_; }

 private:
  std::string raw_, boxes_;
  int last_top_ = 0;
};

std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += line + '\n';
  return text;
}

}  // namespace

TEST_SUITE("core/import/formats/pdf_tables") {
  TEST_CASE("columns of questions and answers become questions whatever the lines of their cells") {
    Page page;
    page.put(20, 100, {"值班面试题"})
        .put(20, 140, {"序", "号"})
        .put(100, 140, {"题目"})
        .put(400, 140, {"参考答案"});
    page.put(20, 176, {"1"})
        .put(60, 170, {"断电时先", "做什么？"})
        .put(300, 170, {"先确认", "再报告，", "1.记录"});
    page.put(20, 210, {"2"}).put(60, 210, {"谁签字？"}).put(300, 210, {"班长。"});
    page.put(20, 300, {"以上由培训部整理，请勿外传，谢谢大家的配合与支持，再见，再见，再见，再见。"});
    const auto tables = page.tables();
    REQUIRE(tables.size() == 1);
    CHECK(joined(tables[0].lines) ==
          "1. 断电时先做什么？\n答案：先确认再报告，\n1.记录\n2. 谁签字？\n答案：班长。\n");
    CHECK(page.raw().substr(tables[0].begin, 3) == "序");
    CHECK(page.raw().substr(tables[0].end - 9, 9) == "班长。");
    CHECK(may_hold_question_table(page.raw()));
  }

  TEST_CASE("a table goes on over pages without their headers and footers and without its repeated head") {
    Page page;
    for (int number = 1; number <= 3; ++number) {
      if (number > 1) page.turn();
      page.put(20, 10, {"printed"}).put(60, 100, {"Question"}).put(300, 100, {"Answer"});
      page.put(60, 200, {"Why " + std::string(static_cast<std::size_t>(number), 'x') + "?"});
      page.put(300, 200, {"Because."}).put(500, 785, {"page" + std::to_string(number)});
    }
    const auto tables = page.tables();
    REQUIRE(tables.size() == 1);
    CHECK(joined(tables[0].lines) ==
          "1. Why x?\n答案：Because.\n2. Why xx?\n答案：Because.\n3. Why xxx?\n答案：Because.\n");
  }

  TEST_CASE("any damage to the list of boxes gives tables inside the text or none") {
    Page page;
    page.put(60, 100, {"Question"}).put(300, 100, {"Answer"}).put(60, 120, {"Why?"}).put(300, 120, {"So."});
    std::mt19937 random(20261122);
    for (int round = 0; round < 2000; ++round) {
      std::string boxes = page.boxes();
      for (int i = 0; i < 3; ++i) boxes[random() % boxes.size()] = "0.\"<>e-\n9xa"[random() % 11];
      for (const PdfTable& table : question_tables(page.raw(), boxes)) {
        CHECK(table.begin < table.end);
        CHECK(table.end <= page.raw().size());
      }
    }
  }

  TEST_CASE("what is no table of questions stays as it is") {
    CHECK(Page().put(20, 100, {"题目"}).put(200, 100, {"答案"}).tables().empty());
    CHECK(Page().put(20, 100, {"岗位"}).put(200, 100, {"人数"}).put(20, 130, {"前台"}).tables().empty());
    CHECK(Page().put(20, 100, {"题目与答案如下"}).put(20, 130, {"1. 谁签字？"}).tables().empty());
    CHECK(question_tables("other words", "<page height=\"9\">\n<word xMin=\"1\">题目</word>\n").empty());
    CHECK(question_tables("", "").empty());
    CHECK_FALSE(may_hold_question_table("1. 谁签字？\n答案：班长。\n"));
  }
}
