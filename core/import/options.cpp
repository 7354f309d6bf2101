#include "core/import/options.h"

#include <algorithm>

#include "core/base/text.h"
#include "core/import/characters.h"
#include "core/import/keys.h"
#include "core/import/marks.h"

namespace rehearse {
namespace {

constexpr std::u32string_view kOptionSeparators = U".、:)．";

struct OptionMark {
  std::size_t begin = 0;  // of the letter or what stands before it
  std::size_t text = 0;   // behind the separator
};

/// "A." "A、" "(A)" "A:" at the scanner, which moves behind it.
bool take_option_mark(Scanner& scanner, char32_t letter) {
  const std::size_t start = scanner.offset();
  const bool bracketed = scanner.take_one_of(U"([【");
  const bool found = (scanner.peek() == letter || scanner.peek() == letter + ('a' - 'A')) && scanner.take();
  if (found && (bracketed ? scanner.take_one_of(U")]】") : scanner.take_one_of(kOptionSeparators))) {
    if (bracketed) scanner.take_one_of(kOptionSeparators);
    scanner.skip_blanks();
    return true;
  }
  scanner.rewind(start);
  return false;
}

/// The marks A, B, C … from the first A at or behind `from`, as far as the letters go on.
std::vector<OptionMark> option_marks(std::string_view text, std::size_t from) {
  std::vector<OptionMark> marks;
  char32_t before = 0;
  Scanner scanner(text);
  scanner.rewind(from);
  while (!scanner.at_end()) {
    const std::size_t begin = scanner.offset();
    const char32_t letter = U'A' + static_cast<char32_t>(marks.size());
    // Behind "36V" the next option may be glued on; a first "A." inside a word is none.
    const bool inside_word =
        marks.empty() && ((before >= 'A' && before <= 'Z') || (before >= 'a' && before <= 'z'));
    if (letter <= U'H' && !inside_word && take_option_mark(scanner, letter)) {
      marks.push_back({begin, scanner.offset()});
      before = '.';
      continue;
    }
    before = scanner.take();
  }
  return marks;
}

/// The text of an option without what lists put around it.
std::string option_text(std::string_view text) {
  text = trimmed(text);
  while (!text.empty() && (text.back() == '-' || text.back() == '*'))
    text = trimmed(text.substr(0, text.size() - 1));
  std::string joined;
  for (std::string_view line : split_lines(text)) joined += trimmed(line);
  return joined;
}

}  // namespace

StemAndOptions part_options(std::string_view text) {
  StemAndOptions result;
  std::size_t from = 0;
  // A、B两家公司 looks like options; the real ones are the chain in which every letter has a text.
  for (int tries = 0; tries < 3 && from < text.size(); ++tries) {
    const std::vector<OptionMark> marks = option_marks(text, from);
    if (marks.size() < 2) break;
    std::vector<Option> options;
    for (std::size_t i = 0; i < marks.size(); ++i) {
      const std::size_t end = i + 1 < marks.size() ? marks[i + 1].begin : text.size();
      options.push_back({std::string(1, static_cast<char>('A' + i)),
                         option_text(text.substr(marks[i].text, end - marks[i].text))});
    }
    const bool all_have_text =
        std::none_of(options.begin(), options.end(), [](const Option& o) { return o.text.empty(); });
    if (all_have_text) {
      std::string_view stem = trimmed(text.substr(0, marks[0].begin));
      while (!stem.empty() && (stem.back() == '-' || stem.back() == '*'))
        stem = trimmed(stem.substr(0, stem.size() - 1));
      result.stem = std::string(stem);
      result.options = std::move(options);
      return result;
    }
    from = marks[0].text;
  }
  result.stem = std::string(trimmed(text));
  return result;
}

std::optional<Checkboxes> part_checkboxes(std::string_view text) {
  Checkboxes found;
  for (std::string_view line : split_lines(text)) {
    line = trimmed(line);
    Scanner scanner(line.substr(bullet_length(line)));
    const bool boxed = scanner.take("[");
    const bool ticked = boxed && scanner.take_one_of(U"xX√✓");
    scanner.skip_blanks();
    if (boxed && scanner.take("]") && found.options.size() < 8) {
      const std::string letter(1, static_cast<char>('A' + found.options.size()));
      found.options.push_back({letter, std::string(trimmed(scanner.rest()))});
      if (ticked) found.key.push_back(letter);
    } else if (found.options.empty()) {
      if (!found.stem.empty()) found.stem += '\n';
      found.stem += line;
    }
  }
  if (found.options.size() < 2) return std::nullopt;
  return found;
}

bool are_truth_options(const std::vector<Option>& options) {
  if (options.size() != 2) return false;
  const auto first = take_truth_key(options[0].text);
  const auto second = take_truth_key(options[1].text);
  return first && second && first->rest.empty() && second->rest.empty() && first->key != second->key;
}

}  // namespace rehearse
