#include <algorithm>
#include <cmath>

#include "core/base/text.h"
#include "gui/window/library/library_lists.h"
#include "gui/window/ui/shapes.h"

namespace rehearse {
namespace {

constexpr float kChipPadding = 10;
constexpr std::size_t kContext = 60;  // bytes of the query before the fault

/// The part of the query around the fault, beginning with a whole character.
std::size_t shown_from(const std::string& query, std::size_t fault) {
  std::size_t at = fault > kContext ? fault - kContext : 0;
  while (at > 0 && at < query.size() && (query[at] & 0xC0) == 0x80) ++at;
  return at;
}

}  // namespace

void draw_suggestions(Ui& ui, const SearchBox& search, const Rect& line, LibraryIntent& intent) {
  const std::vector<Suggestion>& suggested = search.suggested();
  const float padding = ui.px(kChipPadding), gap = ui.px(6);
  const auto width_of = [&](const Suggestion& suggestion) {
    return std::min(ui.fonts.width(Font::kDetail, suggestion.text) + 2 * padding, line.width * 0.5f);
  };
  // As many as have room, from the first one that leaves the chosen one in sight.
  const std::size_t chosen = search.chosen().value_or(0);
  std::size_t first = 0;
  const auto width_from = [&](std::size_t begin) {
    float width = 0;
    for (std::size_t i = begin; i <= chosen; ++i) width += width_of(suggested[i]) + gap;
    return width;
  };
  while (first < chosen && width_from(first) > line.width * 0.7f) ++first;
  float x = line.x;
  for (std::size_t i = first; i < suggested.size(); ++i) {
    const float width = width_of(suggested[i]);
    if (x + width > line.right()) break;
    const Rect chip{x, line.y + ui.px(2), width, line.height - ui.px(4)};
    const Pointer pointer = click_area(ui, "suggestion " + std::to_string(i), chip, TabStop::kNo);
    const bool is_chosen = search.chosen() == i;
    fill(ui, chip, is_chosen ? ui.theme.accent : ui.theme.accent_soft, kRowRadius);
    draw_text_fitted(ui, Font::kDetail, {chip.x + padding, chip.y, chip.width - 2 * padding, chip.height},
                     is_chosen                   ? ui.theme.on_accent
                     : pointer == Pointer::kAway ? ui.theme.accent
                                                 : ui.theme.text,
                     suggested[i].text);
    if (pointer == Pointer::kClicked) intent = TakeSuggestion{i};
    x += width + gap;
    if (!is_chosen || suggested[i].about.empty()) continue;
    const std::string& about = suggested[i].about.in(ui.language);
    const float about_width = ui.fonts.width(Font::kSmall, about);
    if (x + about_width > line.right()) continue;
    draw_text(ui, Font::kSmall, {x, line.y, about_width, line.height}, ui.theme.muted, about);
    x += about_width + 2 * gap;
  }
}

float draw_fault(Ui& ui, const SearchBox& search, float x, float y, float width) {
  const std::string query = in_one_line(search.text());
  const QueryFault& fault = *search.fault;
  const float padding = ui.px(12), line = std::round(ui.px(24));
  const std::string& hint = fault.hint.in(ui.language);
  const std::string what = fault.what.in(ui.language) + (hint.empty() ? "" : " · " + hint);
  const float words = paragraph_height(ui, Font::kDetail, width - 2 * padding, what);
  const Rect panel{x, y, width, line + ui.px(10) + words + ui.px(14)};
  fill(ui, panel, ui.theme.again.fill, kRowRadius);

  const std::size_t from = shown_from(query, std::min(fault.begin, query.size()));
  const auto place = [&](std::size_t byte) {
    const std::size_t end = std::clamp(byte, from, query.size());
    return panel.x + padding + ui.fonts.width(Font::kCode, query.substr(from, end - from));
  };
  draw_text_fitted(ui, Font::kCode, {panel.x + padding, panel.y + ui.px(6), width - 2 * padding, line},
                   ui.theme.text, query.substr(from));
  const float em = ui.fonts.em(Font::kCode), low = panel.y + ui.px(6) + line;
  const float left = std::min(place(fault.begin), panel.right() - padding - em / 2);
  const float right =
      std::clamp(place(fault.end), left + em / 2, std::max(left + em / 2, panel.right() - padding));
  fill(ui, {left, low - ui.px(2), right - left, ui.px(2)}, ui.theme.again.text);
  const ImVec2 caret[] = {
      {left, low + ui.px(7)}, {left + em / 4, low + ui.px(1)}, {left + em / 2, low + ui.px(7)}};
  ImGui::GetWindowDrawList()->AddTriangleFilled(caret[0], caret[1], caret[2], ui.theme.again.text);
  draw_paragraph(ui, Font::kDetail, panel.x + padding, low + ui.px(8), width - 2 * padding,
                 ui.theme.again.text, what);
  return panel.height + ui.px(8);
}

}  // namespace rehearse
