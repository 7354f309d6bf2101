#include "core/import/blocks.h"

#include <algorithm>

#include "core/base/text.h"
#include "core/import/characters.h"
#include "core/import/run.h"
#include "core/import/surroundings.h"
#include "core/import/unnumbered.h"

namespace rehearse {
namespace {

/// How the lines begin with Q: and A:, which are options or nothing in other documents.
using Dialogue = std::optional<LetterSigns>;

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
  return trimmed(inside);
}

/// "Show", "点击查看答案": a fold that opens the answer and asks nothing itself.
bool opens_fold(std::string_view summary) {
  constexpr std::size_t kLongest = 40;  // bytes
  if (summary.size() > kLongest || contains_any(summary, {"?", "？"})) return false;
  if (label(summary) || contains_any(summary, {"答案", "解析", "查看", "点击", "展开", "显示", "參考"}))
    return true;
  for (std::string_view word :
       {"show", "answer", "solution", "click", "view", "reveal", "see", "expand", "details"})
    if (starts_with_english(summary, word)) return true;
  return false;
}

/// Text that tells where the answer begins, as a label would.
Block answer_begins_at(std::string_view line, const LinePart& part) {
  Block block;
  block.text = line;
  block.content = line.substr(line.size());
  block.starts_line = part.starts_line;
  Label found;
  found.has_colon = true;
  found.length = line.size();
  block.label = found;
  return block;
}

/// ──── 参考答案 ────: a short heading inside a line drawn across the page.
std::string_view without_drawn_line(std::string_view line) {
  constexpr std::size_t kShortest = 2;  // signs on each side
  constexpr std::size_t kLongest = 60;  // bytes of the heading
  static const CharacterSet drawn(U"─━═=*~—");
  Scanner scanner(line);
  if (!drawn.has(scanner.peek()) || !drawn.has(last_character(line))) return line;
  std::size_t signs = 0;
  for (; drawn.has(scanner.peek()); ++signs) scanner.take();
  std::string_view inside = scanner.rest();
  while (!inside.empty() && drawn.has(last_character(inside))) {
    std::size_t size = inside.size() - 1;
    while (size > 0 && (static_cast<unsigned char>(inside[size]) & 0xC0) == 0x80) --size;
    inside = inside.substr(0, size);
  }
  inside = trimmed(inside);
  const bool is_heading = signs >= kShortest && !inside.empty() && inside.size() <= kLongest;
  return is_heading ? inside : line;
}

/// Removes what Markdown puts before a line's text and says what it was.
std::string_view without_line_marks(std::string_view line, Block& block, Dialogue dialogue) {
  line = without_drawn_line(line);
  std::size_t level = 0;
  while (level < line.size() && line[level] == '#') ++level;
  if (level > 0 && level <= 6 && level < line.size()) {
    block.heading = level;
    line = trimmed(line.substr(level));
  }
  block.is_quote = !line.empty() && line[0] == '>';
  while (!line.empty() && line[0] == '>') line = trimmed(line.substr(1));
  // "- **答案**:" and "**1. stem**": emphasis and bullets before a mark hide it.
  std::string_view bare = line;
  if (const std::size_t bullet = bullet_length(bare)) bare.remove_prefix(bullet);
  bare = trimmed(bare.substr(symbols_length(bare)));
  while (const std::size_t length = markup_length(bare)) bare.remove_prefix(length);
  bare = trimmed(bare.substr(symbols_length(bare)));
  const auto section = bare.size() < line.size() ? section_mark(bare) : std::nullopt;
  const bool marked =
      bare.size() < line.size() &&
      (label(bare) || (section && !section->is_bracketed) || (dialogue && letter_label(bare, *dialogue)) ||
       (number_mark(bare) && number_mark(bare)->style != NumberMark::Style::kBracketed));
  return marked ? bare : line;
}

/// The sign behind a B that begins `text`, as it begins an option; 0 for none.
char32_t sign_of_option_b(std::string_view text) {
  Scanner scanner(text.substr(bullet_length(text)));
  scanner.take_one_of(U"[(");
  if (!scanner.take_one_of(U"Bb")) return 0;
  const char32_t sign = scanner.peek();
  return scanner.take_one_of(U".:、)．]") ? sign : 0;
}

/// The same anywhere in an option line, which may hold them all.
char32_t sign_of_option_b_in(std::string_view line) {
  for (std::size_t at = line.find('B'); at != std::string_view::npos; at = line.find('B', at + 1))
    if (const char32_t sign = sign_of_option_b(line.substr(at))) return sign;
  return 0;
}

/// Lines "Q: …" and "A: …", as often the one as nearly the other; the questions may also be numbered. Where
/// lines begin with B, the others are options.
Dialogue dialogue_of(std::string_view text, const std::vector<LinePart>& lines) {
  constexpr std::size_t kEnough = 3;
  constexpr auto kAny = LetterSigns::kColonsAndStops;
  std::size_t questions = 0, colons = 0, stops = 0;
  bool options_with_colons = false;
  bool options_with_stops = false;
  const auto bare_line = [&](const LinePart& part) {
    Block block;
    return without_line_marks(text.substr(part.span.begin, part.span.end - part.span.begin), block, kAny);
  };
  for (const LinePart& part : lines) {
    const std::string_view line = bare_line(part);
    const auto found = letter_label(line, kAny);
    const bool with_colon = found && letter_label(line, LetterSigns::kColons);
    if (found) ++(found->opens_question ? questions : with_colon ? colons : stops);
    const bool answers = found && !found->opens_question;
    if (const char32_t sign = answers ? sign_of_option_b_in(line) : sign_of_option_b(line))
      (sign == ':' ? options_with_colons : options_with_stops) = true;
  }
  const bool may_stop = !options_with_stops && !options_with_colons;
  const std::size_t answers = (options_with_colons ? 0 : colons) + (may_stop ? stops : 0);
  // Q: alone is enough where the answers just follow.
  if (answers == 0 && (questions < kEnough || !may_stop)) return std::nullopt;
  if (questions < 2)
    questions +=
        static_cast<std::size_t>(std::count_if(lines.begin(), lines.end(), [&](const LinePart& part) {
          return number_mark(bare_line(part)).has_value();
        }));
  if (questions < 2 || answers > questions + 1) return std::nullopt;
  return may_stop ? LetterSigns::kColonsAndStops : LetterSigns::kColons;
}

void read_mark(Block& block, Dialogue dialogue) {
  block.content = block.text;
  if (block.is_code || block.is_table_row) return;
  if (dialogue && block.starts_line) block.label = letter_label(block.text, *dialogue);
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
  blocks.reserve(lines.size());
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
    const std::string_view summary = summary_of(line);
    if (!summary.empty() && opens_fold(summary)) {
      blocks.push_back(answer_begins_at(line, part));
      continue;
    }
    if (!summary.empty()) {
      constexpr std::size_t kLowestHeading = 6;
      block.heading = kLowestHeading;
      line = summary;
    }
    line = without_line_marks(line, block, dialogue);
    if (!line.empty() && (line[0] == '<' || line[0] == '*' || line[0] == '_') &&
        trimmed(without_markup(line)).empty())
      continue;
    const std::vector<std::size_t> points = begins_in_run(line);
    for (std::size_t i = 0; i < points.size(); ++i) {
      const std::size_t end = i + 1 < points.size() ? points[i + 1] : line.size();
      block.text = trimmed(line.substr(points[i], end - points[i]));
      if (block.text.empty()) continue;
      blocks.push_back(block);
      Block& piece = blocks.back();
      read_mark(piece, dialogue);
      piece.is_topic = i > 0 && i + 1 < points.size() && is_name_of_group(piece.text);
      block.starts_line = block.behind_gap = block.behind_rule = false;
      block.heading = 0;
    }
  }
  mark_unnumbered_questions(blocks);
  return blocks;
}

}  // namespace rehearse
