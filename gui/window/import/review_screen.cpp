#include "gui/window/import/review_screen.h"

#include <algorithm>
#include <cmath>

#include "gui/window/strings/import_words.h"
#include "gui/window/ui/controls.h"
#include "gui/window/ui/overlay.h"
#include "gui/window/ui/root.h"
#include "gui/window/ui/shapes.h"
#include "gui/window/ui/text_box.h"

namespace rehearse {
namespace {

constexpr float kRowHeight = 34;
constexpr float kListShare = 0.28f, kNarrowestList = 200, kWidestList = 320;
constexpr float kRoomBesides = 560;  // logical width in which parts and text stand side by side
constexpr float kSourceLine = 1.55f;

struct Panes {
  Rect list, parts, source;
};

Panes panes_of(const Ui& ui, const Rect& area) {
  const float gap = ui.px(kGap);
  const float list =
      std::round(std::clamp(area.width * kListShare, ui.px(kNarrowestList), ui.px(kWidestList)));
  const Rect rest{area.x + list + gap, area.y, area.width - list - gap, area.height};
  Panes panes{{area.x, area.y, list, area.height}, rest, rest};
  if (rest.width >= ui.px(kRoomBesides)) {
    panes.parts.width = std::round((rest.width - gap) / 2);
    panes.source = {panes.parts.right() + gap, rest.y, rest.width - panes.parts.width - gap, rest.height};
  } else {
    panes.parts.height = std::round((rest.height - gap) / 2);
    panes.source = {rest.x, panes.parts.bottom() + gap, rest.width, rest.height - panes.parts.height - gap};
  }
  return panes;
}

void draw_row(Ui& ui, const ReviewView& view, std::size_t index, const Rect& row, ImportIntent& intent) {
  const ReviewRow& question = view.rows[index];
  const Pointer pointer = click_area(ui, "question " + std::to_string(index), row, TabStop::kNo);
  if (pointer == Pointer::kClicked) intent = SelectQuestion{index};
  if (index == view.selected)
    fill(ui, row, ui.theme.accent_soft, kRowRadius);
  else if (pointer != Pointer::kAway)
    fill(ui, row, ui.theme.background, kRowRadius);
  const float inset = ui.px(8), number = ui.px(34), badge = ui.px(22);
  draw_text_fitted(ui, Font::kSmall, {row.x + inset, row.y, number - ui.px(4), row.height}, ui.theme.faint,
                   std::to_string(index + 1));
  float right = row.right() - inset;
  if (question.doubts > 0) {
    const Rect mark{right - badge, row.y + (row.height - badge) / 2, badge, badge};
    fill(ui, mark, ui.theme.hard.fill, kRowRadius);
    draw_text_fitted(ui, Font::kSmall, mark, ui.theme.hard.text, std::to_string(question.doubts),
                     Align::kCentre);
    right = mark.x - ui.px(6);
  }
  const Rect text{row.x + inset + number, row.y, right - row.x - inset - number, row.height};
  draw_text_fitted(ui, Font::kDetail, text, question.is_left_out ? ui.theme.faint : ui.theme.text,
                   question.stem);
  if (question.is_left_out)
    horizontal_line(ui, text.x, text.y + text.height / 2,
                    std::min(text.width, ui.fonts.width(Font::kDetail, question.stem)));
}

void draw_list(Ui& ui, const ReviewView& view, const Rect& pane, Follow follow, ImportIntent& intent) {
  card_sheet(ui, pane);
  const float inset = ui.px(8);
  const Rect inner{pane.x + inset, pane.y + inset, pane.width - 2 * inset, pane.height - 2 * inset};
  ScrollRegion region(ui, "questions", inner, ui.theme.card);
  const float height = std::round(ui.px(kRowHeight));
  const float top = region.content_top();
  const float bar = height * static_cast<float>(view.rows.size()) > inner.height ? ui.px(10) : 0;
  // Only what is in sight is drawn: a document may have thousands of questions.
  const auto first = static_cast<std::size_t>(std::max(0.0f, std::floor((inner.y - top) / height)));
  const auto last = static_cast<std::size_t>(std::max(0.0f, std::ceil((inner.bottom() - top) / height)));
  for (std::size_t i = first; i < std::min(last + 1, view.rows.size()); ++i)
    draw_row(ui, view, i,
             {inner.x, top + height * static_cast<float>(i), inner.width - bar, height - ui.px(2)}, intent);
  region.set_content_bottom(top + height * static_cast<float>(view.rows.size()));
  if (follow == Follow::kYes) {
    const float selected = top + height * static_cast<float>(view.selected);
    region.bring_into_view(selected, selected + height);
  }
}

/// With its number where there are several of the kind.
std::string name_of(const Ui& ui, const ReviewView& view, std::size_t index) {
  const Phrase& name = view.fields[index].name;
  std::size_t before = 0, all = 0;
  for (std::size_t i = 0; i < view.fields.size(); ++i) {
    if (!(view.fields[i].name == name)) continue;
    ++all;
    if (i < index) ++before;
  }
  if (all < 2) return std::string(ui.tr(name));
  return ui.tr(words::kFieldNumber, {ui.tr(name), std::to_string(before + 1)});
}

void draw_field(Ui& ui, const ReviewView& view, std::size_t index, const Rect& inner, float& y,
                ImportIntent& intent) {
  const ReviewField& field = view.fields[index];
  const float padding = ui.px(8);
  const float width = inner.width - 2 * padding;
  const float name = ui.px(22);
  const float text = paragraph_height(ui, Font::kDetail, width, field.text, kSourceLine);
  const Rect box{inner.x, y, inner.width, name + text + padding};
  const Pointer pointer = click_area(ui, "part " + std::to_string(index), box);
  if (pointer == Pointer::kClicked) intent = SelectField{index};
  if (index == view.field)
    fill(ui, box, ui.theme.accent_soft, kRowRadius);
  else if (pointer != Pointer::kAway)
    fill(ui, box, ui.theme.background, kRowRadius);
  const bool is_placed = field.span.begin != field.span.end || view.excerpt.empty();
  const std::string title = name_of(ui, view, index);
  draw_text_fitted(ui, Font::kSmall, {box.x + padding, y + ui.px(2), width, name},
                   index == view.field ? ui.theme.accent : ui.theme.muted,
                   is_placed ? title : ui.tr(words::kFieldNotInText, {title}));
  draw_paragraph(ui, Font::kDetail, box.x + padding, y + name, width, ui.theme.text, field.text, kSourceLine);
  y = box.bottom() + ui.px(4);
}

void draw_parts(Ui& ui, const ReviewView& view, const Rect& pane, Follow follow, ImportIntent& intent) {
  card_sheet(ui, pane);
  const float inset = ui.px(10);
  const Rect inner{pane.x + inset, pane.y + inset, pane.width - 2 * inset, pane.height - 2 * inset};
  ScrollRegion region(ui, "parts", inner, ui.theme.card);
  const Rect column{inner.x, 0, inner.width - ui.px(10), 0};
  float y = region.content_top();
  if (view.rows[view.selected].is_left_out) {
    y += draw_paragraph(ui, Font::kDetail, column.x, y, column.width, ui.theme.muted,
                        ui.tr(words::kReviewIsLeftOut));
    y += ui.px(6);
  }
  for (const Words& problem : view.problems)
    y += draw_paragraph(ui, Font::kSmall, column.x, y, column.width, ui.theme.hard.text,
                        problem.in(ui.language));
  if (!view.problems.empty()) y += ui.px(6);
  float selected_top = y, selected_bottom = y;
  for (std::size_t i = 0; i < view.fields.size(); ++i) {
    if (i == view.field) selected_top = y;
    draw_field(ui, view, i, column, y, intent);
    if (i == view.field) selected_bottom = y;
  }
  region.set_content_bottom(y);
  if (follow == Follow::kYes)
    region.bring_into_view(selected_top, std::min(selected_bottom, selected_top + inner.height));
}

/// The lit part of one line, under its text.
void light_up(Ui& ui, const ReviewView& view, const TextLine& line, float x, float y, float height) {
  const std::size_t begin = std::max(line.begin, view.lit.begin);
  const std::size_t end = std::min(line.begin + seen_part(view.excerpt, line).size(), view.lit.end);
  if (begin >= end) return;
  const std::string_view text = view.excerpt;
  const float left = ui.fonts.width(Font::kDetail, text.substr(line.begin, begin - line.begin));
  const float width = ui.fonts.width(Font::kDetail, text.substr(begin, end - begin));
  fill(ui, {x + left, y + ui.px(1), width, height - ui.px(2)}, ui.theme.hard.fill, 3);
}

void draw_source(Ui& ui, const ReviewView& view, const Rect& pane, Follow follow) {
  card_sheet(ui, pane);
  const float inset = ui.px(14);
  const Rect inner{pane.x + inset, pane.y + ui.px(8), pane.width - 2 * inset, pane.height - ui.px(16)};
  const float name = ui.px(24);
  const std::string place = view.excerpt.empty()
                                ? std::string(ui.tr(words::kReviewSource))
                                : ui.tr(words::kReviewSourceFrom, {std::to_string(view.first_line)});
  draw_text_fitted(ui, Font::kSmall, {inner.x, inner.y, inner.width, name}, ui.theme.muted, place);
  ScrollRegion region(ui, "source", {inner.x, inner.y + name, inner.width, inner.height - name},
                      ui.theme.card);
  const float width = inner.width - ui.px(10);
  float y = region.content_top();
  if (view.excerpt.empty()) {
    y += draw_paragraph(ui, Font::kDetail, inner.x, y, width, ui.theme.faint, ui.tr(words::kReviewNoSource));
    region.set_content_bottom(y);
    return;
  }
  const float height = std::round(ui.fonts.em(Font::kDetail) * kSourceLine);
  float wanted = y;
  for (const TextLine& line : ui.paragraphs.lines(Font::kDetail, view.excerpt, width)) {
    const bool is_wanted = line.begin <= view.at && view.at < line.end;
    if (is_wanted) wanted = y;
    light_up(ui, view, line, inner.x, y, height);
    y += height;
  }
  draw_paragraph(ui, Font::kDetail, inner.x, region.content_top(), width, ui.theme.text, view.excerpt,
                 kSourceLine);
  region.set_content_bottom(y);
  // With some of what stands before it.
  if (follow == Follow::kYes) region.scroll_to(wanted - 2 * height);
}

}  // namespace

ImportIntent review_key(const ReviewView& view, const KeyPressed& press) {
  constexpr std::size_t kPage = 12;
  const auto question = [&](std::size_t row) -> ImportIntent {
    if (view.rows.empty()) return {};
    return SelectQuestion{std::min(row, view.rows.size() - 1)};
  };
  if (press == KeyPressed{Key::kE, Modifier::kCtrl}) return CorrectField{};
  if (press.modifier != Modifier::kNone) return {};
  switch (press.key) {
    case Key::kUp: return question(view.selected - std::min<std::size_t>(view.selected, 1));
    case Key::kDown: return question(view.selected + 1);
    case Key::kPageUp: return question(view.selected - std::min(view.selected, kPage));
    case Key::kPageDown: return question(view.selected + kPage);
    case Key::kHome: return question(0);
    case Key::kEnd: return question(view.rows.size());
    case Key::kLeft: return SelectField{view.field - std::min<std::size_t>(view.field, 1)};
    case Key::kRight: return SelectField{std::min(view.field + 1, view.fields.size() - 1)};
    case Key::kDelete:
    case Key::kDigit0: return LeaveQuestionOut{};
    case Key::kF2: return CorrectField{};
    case Key::kF3: return view.doubts > 0 ? ImportIntent{NextDoubt{}} : ImportIntent{};
    case Key::kEnter: return KeepImport{};
    case Key::kEscape: return LeaveImport{};
    default: return {};
  }
}

ImportIntent draw_review(Ui& ui, const ReviewView& view, const Rect& area, Follow follow) {
  ImportIntent intent;
  const Panes panes = panes_of(ui, area);
  draw_list(ui, view, panes.list, follow, intent);
  if (view.rows.empty()) return intent;
  draw_parts(ui, view, panes.parts, follow, intent);
  draw_source(ui, view, panes.source, follow);
  return intent;
}

ImportIntent draw_correction(Ui& ui, const ReviewField& field, const TextEditor& editor) {
  const float padding = ui.px(20), heading = ui.px(34), button = ui.px(kControlHeight), gap = ui.px(kGap);
  const float width = std::min(ui.px(640), ui.window.width - 2 * gap);
  const float box_width = width - 2 * padding;
  const float box = text_box_height(ui, editor, box_width, {2, 10});
  const Rect sheet = Overlay::sheet_in_middle(ui, width, 2 * padding + heading + box + gap + button);
  const Overlay overlay(ui, "correction", sheet);
  ImportIntent intent;
  const Rect inner{sheet.x + padding, sheet.y + padding, sheet.width - 2 * padding,
                   sheet.height - 2 * padding};
  draw_text_fitted(ui, Font::kLabel, {inner.x, inner.y, inner.width, heading - ui.px(6)}, ui.theme.text,
                   ui.tr(words::kCorrectTitle, {ui.tr(field.name)}));
  const Rect area{inner.x, inner.y + heading, inner.width, inner.height - heading - gap - button};
  const DrawnTextBox drawn = draw_text_box(ui, "correct", area, editor, {.focus = TextBoxFocus::kAlways});
  if (drawn.pointed) intent = PointInCorrection{*drawn.pointed};
  const float half = (inner.width - gap) / 2;
  const float y = inner.bottom() - button;
  if (form_button(ui, "drop correction", {inner.x, y, half, button}, ui.tr(words::kCorrectDrop)))
    intent = DropCorrection{};
  if (form_button(ui, "save correction", {inner.x + half + gap, y, half, button}, ui.tr(words::kCorrectSave)))
    intent = SaveCorrection{};
  return overlay.was_left() ? ImportIntent{DropCorrection{}} : intent;
}

}  // namespace rehearse
