#include "gui/window/strings/phrase.h"

namespace rehearse {
namespace {

constexpr std::string_view kPlural = "(s)";

/// `text` stands behind a value: its "(s)" becomes an s, or nothing behind 1.
void add_after(std::string& result, std::string_view value, std::string_view text) {
  const std::size_t plural = text.find(kPlural);
  if (plural == std::string_view::npos) {
    result += text;
    return;
  }
  result += text.substr(0, plural);
  if (value != "1") result += 's';
  result += text.substr(plural + kPlural.size());
}

}  // namespace

std::string filled(Language language, const Phrase& phrase, std::initializer_list<std::string_view> values) {
  std::string_view pattern = phrase.in(language);
  std::string result;
  std::string_view before;
  for (const std::string_view value : values) {
    const std::size_t hole = pattern.find("{}");
    if (hole == std::string_view::npos) break;
    add_after(result, before, pattern.substr(0, hole));
    result += value;
    pattern.remove_prefix(hole + 2);
    before = value;
  }
  add_after(result, before, pattern);
  return result;
}

Words in_both(const Phrase& phrase, std::initializer_list<std::string_view> values) {
  return {filled(Language::kEnglish, phrase, values), filled(Language::kChinese, phrase, values)};
}

}  // namespace rehearse
