#include "core/import/lost_letters.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "core/base/text.h"
#include "core/import/characters.h"
#include "core/import/marks.h"
#include "core/import/passage.h"

namespace rehearse {
namespace {

constexpr std::size_t kNoLetter = kMostOptions;
constexpr std::size_t kUsualOptions = 4;

/// A line, or the part of one that a letter begins.
struct Item {
  std::size_t letter = kNoLetter;
  std::string_view text;
};

/// "A.text" "A text" "A文本" or "A" alone at the start of a line; a small letter needs its sign: "a) text".
/// The letter that is due may stand before a number, and as the digit it looks like: "B2小时", "8.40度" for
/// B.
std::size_t take_letter(std::string_view& line, std::size_t due) {
  Scanner scanner(line.substr(bullet_length(line)));
  const bool bracketed = scanner.take_one_of(U"([【");
  const char32_t written = scanner.take();
  const bool small = written >= 'a' && written <= 'z';
  char32_t c = small ? written - U'a' + U'A' : written;
  if (written == '8' && due == 1 && scanner.peek() == '.') c = 'B';
  if (c < 'A' || c >= 'A' + kMostOptions) return kNoLetter;
  if (small && !scanner.take_one_of(U".)]")) return kNoLetter;
  const char32_t next = scanner.peek();
  const bool separated = small || scanner.take_one_of(bracketed ? U")]】" : U".、:)． \t");
  const bool is_due = c - U'A' == due && next >= '0' && next <= '9';
  if (!separated && !scanner.at_end() && !is_han(next) && !is_due) return kNoLetter;
  scanner.skip_blanks();
  line = scanner.rest();
  return c - U'A';
}

/// The items of one line: "A 甲 B 乙" holds two of them.
void add_items(std::string_view line, std::vector<Item>& items) {
  Item item;
  const std::size_t due = items.empty() || items.back().letter == kNoLetter ? 0 : items.back().letter + 1;
  item.letter = take_letter(line, due);
  if (item.letter != kNoLetter) {
    char32_t before = 0;
    for (Scanner scanner(line); !scanner.at_end();) {
      const std::size_t at = scanner.offset();
      const char32_t c = scanner.take();
      const bool next_letter = (before == ' ' || before == '\t') && c == U'A' + item.letter + 1;
      before = c;
      std::string_view rest = line.substr(at);
      if (!next_letter || trimmed(line.substr(0, at)).empty()) continue;
      const std::size_t letter = take_letter(rest, item.letter + 1);
      if (letter == kNoLetter || rest.empty()) continue;
      item.text = trimmed(line.substr(0, at));
      items.push_back(item);
      item.letter = letter;
      line = rest;
      scanner = Scanner(line);
      before = 0;
    }
  }
  item.text = line.substr(item.letter == kNoLetter ? bullet_length(line) : 0);
  items.push_back(item);
}

/// How many items at the start are the stem, when none has a letter; 0 for nobody knows.
std::size_t unlettered_stem(const std::vector<Item>& items) {
  const std::size_t lines = items.size();
  const char32_t last = last_character(items.front().text);
  const bool closed = ends_sentence(last) || last == ')' || last == ':';
  if (closed && lines >= 3 && lines <= 1 + kMostOptions) return 1;
  const char32_t second = last_character(items[1].text);
  if ((second == '?' || second == ')') && lines >= 4 && lines <= 2 + kMostOptions) return 2;
  if (lines == 1 + kUsualOptions) return 1;
  const bool all_are_short = std::all_of(items.begin() + 1, items.end(), [&](const Item& item) {
    return item.text.size() * 2 < items.front().text.size();
  });
  if (all_are_short && lines >= 4 && lines <= 1 + kMostOptions) return 1;
  // A stem that fills its line goes on in the next one.
  const bool first_is_longest = std::all_of(items.begin() + 1, items.end(), [&](const Item& item) {
    return item.text.size() < items.front().text.size();
  });
  return lines == 2 + kUsualOptions && first_is_longest ? 2 : 0;
}

/// How many items at the start are the stem; 0 when the letters before the first one do not fit.
std::size_t stem_items(const std::vector<Item>& items) {
  const auto lettered =
      std::find_if(items.begin(), items.end(), [](const Item& item) { return item.letter != kNoLetter; });
  if (lettered == items.end()) return unlettered_stem(items);
  const auto before = static_cast<std::size_t>(lettered - items.begin());
  return before > lettered->letter ? before - lettered->letter : 0;
}

/// A line that ends before the others do was not broken by the page: what follows is an item of its own.
bool is_short_line(std::string_view line, const std::vector<Item>& items) {
  std::size_t longest = 0;
  for (const Item& item : items) longest = std::max(longest, item.text.size());
  return line.size() * 4 < longest * 3;
}

/// The texts from A on; none when there are more or fewer lines than letters.
std::vector<std::string> texts_in_order(const std::vector<Item>& items, std::size_t from) {
  std::vector<std::string> texts;
  const auto next_lettered = [&](std::size_t at) {
    while (at < items.size() && items[at].letter == kNoLetter) ++at;
    return at;
  };
  for (std::size_t at = from; at < items.size();) {
    const std::size_t next = next_lettered(at);
    const bool at_end = next == items.size();
    std::size_t lines = next - at;
    // A letter that stands alone has its text on the next line.
    if (lines > 0 && !texts.empty() && texts.back().empty()) {
      texts.back() = items[at++].text;
      --lines;
    }
    const bool last_is_missing =
        lines == 1 && texts.size() == kUsualOptions - 1 && is_short_line(texts.back(), items);
    const std::size_t wanted = at_end ? (last_is_missing ? 1 : 0) : items[next].letter - texts.size();
    if (!at_end && items[next].letter < texts.size()) return {};
    const bool no_letters = at_end && at == from && texts.empty();
    if (no_letters || lines == wanted) {
      for (; at < next; ++at) texts.emplace_back(items[at].text);
    } else if (wanted == 0 && !texts.empty()) {  // the option above goes on
      for (; at < next; ++at) texts.back() += "\n" + std::string(items[at].text);
    } else {
      return {};
    }
    if (!at_end) {
      texts.emplace_back(items[next].text);
      at = next + 1;
    }
  }
  return texts;
}

}  // namespace

std::optional<StemAndOptions> part_options_by_lines(std::string_view text) {
  std::vector<Item> items;
  for (std::string_view line : split_lines(text)) {
    line = trimmed(line);
    if (line.empty()) continue;
    if (line.front() == '|') return std::nullopt;  // a table
    if (items.empty())
      items.push_back({kNoLetter, line});
    else
      add_items(line, items);
  }
  if (items.size() < 3) return std::nullopt;
  const std::size_t stem = stem_items(items);
  if (stem == 0) return std::nullopt;
  const std::vector<std::string> texts = texts_in_order(items, stem);
  const bool all_have_text =
      std::none_of(texts.begin(), texts.end(), [](const std::string& option) { return option.empty(); });
  if (texts.size() < 2 || texts.size() > kMostOptions || !all_have_text) return std::nullopt;
  StemAndOptions result;
  const std::size_t stem_end = static_cast<std::size_t>(items[stem].text.data() - text.data());
  std::string_view stem_text = text.substr(0, stem_end);
  stem_text = stem_text.substr(0, stem_text.rfind('\n'));
  result.stem = std::string(trimmed(stem_text));
  for (std::size_t i = 0; i < texts.size(); ++i)
    result.options.push_back({option_letter(i), option_text(texts[i])});
  return result;
}

}  // namespace rehearse
