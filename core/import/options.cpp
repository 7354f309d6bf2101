#include "core/import/options.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/base/text.h"
#include "core/import/characters.h"
#include "core/import/keys.h"
#include "core/import/marks.h"
#include "core/import/passage.h"

namespace rehearse {
namespace {

/// How freely a mark stands: the freer, the surer that it is meant.
enum class Standing { kGlued, kBehindSign, kBehindBlank, kAtLineStart };

struct OptionMark {
  std::size_t letter = 0;  // 0 for A
  std::size_t begin = 0;   // of the letter or what stands before it
  std::size_t text = 0;    // of the first word behind the separator
  Standing standing = Standing::kGlued;
  bool is_lower_case = false;
  bool is_emphasised = false;
};

/// The letters passed on the way to a mark.
struct Chain {
  std::vector<OptionMark> marks;
  std::size_t freedom = 0;  // of all marks together
};

bool is_latin(char32_t c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool closes_text(char32_t c) {
  static const CharacterSet closing(U".。!?:;,、)]】》”\"'’…%℃");
  return closing.has(c);
}

/// What was read before a place: its character, and the last one that was no blank.
struct Behind {
  char32_t before = '\n';
  char32_t last_sign = 0;
  std::size_t blanks = 0;
  bool first_line = true;

  void pass(char32_t c) {
    if (c == '\n') first_line = false;
    blanks = c == ' ' ? blanks + 1 : c == '\t' ? blanks + 2 : 0;
    if (c == '\n' || (c != ' ' && c != '\t')) last_sign = c;
    before = c;
  }
  Standing standing() const {
    if (last_sign == '\n' || last_sign == 0) return Standing::kAtLineStart;
    if (blanks > 0) return Standing::kBehindBlank;
    return closes_text(before) ? Standing::kBehindSign : Standing::kGlued;
  }
  /// A letter with nothing but a blank behind it is a mark only where no sentence can use it as a word.
  bool parts_columns() const {
    if (first_line && (last_sign == '\n' || last_sign == 0)) return false;
    if (standing() == Standing::kGlued) return is_han(before);  // A 甲B 乙C 丙: only a chain of them counts
    if (standing() != Standing::kBehindBlank) return true;
    return blanks > 1 || last_sign > 0x7F || closes_text(last_sign);
  }
};

/// "A." "A、" "(A)" "A:" "A text" "**A. text**" at the scanner, which moves behind it.
std::optional<OptionMark> take_option_mark(Scanner& scanner, const Behind& behind) {
  const std::size_t start = scanner.offset();
  OptionMark mark;
  mark.begin = start;
  mark.standing = behind.standing();
  if (mark.standing == Standing::kAtLineStart) {
    const std::size_t bullet = bullet_length(scanner.rest());
    if (bullet > 0 && !starts_with(scanner.rest(), "**")) scanner.rewind(start + bullet);
  }
  const bool starred = starts_with(scanner.taken_since(start), "*") && scanner.offset() == start + 1;
  mark.is_emphasised = starred || scanner.take("**") || scanner.take("__");
  const bool bracketed = scanner.take_one_of(U"([【");
  const char32_t letter = scanner.take();
  mark.is_lower_case = letter >= 'a' && letter <= 'h';
  const bool is_letter = mark.is_lower_case || (letter >= 'A' && letter <= 'H');
  // Behind "36V" the next option may be glued on; other letters make a word.
  const bool in_word =
      is_latin(behind.before) && (mark.is_lower_case || letter == 'A' || behind.before >= 'a');
  if (!is_letter || in_word) {
    scanner.rewind(start);
    return std::nullopt;
  }
  mark.letter = letter - (mark.is_lower_case ? U'a' : U'A');
  bool separated = bracketed ? scanner.take_one_of(U")]】") : scanner.take_one_of(U".、)．");
  if (!separated && mark.standing != Standing::kGlued) separated = scanner.take_one_of(U":");
  const char32_t next = scanner.peek();
  if (!separated && !bracketed && !mark.is_lower_case && behind.parts_columns())
    separated = next == ' ' || next == '\t' || (next == '\n' && mark.standing == Standing::kAtLineStart);
  if (!separated) {
    scanner.rewind(start);
    return std::nullopt;
  }
  if (bracketed) scanner.take_one_of(U".、:");
  if (mark.is_emphasised && !starred && scanner.take("**"))
    mark.is_emphasised = false;  // only the letter is bold
  scanner.skip_blanks();
  mark.is_emphasised = mark.is_emphasised || starts_with(scanner.rest(), "**");
  Scanner words = scanner;
  while (words.take_one_of(U" \t\n")) {
  }
  mark.text = words.offset();
  return mark;
}

std::vector<OptionMark> option_marks(std::string_view text) {
  static const CharacterSet may_begin(U"ABCDEFGHabcdefgh([【*_-+•●○");
  std::vector<OptionMark> marks;
  Behind behind;
  for (Scanner scanner(text); !scanner.at_end();) {
    if (may_begin.has(scanner.peek())) {
      if (const auto mark = take_option_mark(scanner, behind)) {
        marks.push_back(*mark);
        behind.pass('.');
        continue;
      }
    }
    behind.pass(scanner.take());
  }
  return marks;
}

/// There are no options without a B.
bool may_have_second_option(std::string_view text) { return contains_any(text, {"B", "b", "Ｂ", "ｂ"}); }

bool goes_on_with(const Chain& chain, const OptionMark& mark) {
  if (chain.marks.empty()) return false;
  const OptionMark& last = chain.marks.back();
  return last.is_lower_case == mark.is_lower_case && last.text < mark.begin;
}

bool is_better(const Chain& chain, const Chain& other) {
  return std::pair(chain.marks.size(), chain.freedom) > std::pair(other.marks.size(), other.freedom);
}

/// A、B两家公司 looks like options; the real ones are the chain in which every letter has a text.
Chain best_chain(std::string_view text) {
  std::array<Chain, kMostOptions> best;  // the best one so far that ends with each letter
  for (const OptionMark& mark : option_marks(text)) {
    Chain chain;
    if (mark.letter > 0) {
      const Chain& before = best[mark.letter - 1];
      if (!goes_on_with(before, mark)) continue;
      chain = before;
    }
    chain.marks.push_back(mark);
    chain.freedom += static_cast<std::size_t>(mark.standing);
    if (is_better(chain, best[mark.letter])) best[mark.letter] = std::move(chain);
  }
  Chain longest;
  for (Chain& chain : best)
    if (is_better(chain, longest)) longest = std::move(chain);
  return longest;
}

/// "维生素E、K" as the last option's text: a glued letter behind letters that all stand freely is none.
void drop_glued_end(std::vector<OptionMark>& marks) {
  while (marks.size() > 3 && marks.back().standing == Standing::kGlued &&
         std::all_of(marks.begin() + 1, marks.end() - 1,
                     [](const OptionMark& mark) { return mark.standing >= Standing::kBehindBlank; }))
    marks.pop_back();
}

/// "乙 √": the author's tick behind the right option.
bool take_tick(std::string& words) {
  for (std::string_view tick : {"√", "✓", "✔", "✅"}) {
    if (words.size() <= tick.size() || words.compare(words.size() - tick.size(), tick.size(), tick) != 0)
      continue;
    words = std::string(trimmed(std::string_view(words).substr(0, words.size() - tick.size())));
    return true;
  }
  return false;
}

}  // namespace

std::string option_letter(std::size_t index) { return std::string(1, static_cast<char>('A' + index)); }

std::string option_text(std::string_view text) {
  const std::string plain = without_markup(text);
  std::string_view rest = trimmed(plain);
  while (!rest.empty() && (rest.back() == '-' || rest.back() == '*' || rest.back() == ';'))
    rest = trimmed(rest.substr(0, rest.size() - 1));
  if (last_character(rest) == ';')
    rest = trimmed(rest.substr(0, rest.size() - std::string_view("；").size()));
  return as_one_line(rest);
}

StemAndOptions part_options(std::string_view text) {
  StemAndOptions result;
  result.stem = std::string(trimmed(text));
  if (!may_have_second_option(text)) return result;
  std::vector<OptionMark> marks = best_chain(text).marks;
  drop_glued_end(marks);
  if (marks.size() < 2) return result;
  std::vector<Option> options;
  for (std::size_t i = 0; i < marks.size(); ++i) {
    const std::size_t end = i + 1 < marks.size() ? marks[i + 1].begin : text.size();
    std::string words = option_text(text.substr(marks[i].text, end - marks[i].text));
    const bool ticked = take_tick(words);
    options.push_back({option_letter(i), std::move(words)});
    if (marks[i].is_emphasised || ticked) result.emphasised.push_back(option_letter(i));
  }
  if (options.back().text.empty()) return StemAndOptions{std::move(result.stem), {}, {}};
  const bool freely = marks.size() > 2 || marks.front().standing >= Standing::kBehindBlank;
  if (!freely && !are_truth_options(options)) return StemAndOptions{std::move(result.stem), {}, {}};
  // All of them say nothing.
  if (result.emphasised.size() == options.size()) result.emphasised.clear();
  std::string_view stem = trimmed(text.substr(0, marks[0].begin));
  while (!stem.empty() && stem.back() == '-') stem = trimmed(stem.substr(0, stem.size() - 1));
  result.stem = std::string(stem);
  result.options = std::move(options);
  return result;
}

std::optional<Checkboxes> part_checkboxes(std::string_view text) {
  if (!contains_any(text, {"[", "［"})) return std::nullopt;
  Checkboxes found;
  bool shows_somebodys_ticks = false;
  for (std::string_view line : split_lines(text)) {
    line = trimmed(line);
    Scanner scanner(line.substr(bullet_length(line)));
    const bool boxed = scanner.take_one_of(U"[");
    const bool ticked = boxed && scanner.take_one_of(U"xX√✓✔");
    scanner.skip_blanks();
    if (boxed && scanner.take_one_of(U"]") && found.options.size() < kMostOptions) {
      const std::string letter = option_letter(found.options.size());
      std::string content = option_text(scanner.rest());
      for (std::string_view word : {"未选", "已选"}) {
        if (content.size() <= word.size() || content.substr(content.size() - word.size()) != word) continue;
        shows_somebodys_ticks = true;
        content = std::string(trimmed(std::string_view(content).substr(0, content.size() - word.size())));
      }
      Scanner lettered(content);
      if (lettered.take(letter) && lettered.take_one_of(U".、:)．")) content = trimmed(lettered.rest());
      found.options.push_back({letter, std::move(content)});
      if (ticked) found.key.push_back(letter);
    } else if (found.options.empty()) {
      if (!found.stem.empty()) found.stem += '\n';
      found.stem += line;
    }
  }
  if (found.options.size() < 2) return std::nullopt;
  if (shows_somebodys_ticks) found.key.clear();
  return found;
}

bool are_truth_options(const std::vector<Option>& options) {
  if (options.size() != 2) return false;
  const auto first = take_truth_key(options[0].text);
  const auto second = take_truth_key(options[1].text);
  return first && second && first->rest.empty() && second->rest.empty() && first->key != second->key;
}

}  // namespace rehearse
