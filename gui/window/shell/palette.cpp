#include "gui/window/shell/palette.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/base/text.h"
#include "gui/window/strings/shell_words.h"
#include "gui/window/ui/overlay.h"
#include "gui/window/ui/shapes.h"
#include "gui/window/ui/text_box.h"

namespace rehearse {
namespace {

constexpr float kWidth = 600;
constexpr float kRowHeight = 38;
constexpr std::size_t kMostRows = 9;
constexpr std::size_t kEntriesAtOnce = 8;  // PgUp, PgDn

}  // namespace

Palette::Palette(std::vector<PaletteEntry> entries) : entries_(std::move(entries)) { narrow(); }

void Palette::narrow() {
  // Each word typed must be there, in either language and any order.
  const std::string typed = nfkc_case_folded(editor_.text());
  std::vector<std::string> wanted;
  for (std::size_t at = 0; at < typed.size();) {
    const std::size_t end = std::min(typed.find(' ', at), typed.size());
    if (end > at) wanted.push_back(typed.substr(at, end - at));
    at = end + 1;
  }
  found_.clear();
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    const std::string text = nfkc_case_folded(entries_[i].label.english + "\n" + entries_[i].label.chinese);
    const bool has_all = std::all_of(wanted.begin(), wanted.end(), [&](const std::string& word) {
      return text.find(word) != std::string::npos;
    });
    if (has_all) found_.push_back(i);
  }
  selected_ = first_ = 0;
}

bool Palette::type(const Event& event) {
  const auto* press = std::get_if<KeyPressed>(&event);
  const auto move_to = [&](std::size_t row) {
    selected_ = found_.empty() ? 0 : std::min(row, found_.size() - 1);
    return true;
  };
  if (press && press->modifier == Modifier::kNone) {
    switch (press->key) {
      case Key::kUp: return move_to(selected_ > 0 ? selected_ - 1 : found_.size());
      case Key::kDown: return move_to(selected_ + 1 < found_.size() ? selected_ + 1 : 0);
      case Key::kPageUp: return move_to(selected_ - std::min(selected_, kEntriesAtOnce));
      case Key::kPageDown: return move_to(selected_ + kEntriesAtOnce);
      case Key::kEnter:
        if (selected_ < found_.size()) chosen_ = found_[selected_];
        return true;
      default: break;
    }
  }
  const std::size_t before = editor_.revision();
  if (!editor_.take(event)) return false;
  if (editor_.revision() != before) narrow();
  return true;
}

std::optional<PaletteEntry> Palette::take_chosen() {
  const auto chosen = std::exchange(chosen_, std::nullopt);
  return chosen ? std::optional(entries_[*chosen]) : std::nullopt;
}

bool Palette::draw(Ui& ui) {
  const Rect& window = ui.window;
  const float padding = ui.px(14);
  const float field = ui.px(44);
  const float row = ui.px(kRowHeight);
  const float width = std::round(std::min(ui.px(kWidth), window.width - 2 * ui.px(12)));
  const float room = window.height - 2 * ui.px(16) - field - 3 * padding;
  const auto rows =
      std::clamp<std::size_t>(static_cast<std::size_t>(std::max(1.0f, room / row)), 1, kMostRows);
  const std::size_t shown = std::min(rows, std::max<std::size_t>(1, found_.size()));
  const Rect sheet{std::round(window.x + (window.width - width) / 2),
                   std::round(window.y + std::max(ui.px(16), window.height * 0.12f)), width,
                   field + 3 * padding + row * static_cast<float>(shown)};
  first_ = std::min(first_, selected_);
  if (selected_ >= first_ + shown) first_ = selected_ - shown + 1;

  const Overlay overlay(ui, "palette", sheet);
  const float below = sheet.y + field + 2 * padding;
  const Rect box{sheet.x + padding, sheet.y + padding, sheet.width - 2 * padding, field};
  TextBoxLook look;
  look.placeholder = ui.tr(words::kPaletteHint);
  look.focus = TextBoxFocus::kAlways;
  if (const auto pointed = draw_text_box(ui, "command", box, editor_, look).pointed) editor_.take(*pointed);
  draw_list(ui, {box.x, below, box.width, row * static_cast<float>(shown)});
  return overlay.was_left();
}

void Palette::draw_list(Ui& ui, const Rect& area) {
  const float height = ui.px(kRowHeight);
  if (found_.empty()) {
    draw_text_fitted(ui, Font::kDetail, {area.x + ui.px(12), area.y, area.width - ui.px(24), height},
                     ui.theme.muted, ui.tr(words::kPaletteEmpty));
    return;
  }
  float y = area.y;
  for (std::size_t i = first_; i < found_.size() && y + height <= area.bottom() + 1; ++i) {
    const PaletteEntry& entry = entries_[found_[i]];
    const Rect row{area.x, y, area.width, height};
    const Pointer pointer = click_area(ui, "command " + std::to_string(i), row, TabStop::kNo);
    if (pointer == Pointer::kClicked) chosen_ = found_[i];
    if (i == selected_)
      fill(ui, row, ui.theme.accent_soft, kRowRadius);
    else if (pointer != Pointer::kAway)
      fill(ui, row, ui.theme.background, kRowRadius);
    const float inset = ui.px(12);
    const float keys = draw_text(ui, Font::kSmall, {row.x, row.y, row.width - inset, row.height},
                                 ui.theme.muted, entry.keys, Align::kRight);
    draw_text_fitted(ui, Font::kDetail, {row.x + inset, row.y, row.width - 3 * inset - keys, row.height},
                     i == selected_ ? ui.theme.accent : ui.theme.text, entry.label.in(ui.language));
    y += height;
  }
}

}  // namespace rehearse
