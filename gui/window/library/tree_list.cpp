#include <algorithm>
#include <cmath>

#include "gui/window/library/library_lists.h"
#include "gui/window/library/library_screen.h"
#include "gui/window/strings/library_words.h"
#include "gui/window/ui/icons.h"
#include "gui/window/ui/root.h"
#include "gui/window/ui/shapes.h"

namespace rehearse {
namespace {

constexpr float kRowHeight = 34;
constexpr float kIndent = 18;     // of sections
constexpr float kRowsBeyond = 8;  // drawn out of sight, where the wheel brings them in

void chevron(Ui& ui, const Rect& box, TreeRow::Branch branch, ImU32 colour) {
  const ImVec2 middle(box.x + box.width / 2, box.y + box.height / 2);
  const float long_side = ui.px(4), short_side = ui.px(2.2f);
  ImVec2 line[3];
  if (branch == TreeRow::Branch::kOpen) {
    line[0] = {middle.x - long_side, middle.y - short_side};
    line[1] = {middle.x, middle.y + short_side};
    line[2] = {middle.x + long_side, middle.y - short_side};
  } else {
    line[0] = {middle.x - short_side, middle.y - long_side};
    line[1] = {middle.x + short_side, middle.y};
    line[2] = {middle.x - short_side, middle.y + long_side};
  }
  ImGui::GetWindowDrawList()->AddPolyline(line, 3, colour, 0, ui.px(1.6f));
}

std::string_view title_of(const Ui& ui, const TreeRow& row) {
  if (row.kind == TreeRow::Kind::kAll) return ui.tr(words::kLibraryAllDecks);
  if (row.kind == TreeRow::Kind::kDuplicates) return ui.tr(words::kLibraryDuplicates);
  return row.title;
}

void draw_row(Ui& ui, const TreeRow& row, std::size_t index, bool is_here, const Rect& rect,
              LibraryIntent& intent) {
  const std::string number = std::to_string(index);
  const float inset = ui.px(6), arrow = ui.px(20);
  const float indent = row.kind == TreeRow::Kind::kSection ? ui.px(kIndent) : 0;
  const Rect handle{rect.x + inset, rect.y, arrow, rect.height};
  Pointer on_handle = Pointer::kAway;
  if (row.branch != TreeRow::Branch::kNone) {
    on_handle = click_area(ui, "branch " + number, handle, TabStop::kNo);
    if (on_handle == Pointer::kClicked) intent = ToggleNode{index};
  }
  const Pointer pointer = click_area(ui, "node " + number, rect, TabStop::kNo);
  if (pointer == Pointer::kClicked) intent = GoToNode{index};
  if (is_here || pointer != Pointer::kAway)
    fill(ui, rect, is_here ? ui.theme.accent_soft : ui.theme.placeholder, kRowRadius);
  const ImU32 ink = is_here ? ui.theme.accent : ui.theme.text;
  if (row.branch != TreeRow::Branch::kNone)
    chevron(ui, handle, row.branch, on_handle == Pointer::kAway ? ui.theme.muted : ui.theme.accent);

  float right = rect.right() - ui.px(8);
  if (row.kind != TreeRow::Kind::kDuplicates) {
    const std::string count = std::to_string(row.questions);
    right -= draw_text(ui, Font::kSmall, {rect.x, rect.y, right - rect.x, rect.height}, ui.theme.faint, count,
                       Align::kRight) +
             ui.px(6);
  }
  const float left = rect.x + inset + arrow + indent;
  const Font font = row.kind == TreeRow::Kind::kSection || !is_here ? Font::kDetail : Font::kDetailBold;
  draw_text_fitted(ui, font, {left, rect.y, std::max(1.0f, right - left), rect.height}, ink,
                   title_of(ui, row));
}

}  // namespace

void draw_tree(Ui& ui, const LibraryView& view, const Rect& area, LibraryIntent& intent) {
  const std::vector<TreeRow>& rows = view.tree->rows();
  const float height = std::round(ui.px(kRowHeight));
  ScrollRegion region(ui, "tree rows", area);
  const float top = region.content_top();
  const float beyond = kRowsBeyond * height;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const float y = top + height * static_cast<float>(i);
    if (y + height < area.y - beyond || y > area.bottom() + beyond) continue;
    draw_row(ui, rows[i], i, i == view.tree->place(), {area.x, y, area.width - ui.px(10), height}, intent);
  }
  const float place = top + height * static_cast<float>(view.tree->place());
  if (view.brings_node_into_sight) region.bring_into_view(place, place + height);
  // The stop of Tab, and the empty room below the rows.
  const Pointer pointer =
      click_area(ui, kLibraryTreeId, {area.x, area.y, area.width - ui.px(10), area.height});
  if (pointer == Pointer::kClicked)
    intent = has_focus(ui, kLibraryTreeId) ? LibraryIntent{ToggleNode{view.tree->place()}}
                                           : LibraryIntent{GoToTree{}};
  region.set_content_bottom(top + height * static_cast<float>(rows.size()));
}

}  // namespace rehearse
