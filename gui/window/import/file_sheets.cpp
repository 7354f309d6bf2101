#include "gui/window/import/file_sheets.h"

#include <algorithm>
#include <cmath>

#include "gui/window/strings/import_words.h"
#include "gui/window/strings/study_words.h"
#include "gui/window/ui/shapes.h"

namespace rehearse {
namespace {

constexpr std::size_t kFailuresShown = 8;

std::string text(std::size_t number) { return std::to_string(number); }

/// What a question is answered by; nothing where it is said aloud.
std::optional<Phrase> kind_text(QuestionKind kind) {
  switch (kind) {
    case QuestionKind::kSingle: return words::kChooseOne;
    case QuestionKind::kMultiple: return words::kChooseSeveral;
    case QuestionKind::kTrueFalse: return words::kTrueOrFalse;
    case QuestionKind::kFill: return words::kFillIn;
    case QuestionKind::kOpen:
    case QuestionKind::kCase: break;
  }
  return std::nullopt;
}

/// Draws what a sheet says of a file, from the top down.
class FileText {
 public:
  FileText(Ui& ui, const Rect& area, float y) : ui_(ui), area_(area), y_(y) {}

  float y() const { return y_; }
  void space(float logical) { y_ += ui_.px(logical); }

  void title(std::string_view words) {
    const float height = ui_.px(28);
    draw_text_fitted(ui_, Font::kLabel, {area_.x, y_, area_.width, height}, ui_.theme.text, words);
    y_ += height;
  }

  void note(std::string_view words, ImU32 colour) { line(Font::kSmall, 0, words, colour); }

  void rule() {
    space(12);
    horizontal_line(ui_, area_.x, y_, area_.width);
    space(12);
  }

  void question(std::size_t number, const ReadQuestionView& question) {
    const auto kind = kind_text(question.kind);
    const std::string stem =
        kind ? ui_.tr(words::kStemWithKind, {question.stem, ui_.tr(*kind)}) : question.stem;
    const float height = std::round(ui_.fonts.em(Font::kDetail) * kTextLine);
    draw_text(ui_, Font::kSmall, {area_.x, y_, ui_.px(kIndent), height}, ui_.theme.faint, text(number) + ".");
    line(Font::kDetail, kIndent, stem, ui_.theme.text);
    for (const AnswerLineView& answer : question.lines) answer_line(answer);
    space(10);
  }

 private:
  static constexpr float kIndent = 30;
  static constexpr float kMarkWidth = 18;

  void answer_line(const AnswerLineView& answer) {
    const bool is_right = answer.kind == AnswerLineView::Kind::kRightOption;
    const bool is_point = answer.kind == AnswerLineView::Kind::kPoint;
    const ImU32 colour = is_right ? ui_.theme.good.text : ui_.theme.muted;
    const float height = std::round(ui_.fonts.em(Font::kDetail) * kTextLine);
    const Rect mark{area_.x + ui_.px(kIndent), y_, ui_.px(kMarkWidth), height};
    draw_text(ui_, Font::kDetail, mark, colour, is_right ? "✓" : is_point ? "·" : "");
    line(Font::kDetail, kIndent + kMarkWidth, answer.text, colour);
  }

  void line(Font font, float logical_indent, std::string_view words, ImU32 colour) {
    const float indent = ui_.px(logical_indent);
    y_ += draw_paragraph(ui_, font, area_.x + indent, y_, area_.width - indent, colour, words);
  }

  Ui& ui_;
  Rect area_;
  float y_;
};

void draw_problems(Ui& ui, const ReadFileView& file, FileText& sheet) {
  if (file.problems == 0) return;
  sheet.space(6);
  for (const Words& line : file.problem_lines) sheet.note(line.in(ui.language), ui.theme.hard.text);
  if (file.problem_lines_left > 0)
    sheet.note(ui.tr(words::kMoreLines, {text(file.problem_lines_left)}), ui.theme.hard.text);
}

void draw_questions(Ui& ui, const ReadFileView& file, std::size_t most, FileText& sheet) {
  const std::size_t shown = std::min(most, file.first.size());
  if (shown == 0) return;
  sheet.rule();
  for (std::size_t i = 0; i < shown; ++i) sheet.question(i + 1, file.first[i]);
  if (shown < file.questions)
    sheet.note(ui.tr(words::kImportMoreQuestions, {text(file.questions - shown)}), ui.theme.faint);
}

}  // namespace

float draw_file(Ui& ui, const ReadFileView& file, std::size_t most_questions, const Rect& area, float y) {
  FileText sheet(ui, area, y);
  sheet.title(file.title);
  sheet.note(file.name + " · " +
                 ui.tr(words::kImportWillDo, {text(file.added), text(file.updated), text(file.unchanged)}),
             ui.theme.muted);
  draw_problems(ui, file, sheet);
  draw_questions(ui, file, most_questions, sheet);
  return sheet.y();
}

float draw_failures(Ui& ui, const std::vector<const ReadFileView*>& files, const Rect& area, float y) {
  FileText sheet(ui, area, y);
  sheet.title(ui.tr(words::kImportLeftOut, {text(files.size())}));
  const std::size_t shown = std::min(kFailuresShown, files.size());
  for (std::size_t i = 0; i < shown; ++i)
    sheet.note(files[i]->name + " · " + files[i]->failure->in(ui.language), ui.theme.again.text);
  if (shown < files.size())
    sheet.note(ui.tr(words::kMoreLines, {text(files.size() - shown)}), ui.theme.again.text);
  return sheet.y();
}

}  // namespace rehearse
