#include "core/deck/markdown_question.h"

#include <algorithm>
#include <utility>

#include "core/base/text.h"
#include "core/deck/markdown_text.h"

namespace rehearse::markdown {
namespace {

constexpr std::size_t kLetters = 26;
constexpr std::size_t kItemIndent = 2;  // how much further in the later lines of a list item stand

void extend(SourceSpan& span, const Line& line, std::string_view part) {
  const std::size_t begin = line.begin + static_cast<std::size_t>(part.data() - line.raw.data());
  if (span.begin == span.end) span.begin = begin;
  span.end = begin + part.size();
}

}  // namespace

void QuestionReader::Growing::add(std::string_view line) { add_as_it_stands(unescaped(line)); }

void QuestionReader::Growing::add_as_it_stands(std::string_view line) {
  if (has_line) *text += '\n';
  *text += line;
  has_line = true;
}

QuestionReader::QuestionReader(const Line& line, std::string_view stem, std::string section,
                               std::vector<Problem>& problems)
    : line_(line), problems_(problems) {
  question_.section = std::move(section);
  growing_ = {&question_.stem, false};
  if (stem.empty()) return;
  growing_.add(stem);
  extend(source_.stem, line, stem);
}

void QuestionReader::report(const Line& line, std::string code, Words message) {
  const auto indent = static_cast<std::size_t>(line.text.data() - line.raw.data());
  problems_.push_back({line.number, line.text.empty() ? 1 : indent + 1, std::move(code), std::move(message)});
}

bool QuestionReader::is_in_item(const Line& line) const {
  const bool in_list = place_ == Place::kItems || place_ == Place::kKey || place_ == Place::kCriteria;
  return in_list && growing_.text != nullptr && line.indent >= item_indent_ + kItemIndent;
}

void QuestionReader::read(const Line& line) {
  if (line.text.front() != '>') quoted_fence_.reset();
  if (after_blank_) is_left_out_ = false;
  const std::optional<Fence> fence = fence_in(line.text);
  if (is_in_item(line))
    fence ? begin_listing_in_item(line, *fence) : read_more(line);
  else if (fence)
    begin_listing(line, *fence);
  else if (!is_rule(line.text))
    read_in_question(line);
  after_blank_ = false;
}

void QuestionReader::finish() {
  if (listing_) report_open_listing();
  Question& done = question_;
  if (!key_is_written_) done.answer_key = boxes_;
  done.kind = note_.kind.value_or(inferred_kind(done));
  done.marks = note_.marks;
  done.time_limit = note_.time_limit;
  if (done.kind == QuestionKind::kTrueFalse)
    for (std::string& key : done.answer_key) key = truth_from_word(key).value_or(key);
  check();
}

void QuestionReader::check() {
  const Question& done = question_;
  if (done.stem.empty()) report(line_, "no_stem", {"A question without words.", "这道题没有文字。"});
  if (is_recalled_aloud(done.kind)) return;
  if (done.answer_key.empty())
    report(line_, "no_key", {"The question says nowhere which answer is right.", "没有写明哪个答案正确。"});
  for (const std::string& key : done.answer_key) {
    const bool found = std::any_of(done.options.begin(), done.options.end(),
                                   [&key](const Option& option) { return option.letter == key; });
    if (!done.options.empty() && !found)
      report(line_, "key_without_option",
             {"The right answer '" + key + "' is none of the options.", "正确答案“" + key + "”不在选项中。"});
  }
}

void QuestionReader::read_in_question(const Line& line) {
  if (line.text.front() == '>') return read_answer(line);
  if (const auto bold = leading_bold(line.text))
    if (const auto label = label_from_word(bold->inside)) return read_label(line, *label, bold->rest);
  if (place_ == Place::kStem && read_note(line)) return;
  if (place_ == Place::kAnalysis) {
    growing_.add(line.text);
    return extend(source_.analysis, line, line.text);
  }
  auto item = list_item_in(line.text);
  if (!item) {
    item = numbered_item_in(line.text);
    if (item && place_ == Place::kStem && !starts_with(*item, "**")) item.reset();
  }
  item ? read_item(line, *item) : read_plain(line);
}

void QuestionReader::read_plain(const Line& line) {
  switch (place_) {
    case Place::kStem: growing_.add(line.text); return extend(source_.stem, line, line.text);
    case Place::kKey:
    case Place::kCriteria: return read_item(line, line.text);
    default: break;
  }
  // Markdown lets the next line of an item begin at the margin, as long as none is blank between.
  if (growing_.text != nullptr && !after_blank_) return read_more(line);
  // The rest of its paragraph belongs to nothing either.
  growing_ = {};
  if (std::exchange(is_left_out_, true)) return;
  report(line, "unplaced_text",
         {"It is not clear what this line belongs to; it was left out.", "不清楚这一行属于哪里，已略过。"});
}

void QuestionReader::read_more(const Line& line) {
  growing_.add(line.text);
  if (place_ == Place::kCriteria) extend(source_.criteria, line, line.text);
  if (place_ == Place::kAnswer) extend(source_.answer, line, line.text);
}

void QuestionReader::read_item(const Line& line, std::string_view item) {
  item_indent_ = line.indent;
  if (place_ == Place::kKey) {
    question_.answer_key.emplace_back();
    growing_ = {&question_.answer_key.back(), false};
  } else if (place_ == Place::kCriteria) {
    question_.criteria.emplace_back();
    growing_ = {&question_.criteria.back(), false};
    extend(source_.criteria, line, item);
  } else {
    place_ = Place::kItems;
    if (const auto option = option_in(item)) return read_option(*option);
    return read_point(point_in(item));
  }
  if (!item.empty()) growing_.add(item);
}

void QuestionReader::read_option(const OptionLine& line) {
  // Options that nobody lettered are lettered in their order.
  const std::size_t position = question_.options.size();
  const std::string letter =
      line.letter.value_or(std::string(1, static_cast<char>('A' + position % kLetters)));
  question_.options.push_back({letter, ""});
  growing_ = {&question_.options.back().text, false};
  if (!line.text.empty()) growing_.add(line.text);
  if (line.tick == Tick::kTicked) boxes_.push_back(letter);
}

void QuestionReader::read_point(const PointLine& line) {
  question_.points.push_back({line.cue, ""});
  growing_ = {&question_.points.back().detail, false};
  if (!line.detail.empty()) growing_.add(line.detail);
}

void QuestionReader::read_answer(const Line& line) {
  if (place_ != Place::kAnswer || growing_.text != &question_.answer)
    growing_ = {&question_.answer, !question_.answer.empty()};
  place_ = Place::kAnswer;
  const std::string_view quoted = line.text.substr(1);
  const std::string_view text = without_blanks(quoted);
  if (quoted_fence_) {
    growing_.add_as_it_stands(without_indent(quoted, 1));
    if (quoted_fence_->is_ended_by(text)) quoted_fence_.reset();
  } else if (text.empty()) {
    return;
  } else if ((quoted_fence_ = fence_in(text))) {
    growing_.add_as_it_stands(text);
  } else {
    growing_.add(text);
  }
  extend(source_.answer, line, text);
}

void QuestionReader::read_label(const Line& line, DeckLabel label, std::string_view rest) {
  take_colon(rest);
  rest = without_blanks(rest);
  growing_ = {};
  switch (label) {
    case DeckLabel::kPoints: place_ = Place::kItems; break;
    case DeckLabel::kKey:
      place_ = Place::kKey;
      key_is_written_ = true;
      if (!rest.empty() && !question_.options.empty()) return read_letters(rest);
      break;
    case DeckLabel::kCriteria: place_ = Place::kCriteria; break;
    case DeckLabel::kAnalysis:
      place_ = Place::kAnalysis;
      growing_ = {&question_.analysis, !question_.analysis.empty()};
      if (rest.empty()) return;
      growing_.add(rest);
      return extend(source_.analysis, line, rest);
  }
  if (!rest.empty()) read_item(line, rest);
}

/// "A, C" or "AC": every letter of an option is a part of the key.
void QuestionReader::read_letters(std::string_view text) {
  for (char c : text) {
    const std::string letter(1, c);
    for (const Option& option : question_.options)
      if (option.letter == letter) question_.answer_key.push_back(letter);
  }
}

/// *case · 10 marks · 3 min*; a line in italics of which nothing is understood is text.
bool QuestionReader::read_note(const Line& line) {
  Note note = note_;
  std::vector<std::string_view> unknown;
  const std::vector<std::string_view> parts = note_parts(line.text);
  for (std::string_view part : parts)
    if (!read_note_part(part, note)) unknown.push_back(part);
  if (unknown.size() == parts.size()) return false;
  note_ = note;
  for (std::string_view part : unknown) {
    const auto before = static_cast<std::size_t>(part.data() - line.raw.data());
    problems_.push_back(
        {line.number,
         length_in_code_points(line.raw.substr(0, before)) + 1,
         "unknown_note",
         {"'" + std::string(part) + "' is neither a kind of question nor marks nor a time limit.",
          "“" + std::string(part) + "”既不是题型，也不是分值或时限。"}});
  }
  return true;
}

}  // namespace rehearse::markdown
