#include "gui/window/screens/import_preview.h"

#include <algorithm>
#include <cmath>

#include "gui/window/screens/key_hints.h"
#include "gui/window/ui/root.h"
#include "gui/window/ui/shapes.h"

namespace rehearse {
namespace {

constexpr float kButtonHeight = 56;
constexpr float kLowWindow = 520;  // below this height every part gives a little
constexpr float kSheetPadding = 14;
constexpr std::size_t kFilesShown = 50;
constexpr std::size_t kFailuresShown = 8;
constexpr std::size_t kQuestionsOfOneOfMany = 3;

std::string text(std::size_t number) { return std::to_string(number); }

/// What a question is answered by; nothing where it is said aloud.
std::optional<Text> kind_text(QuestionKind kind) {
  switch (kind) {
    case QuestionKind::kSingle: return Text::kChooseOne;
    case QuestionKind::kMultiple: return Text::kChooseSeveral;
    case QuestionKind::kTrueFalse: return Text::kTrueOrFalse;
    case QuestionKind::kFill: return Text::kFillIn;
    case QuestionKind::kOpen:
    case QuestionKind::kCase: break;
  }
  return std::nullopt;
}

std::string totals_text(const Ui& ui, const ImportView& view) {
  std::string totals;
  if (view.files_in_all > 1) totals = ui.tr(Text::kImportFiles, {text(view.files_in_all)}) + " · ";
  totals += ui.tr(Text::kImportQuestions, {text(view.questions)});
  if (view.problems > 0) totals += " · " + ui.tr(Text::kImportProblems, {text(view.problems)});
  return totals;
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
        kind ? ui_.tr(Text::kStemWithKind, {question.stem, ui_.tr(*kind)}) : question.stem;
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
    sheet.note(ui.tr(Text::kMoreLines, {text(file.problem_lines_left)}), ui.theme.hard.text);
}

void draw_questions(Ui& ui, const ReadFileView& file, std::size_t most, FileText& sheet) {
  const std::size_t shown = std::min(most, file.first.size());
  if (shown == 0) return;
  sheet.rule();
  for (std::size_t i = 0; i < shown; ++i) sheet.question(i + 1, file.first[i]);
  if (shown < file.questions)
    sheet.note(ui.tr(Text::kImportMoreQuestions, {text(file.questions - shown)}), ui.theme.faint);
}

/// Returns where the sheet's text ends.
float draw_file(Ui& ui, const ReadFileView& file, std::size_t most_questions, const Rect& area, float y) {
  FileText sheet(ui, area, y);
  sheet.title(file.title);
  sheet.note(file.name + " · " +
                 ui.tr(Text::kImportWillDo, {text(file.added), text(file.updated), text(file.unchanged)}),
             ui.theme.muted);
  draw_problems(ui, file, sheet);
  draw_questions(ui, file, most_questions, sheet);
  return sheet.y();
}

/// The files that will stay out, and why.
float draw_failures(Ui& ui, const std::vector<const ReadFileView*>& files, const Rect& area, float y) {
  FileText sheet(ui, area, y);
  sheet.title(ui.tr(Text::kImportLeftOut, {text(files.size())}));
  const std::size_t shown = std::min(kFailuresShown, files.size());
  for (std::size_t i = 0; i < shown; ++i)
    sheet.note(files[i]->name + " · " + files[i]->failure->in(ui.language), ui.theme.again.text);
  if (shown < files.size())
    sheet.note(ui.tr(Text::kMoreLines, {text(files.size() - shown)}), ui.theme.again.text);
  return sheet.y();
}

void draw_files(Ui& ui, const ImportView& view, const ScrollWish& scroll, const Rect& area) {
  std::vector<const ReadFileView*> failed, sound;
  for (const ReadFileView& file : view.files) (file.failure ? failed : sound).push_back(&file);

  ScrollRegion region(ui, "files", area);
  const Rect column = ui.column();
  const float padding = std::min(ui.px(24), column.width * 0.05f);
  const Rect inner{column.x + padding, 0, column.width - 2 * padding, 0};
  float y = region.content_top() + ui.px(2);
  // The sheet lies below its text, whose end tells how high it is.
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.ChannelsSplit(2);
  const auto draw_sheet = [&](const auto& draw_text_from) {
    list.ChannelsSetCurrent(1);
    const float bottom = draw_text_from(y + ui.px(kSheetPadding)) + ui.px(kSheetPadding);
    list.ChannelsSetCurrent(0);
    card_sheet(ui, {column.x, y, column.width, bottom - y});
    y = bottom + ui.px(kGap);
  };
  if (!failed.empty()) draw_sheet([&](float top) { return draw_failures(ui, failed, inner, top); });
  const std::size_t shown = std::min(kFilesShown, sound.size());
  for (std::size_t i = 0; i < shown; ++i) {
    const std::size_t most = view.files_in_all > 1 ? kQuestionsOfOneOfMany : sound[i]->first.size();
    draw_sheet([&](float top) { return draw_file(ui, *sound[i], most, inner, top); });
  }
  list.ChannelsMerge();
  if (shown < sound.size())
    y += draw_paragraph(ui, Font::kDetail, inner.x, y, inner.width, ui.theme.muted,
                        ui.tr(Text::kImportMoreFiles, {text(sound.size() - shown)}));
  region.set_content_bottom(y);
  if (scroll.to == ScrollWish::To::kTop) region.scroll_to_top();
  if (scroll.to == ScrollWish::To::kPage) region.scroll_pages(scroll.pages);
}

Intent draw_buttons(Ui& ui, const ImportView& view, const Rect& row) {
  const float gap = ui.px(kGap);
  const float width = std::round((row.width - gap) * 0.66f);
  const Rect left{row.x, row.y, width, row.height};
  const Rect right{row.x + width + gap, row.y, row.width - width - gap, row.height};
  const bool is_keeping = view.stage == ImportView::Stage::kKeeping;
  const Text leave = is_keeping ? Text::kImportStop : Text::kImportCancel;
  Intent intent;
  if (quiet_button(ui, "leave import", right, ui.tr(leave), "Esc")) intent = LeaveImport{};
  if (view.stage == ImportView::Stage::kRead) {
    if (main_button(ui, "keep import", left, ui.tr(Text::kImportKeep, {text(view.questions)}),
                    ui.tr(Text::kKeyEnter)))
      intent = KeepImport{};
    return intent;
  }
  const std::string all = text(view.files_in_all);
  const std::string progress =
      is_keeping
          ? ui.tr(Text::kImportKeeping, {text(view.files_kept), all})
          : ui.tr(Text::kImportReading, {text(std::min(view.files.size() + 1, view.files_in_all)), all});
  fill(ui, left, ui.theme.accent_soft, kButtonRadius);
  draw_text_fitted(ui, Font::kLabel, left, ui.theme.accent, progress, Align::kCentre);
  return intent;
}

}  // namespace

Intent import_key(const ImportView& view, const KeyPressed& press) {
  if (press.modifier != Modifier::kNone) return {};
  switch (press.key) {
    case Key::kEnter: return view.stage == ImportView::Stage::kRead ? Intent{KeepImport{}} : Intent{};
    case Key::kEscape: return LeaveImport{};
    case Key::kPageUp: return ScrollPage{-1};
    case Key::kPageDown: return ScrollPage{+1};
    default: return {};
  }
}

Intent draw_import(Ui& ui, const ImportView& view, const ScrollWish& scroll) {
  const float squeeze = ui.window.height < ui.px(kLowWindow) ? 0.6f : 1.0f;
  const Rect column = ui.column();
  const float hint_height = std::round(ui.px(kHintLineHeight));
  const Rect hint_line{ui.window.x + ui.px(12), ui.window.bottom() - hint_height - ui.px(11),
                       ui.window.width - 2 * ui.px(12), hint_height};
  const float button_height = std::round(ui.px(kButtonHeight) * std::max(squeeze, 0.75f));
  const Rect buttons{column.x, hint_line.y - ui.px(10) - button_height, column.width, button_height};
  const Rect heading{column.x, ui.window.y + std::round(ui.px(28) * squeeze), column.width, ui.px(44)};

  const float title_width =
      draw_text(ui, Font::kFigure, heading, ui.theme.text, ui.tr(Text::kImportTitle)) + ui.px(14);
  draw_text_fitted(
      ui, Font::kSmall,
      {heading.x + title_width, heading.y + ui.px(6), heading.width - title_width, heading.height},
      ui.theme.muted, totals_text(ui, view), Align::kRight);
  const float top = heading.bottom() + ui.px(14) * squeeze;
  draw_files(ui, view, scroll, {ui.window.x, top, ui.window.width, buttons.y - ui.px(12) - top});
  const Intent pressed = draw_buttons(ui, view, buttons);
  const Intent hinted = key_hints(ui, hint_line,
                                  {{"PgUp PgDn", ui.tr(Text::kActScroll), {}},
                                   {"Ctrl+L", ui.tr(Text::kActLanguage), ToggleLanguage{}},
                                   {"F1", ui.tr(Text::kActKeys), ToggleKeys{}}});
  return is_nothing(pressed) ? hinted : pressed;
}

}  // namespace rehearse
