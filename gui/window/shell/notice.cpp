#include "gui/window/shell/notice.h"

#include <algorithm>
#include <cmath>

#include "gui/window/strings/rescue_words.h"
#include "gui/window/strings/shell_words.h"
#include "gui/window/ui/controls.h"
#include "gui/window/ui/root.h"
#include "gui/window/ui/shapes.h"

namespace rehearse {
namespace {

constexpr float kMargin = 8;    // around the strip, and above and below its text
constexpr float kPadding = 14;  // beside the text
constexpr float kCloseWidth = 24;
constexpr float kScrollbarWidth = 12;
constexpr float kButtonsHeight = 36;
constexpr float kLargestShare = 0.34f;  // of the window's height

const Tone& tone_of(const Ui& ui, NoticeKind kind) {
  switch (kind) {
    case NoticeKind::kNews: break;
    case NoticeKind::kWarning: return ui.theme.hard;
    case NoticeKind::kTrouble: return ui.theme.again;
  }
  return ui.theme.good;
}

float text_width(const Ui& ui) {
  return ui.column().width - ui.px(2 * kPadding + kCloseWidth + kScrollbarWidth);
}

/// The row of its buttons, below the text; nothing without one.
float buttons_height(const Ui& ui, const Notice& notice) {
  return notice.change || notice.offers_mending ? ui.px(kButtonsHeight) : 0;
}

Rect strip_of(Ui& ui, const Notice& notice) {
  const Rect column = ui.column();
  const float text = paragraph_height(ui, Font::kDetail, text_width(ui), notice.text.in(ui.language));
  const float largest = std::round(ui.window.height * kLargestShare);
  const float height = std::min(text + 2 * ui.px(kMargin) + buttons_height(ui, notice), largest);
  return {column.x, ui.window.y + ui.px(kMargin), column.width, height};
}

}  // namespace

Rect below_notice(Ui& ui, const Notice& notice) {
  const float top = strip_of(ui, notice).bottom() + ui.px(kMargin);
  return {ui.window.x, top, ui.window.width, ui.window.bottom() - top};
}

NoticeClick draw_notice(Ui& ui, const Notice& notice) {
  const Tone& tone = tone_of(ui, notice.kind);
  const Rect strip = strip_of(ui, notice);
  ImGui::SetNextWindowPos(strip.begin());
  ImGui::SetNextWindowSize({strip.width, strip.height});
  ImGui::Begin("notice", nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                   ImGuiWindowFlags_NoBackground);
  fill(ui, strip, tone.fill, kRowRadius);
  outline(ui, strip, tone.text, kRowRadius);
  const float close_width = ui.px(2 * kPadding + kCloseWidth);
  const Rect close{strip.right() - close_width, strip.y, close_width, strip.height};
  const Pointer pointer = click_area(ui, "dismiss notice", close);
  draw_text(ui, Font::kLabel, {close.x, strip.y, close_width - ui.px(kPadding), ui.px(40)}, tone.text, "×",
            Align::kRight);
  NoticeClick click = pointer == Pointer::kClicked ? NoticeClick::kClose : NoticeClick::kNothing;
  const float buttons = buttons_height(ui, notice);
  const Rect row{strip.x + ui.px(kPadding), strip.bottom() - buttons, text_width(ui),
                 buttons - ui.px(kMargin)};
  if (notice.change && link_button(ui, "undo in notice", row, ui.tr(words::kNoticeUndo)))
    click = NoticeClick::kUndo;
  if (notice.offers_mending && link_button(ui, "mend in notice", row, ui.tr(words::kNoticeMend)))
    click = NoticeClick::kMend;
  {
    const float margin = ui.px(kMargin);
    const Rect text{strip.x + ui.px(kPadding), strip.y + margin, close.x - strip.x,
                    strip.height - 2 * margin - buttons};
    ScrollRegion region(ui, "notice text", text, tone.fill);
    const float top = region.content_top();
    const float height = draw_paragraph(ui, Font::kDetail, text.x, top, text_width(ui), tone.text,
                                        notice.text.in(ui.language));
    region.set_content_bottom(top + height);
  }
  ImGui::End();
  return click;
}

}  // namespace rehearse
