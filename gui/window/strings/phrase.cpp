#include "gui/window/strings/phrase.h"

namespace rehearse {

std::string filled(Language language, const Phrase& phrase, std::initializer_list<std::string_view> values) {
  std::string_view pattern = phrase.in(language);
  std::string result;
  for (const std::string_view value : values) {
    const std::size_t hole = pattern.find("{}");
    if (hole == std::string_view::npos) break;
    result += pattern.substr(0, hole);
    result += value;
    pattern.remove_prefix(hole + 2);
  }
  return result += pattern;
}

Words in_both(const Phrase& phrase, std::initializer_list<std::string_view> values) {
  return {filled(Language::kEnglish, phrase, values), filled(Language::kChinese, phrase, values)};
}

}  // namespace rehearse
