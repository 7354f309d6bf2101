#include "gui/window/study/card_sheet.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include "core/deck/question_marks.h"
#include "gui/window/strings/shell_words.h"
#include "gui/window/strings/study_words.h"
#include "gui/window/ui/flag_colours.h"
#include "gui/window/ui/overlay.h"
#include "gui/window/ui/root.h"
#include "gui/window/ui/shapes.h"

namespace rehearse {
namespace {

// Logical units.
constexpr float kWidth = 420;
constexpr float kPadding = 16;
constexpr float kTitle = 40;
constexpr float kRow = 40;
constexpr float kFlags = 52;
constexpr int kFlagCount = kHighestFlag + 1;  // with none

struct Entry {
  const char* id;
  Phrase action;
  const char* keys;
  StudyIntent intent;
};

std::vector<Entry> entries_of(const CardMenuView& view) {
  std::vector<Entry> entries{
      {"menu edit", words::kStudyActEdit, "Ctrl+E", EditQuestion{}},
      {"menu bury", words::kStudyActBury, "Ctrl+B", PutAway{CardActKind::kBury}},
      {"menu suspend", words::kStudyActSuspend, "Ctrl+S", PutAway{CardActKind::kSuspend}},
      {"menu why", words::kStudyActWhy, "Ctrl+W", ExplainCard{}},
  };
  if (view.can_write_example)
    entries.push_back({"menu example", words::kStudyActExample, "Ctrl+N", WriteExample{}});
  return entries;
}

void draw_title(Ui& ui, const Rect& inner, const Phrase& title) {
  const Rect line{inner.x, inner.y, inner.width, ui.px(28)};
  const std::string close = "Esc " + std::string(ui.tr(words::kActClose));
  const float close_width = draw_text(ui, Font::kSmall, line, ui.theme.faint, close, Align::kRight);
  draw_text_fitted(ui, Font::kLabel, {line.x, line.y, line.width - close_width - ui.px(8), line.height},
                   ui.theme.text, ui.tr(title));
}

enum class Selected { kNo, kYes };

bool draw_entry(Ui& ui, const Entry& entry, const Rect& row, Selected selected) {
  const Pointer pointer = click_area(ui, entry.id, row);
  if (selected == Selected::kYes || pointer != Pointer::kAway)
    fill(ui, row, ui.theme.accent_soft, kRowRadius);
  const float inset = ui.px(12);
  const Rect text{row.x + inset, row.y, row.width - 2 * inset, row.height};
  const float keys_width = draw_text(ui, Font::kSmall, text, ui.theme.faint, entry.keys, Align::kRight);
  draw_text_fitted(ui, Font::kDetail, {text.x, text.y, text.width - keys_width - ui.px(8), text.height},
                   ui.theme.text, ui.tr(entry.action));
  return pointer == Pointer::kClicked;
}

/// Round, each in its colour with its digit; the chosen one has a ring.
StudyIntent draw_flags(Ui& ui, const Rect& row, int chosen) {
  StudyIntent intent;
  const float pitch = row.width / static_cast<float>(kFlagCount);
  const float radius = std::min(ui.px(14), pitch * 0.4f);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  for (int flag = 0; flag < kFlagCount; ++flag) {
    const float x = row.x + pitch * (static_cast<float>(flag) + 0.5f);
    const Rect box{x - radius, row.y + row.height / 2 - radius, 2 * radius, 2 * radius};
    const ImVec2 middle(x, row.y + row.height / 2);
    const ImU32 colour = flag_colour(ui.theme, flag);
    if (click_area(ui, "menu flag " + std::to_string(flag), box) == Pointer::kClicked)
      intent = FlagCard{flag};
    if (flag == 0)
      list.AddCircle(middle, radius - ui.px(2), colour, 0, ui.px(1.5f));
    else
      list.AddCircleFilled(middle, radius - ui.px(3), colour);
    if (flag == chosen) list.AddCircle(middle, radius, ui.theme.text, 0, ui.px(1.5f));
    draw_text(ui, Font::kTiny, box, flag == 0 ? ui.theme.muted : ui.theme.card, std::to_string(flag),
              Align::kCentre);
  }
  return intent;
}

}  // namespace

StudyIntent card_menu_key(const CardMenuView& view, const KeyPressed& press) {
  if (press.modifier == Modifier::kNone) {
    const int digit = digit_of(press.key);
    if (digit >= 0 && digit <= kHighestFlag) return FlagCard{digit};
    const std::vector<Entry> entries = entries_of(view);
    switch (press.key) {
      case Key::kUp: return SelectEntry{view.selected > 0 ? view.selected - 1 : 0};
      case Key::kDown: return SelectEntry{std::min(view.selected + 1, entries.size() - 1)};
      case Key::kEnter: return entries[view.selected].intent;
      case Key::kEscape: return CloseCardSheet{};
      default: return {};
    }
  }
  if (press.modifier != Modifier::kCtrl) return {};
  switch (press.key) {
    case Key::kM: return CloseCardSheet{};
    case Key::kE: return EditQuestion{};
    case Key::kB: return PutAway{CardActKind::kBury};
    case Key::kS: return PutAway{CardActKind::kSuspend};
    case Key::kW: return ExplainCard{};
    case Key::kN: return view.can_write_example ? StudyIntent{WriteExample{}} : StudyIntent{};
    default: return {};
  }
}

StudyIntent draw_card_menu(Ui& ui, const CardMenuView& view) {
  const std::vector<Entry> entries = entries_of(view);
  const float padding = ui.px(kPadding);
  const float rows = ui.px(kRow) * static_cast<float>(entries.size());
  const float wanted = ui.px(kTitle) + rows + ui.px(kTitle) * 0.7f + ui.px(kFlags) + 2 * padding;
  const Rect sheet = Overlay::sheet_in_middle(ui, ui.px(kWidth), wanted);
  const Overlay overlay(ui, "card menu", sheet);
  StudyIntent intent;
  const Rect inner{sheet.x + padding, sheet.y + padding, sheet.width - 2 * padding,
                   sheet.height - 2 * padding};
  draw_title(ui, {inner.x + ui.px(12), inner.y, inner.width - ui.px(24), 0}, words::kStudyMenuTitle);
  {
    const float top = inner.y + ui.px(kTitle);
    ScrollRegion region(ui, "entries", {inner.x, top, inner.width, inner.bottom() - top}, ui.theme.card);
    float y = region.content_top();
    for (std::size_t i = 0; i < entries.size(); ++i) {
      const Rect row{inner.x, y, inner.width, ui.px(kRow)};
      const bool is_selected = i == view.selected;
      if (draw_entry(ui, entries[i], row, is_selected ? Selected::kYes : Selected::kNo))
        intent = entries[i].intent;
      if (is_selected) region.bring_into_view(row.y, row.bottom());
      y += ui.px(kRow);
    }
    const float label = ui.px(kTitle) * 0.7f;
    draw_text(ui, Font::kSmall, {inner.x + ui.px(12), y, inner.width, label}, ui.theme.faint,
              ui.tr(words::kStudyFlag));
    y += label;
    const StudyIntent flagged = draw_flags(ui, {inner.x, y, inner.width, ui.px(kFlags)}, view.flag);
    if (!is_nothing(flagged)) intent = flagged;
    region.set_content_bottom(y + ui.px(kFlags));
  }
  return overlay.was_left() ? StudyIntent{CloseCardSheet{}} : intent;
}

StudyIntent reason_key(const KeyPressed& press) {
  const bool closes = press.key == Key::kEscape || press.key == Key::kEnter || press.key == Key::kSpace ||
                      press == KeyPressed{Key::kW, Modifier::kCtrl};
  return closes ? StudyIntent{CloseCardSheet{}} : StudyIntent{};
}

StudyIntent draw_reason(Ui& ui, const ReasonView& view) {
  const float padding = ui.px(24);
  const float width = std::min(ui.px(kWidth), ui.window.width - ui.px(24));
  const float text_width = width - 2 * padding;
  const std::string_view reason = view.reason.in(ui.language);
  const float height = paragraph_height(ui, Font::kBody, text_width, reason);
  const float wanted = ui.px(kTitle) + height + 2 * padding;
  const Rect sheet = Overlay::sheet_in_middle(ui, width, wanted);
  const Overlay overlay(ui, "why", sheet);
  const Rect inner{sheet.x + padding, sheet.y + padding, text_width, sheet.height - 2 * padding};
  draw_title(ui, inner, words::kStudyActWhy);
  {
    const float top = inner.y + ui.px(kTitle);
    // As far as the sheet's edge: a scroll bar stands beside the text.
    ScrollRegion region(ui, "reason",
                        {inner.x, top, sheet.right() - inner.x - ui.px(6), inner.bottom() - top},
                        ui.theme.card);
    const float y = region.content_top();
    draw_paragraph(ui, Font::kBody, inner.x, y, text_width, ui.theme.text, reason);
    region.set_content_bottom(y + height);
  }
  return overlay.was_left() ? StudyIntent{CloseCardSheet{}} : StudyIntent{};
}

}  // namespace rehearse
