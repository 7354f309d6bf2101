#include "core/import/formats/odd_separators.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "core/import/formats/table_remarks.h"
#include "core/import/read_document.h"

using namespace rehearse;

namespace {

Document read(const std::string& text) {
  auto read = read_document(text, "题库.txt");
  REQUIRE(read);
  return std::move(read->document);
}

std::vector<std::string> option_texts(const Question& question) {
  std::vector<std::string> texts;
  for (const Option& option : question.options) texts.push_back(option.text);
  return texts;
}

}  // namespace

TEST_SUITE("core/import/formats/odd_separators") {
  TEST_CASE("a remark names the columns and another sign parts the options") {
    for (const std::string sign : {"@@", "$$", "##", "~~", "%%", "<>", "#*#", "=>", "｜"}) {
      CAPTURE(sign);
      const auto row = [&](const std::vector<std::string>& cells) {
        std::string line = cells[0];
        for (std::size_t i = 1; i < cells.size(); ++i) line += sign + cells[i];
        return line + "\n";
      };
      const Document document =
          read("# 机房值班题\n" + row({"# 字段: 题型", "题干", "选项(用;;分隔)", "答案", "解析"}) +
               "# 请勿改动格式\n" + row({"单选", "断电后先看哪里", "空调;;电池组;;门禁", "B", ""}) +
               row({"判断", "机柜门可以常开", "", "错", "会积灰"}) +
               row({"问答", "温度过高怎么办", "", "先查空调。\\n再开备用风机。", ""}) + "# 共三题\n");
      CHECK(document.title == "机房值班题");
      REQUIRE(document.questions.size() == 3);
      CHECK(document.questions[0].stem == "断电后先看哪里");
      CHECK(option_texts(document.questions[0]) == std::vector<std::string>{"空调", "电池组", "门禁"});
      CHECK(document.questions[0].answer_key == std::vector<std::string>{"B"});
      CHECK(document.questions[1].analysis == "会积灰");
      CHECK(document.questions[2].answer == "先查空调。\n再开备用风机。");
    }
  }

  TEST_CASE("signs of prose and Markdown part no fields") {
    CHECK(odd_separators("## 甲？\n**乙**\n## 丙？\n**丁**\n").empty());
    CHECK(odd_separators("a -- b\nc -- d\ne -- f\n").empty());
    CHECK(odd_separators("**问:** 甲？\n**答:** 乙。\n**问:** 丙？\n**答:** 丁。\n").empty());
    CHECK(odd_separators("见 https://a.example\n见 https://b.example\n").empty());
    CHECK(odd_separators("甲##乙@@丙\n丁##戊@@己\n") == std::vector<std::string>{"##", "@@"});
  }

  TEST_CASE("an escaped line end stays where a listing means it") {
    CHECK(writes_line_ends_as_escapes({{"先停机。\\n再检查。"}}));
    CHECK_FALSE(writes_line_ends_as_escapes({{"printf(\"a\\n\") 输出什么"}}));
    CHECK(with_line_ends("一。\\r\\n二。\\nputs(\"x\\n\")\\\\n") == "一。\n二。\nputs(\"x\\n\")\\n");
  }
}
