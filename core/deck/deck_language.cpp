#include "core/deck/deck_language.h"

#include <algorithm>

#include "core/base/text.h"

namespace rehearse {
namespace {

bool has_chinese(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const char32_t c = next_code_point(text, i);
    if (c >= 0x3400 && c <= 0x9FFF) return true;
  }
  return false;
}

}  // namespace

Language language_of(const Document& document) {
  const bool chinese =
      has_chinese(document.title) || std::any_of(document.questions.begin(), document.questions.end(),
                                                 [](const Question& q) { return has_chinese(q.stem); });
  return chinese ? Language::kChinese : Language::kEnglish;
}

}  // namespace rehearse
