#include "gui/window/import/import_screen.h"

#include <algorithm>
#include <cmath>

#include "gui/window/import/file_sheets.h"
#include "gui/window/strings/import_words.h"
#include "gui/window/strings/shell_words.h"
#include "gui/window/ui/key_hints.h"
#include "gui/window/ui/root.h"
#include "gui/window/ui/shapes.h"

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
                        ui.tr(words::kImportMoreFiles, {text(sound.size() - shown)}));
  region.set_content_bottom(y);
  if (scroll.to == ScrollWish::To::kTop) region.scroll_to_top();
  if (scroll.to == ScrollWish::To::kPage) region.scroll_pages(scroll.pages);
}

ImportIntent draw_buttons(Ui& ui, const ImportView& view, const Rect& row) {
  const float gap = ui.px(kGap);
  const float width = std::round((row.width - gap) * 0.66f);
  const Rect left{row.x, row.y, width, row.height};
  const Rect right{row.x + width + gap, row.y, row.width - width - gap, row.height};
  const bool is_keeping = view.stage == ImportView::Stage::kKeeping;
  const Phrase leave = is_keeping ? words::kImportStop : words::kImportCancel;
  ImportIntent intent;
  if (quiet_button(ui, "leave import", right, ui.tr(leave), "Esc")) intent = LeaveImport{};
  if (view.stage == ImportView::Stage::kRead) {
    if (main_button(ui, "keep import", left, ui.tr(words::kImportKeep, {text(view.questions)}),
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
    default: return {};
  }
}

ImportIntent draw_import(Ui& ui, const ImportView& view, const ScrollWish& scroll) {
  const float squeeze = ui.window.height < ui.px(kLowWindow) ? 0.6f : 1.0f;
  const Rect column = ui.column();
  const float hint_height = std::round(ui.px(kHintLineHeight));
  const Rect hint_line{ui.window.x + ui.px(12), ui.window.bottom() - hint_height - ui.px(11),
                       ui.window.width - 2 * ui.px(12), hint_height};
  const float button_height = std::round(ui.px(kButtonHeight) * std::max(squeeze, 0.75f));
  const Rect buttons{column.x, hint_line.y - ui.px(10) - button_height, column.width, button_height};
  const Rect heading{column.x, ui.window.y + std::round(ui.px(28) * squeeze), column.width, ui.px(44)};

  const float title_width =
      draw_text(ui, Font::kFigure, heading, ui.theme.text, ui.tr(words::kImportTitle)) + ui.px(14);
  draw_text_fitted(
      ui, Font::kSmall,
      {heading.x + title_width, heading.y + ui.px(6), heading.width - title_width, heading.height},
      ui.theme.muted, totals_text(ui, view), Align::kRight);
  const float top = heading.bottom() + ui.px(14) * squeeze;
  draw_files(ui, view, scroll, {ui.window.x, top, ui.window.width, buttons.y - ui.px(12) - top});
  const ImportIntent pressed = draw_buttons(ui, view, buttons);
  key_hints(ui, hint_line,
            {{"PgUp PgDn", ui.tr(words::kActScroll)},
             {"Ctrl+L", ui.tr(words::kActLanguage), KeyPressed{Key::kL, Modifier::kCtrl}},
             {"F1", ui.tr(words::kActKeys), KeyPressed{Key::kF1}}});
  return pressed;
}

}  // namespace rehearse
