#include "core/import/key_in_stem.h"

#include <array>
#include <utility>

#include "core/base/text.h"
#include "core/import/characters.h"
#include "core/import/fill_keys.h"
#include "core/import/keys.h"

namespace rehearse {
namespace {

constexpr std::size_t kLongestBracket = 150;  // bytes

/// "(…)", "【…】" or "[…]" with something in it.
struct Bracket {
  std::size_t begin = 0;
  std::size_t inside = 0;
  std::size_t close = 0;
  std::size_t end = 0;
  std::string_view content;  // trimmed
};

/// The brackets of `stem` from left to right, not one in another.
std::vector<Bracket> brackets_in(std::string_view stem) {
  std::vector<Bracket> found;
  Bracket open;
  for (Scanner scanner(stem); !scanner.at_end();) {
    const std::size_t at = scanner.offset();
    const char32_t c = scanner.take();
    if (c == '(' || c == '[' || c == U'【') {
      open.begin = at;
      open.inside = scanner.offset();
    } else if ((c == ')' || c == ']' || c == U'】') && open.inside > 0) {
      open.content = trimmed(stem.substr(open.inside, at - open.inside));
      open.close = at;
      open.end = scanner.offset();
      if (!open.content.empty() && open.end - open.begin <= kLongestBracket) found.push_back(open);
      open.inside = 0;
    }
  }
  return found;
}

std::string joined(std::string_view before, std::string_view between, std::string_view behind) {
  std::string text(before);
  text += between;
  text += behind;
  return text;
}

/// Nothing but the signs that close a sentence.
bool is_closing_only(std::string_view text) {
  for (Scanner scanner(text); !scanner.at_end();)
    if (!scanner.take_one_of(U" \t\n.。!?;,:")) return false;
  return true;
}

bool ends_with(std::string_view text, std::string_view end) {
  return text.size() > end.size() && text.substr(text.size() - end.size()) == end;
}

/// What nobody ends a sentence with: "…。√", and "…。对" behind its full stop.
std::optional<KeyInStem> take_bare_sign(std::string_view stem) {
  stem = trimmed(stem);
  for (std::string_view word : {"正确", "错误", "对", "错"}) {
    if (!ends_with(stem, word)) continue;
    const std::string_view statement = trimmed(stem.substr(0, stem.size() - word.size()));
    if (ends_with(statement, "。")) return KeyInStem{std::string(statement), take_truth_key(word)->key};
  }
  for (std::string_view sign : {"√", "✓", "✔", "×", "✗", "✘", "✕"}) {
    const bool ends = ends_with(stem, sign);
    if (!ends && !starts_with(stem, sign)) continue;
    const std::string_view rest = ends ? stem.substr(0, stem.size() - sign.size()) : stem.substr(sign.size());
    return KeyInStem{std::string(trimmed(rest)), take_truth_key(sign)->key};
  }
  return std::nullopt;
}

/// "正确的是 B" "应当__B__" "which? `B`": letters that stand by themselves where the blank would be.
std::optional<KeyInStem> take_bare_letters(std::string_view stem, const std::vector<Option>& options) {
  for (Scanner scanner(stem); !scanner.at_end();) {
    const char32_t before = scanner.take();
    if (before != '_' && before != '`' && before != '*') continue;
    const std::size_t begin = scanner.offset();
    while (scanner.take_one_of(U"ABCDEFGH")) {
    }
    const std::string_view letters = scanner.taken_since(begin);
    if (letters.empty() || scanner.peek() != before) continue;
    if (const auto key = take_choice_key(letters, options); key && key->rest.empty())
      return KeyInStem{
          joined(stem.substr(0, begin), before == '_' ? "" : "  ", stem.substr(scanner.offset())), key->key};
  }
  std::size_t end = stem.size();
  while (end > 0 && stem[end - 1] >= 'A' && stem[end - 1] <= 'H') --end;
  const std::string_view before = stem.substr(0, end);
  const char32_t sign = last_character(trimmed(before));
  const bool parted = trimmed(before).size() < before.size() && (sign > 0x7F || sign == '?');
  const bool stands_alone = end < stem.size() && !before.empty() && (parted || sign == ':');
  if (!stands_alone) return std::nullopt;
  const auto key = take_choice_key(stem.substr(end), options);
  if (!key) return std::nullopt;
  return KeyInStem{std::string(trimmed(before)), key->key};
}

/// A stretch that was emphasised: where it stands with its marks, and its words.
struct Emphasis {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string words;
};

std::vector<Emphasis> emphases_in(std::string_view stem) {
  using Marks = std::pair<std::string_view, std::string_view>;
  static constexpr std::array<Marks, 5> kMarks{
      {{"**", "**"}, {"<u>", "</u>"}, {"<b>", "</b>"}, {"<strong>", "</strong>"}, {"__", "__"}}};
  std::vector<Emphasis> found;
  for (const auto& [open, close] : kMarks) {
    for (std::size_t at = stem.find(open); at != std::string_view::npos; at = stem.find(open, at)) {
      const std::size_t inside = at + open.size();
      const std::size_t end = stem.find(close, inside);
      if (end == std::string_view::npos) break;
      const std::string words = without_markup(trimmed(stem.substr(inside, end - inside)));
      if (!words.empty()) found.push_back({at, end + close.size(), words});
      at = end + close.size();
    }
    if (!found.empty()) break;
  }
  return found;
}

}  // namespace

std::optional<KeyInStem> take_choice_from_stem(std::string_view stem, const std::vector<Option>& options) {
  for (const Bracket& bracket : brackets_in(stem)) {
    const auto key = take_choice_key(bracket.content, options);
    if (!key || !key->rest.empty()) continue;
    return KeyInStem{joined(stem.substr(0, bracket.inside), "  ", stem.substr(bracket.close)), key->key};
  }
  return take_bare_letters(trimmed(stem), options);
}

std::optional<KeyInStem> take_truth_from_stem(std::string_view stem) {
  stem = trimmed(stem);
  for (const Bracket& bracket : brackets_in(stem)) {
    const auto key = take_truth_key(bracket.content);
    // (A) names a thing, (×) does not.
    if (!key || !key->rest.empty() || starts_with_any(bracket.content, {"A", "B", "a", "b"})) continue;
    const std::string_view behind = stem.substr(bracket.end);
    if (bracket.begin != 0 && !is_closing_only(behind)) continue;
    return KeyInStem{joined(trimmed(stem.substr(0, bracket.begin)), "", trimmed(behind)), key->key};
  }
  return take_bare_sign(stem);
}

std::optional<KeyInStem> take_named_word(std::string_view stem) {
  const std::vector<Emphasis> words = emphases_in(stem);
  if (words.empty()) return std::nullopt;
  const std::string_view before = trimmed(stem.substr(0, words.front().begin));
  for (std::string_view copula : {"是", "为", "叫", "叫做", "称作", "即", " is", " are", " called", " the"})
    if (ends_with(before, copula)) return take_fills_from_stem(stem);
  return std::nullopt;
}

std::optional<KeyInStem> take_fills_from_stem(std::string_view stem) {
  if (count_blanks(without_markup(stem)) > 0) return std::nullopt;
  std::vector<Emphasis> fills = emphases_in(stem);
  std::string_view blank = "____";
  if (fills.empty()) {
    blank = "（  ）";
    for (const Bracket& bracket : brackets_in(stem))
      fills.push_back({bracket.begin, bracket.end, without_markup(bracket.content)});
  }
  if (fills.empty()) return std::nullopt;
  KeyInStem found;
  std::size_t from = 0;
  for (Emphasis& fill : fills) {
    found.stem += without_markup(stem.substr(from, fill.begin - from));
    found.stem += blank;
    found.key.push_back(std::move(fill.words));
    from = fill.end;
  }
  found.stem += without_markup(stem.substr(from));
  return found;
}

}  // namespace rehearse
