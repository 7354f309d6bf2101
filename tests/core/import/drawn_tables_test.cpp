#include "core/import/drawn_tables.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "core/import/read_document.h"

using namespace rehearse;

TEST_SUITE("core/import/drawn_tables") {
  TEST_CASE("keys in a drawn table find their questions") {
    const std::string questions =
        "柜员试卷\n一、单选题（本大题共 2 小题，每小题 3 分）\n1．假币应当（  ）。\nA．收缴 "
        "B．退还\n2．离柜应当（  ）。\n"
        "A．上锁 B．敞开\n二、判断题\n3．可以共用密码。\n4．假币要双人收。\n\n──────── 参考答案 "
        "────────\n一、单选题\n";
    const std::string boxes =
        "┌────┬───┬───┐\n│题号│ 1 │ 2 │\n├────┼───┼───┤\n│答案│ A │ A │\n└────┴───┴───┘\n二、判断题\n│题号│ "
        "3 │ 4 │\n│答案│ × │ √ │\n";
    const std::string ascii =
        "+----+---+---+\n|题号| 1 | 2 |\n+----+---+---+\n|答案| A | A |\n+----+---+---+\n二、判断题\n3．错 "
        "4．对\n";
    for (const std::string& answers : {boxes, ascii}) {
      CAPTURE(answers);
      const auto read = read_document(questions + answers, "试卷.txt");
      REQUIRE(read);
      const auto& found = read->document.questions;
      REQUIRE(found.size() == 4);
      CHECK(found[0].answer_key == std::vector<std::string>{"A"});
      CHECK(found[1].answer_key == std::vector<std::string>{"A"});
      CHECK(found[2].answer_key == std::vector<std::string>{"错误"});
      CHECK(found[0].marks == 3);
    }
  }

  TEST_CASE("every line keeps its place and other drawings stay as they are") {
    const std::string table = "上\n┌──┬──┐\n│题目│答案│\n├──┼──┤\n│甲是什么？│乙│\n└──┴──┘\n下\n";
    const auto rows = with_drawn_tables_as_rows(table);
    REQUIRE(rows);
    CHECK(rows->find("| 甲是什么？ | 乙 |\n") != std::string::npos);
    CHECK(std::count(rows->begin(), rows->end(), '\n') >= std::count(table.begin(), table.end(), '\n'));
    const std::string tree = "src\n│   ├── a\n│   └── b\n+----+\n| id |\n+----+\n| 7  |\n+----+\n";
    CHECK(with_drawn_tables_as_rows(tree).value_or(tree).substr(0, tree.size()) == tree);
    CHECK_FALSE(with_drawn_tables_as_rows("没有表格"));
  }
}
