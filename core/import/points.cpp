#include "core/import/points.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <span>
#include <string>

#include "core/base/text.h"
#include "core/import/answer_lines.h"
#include "core/import/characters.h"
#include "core/import/english_sentences.h"
#include "core/import/listed_clauses.h"
#include "core/import/prose_points.h"
#include "core/import/sentence_roles.h"
#include "core/import/sentences.h"

namespace rehearse {
namespace {

constexpr std::size_t kLongestItem = 60;     // code points; an item of one sentence up to this is its own cue
constexpr std::size_t kLongestBareName = 5;  // 提出对策
constexpr std::size_t kLongestBareHead = 24;
constexpr std::size_t kMostPoints = 13;

using Lines = std::span<const AnswerLine>;
using Points = std::vector<KeyPoint>;

std::size_t end_of(std::string_view part, std::string_view whole) {
  return static_cast<std::size_t>(part.data() - whole.data()) + part.size();
}

KeyPoint make_point(std::string_view text) {
  text = trimmed(text);
  const std::vector<std::string_view> sentences = split_sentences(text);
  const std::string_view first = sentences.empty() ? text : sentences.front();
  const std::string_view name = label_of(text);
  const bool own_cue = sentences.size() <= 1 && length_in_code_points(text) <= kLongestItem;
  const std::size_t length = !name.empty() && !says_nothing_alone(name) ? name.size()
                             : own_cue                                  ? text.size()
                                                                        : end_of(first, text);
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

/// | a | b | c | is a: b；c. A number in the first cell only counts the rows.
KeyPoint make_row(std::string_view row) {
  KeyPoint point;
  while (!row.empty()) {
    row.remove_prefix(1);
    const std::size_t end = std::min(row.find('|'), row.size());
    const std::string_view cell = trimmed(row.substr(0, end));
    row.remove_prefix(end);
    const bool counts = point.cue.empty() && cell.find_first_not_of("0123456789.") == std::string_view::npos;
    if (counts) continue;
    if (point.cue.empty())
      point.cue = std::string(cell);
    else if (!cell.empty())
      point.detail += (point.detail.empty() ? "" : "；") + std::string(cell);
  }
  return point;
}

KeyPoint make_item(const AnswerLine& line) {
  if (line.family == LineFamily::kHeading) return make_heading(line.text);
  if (line.family == LineFamily::kRow) return make_row(line.text);
  return make_point(line.text);
}

void add_detail(Points& points, std::string_view text, std::string_view joint) {
  if (points.empty() || trimmed(text).empty()) return;
  std::string& detail = points.back().detail;
  if (!detail.empty()) detail += joint;
  detail += text;
}

void append(Points& points, Points more) { std::move(more.begin(), more.end(), std::back_inserter(points)); }

/// 压力大的时刻确实有过。 says no more than that there is something to tell.
bool admits_the_question(std::string_view sentence) {
  return contains_any(sentence,
                      {"确实有过", "难以避免", "不可避免", "在所难免", "很常见", "常见的", "确实需要"});
}

/// A paragraph among others: its first sentence that says something is the point.
void add_paragraph(Points& points, std::string_view paragraph) {
  const std::vector<std::string_view> sentences = split_sentences(paragraph);
  bool has_lead = false;
  for (std::string_view sentence : sentences) {
    if (is_announcement(sentence) || is_closing(sentence) || last_character(sentence) == ':') continue;
    const bool opens = !admits_the_question(sentence) && !only_takes_up_the_question(sentence);
    if (!has_lead && (opens || sentences.size() == 1)) {
      points.push_back({std::string(without_closing(sentence)), ""});
      has_lead = true;
    } else if (has_lead) {
      add_detail(points, sentence, "");
    }
  }
}

/// 活动前:摸清数量;谈定运费;报送方案。 — the name is a group's, its clauses are the points.
void add_labelled(Points& points, std::string_view text) {
  constexpr std::size_t kManyClauses = 3;
  const std::string_view name = label_of(text);
  const std::vector<std::string_view> clauses =
      split_clauses(text.substr(std::min(text.size(), end_of(name, text))));
  const bool is_group =
      names_a_group(name) ? clauses.size() >= 2
                          : clauses.size() >= kManyClauses && length_in_code_points(name) <= kLongestBareName;
  if (!is_group) return points.push_back(make_point(text));
  for (std::string_view clause : clauses) {
    Scanner behind_colon(clause);
    behind_colon.take_one_of(U":");
    points.push_back({std::string(without_closing(trimmed(behind_colon.rest()))), ""});
  }
}

Points points_of_prose(std::string_view paragraph) {
  Points points;
  for (const ProseSentence& sentence : read_prose(paragraph)) {
    if (sentence.is_labelled)
      add_labelled(points, sentence.text);
    else if (sentence.is_lead)
      points.push_back({std::string(without_closing(sentence.text)), ""});
    else if (!sentence.is_left_out)
      add_detail(points, sentence.text, "");
  }
  return points;
}

bool is_marked(LineFamily family) {
  return family != LineFamily::kProse && family != LineFamily::kLabelled && family != LineFamily::kCode;
}

/// The levels of the answer's list, outermost first: families in the order they begin.
std::vector<LineFamily> list_levels(Lines lines, std::size_t fewest) {
  std::array<std::size_t, static_cast<std::size_t>(LineFamily::kOrdinal) + 1> counts{};
  for (const AnswerLine& line : lines) ++counts[static_cast<std::size_t>(line.family)];
  std::vector<LineFamily> levels;
  for (const AnswerLine& line : lines)
    if (is_marked(line.family) && counts[static_cast<std::size_t>(line.family)] >= fewest &&
        std::find(levels.begin(), levels.end(), line.family) == levels.end())
      levels.push_back(line.family);
  return levels;
}

/// What stands below line `head`: up to the next line of its family.
Lines below(Lines lines, std::size_t head) {
  std::size_t end = head + 1;
  while (end < lines.size() && lines[end].family != lines[head].family) ++end;
  return lines.subspan(head + 1, end - head - 1);
}

/// How the heads of a level name what stands below them.
enum class Heads {
  kPoints,  // each says what to do
  kMixed,   // some only name what the lines below say
  kGroups,  // all of them do
};

bool is_bare(std::string_view head) {
  return label_of(head).size() + 3 >= without_closing(head).size() || label_of(head).empty();
}

/// 分析意义: with ①②③ below it, 一、事前准备 with 1. 2. below it, Preparation: with bullets below it.
bool is_group(const AnswerLine& head, Lines inner) {
  constexpr std::size_t kMostWords = 3;
  const std::string_view name = without_closing(head.text);
  const std::size_t length = length_in_code_points(name);
  if (inner.empty() || head.family == LineFamily::kRow || length > kLongestBareHead || !is_bare(head.text))
    return false;
  if (names_a_group(name)) return true;
  const auto marked = std::count_if(inner.begin(), inner.end(),
                                    [](const AnswerLine& line) { return is_marked(line.family); });
  const bool leads_on = last_character(head.text) == ':';
  if (is_english(name)) return leads_on && marked >= 1 && count_words(name) <= kMostWords;
  return (leads_on || head.family == LineFamily::kChinese) && marked >= 2 && length <= kLongestBareName;
}

/// Items with names of their own, as "-X:detail", say what to do.
bool are_named(Lines lines, LineFamily family) {
  std::size_t items = 0;
  std::size_t named = 0;
  for (const AnswerLine& line : lines)
    if (line.family == family) {
      ++items;
      if (is_label_of_a_point(label_of(line.text))) ++named;
    }
  return named * 2 > items;
}

Heads heads_of(Lines lines, const std::vector<LineFamily>& levels) {
  std::size_t heads = 0;
  std::size_t groups = 0;
  std::size_t bare = 0;
  std::size_t inner_lines = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].family != levels[0]) continue;
    const Lines inner = below(lines, i);
    ++heads;
    inner_lines += inner.size();
    if (is_group(lines[i], inner)) ++groups;
    if (length_in_code_points(without_closing(lines[i].text)) <= kLongestBareHead) ++bare;
  }
  if (inner_lines > kMostPoints) return Heads::kPoints;
  const bool named_below = levels.size() > 1 && bare * 2 > heads && are_named(lines, levels[1]);
  return groups * 2 > heads || named_below ? Heads::kGroups : groups > 0 ? Heads::kMixed : Heads::kPoints;
}

Points points_of_lines(Lines lines, std::size_t fewest_items);

Points points_of_list(Lines lines, const std::vector<LineFamily>& levels) {
  const LineFamily level = levels[0];
  const Heads heads = heads_of(lines, levels);
  Points points;
  bool inside_item = false;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const AnswerLine& line = lines[i];
    const Lines inner = line.family == level ? below(lines, i) : Lines();
    const bool only_names =
        line.family == level && !inner.empty() && is_bare(line.text) &&
        (heads == Heads::kGroups ||
         (heads == Heads::kMixed && last_character(line.text) == ':' && is_group(line, inner)));
    if (only_names) {
      append(points, points_of_lines(inner, 1));
      i += inner.size();
      inside_item = false;
    } else if (line.family == level) {
      // A heading right above another heading names a group of points.
      const bool group =
          level == LineFamily::kHeading && i + 1 < lines.size() && lines[i + 1].family == level;
      if (!group) points.push_back(make_item(line));
      inside_item = true;
    } else if (is_marked(line.family) || line.family == LineFamily::kCode || level == LineFamily::kHeading) {
      if (inside_item) add_detail(points, line.text, "\n");
    } else if (inside_item && line.family == LineFamily::kLabelled && i + 1 < lines.size() &&
               lines[i + 1].family != LineFamily::kProse) {
      add_detail(points, line.text, "\n");
    } else {
      const std::size_t before = points.size();
      if (line.family == LineFamily::kLabelled)
        add_labelled(points, line.text);
      else
        add_paragraph(points, line.text);
      inside_item = inside_item && points.size() == before;
    }
  }
  return points;
}

/// 一是… 二是… or 第一,… 第二,… inside one paragraph of several: each is a point.
bool enumerates_within(std::string_view paragraph) {
  const std::vector<std::string_view> sentences = split_sentences(paragraph);
  const auto counted = std::count_if(sentences.begin(), sentences.end(), [](std::string_view sentence) {
    const Ordinal ordinal = ordinal_of(sentence);
    return ordinal == Ordinal::kFirst || ordinal == Ordinal::kLater;
  });
  return counted >= 2;
}

/// Paragraphs without list marks.
Points points_of_paragraphs(Lines lines) {
  constexpr std::size_t kFewParagraphs = 2;
  std::size_t paragraphs = 0;
  std::size_t labelled = 0;
  for (const AnswerLine& line : lines) {
    if (line.family != LineFamily::kCode) ++paragraphs;
    if (line.family == LineFamily::kLabelled) ++labelled;
  }
  Points points;
  for (const AnswerLine& line : lines) {
    if (line.family == LineFamily::kCode)
      add_detail(points, line.text, "\n");
    else if (line.family == LineFamily::kLabelled && labelled >= 2)
      add_labelled(points, line.text);
    else if ((paragraphs <= kFewParagraphs && labelled < 2) || enumerates_within(line.text))
      append(points, points_of_prose(line.text));
    else
      add_paragraph(points, line.text);
  }
  return points;
}

/// The listing is the answer: each line of it must be known.
Points points_of_code(Lines lines) {
  Points points;
  for (const AnswerLine& line : lines)
    if (line.family == LineFamily::kCode) points.push_back({std::string(line.text), ""});
  return points;
}

/// An answer that is one sentence and only lists.
Points points_of_listing_sentence(Lines lines) {
  Points points;
  if (lines.size() != 1 || lines[0].family != LineFamily::kProse ||
      split_sentences(lines[0].text).size() != 1)
    return points;
  for (std::string_view item : listed_clauses(lines[0].text)) points.push_back({std::string(item), ""});
  return points;
}

Points points_of_lines(Lines lines, std::size_t fewest_items) {
  if (Points listed = points_of_listing_sentence(lines); !listed.empty()) return listed;
  const std::vector<LineFamily> levels = list_levels(lines, fewest_items);
  Points points = levels.empty() ? points_of_paragraphs(lines) : points_of_list(lines, levels);
  return points.empty() ? points_of_code(lines) : points;
}

/// | 2021 | 120 | 5% |: figures that support what the text says.
bool is_row_of_figures(std::string_view row) {
  std::size_t cells = 0;
  std::size_t figures = 0;
  for (std::size_t begin = 1; begin < row.size();) {
    const std::size_t end = std::min(row.find('|', begin), row.size());
    const std::string_view cell = trimmed(row.substr(begin, end - begin));
    ++cells;
    const bool counts =
        !cell.empty() && cell.find_first_not_of("0123456789.,%+-~ ") == std::string_view::npos;
    if (counts) ++figures;
    begin = end + 1;
  }
  return cells > 1 && figures + 1 >= cells;
}

/// A table among a list or several sentences illustrates them; its rows are points where it is the answer.
std::vector<AnswerLine> without_illustrating_table(std::vector<AnswerLine> lines) {
  constexpr std::size_t kSeveral = 3;
  const auto is_row = [](const AnswerLine& line) { return line.family == LineFamily::kRow; };
  const auto rows = static_cast<std::size_t>(std::count_if(lines.begin(), lines.end(), is_row));
  if (rows == 0 || rows == lines.size()) return lines;
  std::vector<AnswerLine> others;
  std::remove_copy_if(lines.begin(), lines.end(), std::back_inserter(others), is_row);
  const bool figures = std::all_of(lines.begin(), lines.end(), [&](const AnswerLine& line) {
    return !is_row(line) || is_row_of_figures(line.text);
  });
  const std::size_t points = points_of_lines(others, 2).size();
  const bool lists = !list_levels(others, 2).empty();
  return (lists && points >= 2) || points >= kSeveral || (figures && points > 0) ? others : lines;
}

bool are_marked(Lines lines) {
  return std::any_of(lines.begin(), lines.end(),
                     [](const AnswerLine& line) { return line.family != LineFamily::kProse; });
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

}  // namespace

Points key_points(std::string_view answer) { return key_points_and_marks(answer).points; }

KeyPointsAndMarks key_points_and_marks(std::string_view answer) {
  constexpr std::size_t kFewestItems = 2;
  // Nobody recites more, and no library keeps it in one piece: what a hostile text gives must not be cut into
  // a hundred thousand points.
  constexpr std::size_t kLongestAnswer = 64 * 1024;  // bytes
  if (answer.size() > kLongestAnswer) return {};
  const std::string_view bare = without_quotes_around(answer);
  std::vector<AnswerLine> lines = lines_of_answer(bare);
  KeyPointsAndMarks found;
  // Inside quotation marks the first mark may be the speaker's.
  const bool is_quoted = bare.size() < trimmed(answer).size();
  found.are_marked = are_marked(is_quoted ? lines_of_answer(answer) : lines);
  lines = without_illustrating_table(std::move(lines));
  found.points = points_of_lines(lines, kFewestItems);
  // A line of signs only.
  std::erase_if(found.points, [](const KeyPoint& point) { return point.cue.empty(); });
  return found;
}

}  // namespace rehearse
