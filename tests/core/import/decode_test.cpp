#include "core/import/decode.h"

#include <doctest/doctest.h>

#include <random>
#include <string>

#include "core/base/text.h"

using namespace rehearse;

namespace {

const std::string kSimplified =
    "2026年仓库主管面试题\n1.盘点不准时，你怎么办？\n答案：先核对单据，再查监控，最后改流程。\n";
const std::string kTraditional =
    "2026年倉庫主管面試題\n1.盤點不準時，你怎麼辦？\n答案：先核對單據，再查監控，最後改流程。\n";

}  // namespace

TEST_SUITE("core/import/decode") {
  TEST_CASE("a text saved in any supported encoding reads back as it was") {
    for (const std::string encoding : {"UTF-8", "UTF-16LE", "UTF-16BE", "GB18030"}) {
      CAPTURE(encoding);
      const auto decoded = decode_text(encode_text(kSimplified, encoding));
      REQUIRE(decoded);
      CHECK(decoded->text == kSimplified);
      CHECK(decoded->encoding == encoding);
      CHECK(decoded->replaced == 0);
    }
    const auto big5 = decode_text(encode_text(kTraditional, "Big5"));
    REQUIRE(big5);
    CHECK(big5->text == kTraditional);
    CHECK(big5->encoding == "Big5");
  }

  TEST_CASE("a byte order mark decides and leaves no trace in the text") {
    for (const auto& [mark, encoding] : {std::pair<std::string, std::string>{"\xEF\xBB\xBF", "UTF-8"},
                                         {"\xFF\xFE", "UTF-16LE"},
                                         {"\xFE\xFF", "UTF-16BE"}}) {
      const auto decoded = decode_text(mark + encode_text(kSimplified, encoding));
      REQUIRE(decoded);
      CHECK(decoded->text == kSimplified);
      CHECK(decoded->encoding == encoding);
    }
  }

  TEST_CASE("line ends of every system become one") {
    const auto decoded = decode_text("一\r\n二\r三\n四");
    REQUIRE(decoded);
    CHECK(decoded->text == "一\n二\n三\n四");
  }

  TEST_CASE("a few broken bytes in a UTF-8 text are counted and the rest is read") {
    std::string bytes = kSimplified;
    bytes.insert(bytes.find("盘点"), "\xE7\x9B");
    const auto decoded = decode_text(bytes);
    REQUIRE(decoded);
    CHECK(decoded->encoding == "UTF-8");
    CHECK(decoded->replaced == 1);
    CHECK(decoded->text.find("盘点不准时") != std::string::npos);
  }

  TEST_CASE("a file without text is refused with a sentence that says what to do") {
    for (const std::string& bytes :
         {std::string(), std::string("  \r\n\t "), std::string("\xEF\xBB\xBF\n")}) {
      const auto decoded = decode_text(bytes);
      REQUIRE_FALSE(decoded);
      CHECK(decoded.error().what.english == "the file is empty");
      CHECK_FALSE(decoded.error().hint.empty());
    }
    const auto word = decode_text("\xD0\xCF\x11\xE0rest of an old document");
    REQUIRE_FALSE(word);
    CHECK(word.error().what.english.find("(.doc)") != std::string::npos);
    CHECK(word.error().hint.english.find("plain text") != std::string::npos);
  }

  TEST_CASE("a stray NUL is left out and told and many of them are no text") {
    const std::string simplified = "1. 盘点差异怎么办？\n答案：先复盘，再查单据，最后调账。\n";
    const std::string traditional = "1. 庫存不符時怎麼辦？\n答案：先清點，再查單據，最後調整帳目。\n";
    for (const char* encoding : {"UTF-8", "GB18030", "Big5"}) {
      CAPTURE(encoding);
      const std::string& text = encoding == std::string("Big5") ? traditional : simplified;
      std::string bytes = encode_text(text, encoding);
      bytes.insert(bytes.find('\n') + 1, 1, '\0');
      const auto decoded = decode_text(bytes);
      REQUIRE(decoded);
      CHECK(decoded->text == text);
      CHECK(decoded->encoding == encoding);
      CHECK(decoded->nuls == 1);
      const std::vector<Problem> problems = decoding_problems(*decoded);
      REQUIRE(problems.size() == 1);
      CHECK(problems[0].code == "repaired");
    }
    std::string binary = simplified;
    for (std::size_t at = 0; at < binary.size(); at += 20) binary.insert(at, 1, '\0');
    CHECK_FALSE(decode_text(binary));
  }

  TEST_CASE("half a kilobyte of random bytes is never taken for text") {
    std::mt19937 random(20261122);
    std::uniform_int_distribution<int> byte(0, 255);
    for (int round = 0; round < 300; ++round) {
      std::string bytes(static_cast<std::size_t>(512 + round), '\0');
      for (char& c : bytes) c = static_cast<char>(byte(random));
      CHECK_FALSE(decode_text(bytes));
    }
  }

  TEST_CASE("random bytes are refused or become valid text") {
    std::mt19937 random(20261121);
    std::uniform_int_distribution<int> byte(0, 255);
    for (int round = 0; round < 300; ++round) {
      std::string bytes(static_cast<std::size_t>(1 + round * 3), '\0');
      for (char& c : bytes) c = static_cast<char>(byte(random));
      const auto decoded = decode_text(bytes);
      if (decoded) CHECK(is_valid_utf8(decoded->text));
    }
  }
}
