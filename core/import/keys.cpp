#include "core/import/keys.h"

#include <algorithm>
#include <array>

#include "core/base/text.h"
#include "core/import/characters.h"
#include "core/import/options.h"

namespace rehearse {
namespace {

constexpr std::u32string_view kJoins = U"、, ;/|和及与";
constexpr std::u32string_view kTextJoins = U"、, ;/|和及与\n\t.。:";
constexpr std::u32string_view kOpenings = U"([【";
constexpr std::u32string_view kClosings = U")]】";

bool is_latin(char32_t c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// Letters without a gap that are one key, "B" or "ACD": different ones within A to `last`, of one case.
/// Small letters come in order, so that "bad" is a word.
bool is_letter_run(std::u32string_view run, char32_t last) {
  const bool lower = run.front() >= 'a';
  for (std::size_t i = 0; i < run.size(); ++i) {
    const char32_t letter = lower ? run[i] - U'a' + U'A' : run[i];
    if ((run[i] >= 'a') != lower || letter < 'A' || letter > last) return false;
    if (run.find(run[i], i + 1) != std::u32string_view::npos) return false;
    if (lower && i > 0 && run[i] < run[i - 1]) return false;
  }
  return true;
}

std::u32string take_latin(Scanner& scanner) {
  std::u32string run;
  while (is_latin(scanner.peek())) run += scanner.take();
  return run;
}

/// The letters of a key; none when a word stands there.
std::vector<std::string> take_letters(Scanner& scanner, char32_t last) {
  std::vector<std::string> key;
  std::size_t end = scanner.offset();
  bool only_blanks = false;
  while (true) {
    const std::u32string run = take_latin(scanner);
    if (run.empty() || !is_letter_run(run, last)) break;
    // "A user calls" and "B A项有误" are words behind a blank.
    const char32_t next = scanner.peek();
    if (only_blanks && is_han(next)) break;
    if (key.empty() && run == U"A" && next == ' ') {
      Scanner words = scanner;
      words.skip_blanks();
      const std::u32string word = take_latin(words);
      if (word.size() > 1 && word.back() >= 'a') break;
    }
    for (char32_t c : run) {
      const std::string letter = option_letter((c >= 'a' ? c - U'a' : c - U'A'));
      if (std::find(key.begin(), key.end(), letter) == key.end()) key.push_back(letter);
    }
    end = scanner.offset();
    only_blanks = true;
    while (!scanner.at_end() && kJoins.find(scanner.peek()) != std::u32string_view::npos)
      if (scanner.take() != ' ') only_blanks = false;
  }
  scanner.rewind(end);
  return key;
}

char32_t small(char32_t c) { return c >= 'A' && c <= 'Z' ? c - U'A' + U'a' : c; }

/// Moves behind `words` when they stand at the scanner; blanks, widths and capitals do not count.
bool take_words(Scanner& scanner, std::string_view words) {
  const std::size_t start = scanner.offset();
  for (Scanner wanted(words); !wanted.at_end();) {
    const char32_t c = wanted.take();
    if (c == ' ') continue;
    scanner.skip_blanks();
    if (small(scanner.take()) != small(c)) {
      scanner.rewind(start);
      return false;
    }
  }
  return scanner.offset() > start;
}

/// The longest option that stands at the scanner as a whole; none else.
const Option* take_option(Scanner& scanner, const std::vector<Option>& options) {
  const std::size_t start = scanner.offset();
  const Option* longest = nullptr;
  std::size_t end = start;
  for (const Option& option : options) {
    scanner.rewind(start);
    if (option.text.empty() || !take_words(scanner, option.text)) continue;
    const char32_t next = scanner.peek();
    const bool whole = scanner.at_end() || kTextJoins.find(next) != std::u32string_view::npos || next == ')';
    if (!whole || scanner.offset() <= end) continue;
    longest = &option;
    end = scanner.offset();
  }
  scanner.rewind(end);
  return longest;
}

void skip_joins(Scanner& scanner) {
  while (scanner.take_one_of(kTextJoins)) {
  }
}

std::vector<std::string> take_options(Scanner& scanner, const std::vector<Option>& options) {
  std::vector<std::string> key;
  std::size_t end = scanner.offset();
  while (const Option* option = take_option(scanner, options)) {
    if (std::find(key.begin(), key.end(), option->letter) == key.end()) key.push_back(option->letter);
    end = scanner.offset();
    skip_joins(scanner);
    if (starts_with(scanner.taken_since(end), "\n")) break;
  }
  scanner.rewind(end);
  return key;
}

/// "B.乙" behind "A.甲;": one more letter, with the option it names.
bool take_letter_and_text(Scanner& scanner, const std::vector<Option>& options,
                          std::vector<std::string>& key) {
  const std::size_t start = scanner.offset();
  for (const Option& option : options) {
    if (scanner.take(option.letter) && scanner.take_one_of(U".、:) ") &&
        take_option(scanner, {option}) != nullptr) {
      if (std::find(key.begin(), key.end(), option.letter) == key.end()) key.push_back(option.letter);
      return true;
    }
    scanner.rewind(start);
  }
  return false;
}

}  // namespace

std::optional<KeyAndRest> take_choice_key(std::string_view text, const std::vector<Option>& options) {
  Scanner scanner(trimmed(text));
  scanner.take_one_of(kOpenings);
  scanner.skip_blanks();
  for (std::string_view word : {"选项", "应选", "故选", "选", "Option ", "option "})
    if (scanner.take(word)) break;
  const std::size_t count = options.empty() ? kMostOptions : options.size();
  const std::size_t start = scanner.offset();
  KeyAndRest found;
  // "A" may be the text of an option or its letter: in a key it is the letter.
  found.key = take_letters(scanner, static_cast<char32_t>('A' + count - 1));
  if (found.key.empty()) {
    scanner.rewind(start);
    found.key = take_options(scanner, options);
    if (found.key.empty()) return std::nullopt;
  }
  scanner.skip_blanks();
  scanner.take_one_of(kClosings);
  const auto skip_signs = [&] {
    while (scanner.take_one_of(U"、, ;/|\t.。:")) {
    }
  };
  skip_signs();
  // "B.耐心倾听" and "AB:甲;乙" repeat the options: nothing new. What a line below says is the author's own.
  while (!scanner.at_end()) {
    if (take_option(scanner, options) == nullptr && !take_letter_and_text(scanner, options, found.key)) break;
    skip_signs();
  }
  scanner.take_one_of(kClosings);
  skip_signs();
  found.rest = std::string(trimmed(scanner.rest()));
  return found;
}

std::optional<KeyAndRest> take_truth_key(std::string_view text) {
  enum class Writing { kSign, kChinese, kEnglish };
  struct Word {
    std::string_view word;
    bool is_true;
    Writing writing;
  };
  static constexpr std::array<Word, 31> kWords{{
      {"不正确", false, Writing::kChinese}, {"不对", false, Writing::kChinese},
      {"正确", true, Writing::kChinese},    {"错误", false, Writing::kChinese},
      {"对", true, Writing::kChinese},      {"错", false, Writing::kChinese},
      {"是", true, Writing::kChinese},      {"否", false, Writing::kChinese},
      {"√", true, Writing::kSign},          {"✓", true, Writing::kSign},
      {"✔", true, Writing::kSign},          {"☑", true, Writing::kSign},
      {"×", false, Writing::kSign},         {"✗", false, Writing::kSign},
      {"✘", false, Writing::kSign},         {"✕", false, Writing::kSign},
      {"❌", false, Writing::kSign},         {"╳", false, Writing::kSign},
      {"true", true, Writing::kEnglish},    {"t", true, Writing::kEnglish},
      {"yes", true, Writing::kEnglish},     {"right", true, Writing::kEnglish},
      {"correct", true, Writing::kEnglish}, {"false", false, Writing::kEnglish},
      {"f", false, Writing::kEnglish},      {"no", false, Writing::kEnglish},
      {"wrong", false, Writing::kEnglish},  {"incorrect", false, Writing::kEnglish},
      {"x", false, Writing::kEnglish},      {"y", true, Writing::kEnglish},
      {"n", false, Writing::kEnglish},
  }};
  Scanner scanner(trimmed(text));
  scanner.take_one_of(kOpenings);
  scanner.skip_blanks();
  const std::size_t start = scanner.offset();
  const auto key_of = [](bool is_true) { return std::vector<std::string>{is_true ? "正确" : "错误"}; };
  const char32_t letter = scanner.peek();
  if (scanner.take_one_of(U"ABab")) {  // A.正确 B.错误
    const bool separated = scanner.take_one_of(U".、:)");
    scanner.skip_blanks();
    if (scanner.at_end() || kClosings.find(scanner.peek()) != std::u32string_view::npos)
      return KeyAndRest{key_of(letter == 'A' || letter == 'a'), ""};
    if (!separated) scanner.rewind(start);
  }
  const std::size_t begin = scanner.offset();
  std::string latin;
  for (char32_t c : take_latin(scanner)) latin += static_cast<char>(small(c));
  const std::size_t latin_end = scanner.offset();
  for (const Word& word : kWords) {
    if (word.writing == Writing::kEnglish ? latin != word.word : !latin.empty()) continue;
    scanner.rewind(latin_end);
    if (word.writing != Writing::kEnglish && !scanner.take(word.word)) continue;
    scanner.take("的");
    scanner.skip_blanks();
    scanner.take_one_of(kClosings);
    const bool two_characters = word.word.size() > 3 && word.writing == Writing::kChinese;
    const bool separated = scanner.at_end() || scanner.take_one_of(U".。,;:、 \n\t") ||
                           scanner.peek() == '(' || scanner.offset() > latin_end + word.word.size() ||
                           (two_characters && !is_han(scanner.peek()));
    // 对 and "no" also begin sentences; 正确 does not run on into a number.
    if (!separated && word.writing != Writing::kSign) return std::nullopt;
    if (word.writing == Writing::kEnglish && is_latin(scanner.peek()) &&
        scanner.taken_since(begin).back() == ' ')
      return std::nullopt;
    std::string rest(trimmed(scanner.rest()));
    // "❌ 错误,因为…" says it twice.
    if (word.writing == Writing::kSign)
      if (const auto again = take_truth_key(rest); again && again->key == key_of(word.is_true))
        rest = again->rest;
    return KeyAndRest{key_of(word.is_true), std::move(rest)};
  }
  return std::nullopt;
}

}  // namespace rehearse
