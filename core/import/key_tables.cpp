// Keys that stand together: key_table() and bare_keys() of keys.h.
#include <algorithm>

#include "core/base/text.h"
#include "core/import/characters.h"
#include "core/import/keys.h"
#include "core/import/marks.h"

namespace rehearse {
namespace {

constexpr std::u32string_view kKeySigns = U"ABCDEFGHabcdefgh√×✓✗✔✘对错TXx";
constexpr std::u32string_view kGaps = U" \t,;、|。";

using Table = std::vector<std::pair<std::size_t, std::string_view>>;

void skip_all(Scanner& scanner, std::u32string_view characters) {
  while (scanner.take_one_of(characters)) {
  }
}

/// "ACD" "√" "(B)" "正确": empty for anything else.
std::string_view take_key(Scanner& scanner) {
  const std::size_t start = scanner.offset();
  const bool bracketed = scanner.take_one_of(U"([【");
  scanner.skip_blanks();
  const std::size_t begin = scanner.offset();
  if (!scanner.take("正确") && !scanner.take("错误")) skip_all(scanner, kKeySigns);
  const std::string_view key = scanner.taken_since(begin);
  const bool is_word =
      key.size() > 1 && std::any_of(key.begin(), key.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  scanner.skip_blanks();
  if (key.empty() || is_word || (bracketed && !scanner.take_one_of(U")]】"))) {
    scanner.rewind(start);
    return {};
  }
  if (!bracketed) scanner.rewind(begin + key.size());
  return key;
}

/// "A, B, D": letters that stand apart and are one key, in their order; behind them a number or the end.
std::string_view take_parted_letters(Scanner& scanner) {
  const std::size_t start = scanner.offset();
  std::size_t end = start;
  std::size_t letters = 0;
  char32_t before = 0;
  while (true) {
    const char32_t letter = scanner.peek();
    if (letter <= before || !scanner.take_one_of(U"ABCDEFGHabcdefgh")) break;
    before = letter;
    ++letters;
    end = scanner.offset();
    scanner.skip_blanks();
    if (!scanner.take_one_of(U",、")) break;
    scanner.skip_blanks();
  }
  scanner.rewind(end);
  skip_all(scanner, kGaps);
  const bool closed = scanner.at_end() || (scanner.peek() >= '0' && scanner.peek() <= '9');
  scanner.rewind(letters > 1 && closed ? end : start);
  return scanner.taken_since(start);
}

/// The keys of `count` questions: a sign for each, or a group for each with gaps between them.
std::vector<std::string_view> take_range(Scanner& scanner, std::size_t count) {
  const std::size_t start = scanner.offset();
  std::vector<std::string_view> groups;
  for (std::size_t end = start; groups.size() < count; end = scanner.offset()) {
    const std::string_view group = take_key(scanner);
    if (group.empty()) {
      scanner.rewind(end);
      break;
    }
    groups.push_back(group);
    if (groups.size() < count) skip_all(scanner, U" \t,、;/|");
  }
  if (groups.size() == count) return groups;
  scanner.rewind(start);
  std::vector<std::string_view> signs;
  while (signs.size() < count) {
    skip_all(scanner, U" ,、");
    const std::size_t at = scanner.offset();
    if (!scanner.take_one_of(kKeySigns)) return {};
    signs.push_back(scanner.taken_since(at));
  }
  return signs;
}

/// "三、" "一、单选题:" "判断题" before a table.
void skip_heading(Scanner& scanner) {
  if (const auto section = section_mark(scanner.rest())) scanner.rewind(scanner.offset() + section->length);
  constexpr std::size_t kLongest = 12;  // code points
  const std::size_t start = scanner.offset();
  for (std::size_t i = 0; i < kLongest && !scanner.at_end(); ++i) {
    if (scanner.peek() >= '0' && scanner.peek() <= '9') break;
    const char32_t c = scanner.take();
    if (c == ':' || (c == U'题' && scanner.peek() != ':')) {
      if (kind_named_in(scanner.taken_since(start))) return;
      break;
    }
  }
  scanner.rewind(start);
}

}  // namespace

Table key_table(std::string_view line) {
  constexpr std::size_t kLongestRange = 100;
  Table table;
  Scanner scanner(line);
  skip_heading(scanner);
  for (skip_all(scanner, kGaps); !scanner.at_end(); skip_all(scanner, kGaps)) {
    const bool bracketed = scanner.take_one_of(U"(");  // (3)B
    const auto first = scanner.take_digits();
    if (!first || (bracketed && scanner.peek() != ')')) return {};
    std::size_t last = 0;
    scanner.skip_blanks();
    if (scanner.take_one_of(U"-~—–～至")) {
      scanner.take_one_of(U"—–");
      scanner.skip_blanks();
      last = scanner.take_digits().value_or(0);
      if (last <= *first || last - *first > kLongestRange) return {};
    }
    scanner.take("题");
    skip_all(scanner, U".、:)．\t ");
    if (last == 0) {
      const std::string_view letters = take_parted_letters(scanner);
      const std::string_view key = letters.empty() ? take_key(scanner) : letters;
      if (key.empty()) return {};
      table.emplace_back(*first, key);
    } else {
      const std::vector<std::string_view> keys = take_range(scanner, last - *first + 1);
      if (keys.empty()) return {};
      for (std::size_t i = 0; i < keys.size(); ++i) table.emplace_back(*first + i, keys[i]);
    }
    const char32_t behind = scanner.peek();
    const bool goes_on =
        behind == 0 || (behind >= '0' && behind <= '9') || kGaps.find(behind) != std::u32string_view::npos;
    if (!goes_on) return {};
  }
  return table;
}

std::vector<std::string_view> bare_keys(std::string_view line) {
  std::vector<std::string_view> keys;
  for (Scanner scanner(trimmed(line)); !scanner.at_end();) {
    const std::string_view key = take_key(scanner);
    if (key.empty()) return {};
    keys.push_back(key);
    const std::size_t end = scanner.offset();
    skip_all(scanner, U" \t,;、|");
    if (scanner.offset() == end && !scanner.at_end()) return {};
  }
  return keys;
}

}  // namespace rehearse
