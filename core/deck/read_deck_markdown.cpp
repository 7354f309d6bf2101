#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/base/text.h"
#include "core/deck/deck_markdown.h"
#include "core/deck/markdown_items.h"
#include "core/deck/markdown_lines.h"
#include "core/deck/markdown_text.h"
#include "core/deck/markdown_words.h"

namespace rehearse {
namespace {

using markdown::Label;
using markdown::Line;
using markdown::starts_with;
using markdown::unescaped;
using markdown::without_blanks;

constexpr int kVersion = 1;
constexpr std::size_t kLetters = 26;
constexpr std::size_t kItemIndent = 2;  // how much further in the later lines of a list item stand

/// A text that grows line by line. An item without lines stays empty.
struct Growing {
  std::string* text = nullptr;
  bool has_line = false;

  void add(std::string_view line) {
    if (has_line) *text += '\n';
    *text += unescaped(line);
    has_line = true;
  }
};

class Reader {
 public:
  explicit Reader(std::string_view text) : lines_(markdown::lines_of(text)) {}

  Document take() {
    const markdown::Announcement announcement = markdown::read_announcement(lines_);
    if (!announcement.version)
      report(
          1, 1, "no_announcement",
          {"The file does not say that it is a deck: put 'rehearse: 1' between two lines '---' at its top.",
           "文件没有写明是题库：请在开头两行“---”之间写“rehearse: 1”。"});
    else if (*announcement.version > kVersion)
      report(1, 1, "newer_version",
             {"This deck is written for a newer Rehearse; parts of it may be missed.",
              "这个题库是为更新的版本写的，有些内容可能读不到。"});
    for (at_ = announcement.lines; at_ < lines_.size(); ++at_) read(lines_[at_]);
    finish_question();
    if (!has_title_ && !announcement.title.empty()) {
      document_.title = announcement.title;
      has_title_ = true;
    }
    if (!has_title_)
      report(0, 0, "no_title",
             {"The deck has no title: begin a line with '# '.", "题库没有标题：请用“# ”开头写一行。"});
    return std::move(document_);
  }

 private:
  /// What the line before belongs to.
  enum class Place { kOutside, kStem, kItems, kAnswer, kKey, kCriteria, kAnalysis };

  void report(std::size_t line, std::size_t column, std::string code, Words message) {
    document_.problems.push_back({line, column, std::move(code), std::move(message)});
  }
  void report(const Line& line, std::string code, Words message) {
    const auto indent = static_cast<std::size_t>(line.text.data() - line.raw.data());
    report(line.number, line.text.empty() ? 1 : indent + 1, std::move(code), std::move(message));
  }

  Question& question() { return document_.questions.back(); }
  QuestionSource& source() { return document_.sources.back(); }

  static void extend(SourceSpan& span, const Line& line, std::string_view part) {
    const std::size_t begin = line.begin + static_cast<std::size_t>(part.data() - line.raw.data());
    if (span.begin == span.end) span.begin = begin;
    span.end = begin + part.size();
  }

  void read(const Line& line) {
    if (line.text.empty()) {
      after_blank_ = true;
      return;
    }
    if (markdown::is_comment(line.text)) return;
    if (is_in_item(line))
      read_more(line);
    else if (const markdown::Heading heading = markdown::heading_in(line.text); heading.depth > 0)
      read_heading(line, heading);
    else if (!markdown::is_rule(line.text))
      place_ == Place::kOutside ? read_description(line) : read_in_question(line);
    after_blank_ = false;
  }

  /// True for a line that stands further in than the list item above it.
  bool is_in_item(const Line& line) const {
    const bool in_list = place_ == Place::kItems || place_ == Place::kKey || place_ == Place::kCriteria;
    return in_list && growing_.text != nullptr && line.indent >= item_indent_ + kItemIndent;
  }

  void read_heading(const Line& line, const markdown::Heading& heading) {
    finish_question();
    if (heading.depth == 3) return begin_question(line, heading.text);
    if (heading.depth == 1 && !has_title_) {
      document_.title = unescaped(heading.text);
      has_title_ = true;
      return;
    }
    if (heading.depth == 1)
      report(line, "second_title",
             {"A second title; it is read as a section.", "第二个标题，按一部分读取。"});
    section_ = unescaped(heading.text);
    if (!section_.empty()) listed_section();
  }

  Section& listed_section() {
    for (Section& section : document_.sections)
      if (section.title == section_) return section;
    document_.sections.push_back({section_, ""});
    return document_.sections.back();
  }

  void read_description(const Line& line) {
    std::string& description = listed_section().description;
    // A lone backslash is an empty line; one at the beginning is marked by what follows it.
    if (!description.empty() || has_description_line_) description += '\n';
    has_description_line_ = true;
    description += unescaped(line.text);
  }

  void begin_question(const Line& line, std::string_view stem) {
    document_.questions.emplace_back();
    document_.sources.emplace_back();
    question().section = section_;
    question_line_ = &line;
    note_ = {};
    key_is_written_ = false;
    boxes_.clear();
    place_ = Place::kStem;
    growing_ = {&question().stem, false};
    if (stem.empty()) return;
    growing_.add(stem);
    extend(source().stem, line, stem);
  }

  void finish_question() {
    has_description_line_ = false;
    if (place_ == Place::kOutside) return;
    place_ = Place::kOutside;
    growing_ = {};
    Question& done = question();
    if (!key_is_written_) done.answer_key = boxes_;
    done.kind = note_.kind.value_or(markdown::inferred_kind(done));
    done.marks = note_.marks;
    done.time_limit = note_.time_limit;
    if (done.kind == QuestionKind::kTrueFalse)
      for (std::string& key : done.answer_key) key = markdown::truth_from_word(key).value_or(key);
    check(done);
  }

  void check(const Question& done) {
    if (done.stem.empty())
      report(*question_line_, "no_stem", {"A question without words.", "这道题没有文字。"});
    if (is_recalled_aloud(done.kind)) return;
    if (done.answer_key.empty())
      report(*question_line_, "no_key",
             {"The question says nowhere which answer is right.", "没有写明哪个答案正确。"});
    for (const std::string& key : done.answer_key) {
      const bool found = std::any_of(done.options.begin(), done.options.end(),
                                     [&key](const Option& option) { return option.letter == key; });
      if (!done.options.empty() && !found)
        report(
            *question_line_, "key_without_option",
            {"The right answer '" + key + "' is none of the options.", "正确答案“" + key + "”不在选项中。"});
    }
  }

  void read_in_question(const Line& line) {
    if (starts_with(line.text, "```") || starts_with(line.text, "~~~")) return read_code(line);
    if (line.text.front() == '>') return read_answer(line);
    if (const auto bold = markdown::leading_bold(line.text))
      if (const auto label = markdown::label_from_word(bold->inside))
        return read_label(line, *label, bold->rest);
    if (place_ == Place::kStem && read_note(line)) return;
    if (place_ == Place::kAnalysis) {
      growing_.add(line.text);
      return extend(source().analysis, line, line.text);
    }
    auto item = markdown::list_item_in(line.text);
    if (!item) {
      item = markdown::numbered_item_in(line.text);
      if (item && place_ == Place::kStem && !starts_with(*item, "**")) item.reset();
    }
    item ? read_item(line, *item) : read_plain(line);
  }

  void read_plain(const Line& line) {
    switch (place_) {
      case Place::kStem: growing_.add(line.text); return extend(source().stem, line, line.text);
      case Place::kKey:
      case Place::kCriteria: return read_item(line, line.text);
      default: break;
    }
    // Markdown lets the next line of an item begin at the margin, as long as none is blank between.
    if (growing_.text != nullptr && !after_blank_) return read_more(line);
    report(line, "unplaced_text",
           {"It is not clear what this line belongs to; it was left out.", "不清楚这一行属于哪里，已略过。"});
  }

  void read_more(const Line& line) {
    growing_.add(line.text);
    if (place_ == Place::kCriteria) extend(source().criteria, line, line.text);
    if (place_ == Place::kAnswer) extend(source().answer, line, line.text);
  }

  void read_item(const Line& line, std::string_view item) {
    item_indent_ = line.indent;
    if (place_ == Place::kKey) {
      question().answer_key.emplace_back();
      growing_ = {&question().answer_key.back(), false};
    } else if (place_ == Place::kCriteria) {
      question().criteria.emplace_back();
      growing_ = {&question().criteria.back(), false};
      extend(source().criteria, line, item);
    } else {
      place_ = Place::kItems;
      if (const auto option = markdown::option_in(item)) return read_option(*option);
      return read_point(markdown::point_in(item));
    }
    if (!item.empty()) growing_.add(item);
  }

  void read_option(const markdown::OptionLine& line) {
    // Options that nobody lettered are lettered in their order.
    const std::size_t position = question().options.size();
    const std::string letter =
        line.letter.value_or(std::string(1, static_cast<char>('A' + position % kLetters)));
    question().options.push_back({letter, ""});
    growing_ = {&question().options.back().text, false};
    if (!line.text.empty()) growing_.add(line.text);
    if (line.tick == markdown::Tick::kTicked) boxes_.push_back(letter);
  }

  void read_point(const markdown::PointLine& line) {
    question().points.push_back({line.cue, ""});
    growing_ = {&question().points.back().detail, false};
    if (!line.detail.empty()) growing_.add(line.detail);
  }

  void read_answer(const Line& line) {
    if (place_ != Place::kAnswer || growing_.text != &question().answer)
      growing_ = {&question().answer, !question().answer.empty()};
    place_ = Place::kAnswer;
    const std::string_view text = without_blanks(line.text.substr(1));
    if (text.empty()) return;
    growing_.add(text);
    extend(source().answer, line, text);
  }

  void read_label(const Line& line, Label label, std::string_view rest) {
    markdown::take_colon(rest);
    rest = without_blanks(rest);
    growing_ = {};
    switch (label) {
      case Label::kPoints: place_ = Place::kItems; break;
      case Label::kKey:
        place_ = Place::kKey;
        key_is_written_ = true;
        if (!rest.empty() && !question().options.empty()) return read_letters(rest);
        break;
      case Label::kCriteria: place_ = Place::kCriteria; break;
      case Label::kAnalysis:
        place_ = Place::kAnalysis;
        growing_ = {&question().analysis, !question().analysis.empty()};
        if (rest.empty()) return;
        growing_.add(rest);
        return extend(source().analysis, line, rest);
    }
    if (!rest.empty()) read_item(line, rest);
  }

  /// "A, C" or "AC": every letter of an option is a part of the key.
  void read_letters(std::string_view text) {
    for (char c : text) {
      const std::string letter(1, c);
      for (const Option& option : question().options)
        if (option.letter == letter) question().answer_key.push_back(letter);
    }
  }

  /// *case · 10 marks · 3 min*; a line in italics of which nothing is understood is text.
  bool read_note(const Line& line) {
    markdown::Note note = note_;
    std::vector<std::string_view> unknown;
    const std::vector<std::string_view> parts = markdown::note_parts(line.text);
    for (std::string_view part : parts)
      if (!markdown::read_note_part(part, note)) unknown.push_back(part);
    if (unknown.size() == parts.size()) return false;
    note_ = note;
    for (std::string_view part : unknown) {
      const auto before = static_cast<std::size_t>(part.data() - line.raw.data());
      report(line.number, length_in_code_points(line.raw.substr(0, before)) + 1, "unknown_note",
             {"'" + std::string(part) + "' is neither a kind of question nor marks nor a time limit.",
              "“" + std::string(part) + "”既不是题型，也不是分值或时限。"});
    }
    return true;
  }

  void read_code(const Line& line) {
    const char mark = line.text.front();
    const std::size_t fence = std::min(line.text.find_first_not_of(mark), line.text.size());
    std::string& code = question().code;
    bool has_line = !code.empty();
    for (std::size_t i = at_ + 1; i < lines_.size(); ++i) {
      const std::string_view text = lines_[i].text;
      if (text.size() >= fence && text.find_first_not_of(mark) == std::string_view::npos) {
        at_ = i;
        return;
      }
      if (has_line) code += '\n';
      has_line = true;
      code += lines_[i].raw;
    }
    at_ = lines_.size() - 1;
    report(line, "unclosed_code",
           {"The listing that begins here has no end.", "从这里开始的代码块没有结束。"});
  }

  std::vector<Line> lines_;
  std::size_t at_ = 0;
  Document document_;
  bool has_title_ = false;
  std::string section_;
  bool has_description_line_ = false;
  const Line* question_line_ = nullptr;
  Place place_ = Place::kOutside;
  Growing growing_;
  std::size_t item_indent_ = 0;
  bool after_blank_ = true;
  markdown::Note note_;
  bool key_is_written_ = false;
  std::vector<std::string> boxes_;  // letters of the options that are ticked
};

}  // namespace

bool is_deck_markdown(std::string_view text) {
  // Front matter is short: looking at the beginning spares cutting a large file into lines.
  constexpr std::size_t kFarEnough = 4096;
  return markdown::read_announcement(markdown::lines_of(text.substr(0, kFarEnough))).version.has_value();
}

Document read_deck_markdown(std::string_view text) { return Reader(text).take(); }

}  // namespace rehearse
