#include "core/search/tokens.h"

#include <doctest/doctest.h>

#include <array>
#include <string>

#include "core/base/text.h"
#include "tests/nasty_text.h"

namespace rehearse {
namespace {

std::string joined(std::string_view text) {
  std::string tokens;
  for (const Token& token : tokens_of(text)) tokens += (tokens.empty() ? "" : " ") + token.text;
  return tokens;
}

}  // namespace

TEST_SUITE("core/search/tokens") {
  TEST_CASE("each ideograph begins a token and words and symbols are one each") {
    CHECK(joined("客户投诉") == "客户 户投 投诉 诉");
    CHECK(joined("用Java写，C++与C#。") == "用 java 写 c＋＋ 与 c＃");
    CHECK(joined("100% a_b") == "100 ％ a ＿ b");
    CHECK(joined("先进\n先出") == "先进 进 先出 出");
    CHECK(joined("，。！") == "");
  }

  TEST_CASE("width case and marks that are not seen change no token") {
    CHECK(joined("ＨＴＴＰ　Ｃａｃｈｅ") == joined("http cache"));
    CHECK(joined("ca\xC2\xAD"
                 "che") == "cache");
    CHECK(joined("e\xCC\x81t\xC3\xA9") == "été");
  }

  TEST_CASE("tokens are made of ASCII letters and digits and what lies beyond ASCII") {
    test::NastyText random(21);
    for (int i = 0; i < 5000; ++i)
      for (const Token& token : tokens_of(random.text())) {
        REQUIRE(!token.text.empty());
        for (char byte : token.text)
          REQUIRE(((byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') ||
                   static_cast<unsigned char>(byte) >= 0x80));
      }
  }

  TEST_CASE("a text that stands beside another gives both texts' tokens") {
    test::NastyText random(22);
    for (int i = 0; i < 3000; ++i) {
      const std::string a = random.text(), b = random.text();
      const std::string_view both[] = {a, b};
      const auto one = [](const std::string& text) {
        const std::string_view texts[] = {text};
        return index_text(texts);
      };
      REQUIRE(index_text(both) == one(a) + one(b));
    }
  }

  TEST_CASE("a very long word becomes tokens of a bounded length") {
    const std::string word(1000, 'x');
    std::string all;
    for (const Token& token : tokens_of(word)) {
      REQUIRE(token.text.size() <= kLongestToken);
      all += token.text;
    }
    CHECK(all == word);
  }
}

}  // namespace rehearse
