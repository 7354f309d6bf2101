#include "core/import/formats/format.h"

#include <doctest/doctest.h>

#include <string>

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

  TEST_CASE("what is none of the others is text") {
    CHECK(format_of("", "") == Format::kText);
    CHECK(format_of("PK", "a.docx") == Format::kText);
    CHECK(format_of("# 题", "a.md") == Format::kText);
  }
}
