// Word documents made to do harm, and files that only look like one.
#include <doctest/doctest.h>

#include <random>
#include <string>

#include "core/base/text.h"
#include "core/import/formats/word_document.h"
#include "core/import/read_document.h"
#include "tests/word_writer.h"
#include "tests/zip_writer.h"

using namespace rehearse;

namespace {

std::string refusal(const std::string& bytes) {
  const auto read = read_document(bytes, "some.docx");
  REQUIRE_FALSE(read);
  CHECK(read.error().where == "some.docx");
  CHECK_FALSE(read.error().what.chinese.empty());
  return read.error().what.english;
}

std::string repeated(const std::string& text, std::size_t count) {
  std::string all;
  for (std::size_t i = 0; i < count; ++i) all += text;
  return all;
}

}  // namespace

TEST_SUITE("core/import/formats/word_hostile") {
  TEST_CASE("containers that are something else are named") {
    CHECK(refusal(zip_of({{"ppt/presentation.xml", "<p/>"}})) ==
          "this is a presentation (.pptx), not a Word document");
    CHECK(refusal(zip_of({{"xl/workbook.xml", "<x/>"}})) ==
          "this is a spreadsheet (.xlsx), not a Word document");
    CHECK(
        refusal(zip_of({{"mimetype", "application/vnd.oasis.opendocument.text"}, {"content.xml", "<o/>"}})) ==
        "this is an OpenDocument file (.odt), not a Word document");
    CHECK(refusal(zip_of({{"notes.txt", "1. 题"}})) == "this zip container holds no Word document");
    CHECK(refusal("PK\x03\x04 and nothing more") == "the container is damaged or incomplete");
    CHECK(refusal(encrypted_zip_of({{"word/document.xml", "<w:p/>"}}, "x")) ==
          "it is protected by a password");
    CHECK(refusal(word_document_of({"", "", ""})) == "the document holds no text");
  }

  TEST_CASE("a document that would unpack to gigabytes is refused") {
    const std::string spaces(64 * 1024 * 1024, ' ');
    CHECK(refusal(word_document_of({spaces, "", ""})) ==
          "it would unpack to far more than a document can be");
    CHECK(refusal(lying_zip_of("word/document.xml", "<w:p/>", 4'000'000'000)) ==
          "it would unpack to far more than a document can be");
  }

  TEST_CASE("markup that would fill the memory is refused") {
    const std::string body = repeated("<a/>", 2'000'000);
    CHECK(refusal(word_document_of({body, "", ""})) == "its markup is made to fill the memory");
  }

  TEST_CASE("entities are never expanded") {
    std::string bomb =
        R"(<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a0 "ha"><!ENTITY x SYSTEM "file:///etc/passwd">)";
    for (int i = 1; i < 30; ++i) {
      const std::string before = "&a" + std::to_string(i - 1) + ";";
      bomb += "<!ENTITY a" + std::to_string(i) + " \"" + before + before + "\">";
    }
    bomb += "]><w:document><w:body>" + word_paragraph("题 &a29; &x; 完") + "</w:body></w:document>";
    const auto read = read_word_document(word_document_of_parts(bomb, "", ""));
    REQUIRE(read);
    CHECK(read->text == "题 &a29; &x; 完\n");
  }

  TEST_CASE("elements nested a hundred thousand deep are read to the end") {
    constexpr std::size_t kDepth = 100'000;
    for (const std::string name :
         {"w:p", "w:r", "w:tbl", "w:tc", "w:sdt", "w:txbxContent", "mc:Choice", "x"}) {
      CAPTURE(name);
      const std::string body =
          repeated("<" + name + ">", kDepth) + "<w:t>正文</w:t>" + repeated("</" + name + ">", kDepth);
      const auto read = read_word_document(word_document_of({word_paragraph("前") + body, "", ""}));
      REQUIRE(read);
      CHECK(read->text.find("正文") != std::string::npos);
    }
  }

  TEST_CASE("a part that breaks off is read as far as it goes and reported") {
    const std::string whole = "<w:document><w:body>" + word_paragraph("1. 第一题？") + "<w:p><w:r><w:t>2. 第";
    const auto read = read_word_document(word_document_of_parts(whole, "", ""));
    REQUIRE(read);
    CHECK(read->text.find("1. 第一题？\n") == 0);
    REQUIRE(read->problems.size() == 1);
    CHECK(read->problems[0].code == "truncated");
  }

  TEST_CASE("names that climb out of the container are harmless") {
    const std::string relationships =
        R"(<Relationships><Relationship Id="a" Type="x/officeDocument" Target="../../../../word/document.xml"/></Relationships>)";
    const auto read = read_word_document(
        zip_of({{"_rels/.rels", relationships},
                {"../../evil.xml", "<a/>"},
                {"word/document.xml", "<w:document>" + word_paragraph("正文") + "</w:document>"}}));
    REQUIRE(read);
    CHECK(read->text == "正文\n");
  }

  TEST_CASE("any damage gives an error or valid text") {
    const std::string numbering =
        R"(<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>)"
        R"(<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>)";
    const std::string body =
        word_item("题", 1, 0) +
        R"(<w:tbl><w:tr><w:tc><w:p><w:r><w:sym w:char="F0FC"/><w:br/></w:r></w:p></w:tc></w:tr></w:tbl>)";
    std::mt19937 random(20261122);
    for (int round = 0; round < 1500; ++round) {
      const auto damaged = [&](std::string text) {
        for (int i = 0; i < 4; ++i) {
          const std::size_t at = random() % text.size();
          if (random() % 2 == 0)
            text[at] = static_cast<char>(random());
          else
            text.erase(at, random() % 20);
        }
        return text;
      };
      const auto read = read_word_document(word_document_of({damaged(body), "", damaged(numbering)}));
      if (read) CHECK(is_valid_utf8(read->text));
    }
  }
}
