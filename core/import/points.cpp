#include "core/import/points.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>

#include "core/base/text.h"
#include "core/import/characters.h"
#include "core/import/marks.h"
#include "core/import/prose_points.h"
#include "core/import/sentences.h"

namespace rehearse {
namespace {

constexpr std::size_t kLongestLabel = 24;  // code points of X in "X:detail"
constexpr std::size_t kLongestHeadLine = 45;
constexpr std::size_t kLongestItem = 60;  // an item of one sentence up to this is its own cue

/// The ways a line of an answer can be marked.
enum class Family { kProse, kHeading, kLabelled, kBullet, kNumber, kBracket, kCircle, kChinese, kOrdinal };

struct Line {
  std::string_view text;  // behind its mark
  Family family = Family::kProse;
};

/// X of "X:detail"; empty when there is none.
std::string_view label_of(std::string_view text) {
  Scanner scanner(text);
  for (std::size_t length = 0; length <= kLongestLabel && !scanner.at_end(); ++length) {
    const std::size_t at = scanner.offset();
    const char32_t c = scanner.take();
    if (c == ':') return length >= 2 ? text.substr(0, at) : std::string_view();
    if (ends_sentence(c) || c == ';' || c == U'“' || c == U'”') break;
  }
  return {};
}

/// 例如: 我会说: 答: stand before an example, not before a point.
bool is_label_of_a_point(std::string_view name) {
  return !name.empty() &&
         !contains_any(
             name, {"例如", "比如", "我会说", "话术", "如下", "以下", "预期目标", "注意", "备注", "举例"}) &&
         !starts_with_any(name, {"我", "答"});
}

Line read_line(std::string_view text) {
  const std::string_view whole = text;
  if (const std::size_t bullet = bullet_length(text)) {
    text.remove_prefix(bullet);
    if (const auto number = number_mark(text)) text.remove_prefix(number->length);
    return {trimmed(text), Family::kBullet};
  }
  while (!text.empty() && text[0] == '#') text.remove_prefix(1);
  text = trimmed(text);
  if (const auto number = number_mark(text); number && number->style != NumberMark::Style::kWorded) {
    const Family family = number->style == NumberMark::Style::kBracketed ? Family::kBracket
                          : number->style == NumberMark::Style::kCircled ? Family::kCircle
                                                                         : Family::kNumber;
    return {trimmed(text.substr(number->length)), family};
  }
  if (const auto section = section_mark(text))
    return {trimmed(text.substr(section->length)), Family::kChinese};
  const std::string_view bare = without_closing(text);
  const bool head_line =
      last_character(text) == ':' && split_sentences(text).size() == 1 &&
      (length_in_code_points(bare) <= kLongestHeadLine || is_label_of_a_point(label_of(text)));
  if (text.size() < whole.size()) return {text, Family::kHeading};  // a Markdown heading
  const std::string_view name = label_of(text);
  if (head_line && !contains_any(bare, {"如下", "以下"}) && is_label_of_a_point(name.empty() ? bare : name))
    return {text, Family::kHeading};
  if (ordinal_of(text) != Ordinal::kNone) return {text, Family::kOrdinal};
  if (is_label_of_a_point(name)) return {text, Family::kLabelled};
  return {text, Family::kProse};
}

KeyPoint make_point(std::string_view text) {
  text = trimmed(text);
  const std::vector<std::string_view> sentences = split_sentences(text);
  const std::string_view first = sentences.empty() ? text : sentences.front();
  const std::string_view name = label_of(text);
  const bool own_cue = sentences.size() <= 1 && length_in_code_points(text) <= kLongestItem;
  const std::size_t length = !name.empty() ? name.size()
                             : own_cue     ? text.size()
                                       : static_cast<std::size_t>(first.data() - text.data()) + first.size();
  KeyPoint point;
  point.cue = std::string(without_closing(text.substr(0, length)));
  Scanner rest(text.substr(length));
  rest.take_one_of(U":");
  const std::string_view said = trimmed(rest.rest());
  // What follows the label of a single sentence is a phrase, not a sentence of its own.
  point.detail = std::string(sentences.size() <= 1 ? without_closing(said) : said);
  return point;
}

/// A line above others: its name is the cue.
KeyPoint make_heading(std::string_view text) {
  const std::string_view name = label_of(text);
  const std::string_view cue = name.empty() ? without_closing(text) : name;
  Scanner rest(text.substr(cue.size()));
  rest.take_one_of(U":");
  return {std::string(cue), std::string(trimmed(rest.rest()))};
}

void add_detail(std::vector<KeyPoint>& points, std::string_view text, std::string_view joint) {
  if (points.empty() || trimmed(text).empty()) return;
  std::string& detail = points.back().detail;
  if (!detail.empty()) detail += joint;
  detail += text;
}

std::vector<KeyPoint> points_of_prose(std::string_view paragraph) {
  std::vector<KeyPoint> points;
  for (const ProseSentence& sentence : read_prose(paragraph)) {
    if (sentence.is_lead)
      points.push_back({std::string(without_closing(sentence.text)), ""});
    else if (!sentence.is_left_out)
      add_detail(points, sentence.text, "");
  }
  return points;
}

/// 压力大的时刻确实有过。 only takes up the question.
bool only_takes_up_the_question(std::string_view sentence) {
  return contains_any(sentence,
                      {"确实有过", "难以避免", "不可避免", "在所难免", "很常见", "常见的", "确实需要"});
}

/// A paragraph among others: its first sentence that says something is the point.
void add_paragraph(std::vector<KeyPoint>& points, std::string_view paragraph) {
  const std::vector<std::string_view> sentences = split_sentences(paragraph);
  bool has_lead = false;
  for (std::string_view sentence : sentences) {
    const bool left_out = is_announcement(sentence) || is_closing(sentence);
    if (left_out) continue;
    if (!has_lead && !(only_takes_up_the_question(sentence) && sentences.size() > 1)) {
      points.push_back({std::string(without_closing(sentence)), ""});
      has_lead = true;
    } else if (has_lead) {
      add_detail(points, sentence, "");
    }
  }
}

bool is_marked(Family family) { return family != Family::kProse && family != Family::kLabelled; }

/// The levels of the answer's list, outermost first: families in the order they begin.
std::vector<Family> list_levels(const std::vector<Line>& lines) {
  std::map<Family, std::size_t> counts;
  for (const Line& line : lines) ++counts[line.family];
  std::vector<Family> levels;
  for (const Line& line : lines)
    if (is_marked(line.family) && counts[line.family] >= 2 &&
        std::find(levels.begin(), levels.end(), line.family) == levels.end())
      levels.push_back(line.family);
  return levels;
}

/// With two levels, the one that says what to do: the inner one when its items have names of their own.
Family level_of_points(const std::vector<Line>& lines, const std::vector<Family>& levels) {
  if (levels.size() < 2) return levels.front();
  std::size_t inner = 0;
  std::size_t named = 0;
  std::size_t bare_heads = 0;
  std::size_t heads = 0;
  for (const Line& line : lines) {
    if (line.family == levels[1]) {
      ++inner;
      if (is_label_of_a_point(label_of(line.text))) ++named;
    } else if (line.family == levels[0]) {
      ++heads;
      if (length_in_code_points(without_closing(line.text)) <= kLongestLabel) ++bare_heads;
    }
  }
  return named * 2 > inner && bare_heads * 2 > heads ? levels[1] : levels[0];
}

std::vector<KeyPoint> points_of_list(const std::vector<Line>& lines, const std::vector<Family>& levels) {
  const Family level = level_of_points(lines, levels);
  const bool has_inner = levels.size() > 1;
  std::vector<KeyPoint> points;
  bool inside_item = false;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const Line& line = lines[i];
    if (line.family == level) {
      // A heading right above another heading names a group of points.
      const bool group = level == Family::kHeading && i + 1 < lines.size() && lines[i + 1].family == level;
      if (!group)
        points.push_back(level == Family::kHeading ? make_heading(line.text) : make_point(line.text));
      inside_item = true;
    } else if (is_marked(line.family) || level == Family::kHeading) {
      if (inside_item && !(has_inner && line.family == levels[0] && level != levels[0]))
        add_detail(points, line.text, "\n");
    } else if (inside_item && (line.family == Family::kLabelled && i + 1 < lines.size() &&
                               lines[i + 1].family != Family::kProse)) {
      add_detail(points, line.text, "\n");
    } else {
      const std::size_t before = points.size();
      if (line.family == Family::kLabelled)
        points.push_back(make_point(line.text));
      else
        add_paragraph(points, line.text);
      inside_item = inside_item && points.size() == before;
    }
  }
  return points;
}

/// Where "(1)…;(2)…" or "①…②…" in a paragraph begin their items, and where the text behind the last one
/// begins; empty unless the items are most of the paragraph.
std::vector<std::size_t> inline_items(std::string_view paragraph) {
  std::vector<std::size_t> items;
  std::optional<NumberMark::Style> style;
  char32_t before = ';';
  for (Scanner scanner(paragraph); !scanner.at_end();) {
    const char32_t c = scanner.peek();
    const bool circled = c >= U'①' && c <= U'⑳';
    const bool closed =
        ends_sentence(before) || before == ';' || before == ':' || before == ',' || before == ' ';
    const bool may_begin = circled || (closed && (c == '(' || (c >= '0' && c <= '9')));
    const auto mark = may_begin ? number_mark(scanner.rest()) : std::nullopt;
    if (mark && mark->number == items.size() + 1 && (!style || *style == mark->style)) {
      style = mark->style;
      items.push_back(scanner.offset());
      scanner.rewind(scanner.offset() + std::max<std::size_t>(mark->length, 1));
      before = ' ';
    } else {
      before = scanner.take();
    }
  }
  if (items.size() < 2) return {};
  const std::string_view last = split_sentences(paragraph.substr(items.back())).front();
  const std::size_t end = static_cast<std::size_t>(last.data() - paragraph.data()) + last.size();
  if ((end - items.front()) * 2 <= paragraph.size()) return {};
  if (end < paragraph.size()) items.push_back(end);
  return items;
}

/// The lines of an answer; items that share a line get one each.
std::vector<Line> lines_of(std::string_view answer) {
  std::vector<Line> lines;
  for (std::string_view line : split_lines(answer)) {
    line = trimmed(line);
    std::vector<std::size_t> begins = inline_items(line);
    if (begins.empty() || begins.front() > 0) begins.insert(begins.begin(), 0);
    for (std::size_t i = 0; i < begins.size(); ++i) {
      const std::size_t end = i + 1 < begins.size() ? begins[i + 1] : line.size();
      const std::string_view item = trimmed(line.substr(begins[i], end - begins[i]));
      if (!item.empty()) lines.push_back(read_line(item));
    }
  }
  return lines;
}

std::string_view without_quotes_around(std::string_view text) {
  constexpr std::string_view open = "“";
  constexpr std::string_view close = "”";
  text = trimmed(text);
  if (text.substr(0, open.size()) != open) return text;
  const std::size_t partner = text.find(close);
  if (partner != std::string_view::npos && partner + close.size() < text.size()) return text;
  text.remove_prefix(open.size());
  if (text.size() >= close.size() && text.substr(text.size() - close.size()) == close)
    text.remove_suffix(close.size());
  return text;
}

std::vector<KeyPoint> points_of_lines(const std::vector<Line>& lines) {
  if (lines.empty()) return {};
  const std::vector<Family> levels = list_levels(lines);
  if (!levels.empty()) return points_of_list(lines, levels);
  const auto labelled = std::count_if(lines.begin(), lines.end(),
                                      [](const Line& line) { return line.family == Family::kLabelled; });
  std::vector<KeyPoint> points;
  if (lines.size() <= 2 && labelled < 2) {
    for (const Line& line : lines)
      for (KeyPoint& point : points_of_prose(line.text)) points.push_back(std::move(point));
    return points;
  }
  for (const Line& line : lines) {
    if (line.family == Family::kLabelled && labelled >= 2)
      points.push_back(make_point(line.text));
    else
      add_paragraph(points, line.text);
  }
  return points;
}

}  // namespace

std::vector<KeyPoint> key_points(std::string_view answer) {
  std::vector<KeyPoint> points = points_of_lines(lines_of(without_quotes_around(answer)));
  // A line of signs only.
  std::erase_if(points, [](const KeyPoint& point) { return point.cue.empty(); });
  return points;
}

}  // namespace rehearse
