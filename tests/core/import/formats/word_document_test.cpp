#include "core/import/formats/word_document.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <string>

#include "core/base/file.h"
#include "core/import/read_document.h"
#include "tests/deck_printing.h"
#include "tests/word_writer.h"

using namespace rehearse;

namespace {

std::string safety(const std::string& part) {
  const auto bytes =
      read_file(std::filesystem::path(REHEARSE_TESTS_DIR) / "data" / "formats" / "safety.docx" / part);
  REQUIRE(bytes);
  return *bytes;
}

std::string text_of(const WordXml& xml) {
  const auto read = read_word_document(word_document_of(xml));
  REQUIRE(read);
  return read->text;
}

std::string body_text(const std::string& body) { return text_of({body, "", ""}); }

std::string run(const std::string& text, const std::string& properties = "") {
  return "<w:r><w:rPr>" + properties + R"(</w:rPr><w:t xml:space="preserve">)" + text + "</w:t></w:r>";
}

std::string paragraph(const std::string& content) { return "<w:p>" + content + "</w:p>"; }

}  // namespace

TEST_SUITE("core/import/formats/word_document") {
  TEST_CASE("problems name the paragraph or the table and the words to search for") {
    const auto cell = [](const std::string& content) { return "<w:tc><w:p>" + content + "</w:p></w:tc>"; };
    const std::string picture = R"(<w:r><w:drawing><blip embed="rId9"/></w:drawing></w:r>)";
    const std::string table = "<w:tbl><w:tr>" + cell(run("岗位")) + cell(run("图示")) + "</w:tr><w:tr>" +
                              cell(run("前台")) + cell(picture) + "</w:tr></w:tbl>";
    const auto read = read_document(
        word_document_of({word_paragraph("面试题") + "<w:p/>" + word_paragraph("1. 谁值班？") +
                              word_paragraph("答案：见下表。") + table + word_paragraph("2. 谁签字？"),
                          "", ""}),
        "a.docx");
    REQUIRE(read);
    const auto place_of = [&](const std::string& code) {
      for (const Problem& problem : read->document.problems)
        if (problem.code == code) return problem.place;
      return Words();
    };
    CHECK(place_of("picture").english == "table 1 \"前台\"");
    CHECK(place_of("no-answer").english == "paragraph 4 \"谁签字？\"");
    CHECK(place_of("no-answer").chinese == "第 4 段“谁签字？”");
  }

  TEST_CASE("a Word document with numbered questions reads like its printed page") {
    const std::string bytes =
        word_document_of_parts(safety("document.xml"), safety("styles.xml"), safety("numbering.xml"));
    const auto text = read_word_document(bytes);
    REQUIRE(text);
    CHECK(text->text == safety("expected.md"));
    REQUIRE(text->problems.size() == 1);
    CHECK(text->problems[0].code == "picture");
    CHECK(text->problems[0].line == 19);
    CHECK(std::is_sorted(text->places.begin(), text->places.end(),
                         [](const VisiblePlace& a, const VisiblePlace& b) { return a.line < b.line; }));

    const auto read = read_document(bytes, "safety.docx");
    REQUIRE(read);
    const Document& document = read->document;
    CHECK(document.title == "班组安全员面试题");
    REQUIRE(document.sections.size() == 3);
    CHECK(document.sections[0].title == "单选题");
    REQUIRE(document.questions.size() == 5);
    CHECK(document.questions[0].stem == "配电箱冒烟时首先要做的是？");
    CHECK(document.questions[0].kind == QuestionKind::kSingle);
    REQUIRE(document.questions[0].options.size() == 3);
    CHECK(document.questions[0].options[1].text == "断开上级电源");
    CHECK(document.questions[0].answer_key == std::vector<std::string>{"B"});
    REQUIRE(document.questions[1].options.size() == 2);
    CHECK(document.questions[1].answer_key == std::vector<std::string>{"A"});
    CHECK(document.questions[2].kind == QuestionKind::kFill);
    CHECK(document.questions[2].answer_key == std::vector<std::string>{"两"});
    REQUIRE(document.questions[3].points.size() == 3);
    CHECK(document.questions[3].points[0].cue == "当场制止");
    CHECK(document.questions[4].answer == "临边没有护栏，电线拖地。");
  }

  TEST_CASE("runs and breaks and symbols make the text one sees") {
    CHECK(body_text(paragraph(run("先") + run("核对", "<w:b/>") + run("单据", R"(<w:b w:val="0"/>)"))) ==
          "先**核对**单据\n");
    CHECK(body_text(paragraph("<w:r><w:t>A. 甲</w:t><w:tab/><w:t>B. 乙</w:t><w:br/><w:t>下</w:t></w:r>")) ==
          "A. 甲\tB. 乙\n下\n");
    CHECK(body_text(paragraph("<w:r><w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t><w:softHyphen/><w:t>c</w:t>"
                              R"(<w:sym w:font="Wingdings" w:char="F0FC"/></w:r>)")) == "a-bc√\n");
    CHECK(body_text(paragraph(run("显") + run("隐", "<w:vanish/>") + run("甲&#xAD;乙&amp;&lt;b&gt;"))) ==
          "显甲乙&`<b>`\n");
    CHECK(body_text(paragraph("<w:hyperlink><w:r><w:t>链接</w:t></w:r></w:hyperlink>"
                              R"(<w:fldSimple w:instr=" PAGE "><w:r><w:t>3</w:t></w:r></w:fldSimple>)")) ==
          "链接\n");
    CHECK(body_text(
              paragraph(R"(<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>eq \o\ac(○,3)</w:instrText>)"
                        R"(<w:fldChar w:fldCharType="end"/><w:t>第三</w:t></w:r>)")) == "③第三\n");
    CHECK(
        body_text(paragraph("<w:r><w:ruby><w:rt><w:r><w:t>yi</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>一</w:t>"
                            "</w:r></w:rubyBase></w:ruby></w:r>")) == "一\n");
    CHECK(body_text(paragraph("<w:moveFrom>" + run("旧处") + "</w:moveFrom><w:moveTo>" + run("新处") +
                              "</w:moveTo>")) == "新处\n");
  }

  TEST_CASE("underlined blanks are a gap to fill in") {
    const std::string underline = R"(<w:u w:val="single"/>)";
    CHECK(body_text(paragraph(run("共") + run("  ", underline) + run(" ", underline) + run("项，") +
                              run("\t", underline) + run("天"))) == "共____项，____天\n");
    CHECK(body_text(paragraph(run("重点", underline) + run(" ", underline) + run("内容"))) == "重点 内容\n");
  }

  TEST_CASE("content of controls is read and their prompts are not") {
    const std::string content = "<w:sdtContent>" + word_paragraph("内容") + "</w:sdtContent></w:sdt>";
    CHECK(body_text("<w:sdt><w:sdtPr/>" + content) == "内容\n");
    CHECK(body_text("<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr>" + content + word_paragraph("后")) ==
          "后\n");
    CHECK(body_text(
              paragraph(R"(<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="1"/></w14:checkbox></w:sdtPr>)"
                        "<w:sdtContent>" +
                        run("☒") + "</w:sdtContent></w:sdt>" + run(" 甲"))) == "- [x] 甲\n");
  }

  TEST_CASE("a text box follows its paragraph and is read once") {
    const std::string box = "<w:txbxContent>" + word_paragraph("框内") + "</w:txbxContent>";
    CHECK(body_text(paragraph(run("前") + "<w:r><mc:AlternateContent><mc:Choice>" + box +
                              "</mc:Choice><mc:Fallback>" + box +
                              "</mc:Fallback></mc:AlternateContent></w:r>" + run("后")) +
                    word_paragraph("末")) == "前后\n框内\n末\n");
  }

  TEST_CASE("tables become rows or the lines of their cells") {
    const auto cell = [](const std::string& content) { return "<w:tc>" + content + "</w:tc>"; };
    const auto row = [](const std::string& cells) { return "<w:tr>" + cells + "</w:tr>"; };
    CHECK(body_text("<w:tbl>" + row(cell(word_paragraph("a")) + cell(word_paragraph("b"))) +
                    row(cell(word_paragraph("c")) + cell(word_paragraph(""))) + "</w:tbl>") ==
          "| a | b |\n| --- | --- |\n| c |  |\n");
    CHECK(body_text("<w:tbl>" + row(cell(word_paragraph("1. 题？") + word_paragraph("答案：是"))) +
                    "</w:tbl>") == "1. 题？\n答案：是\n");
    CHECK(body_text("<w:tbl>" + row(cell(word_paragraph("留"))) + "<w:tr><w:trPr><w:del/></w:trPr>" +
                    cell(word_paragraph("删")) + "</w:tr></w:tbl>") == "留\n");
  }

  TEST_CASE("headings are told by outline level or by the name of their style") {
    const std::string styles =
        R"(<w:style w:type="paragraph" w:styleId="x"><w:name w:val="标题 2"/></w:style>)"
        R"(<w:style w:type="paragraph" w:styleId="y"><w:name w:val="mine"/><w:basedOn w:val="x"/></w:style>)"
        R"(<w:style w:type="paragraph" w:styleId="z"><w:name w:val="round"/><w:basedOn w:val="z"/></w:style>)";
    const auto styled = [&](const std::string& properties) {
      return text_of({"<w:p><w:pPr>" + properties + "</w:pPr>" + run("题") + "</w:p>", styles, ""});
    };
    CHECK(styled(R"(<w:pStyle w:val="x"/>)") == "## 题\n");
    CHECK(styled(R"(<w:pStyle w:val="y"/>)") == "## 题\n");
    CHECK(styled(R"(<w:pStyle w:val="z"/>)") == "题\n");
    CHECK(styled(R"(<w:outlineLvl w:val="3"/>)") == "#### 题\n");
    CHECK(styled(R"(<w:pStyle w:val="x"/><w:outlineLvl w:val="9"/>)") == "题\n");
  }

  TEST_CASE("strict documents and documents without relationships are read") {
    const std::string strict =
        R"(<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"><w:body>)" +
        word_paragraph("严格") + "</w:body></w:document>";
    const auto read = read_word_document(word_document_of_parts(strict, "", ""));
    REQUIRE(read);
    CHECK(read->text == "严格\n");
  }
}
