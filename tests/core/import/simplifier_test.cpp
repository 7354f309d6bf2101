#include "core/import/simplifier.h"

#include <doctest/doctest.h>
#include <opencc/opencc.h>

#include <cstdint>
#include <memory>
#include <string>

#include "core/base/text.h"

namespace rehearse {
namespace {

/// What OpenCC's own converter makes of a text.
class Reference {
 public:
  std::u32string simplified(const std::u32string& text) const {
    const std::string utf8 = to_utf8(text);
    const std::unique_ptr<char, decltype(&opencc_convert_utf8_free)> converted(
        opencc_convert_utf8(handle_.get(), utf8.c_str(), utf8.size()), opencc_convert_utf8_free);
    return to_utf32(converted.get());
  }

 private:
  struct Close {
    void operator()(void* handle) const { opencc_close(handle); }
  };
  std::unique_ptr<void, Close> handle_{opencc_open("t2s.json")};
};

}  // namespace

TEST_SUITE("core/import/simplifier") {
  TEST_CASE("every character becomes what OpenCC makes of it") {
    const Simplifier simplifier;
    const Reference reference;
    constexpr char32_t kLast = 0x2FFFF;
    constexpr char32_t kStep = 256;
    for (char32_t row = 0x80; row < kLast; row += kStep)
      for (char32_t c = row; c < row + kStep; ++c) {
        if (c >= 0xD800 && c <= 0xDFFF) continue;
        const std::u32string text{U'，', c, U'。'};
        if (simplifier.simplified(text) != reference.simplified(text))
          FAIL_CHECK("differs: " << to_utf8(text));
      }
  }

  TEST_CASE("phrases become what OpenCC makes of them wherever they stand") {
    const Simplifier simplifier;
    const Reference reference;
    // Characters that begin, go on and end the phrases in which t2s makes exceptions.
    constexpr std::u32string_view kParts = U"乾坤餘藉著於陵覆述目瞭然甚麼徵羽畫么麼尼雍陽夥伴盡";
    std::uint32_t state = 7;
    for (int round = 0; round < 20'000; ++round) {
      std::u32string text;
      for (int i = 0; i < 6; ++i) {
        state = state * 1664525 + 1013904223;
        text += kParts[(state >> 16) % kParts.size()];
      }
      if (simplifier.simplified(text) != reference.simplified(text)) FAIL_CHECK("differs: " << to_utf8(text));
    }
  }
}

}  // namespace rehearse
