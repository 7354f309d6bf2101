#include "core/base/sign.h"

#include <doctest/doctest.h>

#include <string>

#include "core/base/text.h"

namespace rehearse {

TEST_SUITE("core/base/sign") {
  TEST_CASE("characters are told apart by how their script makes words") {
    for (char32_t c : std::u32string(U"客々〇のカ한𠀀豈")) CHECK(sign_of(c) == Sign::kIdeograph);
    for (char32_t c : std::u32string(U"aZ0éßд١ก\u0301")) CHECK(sign_of(c) == Sign::kLetter);
    for (char32_t c : std::u32string(U"+#$=<~→≤🙂￥")) {
      CHECK(sign_of(c) == Sign::kLetter);
      CHECK(is_symbol(c));
    }
    for (char32_t c : std::u32string(U" \t\n\u3000\u0001，。、：“”（）.,;'\"-_%&*@/\\")) {
      CHECK(sign_of(c) == Sign::kSeparator);
    }
  }

  TEST_CASE("every ASCII letter and digit is a letter") {
    for (char32_t c = 0; c < 0x80; ++c) {
      const bool is_letter = (c >= U'0' && c <= U'9') || (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
      CHECK((sign_of(c) == Sign::kLetter && !is_symbol(c)) == is_letter);
    }
  }
}

}  // namespace rehearse
