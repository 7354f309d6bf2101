#include "core/import/formats/format.h"

#include <doctest/doctest.h>

#include <string>

#include "core/base/file.h"
#include "core/base/text.h"
#include "tests/word_writer.h"
#include "tests/zip_writer.h"

using namespace rehearse;

TEST_SUITE("core/import/formats/format") {
  TEST_CASE("a zip is a Word document unless it holds or is named an Anki collection") {
    const std::string word = word_document_of({word_paragraph("题"), "", ""});
    CHECK(format_of(word, "a.docx") == Format::kWord);
    CHECK(format_of(word, "a.txt") == Format::kWord);
    CHECK(format_of(word, "A.APKG") == Format::kAnkiPackage);
    const std::string package = zip_of({{"media", "{}"}, {"collection.anki21b", "x"}});
    CHECK(format_of(package, "deck.zip") == Format::kAnkiPackage);
    CHECK(format_of(package, "deck.colpkg") == Format::kAnkiPackage);
  }

  TEST_CASE("a page is told by its name or by its first words") {
    CHECK(format_of("1. 题", "a.html") == Format::kPage);
    CHECK(format_of("\xEF\xBB\xBF\n <!DOCTYPE html><p>", "a.txt") == Format::kPage);
    CHECK(format_of("<HTML lang=zh>", "noname") == Format::kPage);
    CHECK(format_of("<p>1. 题</p>", "a.md") == Format::kText);
  }

  TEST_CASE("documents in a folder are known by their endings in small letters and in capitals") {
    CHECK(is_named_as_document("题库.docx"));
    CHECK(is_named_as_document("BANK.DOCX"));
    CHECK_FALSE(is_named_as_document("bank.odt"));
    CHECK_FALSE(is_named_as_document(".docx"));
    CHECK_FALSE(is_named_as_document("docx"));
  }

  // A reader that nobody is told of is not used.
  TEST_CASE("the table of formats in the README names every ending of a document") {
    const Result<std::string> page = read_file(REHEARSE_SOURCE_DIR "/README.md");
    REQUIRE(page);
    std::string first_cells;
    for (std::string_view line : split_lines(*page))
      if (line.starts_with("| ."))
        first_cells += " " + std::string(trimmed(line.substr(1, line.find('|', 1) - 1))) + ",";
    for (std::string_view ending : kDocumentEndings)
      CHECK_MESSAGE(first_cells.find(" " + std::string(ending) + ",") != std::string::npos, ending);
  }

  TEST_CASE("what is none of the others is text") {
    CHECK(format_of("", "") == Format::kText);
    CHECK(format_of("PK", "a.docx") == Format::kText);
    CHECK(format_of("# 题", "a.md") == Format::kText);
  }
}
