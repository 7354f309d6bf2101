#include "gui/window/ui/text_box.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "core/base/text.h"
#include "gui/window/platform/imgui_compat.h"

namespace rehearse {
namespace {

// Logical units.
constexpr float kPaddingX = 12;
constexpr float kPaddingY = 9;
constexpr float kRingWidth = 2;
constexpr float kCaretWidth = 1.5f;
constexpr float kRoomAroundCaret = 8;      // in a region that scrolls
constexpr float kCaretHeight = 1.25f;      // em
constexpr float kSelectedLineEnd = 0.35f;  // em: a line end that is selected is seen as a little blank

constexpr char32_t kMask = U'•';

float row_height(const Ui& ui, Font font) { return std::round(ui.fonts.em(font) * kTextLine); }

float advance_of(Fonts& fonts, Font font, char32_t c) {
  return fonts.can_draw() ? fonts.glyph(font, c).advance : fonts.width(font, to_utf8({&c, 1}));
}

/// A paragraph broken as the reader of a card sees it, in code points.
std::vector<std::size_t> row_ends(Fonts& fonts, Font font, float width, std::u32string_view paragraph) {
  const std::string text = to_utf8(paragraph);
  std::vector<std::size_t> ends;
  std::size_t byte = 0, code_point = 0;
  for (const TextLine& line : break_lines(fonts, font, text, width)) {
    for (; byte < line.end; ++code_point) next_code_point(text, byte);
    ends.push_back(code_point);
  }
  return ends;
}

void lay_out(Ui& ui, const TextEditor& editor, float width, Font font,
             TextBoxLetters letters = TextBoxLetters::kShown) {
  constexpr int kMaskedFont = 1000;  // the same font, of which another letter is drawn
  const bool is_one_line = editor.lines() == TextLines::kOne;
  const bool is_masked = letters == TextBoxLetters::kMasked;
  const TextFitKey key{&ui.fonts, static_cast<int>(font) + (is_masked ? kMaskedFont : 0), ui.fonts.scale(),
                       is_one_line ? 0 : width};
  if (key == editor.rows().key()) return;
  TextFit fit{key, {}, [&fonts = ui.fonts, font, is_masked](char32_t c) {
                return advance_of(fonts, font, is_masked ? kMask : c);
              }};
  fit.row_ends = [&fonts = ui.fonts, font, width, is_one_line](std::u32string_view paragraph) {
    if (is_one_line && !paragraph.empty()) return std::vector{paragraph.size()};
    return row_ends(fonts, font, width, paragraph);
  };
  editor.lay_out(std::move(fit));
}

/// The part of a box that text is seen in.
Rect view_of(const Ui& ui, const Rect& box) {
  const float x = ui.px(kPaddingX), y = ui.px(kPaddingY);
  return {box.x + x, box.y + y, std::max(1.0f, box.width - 2 * x), std::max(1.0f, box.height - 2 * y)};
}

enum class Caret { kHidden, kShown };

/// A field while it is drawn: where the text is on the screen, scrolled as it is.
class Field {
 public:
  Field(Ui& ui, const TextEditor& editor, const TextBoxLook& look, const Rect& box, Caret caret)
      : ui_(ui),
        editor_(editor),
        look_(look),
        shows_caret_(caret == Caret::kShown),
        view_(view_of(ui, box)),
        row_height_(row_height(ui, look.font)),
        begin_(view_.x - ImGui::GetScrollX(), view_.y - ImGui::GetScrollY()) {
    if (editor.lines() == TextLines::kOne) begin_.y = view_.y + std::round((view_.height - row_height_) / 2);
  }

  Rect caret() const;
  TextPlace place_at(const ImVec2& point) const;

  /// Scrolls as little as needed, for the next frame.
  void bring_caret_into_view() const;
  void draw() const;

 private:
  float row_top(std::size_t row) const { return begin_.y + row_height_ * static_cast<float>(row); }
  std::size_t row_at(float y) const;
  void draw_row(std::size_t row) const;
  void draw_selection(std::size_t row) const;
  /// The part of a row that is in view: a single line may be much longer.
  TextRange part_in_view(std::size_t row, float& x) const;

  Ui& ui_;
  const TextEditor& editor_;
  const TextBoxLook& look_;
  bool shows_caret_;
  Rect view_;
  float row_height_;
  ImVec2 begin_;
};

Rect Field::caret() const {
  const TextPlace place = editor_.caret();
  const std::size_t row = editor_.rows().row_of(place);
  const float height = std::round(ui_.fonts.em(look_.font) * kCaretHeight);
  const float width = std::max(1.0f, std::round(ui_.px(kCaretWidth)));
  float x = std::round(begin_.x + editor_.rows().x_of(editor_.characters(), place));
  // The blanks at which a row is wrapped hang over its end; the caret among them does not.
  if (editor_.lines() == TextLines::kMany) x = std::min(x, view_.right());
  return {x, row_top(row) + std::round((row_height_ - height) / 2), width, height};
}

std::size_t Field::row_at(float y) const {
  const float row = std::floor((y - begin_.y) / row_height_);
  return static_cast<std::size_t>(std::clamp(row, 0.0f, static_cast<float>(editor_.rows().count() - 1)));
}

TextPlace Field::place_at(const ImVec2& point) const {
  return editor_.rows().place_at(editor_.characters(), row_at(point.y), point.x - begin_.x);
}

void Field::bring_caret_into_view() const {
  const Rect at = caret();
  if (editor_.lines() == TextLines::kOne) {
    const float left = at.x - view_.x, right = at.x - view_.right();
    if (left < 0) ImGui::SetScrollX(std::max(0.0f, ImGui::GetScrollX() + left));
    if (right > 0) ImGui::SetScrollX(ImGui::GetScrollX() + right);
    return;
  }
  const float top = row_top(editor_.rows().row_of(editor_.caret()));
  const float above = top - view_.y, below = top + row_height_ - view_.bottom();
  if (above < 0)
    ImGui::SetScrollY(std::max(0.0f, ImGui::GetScrollY() + above));
  else if (below > 0)
    ImGui::SetScrollY(ImGui::GetScrollY() + below);
}

TextRange Field::part_in_view(std::size_t row, float& x) const {
  const std::u32string_view text = editor_.characters();
  const TextRange seen = editor_.rows().seen(text, row);
  if (editor_.lines() == TextLines::kMany) return seen;
  TextRange part{seen.begin, seen.begin};
  for (std::size_t at = seen.begin; at < seen.end && x < view_.right(); ++at) {
    const float advance = editor_.rows().width(text, {at, at + 1});
    if (part.empty() && x + advance < view_.x) {
      x += advance;
      part = {at + 1, at + 1};
      continue;
    }
    part.end = at + 1;
  }
  return part;
}

void Field::draw_selection(std::size_t row) const {
  const TextRange selected = editor_.selection();
  const TextRange whole = editor_.rows().row(row);
  const TextRange part{std::max(selected.begin, whole.begin), std::min(selected.end, whole.end)};
  if (part.begin >= part.end) return;
  const std::u32string_view text = editor_.characters();
  const TextRange seen = editor_.rows().seen(text, row);
  const float left = begin_.x + editor_.rows().width(text, {whole.begin, part.begin});
  float right = left + editor_.rows().width(text, {part.begin, std::min(part.end, seen.end)});
  if (part.end > seen.end) right += kSelectedLineEnd * ui_.fonts.em(look_.font);
  const float top = row_top(row);
  ImGui::GetWindowDrawList()->AddRectFilled({std::round(left), top}, {std::round(right), top + row_height_},
                                            ui_.theme.accent_soft);
}

void Field::draw_row(std::size_t row) const {
  draw_selection(row);
  float x = begin_.x;
  const TextRange part = part_in_view(row, x);
  if (part.empty()) return;
  const std::size_t count = part.end - part.begin;
  const std::string text = look_.letters == TextBoxLetters::kMasked
                               ? to_utf8(std::u32string(count, kMask))
                               : to_utf8(editor_.characters().substr(part.begin, count));
  draw_text(ui_, look_.font, {x, row_top(row), view_.width, row_height_}, ui_.theme.text, text);
}

void Field::draw() const {
  if (editor_.empty()) {
    // Beside the caret, not under it.
    const float apart = ui_.px(3);
    draw_text_fitted(ui_, look_.font, {begin_.x + apart, begin_.y, view_.width - apart, row_height_},
                     ui_.theme.faint, look_.placeholder);
  } else {
    const std::size_t last = row_at(view_.bottom());
    for (std::size_t row = row_at(view_.y); row <= last; ++row) draw_row(row);
  }
  if (!shows_caret_) return;
  const Rect at = caret();
  ImGui::GetWindowDrawList()->AddRectFilled(at.begin(), at.end(), ui_.theme.accent);
}

/// What is seen of the region that the box stands in: of the box itself nothing may be, while it is scrolled
/// away.
void note_clickable(Ui& ui, std::string_view id, const Rect& box) {
  if (!ui.probe) return;
  const ImVec2 begin = ImGui::GetWindowDrawList()->GetClipRectMin();
  const ImVec2 end = ImGui::GetWindowDrawList()->GetClipRectMax();
  ui.probe->clickable.push_back({std::string(id), box, {begin.x, begin.y, end.x - begin.x, end.y - begin.y}});
}

std::optional<TextPointed> pointed_at(const Field& field, const Rect& box) {
  using Gesture = TextPointed::Gesture;
  ImGui::SetCursorScreenPos(box.begin());
  ImGui::InvisibleButton("area", {std::max(box.width, 1.0f), std::max(box.height, 1.0f)});
  if (ImGui::IsItemHovered()) ImGui::SetMouseCursor(ImGuiMouseCursor_TextInput);
  if (!ImGui::IsMousePosValid()) return std::nullopt;
  const TextPlace place = field.place_at(ImGui::GetMousePos());
  if (ImGui::IsItemActivated())
    return TextPointed{ImGui::IsMouseDoubleClicked(0) ? Gesture::kDoubleClicked : Gesture::kPressed, place};
  const ImVec2 moved = ImGui::GetIO().MouseDelta;
  if (ImGui::IsItemActive() && (moved.x != 0 || moved.y != 0)) return TextPointed{Gesture::kDragged, place};
  return std::nullopt;
}

void draw_frame(Ui& ui, const Rect& rect, const TextBoxLook& look, Caret caret) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const bool has_focus = caret == Caret::kShown;
  const float thin = std::max(1.0f, std::round(ui.px(1)));
  const float radius = ui.px(kRowRadius);
  list.AddRectFilled(rect.begin(), rect.end(), ui.theme.background, radius);
  const ImU32 border = look.border ? *look.border : has_focus ? ui.theme.accent : ui.theme.border;
  list.AddRect(rect.begin(), rect.end(), border, radius, 0, has_focus ? ui.px(kRingWidth) : thin);
}

enum class CaretMove { kNone, kMoved, kNew };

/// Since the box was last drawn; kNew when it was not on the screen then.
CaretMove caret_move(const TextEditor& editor) {
  // What a box remembers from frame to frame lies in the window that it scrolls in, beside how far.
  ImGuiStorage& memory = *ImGui::GetStateStorage();
  const ImGuiID key = ImGui::GetID("moves");
  const int moves = static_cast<int>(editor.moves());
  const bool is_same = memory.GetInt(key) == moves;
  memory.SetInt(key, moves);
  if (ImGui::IsWindowAppearing()) return CaretMove::kNew;
  return is_same ? CaretMove::kNone : CaretMove::kMoved;
}

/// The caret with some room around it, as far as it is within the box; where it is not, it comes there with
/// the next frame.
Rect caret_within(const Ui& ui, const Rect& box, const Rect& caret) {
  const float y = std::clamp(caret.y, box.y, std::max(box.y, box.bottom() - caret.height));
  const float room = ui.px(kRoomAroundCaret);
  return {caret.x, y - room, caret.width, caret.height + 2 * room};
}

/// With the padding around the text.
ImVec2 content_size(Ui& ui, const TextEditor& editor, const Rect& box, Font font) {
  if (editor.lines() == TextLines::kOne) {
    const float text = editor.rows().width(editor.characters(), editor.rows().row(0));
    return {text + 2 * ui.px(kPaddingX), box.height};
  }
  return {box.width, row_height(ui, font) * static_cast<float>(editor.rows().count()) + 2 * ui.px(kPaddingY)};
}

}  // namespace

DrawnTextBox draw_text_box(Ui& ui, std::string_view id, const Rect& rect, const TextEditor& editor,
                           const TextBoxLook& look) {
  const Rect view = view_of(ui, rect);
  lay_out(ui, editor, view.width, look.font, look.letters);
  const float rows_in_view = std::floor(view.height / row_height(ui, look.font));
  editor.set_rows_of_page(static_cast<std::size_t>(std::max(1.0f, rows_in_view - 1)));

  const bool is_stop = look.focus == TextBoxFocus::kByTab && ui.focus;
  const bool is_entered = is_stop && ui.focus->visit(id);
  const bool has_keyboard = look.focus == TextBoxFocus::kAlways || (is_stop && ui.focus->is_on(id));
  const Caret caret = has_keyboard ? Caret::kShown : Caret::kHidden;
  draw_frame(ui, rect, look, caret);

  const ImVec2 outer_cursor = ImGui::GetCursorPos();
  note_clickable(ui, id, rect);
  ImGui::SetCursorScreenPos(rect.begin());
  ImGui::SetNextWindowContentSize(content_size(ui, editor, rect, look.font));
  begin_scroll_region(std::string(id).c_str(), {std::max(rect.width, 1.0f), std::max(rect.height, 1.0f)});
  const Field field(ui, editor, look, rect, caret);
  const float margin = ui.px(kCaretWidth) + 1;  // for the caret at a row's end
  ImGui::PushClipRect({view.x - margin, view.y}, {view.right() + margin, view.bottom()}, true);
  field.draw();
  ImGui::PopClipRect();
  const CaretMove move = caret_move(editor);
  if (move != CaretMove::kNone) field.bring_caret_into_view();
  const DrawnTextBox drawn{pointed_at(field, rect), is_entered, field.caret()};
  ImGui::EndChild();
  ImGui::SetCursorPos(outer_cursor);

  if (drawn.pointed && is_stop && !has_keyboard) ui.focus->set(id);
  if (is_stop && ui.focus->moved_to(id)) scroll_into_sight(ui, rect);
  if (has_keyboard && move == CaretMove::kMoved) scroll_into_sight(ui, caret_within(ui, rect, drawn.caret));
  return drawn;
}

float text_box_height(Ui& ui, const TextEditor& editor, float width, TextBoxRows rows, Font font) {
  lay_out(ui, editor, view_of(ui, {0, 0, width, 0}).width, font);
  const auto count =
      static_cast<int>(std::min<std::size_t>(editor.rows().count(), static_cast<std::size_t>(rows.most)));
  return row_height(ui, font) * static_cast<float>(std::max(count, rows.fewest)) + 2 * ui.px(kPaddingY);
}

}  // namespace rehearse
