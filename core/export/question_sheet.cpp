#include "core/export/question_sheet.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/base/text.h"
#include "core/base/words.h"
#include "core/deck/deck_language.h"
#include "core/deck/markdown_words.h"
#include "core/export/html_text.h"
#include "core/export/sheet_style.h"
#include "core/export/sheet_text.h"

namespace rehearse {
namespace {

/// Lines to write an answer on.
std::size_t lines_of_room(const Question& question) {
  constexpr std::size_t kFewest = 4, kMost = 10;
  if (!question.options.empty() || question.kind == QuestionKind::kTrueFalse) return 0;
  if (question.kind == QuestionKind::kFill) return std::max<std::size_t>(1, question.answer_key.size());
  return std::clamp(2 * std::max(question.points.size(), question.criteria.size()), kFewest, kMost);
}

class SheetWriter {
 public:
  explicit SheetWriter(const Document& document) : document_(document), language_(language_of(document)) {}

  std::string write() {
    open_page();
    write_questions();
    write_answers();
    out_ += "</body>\n</html>\n";
    return std::move(out_);
  }

 private:
  const std::string& in_words(const Words& words) const { return words.in(language_); }

  void element(std::string_view tag, std::string_view attributes, std::string_view html) {
    out_ +=
        "<" + std::string(tag) + std::string(attributes.empty() ? "" : " ") + std::string(attributes) + ">";
    out_ += html;
    out_ += "</" + std::string(tag) + ">\n";
  }

  void open_page() {
    out_ += language_ == Language::kChinese ? "<!DOCTYPE html>\n<html lang=\"zh-CN\">\n"
                                            : "<!DOCTYPE html>\n<html lang=\"en\">\n";
    out_ += "<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n";
    element("title", "", html_text(document_.title));
    element("style", "", sheet_style());
    out_ += "</head>\n<body>\n";
  }

  /// How much there is, and where the learner signs.
  void facts() {
    const std::string count = std::to_string(document_.questions.size());
    const double marks = std::accumulate(
        document_.questions.begin(), document_.questions.end(), 0.0,
        [](double sum, const Question& question) { return sum + question.marks.value_or(0); });
    out_ += "<p class=\"facts\">";
    const auto fact = [this](const Words& words) {
      out_ += "<span>" + html_text(in_words(words)) + "</span> ";
    };
    fact({count + (document_.questions.size() == 1 ? " question" : " questions"), "共 " + count + " 题"});
    if (std::isfinite(marks) && marks > 0) {
      const std::string sum = markdown::note_line({std::nullopt, marks, std::nullopt}, language_);
      fact({sum, "总分 " + sum});
    }
    fact({"Name ____________", "姓名 ____________"});
    fact({"Date ____________", "日期 ____________"});
    out_ += "</p>\n";
  }

  /// The heading of the question's section where it is another than the one before.
  void section_of(const Question& question, std::string& current, std::string_view tag) {
    if (question.section == current) return;
    current = question.section;
    if (!current.empty()) element(tag, "", html_text(current));
  }

  void description_of(const std::string& title) {
    for (const Section& section : document_.sections)
      if (section.title == title && !section.description.empty()) {
        element("p", "class=\"about\"", html_text(section.description));
        return;
      }
  }

  /// Without a table: this one goes below.
  void question_heading(std::size_t index, std::string_view stem, const std::string& note) {
    stem = trimmed(stem.substr(0, table_begin(stem)));
    std::string html = "<span class=\"number\">" + std::to_string(index + 1) + ".</span> " + html_text(stem);
    if (!note.empty()) html += " <span class=\"note\">" + html_text(note) + "</span>";
    element("h3", "", html);
  }

  void write_questions() {
    out_ += "<main>\n";
    element("h1", "", html_text(document_.title));
    facts();
    std::string section;
    for (std::size_t i = 0; i < document_.questions.size(); ++i) {
      const Question& question = document_.questions[i];
      const bool begins_section = question.section != section;
      section_of(question, section, "h2");
      if (begins_section || i == 0) description_of(section);
      out_ += "<article class=\"question\">\n";
      const std::string note =
          markdown::note_line({question.kind, question.marks, question.time_limit}, language_);
      question_heading(i, question.stem,
                       language_ == Language::kChinese ? "（" + note + "）" : "(" + note + ")");
      const std::size_t table = table_begin(question.stem);
      if (table < question.stem.size())
        element("div", "class=\"text\"", html_with_tables(std::string_view(question.stem).substr(table)));
      if (!question.code.empty()) element("pre", "", html_text(question.code));
      options(question);
      room(lines_of_room(question));
      out_ += "</article>\n";
    }
    out_ += "</main>\n";
  }

  void options(const Question& question) {
    const bool truth = question.options.empty() && question.kind == QuestionKind::kTrueFalse;
    if (question.options.empty() && !truth) return;
    out_ += "<ol class=\"options checklist\">\n";
    for (const Option& option : question.options)
      element("li", "", html_text(option.letter + ". " + option.text));
    if (truth)
      for (const char* key : {"正确", "错误"})
        element("li", "", html_text(markdown::truth_word(key, language_)));
    out_ += "</ol>\n";
  }

  void room(std::size_t lines) {
    if (lines == 0) return;
    out_ += "<div class=\"room\">";
    for (std::size_t i = 0; i < lines; ++i) out_ += "<div></div>";
    out_ += "</div>\n";
  }

  void write_answers() {
    out_ += "<section class=\"answers\">\n";
    element("h1", "", in_words({"Answers and key points", "答案与要点"}));
    std::string section;
    for (std::size_t i = 0; i < document_.questions.size(); ++i) {
      constexpr std::size_t kLongestStem = 60;  // code points: here it only says which question is meant
      const Question& question = document_.questions[i];
      section_of(question, section, "h2");
      out_ += "<article class=\"answer\">\n";
      question_heading(i, shortened(question.stem.substr(0, table_begin(question.stem)), kLongestStem), "");
      key(question);
      points(question.points);
      labelled({"Answer", "参考答案"}, question.answer);
      labelled({"Analysis", "解析"}, question.analysis);
      criteria(question.criteria);
      out_ += "</article>\n";
    }
    out_ += "</section>\n";
  }

  std::string label(const Words& words) const {
    return "<span class=\"label\">" + html_text(in_words(words)) +
           (language_ == Language::kChinese ? "：" : ": ") + "</span>";
  }

  void labelled(const Words& words, const std::string& text) {
    if (text.empty()) return;
    if (table_begin(text) < text.size())
      element("div", "class=\"text\"", label(words) + html_with_tables(text));
    else
      element("p", "", label(words) + html_text(text));
  }

  void key(const Question& question) {
    std::string text;
    for (const std::string& key : question.answer_key) {
      if (!text.empty()) text += language_ == Language::kChinese ? "、" : ", ";
      text += question.kind == QuestionKind::kTrueFalse ? markdown::truth_word(key, language_) : key;
    }
    labelled({"Key", "正确答案"}, text);
  }

  void points(const std::vector<KeyPoint>& points) {
    if (points.empty()) return;
    out_ += "<ul class=\"checklist\">\n";
    for (const KeyPoint& point : points) {
      std::string html = "<span class=\"label\">" + html_text(point.cue) + "</span>";
      if (!point.detail.empty()) {
        const std::string tag = table_begin(point.detail) < point.detail.size() ? "div" : "span";
        html += language_ == Language::kChinese ? "：" : ": ";
        html += "<" + tag + " class=\"detail\">" + html_with_tables(point.detail) + "</" + tag + ">";
      }
      element("li", "", html);
    }
    out_ += "</ul>\n";
  }

  void criteria(const std::vector<std::string>& criteria) {
    if (criteria.empty()) return;
    element("p", "", label({"Criteria", "评分标准"}));
    out_ += "<ul class=\"checklist\">\n";
    for (const std::string& text : criteria) element("li", "", html_text(text));
    out_ += "</ul>\n";
  }

  const Document& document_;
  Language language_;
  std::string out_;
};

}  // namespace

std::string write_question_sheet(const Document& document) { return SheetWriter(document).write(); }

}  // namespace rehearse
