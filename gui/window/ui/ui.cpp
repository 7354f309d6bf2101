#include "gui/window/ui/ui.h"

#include <algorithm>
#include <cmath>

#include "core/base/text.h"

namespace rehearse {
namespace {

constexpr float kNarrowMargin = 16;
// The ideograph's box reaches 0.88 em above the baseline and 0.12 below, whatever the font says of its
// own ascender.
constexpr float kBaselineBelowMiddle = 0.38f;

Rect current_clip() {
  const ImVec2 begin = ImGui::GetWindowDrawList()->GetClipRectMin();
  const ImVec2 end = ImGui::GetWindowDrawList()->GetClipRectMax();
  return {begin.x, begin.y, end.x - begin.x, end.y - begin.y};
}

/// The pen starts at x; `middle` is the vertical middle of the line.
void draw_glyphs(Ui& ui, Font font, float x, float middle, ImU32 colour, std::string_view text) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  if (!ui.fonts.can_draw()) {
    const ImVec2 size = ImGui::CalcTextSize(text.data(), text.data() + text.size());
    list.AddText({x, middle - size.y / 2}, colour, text.data(), text.data() + text.size());
    return;
  }
  const float baseline = std::round(middle + kBaselineBelowMiddle * ui.fonts.em(font));
  for (std::size_t at = 0; at < text.size();) {
    const Glyph& glyph = ui.fonts.glyph(font, next_code_point(text, at));
    if (glyph.width > 0) {
      const ImVec2 begin(std::round(x) + glyph.left, baseline + glyph.top);
      list.PrimReserve(6, 4);
      list.PrimRectUV(begin, {begin.x + glyph.width, begin.y + glyph.height}, glyph.texture.begin,
                      glyph.texture.end, colour);
    }
    x += glyph.advance;
  }
}

/// Over everything that the window draws later: what is filled behind its text must not hide it.
void draw_focus_ring(const Ui& ui, const Rect& rect) {
  const float apart = ui.px(2);
  const ImVec2 begin(rect.x - apart, rect.y - apart), end(rect.right() + apart, rect.bottom() + apart);
  const Rect clip = current_clip();
  ImDrawList& list = *ImGui::GetForegroundDrawList();
  list.PushClipRect({clip.x - apart, clip.y - apart}, {clip.right() + apart, clip.bottom() + apart});
  list.AddRect(begin, end, ui.theme.accent, ui.px(kRowRadius), 0, ui.px(2));
  list.PopClipRect();
}

void note_text(Ui& ui, std::string_view text, const Rect& rect) {
  if (ui.probe && !text.empty()) ui.probe->texts.push_back({std::string(text), rect, current_clip()});
}

}  // namespace

Rect Ui::column() const {
  const float width = std::min(px(kColumnWidth), window.width - 2 * px(kNarrowMargin));
  return {std::round(window.x + (window.width - width) / 2), window.y, std::round(width), window.height};
}

float draw_text(Ui& ui, Font font, const Rect& box, ImU32 colour, std::string_view text, Align align) {
  const float width = ui.fonts.width(font, text);
  float x = box.x;
  if (align == Align::kCentre) x += (box.width - width) / 2;
  if (align == Align::kRight) x += box.width - width;
  const float middle = box.y + box.height / 2;
  draw_glyphs(ui, font, x, middle, colour, text);
  const float em = ui.fonts.em(font);
  note_text(ui, text, {x, middle - em / 2, width, em});
  return width;
}

float draw_text_fitted(Ui& ui, Font font, const Rect& box, ImU32 colour, std::string_view text, Align align) {
  if (ui.fonts.width(font, text) <= box.width) return draw_text(ui, font, box, colour, text, align);
  // The font of Chinese has the dots of "…" in the middle of the line, where English does not put them.
  const std::string_view dots = ui.language == Language::kChinese ? "…" : "...";
  const float room = box.width - ui.fonts.width(font, dots);
  std::size_t end = 0;
  float width = 0;
  for (std::size_t at = 0; at < text.size(); end = at) {
    width += ui.fonts.glyph(font, next_code_point(text, at)).advance;
    if (width > room) break;
  }
  return draw_text(ui, font, box, colour, std::string(text.substr(0, end)) += dots, align);
}

float draw_paragraph(Ui& ui, Font font, float x, float y, float width, ImU32 colour, std::string_view text,
                     float line_height) {
  const std::vector<TextLine>& lines = ui.paragraphs.lines(font, text, width);
  const float em = ui.fonts.em(font);
  const float height = std::round(line_height * em);
  const Rect clip = current_clip();
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const float top = y + height * static_cast<float>(i);
    const bool is_seen = top + height >= clip.y && top <= clip.bottom();
    const std::string_view line = seen_part(text, lines[i]);
    if (is_seen) draw_glyphs(ui, font, x, top + height / 2, colour, line);
    note_text(ui, line, {x, top + (height - em) / 2, lines[i].width, em});
  }
  return height * static_cast<float>(lines.size());
}

float paragraph_height(Ui& ui, Font font, float width, std::string_view text, float line_height) {
  const auto count = static_cast<float>(ui.paragraphs.lines(font, text, width).size());
  return std::round(line_height * ui.fonts.em(font)) * count;
}

bool has_focus(const Ui& ui, std::string_view id) { return ui.focus && ui.focus->is_on(id); }

void scroll_into_sight(const Ui& ui, const Rect& rect) {
  if (ImGui::GetScrollMaxY() <= 0) return;
  const Rect clip = current_clip();
  const float above = rect.y - clip.y, below = rect.bottom() - (clip.bottom() - ui.px(kScrollFade));
  // Of what is higher than the region the top is in sight.
  const float down = above < 0 ? above : std::min(std::max(0.0f, below), above);
  if (down != 0) ImGui::SetScrollY(std::max(0.0f, ImGui::GetScrollY() + down));
}

bool tab_stop(Ui& ui, std::string_view id, const Rect& rect) {
  if (!ui.focus) return false;
  const bool clicked = ui.focus->visit(id);
  if (ui.focus->is_on(id)) draw_focus_ring(ui, rect);
  if (ui.focus->moved_to(id)) scroll_into_sight(ui, rect);
  return clicked;
}

Pointer click_area(Ui& ui, std::string_view id, const Rect& rect, TabStop stop) {
  if (ui.probe) ui.probe->clickable.push_back({std::string(id), rect, current_clip()});
  const ImVec2 cursor = ImGui::GetCursorPos();
  ImGui::SetCursorScreenPos(rect.begin());
  ImGui::PushID(id.data(), id.data() + id.size());
  const ImVec2 size(std::max(rect.width, 1.0f), std::max(rect.height, 1.0f));  // ImGui refuses nothing at all
  bool clicked = ImGui::InvisibleButton("area", size);
  ImGui::PopID();
  const bool over = ImGui::IsItemHovered();
  const bool down = ImGui::IsItemActive() && over;
  ImGui::SetCursorPos(cursor);
  if (over) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
  if (ui.focus && stop == TabStop::kYes) {
    if (clicked) ui.focus->clear();
    clicked |= tab_stop(ui, id, rect);
  }
  return clicked ? Pointer::kClicked : down ? Pointer::kDown : over ? Pointer::kOver : Pointer::kAway;
}

}  // namespace rehearse
