#include <algorithm>
#include <cmath>

#include "gui/window/import/file_picker.h"
#include "gui/window/import/review_screen.h"
#include "gui/window/strings/import_words.h"
#include "gui/window/strings/shell_words.h"
#include "gui/window/ui/icons.h"
#include "gui/window/ui/page_frame.h"
#include "gui/window/ui/root.h"
#include "gui/window/ui/shapes.h"
#include "gui/window/ui/text_box.h"

namespace rehearse {
namespace {

constexpr float kRowHeight = 36;
constexpr float kFieldHeight = 44;

void draw_entry(Ui& ui, const FilePicker& picker, std::size_t index, const Rect& row, ImportIntent& intent) {
  const FilePicker::Entry& entry = picker.shown()[index];
  const Pointer pointer = click_area(ui, "entry " + std::to_string(index), row, TabStop::kNo);
  if (pointer == Pointer::kClicked) intent = PickEntry{index};
  if (index == picker.selected())
    fill(ui, row, ui.theme.accent_soft, kRowRadius);
  else if (pointer != Pointer::kAway)
    fill(ui, row, ui.theme.background, kRowRadius);
  const float side = ui.px(18), inset = ui.px(10);
  draw_icon(ui, entry.is_folder ? Icon::kFolder : Icon::kDocument,
            {row.x + inset, row.y + (row.height - side) / 2, side, side},
            entry.is_folder ? ui.theme.muted : ui.theme.accent);
  const float x = row.x + 2 * inset + side;
  draw_text_fitted(ui, Font::kDetail, {x, row.y, row.right() - x - inset, row.height}, ui.theme.text,
                   entry.name == ".." ? ui.tr(words::kPickerParent) : std::string_view(entry.name));
}

}  // namespace

ImportIntent draw_file_picker(Ui& ui, const FilePicker& picker, Follow follow) {
  ImportIntent intent;
  const PageFrame frame = page_frame(ui, Breadth::kColumn);
  draw_heading(ui, frame, ui.tr(words::kPickerTitle), picker.folder().string());
  const float gap = ui.px(10);
  const Rect field{frame.body.x, frame.body.y, frame.body.width, std::round(ui.px(kFieldHeight))};
  const DrawnTextBox drawn =
      draw_text_box(ui, "picker", field, picker.typed(),
                    {.placeholder = ui.tr(words::kPickerHint), .focus = TextBoxFocus::kAlways});
  if (drawn.pointed) intent = PointInPicker{*drawn.pointed};
  float top = field.bottom() + gap;
  if (!picker.trouble().empty())
    top += draw_paragraph(ui, Font::kSmall, field.x, top, field.width, ui.theme.again.text,
                          picker.trouble().in(ui.language));
  const Rect sheet{field.x, top, field.width, std::max(1.0f, frame.body.bottom() - top)};
  card_sheet(ui, sheet);
  const float inset = ui.px(8);
  const Rect inner{sheet.x + inset, sheet.y + inset, sheet.width - 2 * inset, sheet.height - 2 * inset};
  if (picker.shown().empty()) {
    draw_empty_state(ui, inner, ui.tr(words::kPickerNothing), ui.tr(words::kPickerNothingHint));
  } else {
    ScrollRegion region(ui, "entries", inner, ui.theme.card);
    const float height = std::round(ui.px(kRowHeight)), content = region.content_top();
    const float bar = height * static_cast<float>(picker.shown().size()) > inner.height ? ui.px(12) : 0;
    const auto first = static_cast<std::size_t>(std::max(0.0f, std::floor((inner.y - content) / height)));
    const auto last =
        static_cast<std::size_t>(std::max(0.0f, std::ceil((inner.bottom() - content) / height)));
    for (std::size_t i = first; i < std::min(last + 1, picker.shown().size()); ++i)
      draw_entry(ui, picker, i,
                 {inner.x, content + height * static_cast<float>(i), inner.width - bar, height - ui.px(2)},
                 intent);
    region.set_content_bottom(content + height * static_cast<float>(picker.shown().size()));
    const float selected = content + height * static_cast<float>(picker.selected());
    if (follow == Follow::kYes) region.bring_into_view(selected, selected + height);
  }
  key_hints(ui, frame.hints,
            {{"↑/↓", ui.tr(words::kPickerChoose)},
             {ui.tr(words::kKeyEnter), ui.tr(words::kPickerOpen), KeyPressed{Key::kEnter}},
             {"Backspace", ui.tr(words::kPickerUp), KeyPressed{Key::kBackspace}},
             {"Esc", ui.tr(words::kActCancel), KeyPressed{Key::kEscape}}});
  return intent;
}

}  // namespace rehearse
