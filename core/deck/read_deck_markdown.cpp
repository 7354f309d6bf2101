#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/deck/deck_markdown.h"
#include "core/deck/markdown_lines.h"
#include "core/deck/markdown_question.h"
#include "core/deck/markdown_text.h"

namespace rehearse {
namespace {

using markdown::Line;
using markdown::unescaped;

constexpr int kVersion = 1;

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
    for (std::size_t i = announcement.lines; i < lines_.size(); ++i) read(lines_[i]);
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
  void report(std::size_t line, std::size_t column, std::string code, Words message) {
    document_.problems.push_back({line, column, std::move(code), std::move(message)});
  }
  void report(const Line& line, std::string code, Words message) {
    const auto indent = static_cast<std::size_t>(line.text.data() - line.raw.data());
    report(line.number, line.text.empty() ? 1 : indent + 1, std::move(code), std::move(message));
  }

  void read(const Line& line) {
    if (question_ && question_->take_into_listing(line)) return;
    if (line.text.empty()) {
      if (question_) question_->skip_blank();
      return;
    }
    if (markdown::is_comment(line.text)) return;
    const bool is_in_item = question_ && question_->is_in_item(line);
    if (const auto heading = markdown::heading_in(line.text); heading.depth > 0 && !is_in_item)
      read_heading(line, heading);
    else if (question_)
      question_->read(line);
    else if (!markdown::is_rule(line.text))
      read_description(line);
  }

  void finish_question() {
    has_description_line_ = false;
    if (!question_) return;
    question_->finish();
    document_.questions.push_back(std::move(question_->question()));
    document_.sources.push_back(std::move(question_->source()));
    question_.reset();
  }

  void read_heading(const Line& line, const markdown::Heading& heading) {
    finish_question();
    if (heading.depth == 3) {
      question_.emplace(line, heading.text, section_, document_.problems);
      return;
    }
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

  std::vector<Line> lines_;
  Document document_;
  bool has_title_ = false;
  std::string section_;
  bool has_description_line_ = false;
  std::optional<markdown::QuestionReader> question_;  // the one that is open
};

}  // namespace

bool is_deck_markdown(std::string_view text) {
  // Front matter is short: looking at the beginning spares cutting a large file into lines.
  constexpr std::size_t kFarEnough = 4096;
  return markdown::read_announcement(markdown::lines_of(text.substr(0, kFarEnough))).version.has_value();
}

Document read_deck_markdown(std::string_view text) { return Reader(text).take(); }

}  // namespace rehearse
