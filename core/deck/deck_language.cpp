#include "core/deck/deck_language.h"

#include <algorithm>

#include "core/base/text.h"

namespace rehearse {
namespace {

constexpr char32_t kFirstHan = 0x3400, kLastHan = 0x9FFF;

}  // namespace

Language language_of(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const char32_t c = next_code_point(text, i);
    if (c >= kFirstHan && c <= kLastHan) return Language::kChinese;
  }
  return Language::kEnglish;
}

Language language_of(const Document& document) {
  const auto is_chinese = [](std::string_view text) { return language_of(text) == Language::kChinese; };
  const bool chinese =
      is_chinese(document.title) || std::any_of(document.questions.begin(), document.questions.end(),
                                                [&](const Question& q) { return is_chinese(q.stem); });
  return chinese ? Language::kChinese : Language::kEnglish;
}

}  // namespace rehearse
