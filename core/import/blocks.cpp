#include "core/import/blocks.h"

#include <algorithm>

#include "core/base/text.h"
#include "core/import/characters.h"
#include "core/import/unnumbered.h"

namespace rehearse {
namespace {

/// Whether the lines begin with Q: and A:, which are options or nothing in other documents.
enum class Dialogue { kNo, kYes };

/// Behind one of these a run-together text may begin something new.
bool closes_something(char32_t c) {
  static const CharacterSet closing(U";:)]\"'}”’】》〉。!?…！？");
  return closing.has(c);
}

/// The length of "一、title" when question 1 (or an answer heading) follows with no sentence between; else 0.
std::size_t section_length_in_run(std::string_view text) {
  const auto mark = section_mark(text);
  if (!mark || mark->is_bracketed) return 0;
  constexpr std::size_t kLongestTitle = 60;  // code points
  Scanner scanner(text.substr(mark->length));
  for (std::size_t i = 0; i < kLongestTitle && !scanner.at_end(); ++i) {
    if (i > 1) {
      const auto number = scanner.peek() == '1' ? number_mark(scanner.rest()) : std::nullopt;
      if (number && number->number == 1) return mark->length + scanner.offset();
    }
    if (ends_sentence(scanner.take())) return 0;
  }
  return 0;
}

/// A label in mid-line must be a word nobody uses in a sentence before a colon.
bool is_label_in_run(std::string_view rest, const Label& found, char32_t before) {
  if (!found.has_colon || found.part == Part::kStem) return false;
  if (closes_something(before) || before == ' ' || before == '.' || before == U'、') return true;
  const bool plain_word = starts_with_any(rest, {"答案", "参考答案", "正确答案", "标准答案", "解析",
                                                 "答案解析", "评分标准", "答题要点", "参考要点"});
  constexpr std::u32string_view joins = U"的与及和该此其看按据为是考标正";
  return plain_word && joins.find(before) == std::u32string_view::npos;
}

/// "答案与解析" run together with the section or the first number behind it: its length, else 0.
std::size_t answer_heading_in_run(std::string_view rest, char32_t before) {
  constexpr std::u32string_view joins = U"及与和含附带的";
  if (joins.find(before) != std::u32string_view::npos) return 0;
  for (std::string_view word :
       {"参考答案与解析", "参考答案及解析", "答案与解析", "答案及解析", "答案解析", "参考答案"}) {
    if (!starts_with_any(rest, {word})) continue;
    const std::string_view behind = rest.substr(word.size());
    const auto number = number_mark(behind);
    const bool leads = (number && number->number == 1) || section_length_in_run(behind) > 0;
    return leads ? word.size() : 0;
  }
  return 0;
}

/// Between the label and `end` stands a whole key: 答案:正确4.… needs no full stop.
bool is_bare_key(std::string_view line, std::size_t begin, std::size_t end) {
  constexpr std::size_t kLongestKey = 20;  // bytes
  if (begin >= end || end - begin > kLongestKey) return false;
  const std::string_view key = trimmed(line.substr(begin, end - begin));
  for (std::string_view word : {"正确", "错误", "对", "错", "√", "×"})
    if (key == word) return true;
  return !key.empty() && key.find_first_not_of("ABCDEFGH,、 ") == std::string_view::npos;
}

/// Byte offsets in `line` at which a block begins, 0 included.
std::vector<std::size_t> split_points(std::string_view line) {
  std::vector<std::size_t> points{0};
  const auto add = [&](std::size_t at) {
    if (at > points.back() && at < line.size()) points.push_back(at);
  };
  char32_t before = 0;
  std::size_t behind_label = std::string_view::npos;  // where the text of the last answer label begins
  for (std::size_t i = 0; i < line.size();) {
    const std::string_view rest = line.substr(i);
    std::size_t next = i;
    const char32_t c = folded(next_code_point(line, next));
    const bool at_start = i == points.back();
    static const CharacterSet may_begin_number(U"0123456789第题问題問Qq");
    const bool may_begin = at_start || closes_something(before) || is_bare_key(line, behind_label, i);
    if (may_begin && may_begin_number.has(c)) {
      const auto number = possible_number_mark(rest);
      if (number && (at_start || number->style != NumberMark::Style::kBracketed)) {
        add(i);
        // "1.答案:B": the label is a block of its own.
        if (const auto found = label(rest.substr(number->length)); found && found->has_colon)
          add(i + number->length);
        before = '.';
        i += number->length;
        continue;
      }
    }
    if (const std::size_t length = may_begin_section_mark(c) ? section_length_in_run(rest) : 0) {
      add(i);
      add(i + length);
      before = ')';
      i += length;
      continue;
    }
    if (may_begin_label(c)) {
      if (const std::size_t length = at_start ? 0 : answer_heading_in_run(rest, before)) {
        add(i);
        add(i + length);
        before = ':';
        i += length;
        continue;
      }
      const auto found = label(rest);
      if (found && (at_start || is_label_in_run(rest, *found, before))) {
        add(i);
        if (found->has_colon) add(i + found->length);
        before = ':';
        i += found->length;
        behind_label = found->part == Part::kAnswer ? i : std::string_view::npos;
        continue;
      }
    }
    before = c;
    i = next;
  }
  return points;
}

/// Blanks between the line's start and `begin`.
std::size_t indent_of(std::string_view text, std::size_t begin) {
  std::size_t indent = 0;
  while (indent < begin && (text[begin - indent - 1] == ' ' || text[begin - indent - 1] == '\t')) ++indent;
  return begin == indent || text[begin - indent - 1] == '\n' ? indent : 0;
}

/// Pictures and stars before a mark: ⭐ 1. or 🎯 考察点. Bytes; 0 for none.
std::size_t symbols_length(std::string_view text) {
  Scanner scanner(text);
  std::size_t end = 0;
  while (!scanner.at_end()) {
    const char32_t c = scanner.take();
    const bool symbol = (c >= 0x2600 && c <= 0x27BF) || (c >= 0x1F000 && c <= 0x1FAFF) ||
                        (c >= 0x2B00 && c <= 0x2BFF) || c == 0xFE0F || c == 0x20E3;
    if (symbol) end = scanner.offset();
    if (!symbol && c != ' ') break;
  }
  return end;
}

/// <summary>question</summary>: what is folded away below it is the answer. Nothing for "show the answer".
std::string_view summary_of(std::string_view line) {
  const std::size_t begin = line.find("<summary>");
  if (begin == std::string_view::npos) return {};
  std::string_view inside = line.substr(begin + std::string_view("<summary>").size());
  inside = trimmed(inside.substr(0, inside.find("</summary>")));
  while (const std::size_t length = markup_length(inside)) inside = trimmed(inside.substr(length));
  inside.remove_prefix(symbols_length(inside));
  return label(trimmed(inside)) ? std::string_view() : trimmed(inside);
}

/// Removes what Markdown puts before a line's text and says what it was.
std::string_view without_line_marks(std::string_view line, Block& block, Dialogue dialogue) {
  std::size_t level = 0;
  while (level < line.size() && line[level] == '#') ++level;
  if (level > 0 && level <= 6 && level < line.size()) {
    block.heading = level;
    line = trimmed(line.substr(level));
  }
  while (!line.empty() && line[0] == '>') line = trimmed(line.substr(1));
  // "- **答案**:" and "**1. stem**": emphasis and bullets before a mark hide it.
  std::string_view bare = line;
  if (const std::size_t bullet = bullet_length(bare)) bare.remove_prefix(bullet);
  bare = trimmed(bare.substr(symbols_length(bare)));
  while (const std::size_t length = markup_length(bare)) bare.remove_prefix(length);
  bare = trimmed(bare.substr(symbols_length(bare)));
  const auto section = bare.size() < line.size() ? section_mark(bare) : std::nullopt;
  const bool marked = bare.size() < line.size() &&
                      (label(bare) || (section && !section->is_bracketed) ||
                       (dialogue == Dialogue::kYes && letter_label(bare)) ||
                       (number_mark(bare) && number_mark(bare)->style != NumberMark::Style::kBracketed));
  return marked ? bare : line;
}

/// Lines "Q: …" and "A: …", as often the one as nearly the other.
Dialogue dialogue_of(std::string_view text, const std::vector<LinePart>& lines) {
  std::size_t questions = 0;
  std::size_t answers = 0;
  for (const LinePart& part : lines) {
    Block block;
    const std::string_view line = without_line_marks(
        text.substr(part.span.begin, part.span.end - part.span.begin), block, Dialogue::kYes);
    if (const auto found = letter_label(line)) ++(found->opens_question ? questions : answers);
  }
  return questions >= 2 && answers > 0 && answers <= questions + 1 ? Dialogue::kYes : Dialogue::kNo;
}

void read_mark(Block& block, Dialogue dialogue) {
  block.content = block.text;
  if (block.is_code || block.is_table_row) return;
  if (dialogue == Dialogue::kYes && block.starts_line) block.label = letter_label(block.text);
  if (!block.label) block.label = label(block.text);
  if (!block.label) block.number = possible_number_mark(block.text);
  if (!block.label && !block.number) block.section = section_mark(block.text);
  const std::size_t length = block.label     ? block.label->length
                             : block.number  ? block.number->length
                             : block.section ? block.section->length
                                             : 0;
  block.content = block.text.substr(length);
}

}  // namespace

std::vector<Block> split_into_blocks(std::string_view text, const std::vector<LinePart>& lines) {
  std::vector<Block> blocks;
  bool in_code = false;
  const Dialogue dialogue = dialogue_of(text, lines);
  for (const LinePart& part : lines) {
    Block block;
    block.starts_line = part.starts_line;
    block.behind_gap = part.behind_gap;
    block.behind_rule = part.behind_rule;
    block.indent = indent_of(text, part.span.begin);
    std::string_view line = text.substr(part.span.begin, part.span.end - part.span.begin);
    if (starts_with_any(line, {"```", "~~~"})) {
      in_code = !in_code;
      continue;
    }
    block.is_code = in_code;
    block.is_table_row = !in_code && line.size() > 1 && line.front() == '|' && line.back() == '|';
    if (in_code || block.is_table_row) {
      block.text = block.content = line;
      blocks.push_back(block);
      continue;
    }
    if (const std::string_view summary = summary_of(line); !summary.empty()) {
      constexpr std::size_t kLowestHeading = 6;
      block.heading = kLowestHeading;
      line = summary;
    }
    line = without_line_marks(line, block, dialogue);
    if (!line.empty() && (line[0] == '<' || line[0] == '*' || line[0] == '_') &&
        trimmed(without_markup(line)).empty())
      continue;
    const std::vector<std::size_t> points = split_points(line);
    for (std::size_t i = 0; i < points.size(); ++i) {
      const std::size_t end = i + 1 < points.size() ? points[i + 1] : line.size();
      block.text = trimmed(line.substr(points[i], end - points[i]));
      if (block.text.empty()) continue;
      Block piece = block;
      read_mark(piece, dialogue);
      blocks.push_back(piece);
      block.starts_line = block.behind_gap = block.behind_rule = false;
      block.heading = 0;
    }
  }
  mark_unnumbered_questions(blocks);
  return blocks;
}

}  // namespace rehearse
