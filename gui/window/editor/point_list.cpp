#include <algorithm>
#include <cmath>

#include "gui/window/editor/editor_screen.h"
#include "gui/window/strings/editor_words.h"
#include "gui/window/ui/controls.h"
#include "gui/window/ui/shapes.h"
#include "gui/window/ui/text_box.h"

namespace rehearse {
namespace {

// Logical units.
constexpr float kHandleWidth = 34;
constexpr float kRowGap = 10;
constexpr float kPadding = 8;
constexpr float kLinkHeight = 26;

void draw_handle(Ui& ui, const Rect& box, std::size_t index, bool is_over) {
  const ImU32 ink = is_over ? ui.theme.accent : ui.theme.faint;
  draw_text(ui, Font::kSmall, {box.x, box.y, box.width, ui.px(38)}, ink, std::to_string(index + 1),
            Align::kCentre);
  const ImVec2 middle(std::round(box.x + box.width / 2), std::round(box.y + ui.px(46)));
  for (int row = 0; row < 3; ++row)
    for (const float side : {-3.0f, 3.0f})
      ImGui::GetWindowDrawList()->AddCircleFilled(
          {middle.x + ui.px(side), middle.y + ui.px(6) * static_cast<float>(row)}, ui.px(1.5f), ink);
}

/// What can be done with a point, in one line under it.
void draw_links(Ui& ui, std::size_t index, std::size_t count, const Rect& line, EditorIntent& intent) {
  const std::string number = std::to_string(index);
  float x = line.x;
  const auto link = [&](const std::string& id, std::string_view text) {
    const float width = ui.fonts.width(Font::kDetail, text) + ui.px(2);
    if (x + width > line.right()) return false;
    const bool is_clicked = link_button(ui, id, {x, line.y, width, line.height}, text);
    x += width + ui.px(16);
    return is_clicked;
  };
  if (index > 0 && link("up " + number, "↑")) intent = PlacePoint{index, index - 1};
  if (index + 1 < count && link("down " + number, "↓")) intent = PlacePoint{index, index + 1};
  if (link("cut " + number, ui.tr(words::kEditorSplit))) intent = CutPoint{index};
  if (index + 1 < count && link("join " + number, ui.tr(words::kEditorMerge))) intent = JoinPoints{index};
  if (link("drop " + number, ui.tr(words::kEditorDelete))) intent = DropPoint{index};
}

/// Which point is dragged: remembered between frames by the region that the points are in; nothing: none.
class Drag {
 public:
  Drag() : memory_(*ImGui::GetStateStorage()), key_(ImGui::GetID("dragged point")) {}

  std::optional<std::size_t> point() const {
    const int stored = memory_.GetInt(key_, 0);
    return stored > 0 ? std::optional(static_cast<std::size_t>(stored - 1)) : std::nullopt;
  }
  void begin(std::size_t point) { memory_.SetInt(key_, static_cast<int>(point) + 1); }
  void end() { memory_.SetInt(key_, 0); }

 private:
  ImGuiStorage& memory_;
  ImGuiID key_;
};

}  // namespace

float draw_edited_points(Ui& ui, const QuestionDraft& draft, const Rect& column, float y,
                         EditorIntent& intent) {
  Drag drag;
  const std::size_t count = draft.points().size();
  const float handle = ui.px(kHandleWidth), padding = ui.px(kPadding);
  const float pointer_y = ImGui::GetIO().MousePos.y;
  std::size_t place = 0;  // where what is dragged would go: among the points that stay
  float mark_y = y;
  for (std::size_t i = 0; i < count; ++i) {
    const DraftPoint& point = draft.points()[i];
    const Rect texts{column.x + handle, y + padding, column.width - handle - padding, 0};
    const float cue = text_box_height(ui, point.cue.editor, texts.width, {1, 14}, Font::kDetail);
    const float detail = text_box_height(ui, point.detail.editor, texts.width, {1, 14}, Font::kDetail);
    const Rect card{column.x, y, column.width,
                    padding + cue + ui.px(6) + detail + ui.px(4 + kLinkHeight + 4)};
    const bool is_dragged = drag.point() == i;
    fill(ui, card, is_dragged ? ui.theme.accent_soft : ui.theme.card, kRowRadius);
    outline(ui, card, is_dragged ? ui.theme.accent : ui.theme.border, kRowRadius);
    const Rect grip{card.x, card.y, handle, card.height};
    const Pointer over = click_area(ui, "handle " + std::to_string(i), grip, TabStop::kNo);
    if (over == Pointer::kDown && !drag.point()) drag.begin(i);
    if (over == Pointer::kClicked) intent = PointInField{cue_id(i), {TextPointed::Gesture::kPressed, {}}};
    draw_handle(ui, grip, i, over != Pointer::kAway);
    float bottom =
        draw_edited_text(ui, cue_id(i), point.cue, ui.tr(words::kEditorCue), texts, texts.y, 1, intent);
    bottom = draw_edited_text(ui, detail_id(i), point.detail, ui.tr(words::kEditorDetail), texts,
                              bottom + ui.px(6), 1, intent);
    draw_links(ui, i, count,
               {texts.x + ui.px(4), bottom + ui.px(4), texts.width - ui.px(8), ui.px(kLinkHeight)}, intent);
    if (drag.point() && pointer_y > card.y + card.height / 2) {
      mark_y = card.bottom() + ui.px(kRowGap) / 2;
      if (!is_dragged) ++place;
    } else if (i == 0) {
      mark_y = card.y - ui.px(2);
    }
    y = card.bottom() + ui.px(kRowGap);
  }
  if (const auto dragged = drag.point()) {
    if (place != *dragged)
      fill(ui, {column.x, mark_y - ui.px(1.5f), column.width, ui.px(3)}, ui.theme.accent, 1);
    if (!ImGui::IsMouseDown(0)) {
      drag.end();
      if (place != *dragged && *dragged < count) intent = PlacePoint{*dragged, place};
    }
  }
  const std::string_view add = ui.tr(words::kEditorAddPoint);
  if (link_button(ui, "add point",
                  {column.x + handle, y, ui.fonts.width(Font::kDetail, add) + ui.px(2), ui.px(30)}, add))
    intent = InsertPoint{count};
  return y + ui.px(30);
}

}  // namespace rehearse
