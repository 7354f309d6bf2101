#include <doctest/doctest.h>

#include <string>

#include "core/import/formats/word_document.h"
#include "tests/word_writer.h"

using namespace rehearse;

namespace {

/// A level of a list's definition; `more` stands inside it.
std::string level(int index, const std::string& format, const std::string& text,
                  const std::string& more = "") {
  return R"(<w:lvl w:ilvl=")" + std::to_string(index) + R"("><w:start w:val="1"/><w:numFmt w:val=")" +
         format + R"("/><w:lvlText w:val=")" + text + R"("/>)" + more + "</w:lvl>";
}

std::string definition(int id, const std::string& levels) {
  return R"(<w:abstractNum w:abstractNumId=")" + std::to_string(id) + R"(">)" + levels + "</w:abstractNum>";
}

std::string list(int id, int definition_id, const std::string& changes = "") {
  return R"(<w:num w:numId=")" + std::to_string(id) + R"("><w:abstractNumId w:val=")" +
         std::to_string(definition_id) + R"("/>)" + changes + "</w:num>";
}

std::string text_of(const std::string& numbering, const std::string& body, const std::string& styles = "") {
  const auto read = read_word_document(word_document_of({body, styles, numbering}));
  REQUIRE(read);
  return read->text;
}

/// The mark before the second item of a list of one level.
std::string mark(const std::string& format, const std::string& text) {
  const std::string numbering = definition(0, level(0, format, text)) + list(1, 0);
  const std::string lines = text_of(numbering, word_item("x", 1, 0) + word_item("x", 1, 0));
  return lines.substr(lines.find('\n') + 1, lines.rfind('x') - lines.find('\n') - 1);
}

}  // namespace

TEST_SUITE("core/import/formats/word_numbering") {
  TEST_CASE("numbers are drawn in the list's format and text") {
    CHECK(mark("decimal", "%1.") == "2. ");
    CHECK(mark("decimal", "%1、") == "2、");
    CHECK(mark("decimal", "(%1)") == "(2) ");
    CHECK(mark("decimal", "第%1题") == "第2题 ");
    CHECK(mark("decimal", "【题目%1】") == "【题目2】");
    CHECK(mark("chineseCounting", "%1、") == "二、");
    CHECK(mark("chineseCountingThousand", "第%1章") == "第二章 ");
    CHECK(mark("upperLetter", "%1.") == "B. ");
    CHECK(mark("lowerLetter", "%1)") == "b) ");
    CHECK(mark("lowerRoman", "%1.") == "ii. ");
    CHECK(mark("decimalEnclosedCircle", "%1") == "② ");
    CHECK(mark("bullet", "\xEF\x82\xB7") == "- ");
    CHECK(mark("none", "") == "");
  }

  TEST_CASE("a number that only a tab sets apart gets a sign") {
    CHECK(mark("decimal", "%1") == "2. ");
    CHECK(mark("upperLetter", "%1") == "B. ");
    CHECK(mark("chineseCounting", "%1") == "二、");
  }

  TEST_CASE("deeper levels start again below the next item and show the numbers above them") {
    const std::string numbering =
        definition(0, level(0, "chineseCounting", "%1、") + level(1, "decimal", "%1.%2", "<w:isLgl/>") +
                          level(2, "decimal", "%3)", R"(<w:lvlRestart w:val="0"/>)")) +
        list(1, 0);
    CHECK(text_of(numbering, word_item("a", 1, 0) + word_item("b", 1, 1) + word_item("c", 1, 2) +
                                 word_item("d", 1, 1) + word_item("e", 1, 0) + word_item("f", 1, 1) +
                                 word_item("g", 1, 2)) == "一、a\n1.1 b\n1) c\n1.2 d\n二、e\n2.1 f\n2) g\n");
  }

  TEST_CASE("lists of one definition count on unless they start again") {
    const std::string start = R"(<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>)";
    const std::string numbering =
        definition(0, level(0, "decimal", "%1.")) + list(1, 0) + list(2, 0) + list(3, 0, start);
    CHECK(text_of(numbering, word_item("a", 1, 0) + word_item("b", 2, 0) + word_item("c", 3, 0) +
                                 word_item("d", 3, 0)) == "1. a\n2. b\n5. c\n6. d\n");
  }

  TEST_CASE("a list may change a level and a definition may stand in a style") {
    const std::string changed =
        R"(<w:lvlOverride w:ilvl="0">)" + level(0, "upperLetter", "%1.") + "</w:lvlOverride>";
    const std::string linked =
        R"(<w:abstractNum w:abstractNumId="7"><w:numStyleLink w:val="s"/></w:abstractNum>)" + list(8, 7);
    const std::string styles =
        R"(<w:style w:type="numbering" w:styleId="s"><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>)";
    const std::string numbering =
        definition(0, level(0, "decimal", "%1.")) + list(1, 0, changed) + list(2, 0) + linked;
    CHECK(text_of(numbering, word_item("a", 1, 0) + word_item("b", 8, 0), styles) == "A. a\n2. b\n");
  }

  TEST_CASE("a style numbers its paragraphs and a paragraph may refuse") {
    const std::string styles =
        R"(<w:style w:type="paragraph" w:styleId="q"><w:name w:val="q"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>)";
    const std::string numbering =
        definition(0, level(0, "decimal", "%1.") + level(1, "decimal", "(%2)", R"(<w:pStyle w:val="q"/>)")) +
        list(1, 0);
    const std::string styled = R"(<w:p><w:pPr><w:pStyle w:val="q"/>)";
    const std::string text = "</w:pPr><w:r><w:t>x</w:t></w:r></w:p>";
    CHECK(
        text_of(numbering,
                styled + text + styled + R"(<w:numPr><w:numId w:val="0"/></w:numPr>)" + text + styled + text,
                styles) == "(1) x\nx\n(2) x\n");
    CHECK(text_of("", word_item("x", 99, 12)) == "x\n");
  }
}
