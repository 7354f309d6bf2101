#include "gui/window/import/import_screen.h"

#include <algorithm>
#include <cmath>

#include "gui/window/import/file_sheets.h"
#include "gui/window/strings/import_words.h"
#include "gui/window/strings/shell_words.h"
#include "gui/window/ui/controls.h"
#include "gui/window/ui/key_hints.h"
#include "gui/window/ui/page_frame.h"
#include "gui/window/ui/root.h"
#include "gui/window/ui/shapes.h"
#include "gui/window/ui/sheet.h"

namespace rehearse {
namespace {

constexpr float kButtonHeight = 56;
constexpr float kLowWindow = 520;  // below this height every part gives a little
constexpr float kSheetPadding = 14;
constexpr std::size_t kFilesShown = 50;
constexpr std::size_t kQuestionsOfOneOfMany = 3;

std::string text(std::size_t number) { return std::to_string(number); }

std::string totals_text(const Ui& ui, const ImportView& view) {
  std::string totals;
  if (view.files_in_all > 1) totals = ui.tr(words::kImportFiles, {text(view.files_in_all)}) + " · ";
  totals += ui.tr(words::kImportQuestions, {text(view.questions)});
  if (view.problems > 0) totals += " · " + ui.tr(words::kImportProblems, {text(view.problems)});
  return totals;
}

struct ImportFrame {
  PageFrame page;
  Rect body, buttons;
};

ImportFrame import_frame(const Ui& ui, Breadth breadth) {
  ImportFrame frame;
  frame.page = page_frame(ui, breadth);
  const Rect& body = frame.page.body;
  const float height =
      std::round(ui.px(ui.window.height < ui.px(kLowWindow) ? kButtonHeight * 0.75f : kButtonHeight));
  const Rect column = ui.column();
  frame.buttons = {column.x, body.bottom() - height, column.width, height};
  frame.body = {body.x, body.y, body.width, std::max(0.0f, frame.buttons.y - ui.px(12) - body.y)};
  return frame;
}

/// What importing the file would do, and what was doubtful.
std::string review_text(const Ui& ui, const ReadFileView& file, const ReviewView& review) {
  std::string said =
      ui.tr(words::kImportWillDo, {text(file.added), text(file.updated), text(file.unchanged)});
  if (review.doubts > 0) said += " · " + ui.tr(words::kImportProblems, {text(review.doubts)});
  if (review.left_out > 0) said += " · " + ui.tr(words::kReviewLeftOut, {text(review.left_out)});
  // Last: it is what is cut off beside a long title, and may well say the same.
  return said + " · " + file.name;
}

ImportIntent draw_files(Ui& ui, const ImportView& view, const ScrollWish& scroll, const Rect& body) {
  ImportIntent intent;
  std::vector<const ReadFileView*> failed;
  std::vector<std::size_t> sound;
  for (std::size_t i = 0; i < view.files.size(); ++i)
    if (view.files[i].failure)
      failed.push_back(&view.files[i]);
    else
      sound.push_back(i);

  ScrollRegion region(ui, "files", {ui.window.x, body.y, ui.window.width, body.height});
  const Rect column = ui.column();
  float y = region.content_top() + ui.px(2);
  const auto draw_sheet = [&](const auto& draw_text_on) {
    Sheet sheet(ui, column, y, kSheetPadding);
    y = sheet.close(draw_text_on(sheet.inner())) + ui.px(kGap);
  };
  if (!failed.empty())
    draw_sheet([&](const Rect& inner) { return draw_failures(ui, failed, inner, inner.y); });
  const std::size_t shown = std::min(kFilesShown, sound.size());
  for (std::size_t i = 0; i < shown; ++i) {
    const ReadFileView& file = view.files[sound[i]];
    const std::size_t most = view.files_in_all > 1 ? kQuestionsOfOneOfMany : file.first.size();
    draw_sheet([&](const Rect& inner) {
      const float end = draw_file(ui, file, most, inner, inner.y);
      if (view.stage != ImportView::Stage::kRead) return end;
      const Rect link{inner.x, end + ui.px(4), std::min(ui.px(220), inner.width), ui.px(26)};
      if (link_button(ui, "look " + text(sound[i]), link, ui.tr(words::kReviewLook)))
        intent = LookAtFile{sound[i]};
      return link.bottom();
    });
  }
  if (shown < sound.size())
    y += draw_paragraph(ui, Font::kDetail, column.x, y, column.width, ui.theme.muted,
                        ui.tr(words::kImportMoreFiles, {text(sound.size() - shown)}));
  region.set_content_bottom(y);
  if (scroll.to == ScrollWish::To::kTop) region.scroll_to_top();
  if (scroll.to == ScrollWish::To::kPage) region.scroll_pages(scroll.pages);
  return intent;
}

ImportIntent draw_buttons(Ui& ui, const ImportView& view, std::size_t questions, const Rect& row) {
  const float gap = ui.px(kGap);
  const float width = std::round((row.width - gap) * 0.66f);
  const Rect left{row.x, row.y, width, row.height};
  const Rect right{row.x + width + gap, row.y, row.width - width - gap, row.height};
  const bool is_keeping = view.stage == ImportView::Stage::kKeeping;
  const Phrase leave = is_keeping ? words::kImportStop : words::kImportCancel;
  ImportIntent intent;
  if (quiet_button(ui, "leave import", right, ui.tr(leave), "Esc")) intent = LeaveImport{};
  if (view.stage == ImportView::Stage::kRead) {
    if (main_button(ui, "keep import", left,
                    questions == 1 ? std::string(ui.tr(words::kImportKeepOne))
                                   : ui.tr(words::kImportKeep, {text(questions)}),
                    ui.tr(words::kKeyEnter)))
      intent = KeepImport{};
    return intent;
  }
  const std::string all = text(view.files_in_all);
  const std::string progress =
      is_keeping
          ? ui.tr(words::kImportKeeping, {text(view.files_kept), all})
          : ui.tr(words::kImportReading, {text(std::min(view.files.size() + 1, view.files_in_all)), all});
  fill(ui, left, ui.theme.accent_soft, kButtonRadius);
  draw_text_fitted(ui, Font::kLabel, left, ui.theme.accent, progress, Align::kCentre);
  return intent;
}

}  // namespace

ImportIntent import_key(const ImportView& view, const KeyPressed& press) {
  if (press.modifier != Modifier::kNone) return {};
  switch (press.key) {
    case Key::kEnter:
      return view.stage == ImportView::Stage::kRead ? ImportIntent{KeepImport{}} : ImportIntent{};
    case Key::kEscape: return LeaveImport{};
    case Key::kPageUp: return ScrollPage{-1};
    case Key::kPageDown: return ScrollPage{+1};
    default: break;
  }
  const int digit = digit_of(press.key);
  if (digit < 1 || view.stage != ImportView::Stage::kRead) return {};
  int sound = 0;
  for (std::size_t i = 0; i < view.files.size(); ++i)
    if (!view.files[i].failure && ++sound == digit) return LookAtFile{i};
  return {};
}

ImportIntent draw_import(Ui& ui, const ImportView& view, const ScrollWish& scroll) {
  const ImportFrame frame = import_frame(ui, Breadth::kColumn);
  draw_heading(ui, frame.page, ui.tr(words::kImportTitle), totals_text(ui, view));
  const ImportIntent looked = draw_files(ui, view, scroll, frame.body);
  const ImportIntent pressed = draw_buttons(ui, view, view.questions, frame.buttons);
  key_hints(ui, frame.page.hints,
            {{"1–9", ui.tr(words::kReviewLook)},
             {"PgUp/PgDn", ui.tr(words::kActScroll)},
             {"F1", ui.tr(words::kActKeys), KeyPressed{Key::kF1}}});
  return is_nothing(pressed) ? looked : pressed;
}

ImportIntent draw_import_review(Ui& ui, const ImportView& view, std::size_t file, const ReviewView& review,
                                Follow follow) {
  const ImportFrame frame = import_frame(ui, Breadth::kWide);
  draw_heading(ui, frame.page, review.title, review_text(ui, view.files[file], review));
  float y = frame.body.y;
  for (const Words& problem : review.general)
    y += draw_paragraph(ui, Font::kSmall, frame.body.x, y, frame.body.width, ui.theme.hard.text,
                        problem.in(ui.language));
  const Rect panes{frame.body.x, y, frame.body.width, frame.body.bottom() - y};
  const ImportIntent chosen = draw_review(ui, review, panes, follow);
  const ImportIntent pressed = draw_buttons(ui, view, view.questions - review.left_out, frame.buttons);
  std::vector<KeyHint> hints{{"↑/↓", ui.tr(words::kActQuestion)}, {"←/→", ui.tr(words::kActField)}};
  if (review.doubts > 0) hints.push_back({"F3", ui.tr(words::kActNextDoubt), KeyPressed{Key::kF3}});
  hints.push_back({"F2", ui.tr(words::kActCorrect), KeyPressed{Key::kF2}});
  hints.push_back({"Delete", ui.tr(words::kActLeaveOut), KeyPressed{Key::kDelete}});
  hints.push_back({"F1", ui.tr(words::kActKeys), KeyPressed{Key::kF1}});
  key_hints(ui, frame.page.hints, std::move(hints));
  return is_nothing(pressed) ? chosen : pressed;
}

}  // namespace rehearse
