// The same notes as a package and as Anki's text file.
#include "core/import/anki/anki_text.h"

#include <doctest/doctest.h>

#include <string>

#include "core/import/anki/anki_package.h"
#include "core/import/document_file.h"
#include "core/import/read_document.h"
#include "tests/anki_writer.h"
#include "tests/zip_writer.h"

namespace rehearse {
namespace {

constexpr const char* kModels = R"json({
 "100": {"name": "Basic", "type": 0, "flds": [{"name": "Front", "ord": 0}, {"name": "Back", "ord": 1}]},
 "101": {"name": "Cloze", "type": 1, "flds": [{"name": "Text", "ord": 0}, {"name": "Back Extra", "ord": 1}]}
})json";
constexpr const char* kDecks = R"json({
 "1": {"name": "Default"}, "10": {"name": "面试"}, "20": {"name": "面试::客服::投诉"}, "30": {"name": "Networks"}
})json";
constexpr const char* kContent = R"sql(
INSERT INTO notes VALUES
 (1, 'a', 100, 0, -1, 'service', '如何安抚投诉的客户？' || char(31) || '<ol><li>倾听</li><li>致歉</li></ol>', '', 0, 0, ''),
 (2, 'b', 101, 0, -1, '', '{{c1::北京::城市}}是{{c2::中国}}的首都' || char(31) || '见"地图"', '', 0, 0, ''),
 (3, 'c', 100, 0, -1, '', 'What does TCP add to IP? <img src="tcp.png">' || char(31) || 'Order and retries.', '', 0, 0, '');
INSERT INTO cards VALUES
 (11, 1, 20, 0, 0, -1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, ''),
 (21, 2, 10, 0, 0, -1, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0, ''),
 (22, 2, 10, 1, 0, -1, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0, ''),
 (31, 3, 30, 0, 0, -1, 0, 0, 3, 0, 0, 0, 0, 0, 0, 0, 0, '');
)sql";
constexpr const char* kText =
    "#separator:tab\n#html:true\n#guid column:1\n#notetype column:2\n#deck column:3\n#tags column:6\n"
    "a\tBasic\t面试::客服::投诉\t如何安抚投诉的客户？\t<ol><li>倾听</li><li>致歉</li></ol>\tservice\n"
    "b\tCloze\t面试\t{{c1::北京::城市}}是{{c2::中国}}的首都\t\"见\"\"地图\"\"\"\t\n"
    "c\tBasic\tNetworks\t\"What does TCP add to IP? <img src=\"\"tcp.png\"\">\"\tOrder and retries.\t\n";

std::vector<StudiedDeck> decks_of_package() {
  auto decks = read_anki_package(
      zip_of({{"collection.anki2", database_of(schema_11("{}", kModels, kDecks) + kContent)}}),
      std::chrono::minutes{0});
  REQUIRE_MESSAGE(decks, decks.error().line());
  return std::move(*decks);
}

}  // namespace

TEST_SUITE("core/import/anki/anki_text") {
  TEST_CASE("notes as text give the decks and questions that the package of the same notes gives") {
    const auto of_text = read_anki_text(kText);
    REQUIRE(of_text);
    const auto of_package = decks_of_package();
    REQUIRE(of_text->size() == 2);
    REQUIRE(of_package.size() == 2);
    for (std::size_t i = 0; i < of_package.size(); ++i) {
      const Document& text = (*of_text)[i].document;
      const Document& package = of_package[i].document;
      CHECK(text.title == package.title);
      CHECK(text.questions == package.questions);
      REQUIRE(text.sections.size() == package.sections.size());
      for (std::size_t j = 0; j < text.sections.size(); ++j)
        CHECK(text.sections[j].title == package.sections[j].title);
      CHECK(text.problems.size() == package.problems.size());
    }
    CHECK((*of_text)[0].document.questions[1].answer_key == std::vector<std::string>{"北京", "中国"});
    CHECK((*of_text)[1].document.questions[0].stem == "What does TCP add to IP? [image: tcp.png]");
    const auto read = read_document(kText, "notes.txt");
    REQUIRE(read);
    CHECK(read->document.questions.size() == 3);
  }

  TEST_CASE("text without HTML and without decks is read and named after its file") {
    const auto read = read_document(
        "\xEF\xBB\xBF#separator:Tab\n#html:false\n#tags column:3\n<head> 是什么？\t\"页头 & "
        "元数据\n不显示\"\tx\n",
        "前端.txt");
    REQUIRE(read);
    CHECK(read->document.title == "前端");
    REQUIRE(read->document.questions.size() == 1);
    CHECK(read->document.questions[0].stem == "<head> 是什么？");
    CHECK(read->document.questions[0].answer == "页头 & 元数据\n不显示");
  }

  TEST_CASE("a table whose header names columns or only a separator is no export of notes") {
    CHECK_FALSE(read_anki_text("#separator:tab\n#columns:题目\t答案\n#tags column:3\n一？\t二\tx\n"));
    CHECK_FALSE(read_anki_text("#separator:tab\n一？\t二\n"));
    CHECK_FALSE(read_anki_text("题目,答案\n一？,{{c1::二}}\n"));
    CHECK(read_anki_text("#separator:tab\n{{c1::一}}个\n"));
  }
}

}  // namespace rehearse
