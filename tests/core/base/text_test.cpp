#include "core/base/text.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "tests/nasty_text.h"

namespace rehearse {
namespace {

constexpr int kRounds = 2000;

}  // namespace

TEST_SUITE("core/base/text") {
  TEST_CASE("texts that differ in width case composition and unseen characters are folded to one") {
    CHECK(nfkc_case_folded("ＨＴＴＰ Straße e\xCC\x81") == "http strasse é");
    CHECK(nfkc_case_folded("客\xE2\x80\x8B户\xEF\xBB\xBF") == "客户");
    CHECK(nfkc_case_folded("") == "");
  }

  TEST_CASE("sound text stays sound whatever is done to it") {
    for (std::uint64_t seed = 0; seed < kRounds; ++seed) {
      test::NastyText nasty(seed);
      const std::string text = nasty.text();
      CAPTURE(seed);
      REQUIRE(is_valid_utf8(text));
      CHECK(is_valid_utf8(nfkc(text)));
      CHECK(is_valid_utf8(normalised(text)));
      CHECK(is_valid_utf8(trimmed(text)));
      CHECK(is_valid_utf8(shortened(text, nasty.below(12))));
      CHECK(to_utf8(to_utf32(text)) == text);
    }
  }

  TEST_CASE("damaged bytes become replacement characters and nothing is skipped or read twice") {
    for (std::uint64_t seed = 0; seed < kRounds; ++seed) {
      const std::string bytes = test::NastyText(seed).bytes();
      CAPTURE(seed);
      std::size_t at = 0;
      std::size_t count = 0;
      while (at < bytes.size()) {
        const std::size_t before = at;
        next_code_point(bytes, at);
        CHECK(at > before);
        ++count;
      }
      CHECK(at == bytes.size());
      const std::string repaired = to_utf8(to_utf32(bytes));
      CHECK(length_in_code_points(repaired) == count);
      CHECK(is_valid_utf8(repaired));
      CHECK((repaired == bytes) == is_valid_utf8(bytes));
    }
    for (std::string_view bytes :
         {"\x80", "\xC0\x80", "\xE4\xB8", "\xED\xA0\x80", "\xF4\x90\x80\x80", "a\xFF"})
      CHECK_FALSE(is_valid_utf8(bytes));
  }

  TEST_CASE("a code point that cannot be written becomes the replacement character") {
    for (char32_t bad : {char32_t{0xD800}, char32_t{0xDFFF}, char32_t{0x110000}, char32_t{0xFFFFFFFF}}) {
      std::string text;
      append_utf8(text, bad);
      CHECK(text == "\xEF\xBF\xBD");
    }
  }

  TEST_CASE("normalising folds width and blanks and nothing else") {
    CHECK(normalised(" Ｃ＋＋　面试\r\n\t（一） ") == "C++ 面试 (一)");
    CHECK(normalised("C") != normalised("c"));
    CHECK(normalised(" \xE3\x80\x80\n") == "");
    for (std::uint64_t seed = 0; seed < kRounds; ++seed) {
      const std::string once = normalised(test::NastyText(seed).text());
      CAPTURE(seed);
      CHECK(normalised(once) == once);
      CHECK(trimmed(once) == once);
    }
  }

  TEST_CASE("trimming takes blanks of every kind from the ends and keeps those inside") {
    CHECK(trimmed("\xE3\x80\x80 a b\xC2\xA0\r\n") == "a b");
    CHECK(trimmed(" \n\t") == "");
    CHECK(trimmed("") == "");
    for (std::uint64_t seed = 0; seed < kRounds; ++seed) {
      const std::string text = test::NastyText(seed).text();
      CHECK(trimmed(trimmed(text)) == trimmed(text));
      CHECK(trimmed("\t" + text + "\xE3\x80\x80") == trimmed(text));
    }
  }

  TEST_CASE("a shortened text is a beginning and says so") {
    CHECK(shortened("客服经理", 4) == "客服经理");
    CHECK(shortened("客服经理", 2) == "客服…");
    CHECK(shortened("", 0) == "");
    for (std::uint64_t seed = 0; seed < kRounds; ++seed) {
      test::NastyText nasty(seed);
      const std::string text = nasty.text();
      const std::size_t count = nasty.below(12);
      const std::string result = shortened(text, count);
      CAPTURE(seed);
      if (length_in_code_points(text) <= count) {
        CHECK(result == text);
      } else {
        CHECK(length_in_code_points(result) == count + 1);
        CHECK(text.substr(0, result.size() - std::string_view("…").size()) + "…" == result);
      }
    }
  }

  TEST_CASE("a shortened line is the beginning of the first, and says what it leaves out") {
    CHECK(shortened_line("客服经理", 8) == "客服经理");
    CHECK(shortened_line("客服经理", 7) == "客服经…");
    CHECK(shortened_line("Have you ever", 8) == "Have you…");
    CHECK(shortened_line("one\ntwo", 8) == "one…");
    CHECK(shortened_line("", 0) == "");
    for (std::uint64_t seed = 0; seed < kRounds; ++seed) {
      test::NastyText nasty(seed);
      const std::string text = nasty.text();
      const std::size_t columns = nasty.below(20);
      const std::string result = shortened_line(text, columns);
      CAPTURE(seed);
      if (result == text) continue;
      REQUIRE(result.ends_with("…"));
      const std::string kept = result.substr(0, result.size() - std::string_view("…").size());
      CHECK(text.starts_with(kept));
      CHECK(display_width(kept) <= columns);
      CHECK(kept.find('\n') == std::string::npos);
    }
  }

  TEST_CASE("a terminal gives Chinese two columns and combining marks none") {
    CHECK(display_width("abc") == 3);
    CHECK(display_width("客服，ABC") == 9);
    CHECK(display_width("ＡＢ") == 4);
    CHECK(display_width("e\xCC\x81") == 1);
    CHECK(display_width("a\xE2\x80\x8D"
                        "b") == 2);              // a joiner
    CHECK(display_width("1\xE2\x83\xA3") == 1);  // an enclosing keycap
    CHECK(display_width("🙂") == 2);
    CHECK(display_width("") == 0);
  }

  TEST_CASE("lines may break at rising offsets that end with the text") {
    CHECK(line_break_offsets("").empty());
    for (std::uint64_t seed = 0; seed < kRounds; ++seed) {
      const std::string text = test::NastyText(seed).text();
      if (text.empty()) continue;
      const std::vector<std::size_t> offsets = line_break_offsets(text);
      CAPTURE(seed);
      REQUIRE(!offsets.empty());
      CHECK(offsets.front() > 0);
      CHECK(offsets.back() == text.size());
      CHECK(std::adjacent_find(offsets.begin(), offsets.end(), std::greater_equal<>()) == offsets.end());
      for (std::size_t offset : offsets) CHECK(is_valid_utf8(std::string_view(text).substr(0, offset)));
    }
  }

  TEST_CASE("no line begins with a closing mark or ends with an opening one") {
    const std::u32string closing = U"，。、；：！？）】》」』”’…";
    const std::u32string opening = U"（【《「『";
    const std::u32string words = U"客服经理ABC12";
    for (std::uint64_t seed = 0; seed < kRounds; ++seed) {
      test::NastyText nasty(seed);
      std::u32string text;
      for (int i = 0; i < 12; ++i) {
        text += words[nasty.below(words.size())];
        if (nasty.one_in(3))
          text += closing[nasty.below(closing.size())];
        else if (nasty.one_in(4))
          text += opening[nasty.below(opening.size())];
      }
      const std::string bytes = to_utf8(text + U"客");
      CAPTURE(bytes);
      for (std::size_t offset : line_break_offsets(bytes)) {
        if (offset == bytes.size()) continue;
        std::size_t at = offset;
        CHECK(closing.find(next_code_point(bytes, at)) == std::u32string::npos);
        CHECK(opening.find(to_utf32(bytes.substr(0, offset)).back()) == std::u32string::npos);
      }
    }
  }

  TEST_CASE("Chinese breaks between characters and English between words") {
    CHECK(line_break_offsets("客服") == std::vector<std::size_t>{3, 6});
    CHECK(line_break_offsets("one two") == std::vector<std::size_t>{4, 7});
  }

  TEST_CASE("lines end with a line feed that may follow a carriage return") {
    using Lines = std::vector<std::string_view>;
    CHECK(split_lines("") == Lines{});
    CHECK(split_lines("a") == Lines{"a"});
    CHECK(split_lines("a\r\nb\n") == Lines{"a", "b"});
    CHECK(split_lines("\n\nb") == Lines{"", "", "b"});
    CHECK(split_lines("a\rb") == Lines{"a\rb"});
  }
}

}  // namespace rehearse
