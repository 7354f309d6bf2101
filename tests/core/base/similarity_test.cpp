#include "core/base/similarity.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>

#include "core/base/text.h"

namespace rehearse {
namespace {

double alike(std::string_view a, std::string_view b) { return similarity(Shingles(a), Shingles(b)); }

}  // namespace

TEST_SUITE("core/base/similarity") {
  TEST_CASE("likeness is between none and one and the same both ways and whole for the same text") {
    std::mt19937_64 random(7);
    const std::u32string alphabet = U"进程线程死锁 abc,。+#1\u0301\u3000";
    const auto text = [&] {
      std::u32string letters;
      for (std::size_t i = random() % 20; i > 0; --i) letters += alphabet[random() % alphabet.size()];
      return to_utf8(letters);
    };
    for (int i = 0; i < 3000; ++i) {
      const std::string a = text(), b = text();
      const double one_way = alike(a, b);
      REQUIRE(one_way >= 0);
      REQUIRE(one_way <= 1);
      REQUIRE(one_way == alike(b, a));
      REQUIRE(alike(a, a) == 1);
    }
  }

  TEST_CASE("more in common is never less alike") {
    std::mt19937_64 random(8);
    std::u32string text;
    for (int i = 0; i < 60; ++i) text += static_cast<char32_t>(0x4E00 + random() % 2000);
    double before = 1;
    std::u32string changed = text;
    for (std::size_t i = 0; i < text.size(); i += 2) {
      changed[i] = static_cast<char32_t>(0x6E00 + i);  // none of the text's own
      const double now = alike(to_utf8(text), to_utf8(changed));
      CHECK(now < before);
      before = now;
    }
    CHECK(before < 0.02);  // its end is still the same
  }

  TEST_CASE("width case blanks and punctuation do not matter and signs of a name do") {
    CHECK(alike("什么是ＨＴＴＰ 协议？", "什么是 http协议") == 1);
    CHECK(alike("C++ 的特点", "C 的特点") < 1);
    CHECK(alike("C# 的特点", "C 的特点") < 1);
    CHECK(alike("", "。？") == 1);
    CHECK(alike("", "有") == 0);
  }

  TEST_CASE("one word exchanged in a short question keeps it below the bound for the same one") {
    CHECK(alike("什么是进程？", "什么是线程？") < 0.7);
    CHECK(alike("如何接待情绪激动的顾客？", "如何接待情绪激动的客人？") > 0.7);
    CHECK(alike("How do you handle an angry customer?", "How do you deal with an angry customer?") > 0.7);
    CHECK(alike("We measured the latency of every call first.", "They hired two people and wrote a plan.") <
          0.3);
    CHECK(alike("先安抚顾客的情绪，再说明处理办法。", "每月盘点一次，账实不符要追查原因。") < 0.1);
  }
}

}  // namespace rehearse
