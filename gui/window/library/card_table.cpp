#include <algorithm>
#include <array>
#include <cmath>

#include "core/schedule/card_columns.h"
#include "gui/window/library/library_lists.h"
#include "gui/window/library/library_screen.h"
#include "gui/window/strings/library_words.h"
#include "gui/window/ui/icons.h"
#include "gui/window/ui/root.h"
#include "gui/window/ui/shapes.h"

namespace rehearse {
namespace {

// Logical units.
constexpr float kRowHeight = 36;
constexpr float kHeaderHeight = 28;
constexpr float kMarkWidth = 34;
constexpr float kNarrowestStem = 260;
constexpr float kPlaceShare = 0.25f;  // of the room that is left; the stem has the rest

enum class Column { kPlace, kKind, kDue, kInterval, kState };
struct ColumnSpec {
  Column column;
  float width;
  Phrase title;
};
/// From left to right, behind the stem.
constexpr std::array kColumns{ColumnSpec{Column::kPlace, 140, words::kLibraryColumnPlace},
                              ColumnSpec{Column::kKind, 74, words::kLibraryColumnKind},
                              ColumnSpec{Column::kDue, 78, words::kLibraryColumnDue},
                              ColumnSpec{Column::kInterval, 76, words::kLibraryColumnInterval},
                              ColumnSpec{Column::kState, 86, words::kLibraryColumnState}};
/// Which of them go first where there is not room for all.
constexpr std::array kKept{Column::kDue, Column::kState, Column::kPlace, Column::kKind, Column::kInterval};

std::vector<ColumnSpec> columns_for(const Ui& ui, float width) {
  float room = width / ui.px(1) - kMarkWidth - kNarrowestStem;
  std::array<bool, kColumns.size()> is_shown{};
  for (const Column wanted : kKept)
    for (std::size_t i = 0; i < kColumns.size(); ++i)
      if (kColumns[i].column == wanted && kColumns[i].width <= room) {
        is_shown[i] = true;
        room -= kColumns[i].width;
      }
  std::vector<ColumnSpec> shown;
  for (std::size_t i = 0; i < kColumns.size(); ++i) {
    if (!is_shown[i]) continue;
    shown.push_back(kColumns[i]);
    if (kColumns[i].column == Column::kPlace) shown.back().width += room * kPlaceShare;
  }
  return shown;
}

const Phrase& kind_name(const FoundCard& card, ListOf lists) {
  if (lists == ListOf::kCards && card.kind == CardKind::kRecall) return words::kLibraryRecallCard;
  if (lists == ListOf::kCards && card.kind == CardKind::kPoint) return words::kLibraryPointCard;
  switch (card.question_kind) {
    case QuestionKind::kSingle: return words::kLibrarySingle;
    case QuestionKind::kMultiple: return words::kLibraryMultiple;
    case QuestionKind::kTrueFalse: return words::kLibraryTrueFalse;
    case QuestionKind::kFill: return words::kLibraryFill;
    case QuestionKind::kCase: return words::kLibraryCase;
    case QuestionKind::kOpen: break;
  }
  return words::kLibraryOpen;
}

class Row {
 public:
  /// Without a column for its state, what is out of the ordinary stands in place of the day.
  enum class StateColumn { kShown, kLeftOut };
  Row(Ui& ui, const LibraryView& view, const FoundCard& card, StateColumn state)
      : ui_(ui), view_(view), card_(card), state_(state) {}

  void draw_cell(Column column, const Rect& cell) const {
    switch (column) {
      case Column::kPlace: return text(cell, ui_.theme.muted, place());
      case Column::kKind:
        return text(cell, ui_.theme.muted, std::string(ui_.tr(kind_name(card_, view_.lists))));
      case Column::kDue: return draw_due(cell);
      case Column::kInterval:
        if (is_met())
          text(cell, ui_.theme.muted, ui_.tr(words::kLibraryDays, {std::to_string(card_.interval_days)}));
        return;
      case Column::kState: return draw_state(cell);
    }
  }

 private:
  /// The deck goes without saying where one deck is listed.
  std::string place() const {
    if (card_.section.empty()) return card_.deck;
    return view_.tree->row().deck ? card_.section : card_.section + " · " + card_.deck;
  }

  bool is_met() const { return (card_.status & kCardMet) != 0; }

  void text(const Rect& cell, ImU32 ink, const std::string& words) const {
    draw_text_fitted(ui_, Font::kSmall, {cell.x, cell.y, cell.width - ui_.px(8), cell.height}, ink, words);
  }

  void draw_due(const Rect& cell) const {
    const bool is_out = (card_.status & (kCardSuspended | kCardBuried | kCardContested)) != 0;
    if (state_ == StateColumn::kLeftOut && (is_out || !is_met())) return draw_state(cell);
    if (!is_met()) return;
    const auto days = (card_.due - view_.today).count();
    const std::string number = std::to_string(days < 0 ? -days : days);
    if (days == 0) return text(cell, ui_.theme.good.text, std::string(ui_.tr(words::kLibraryDueToday)));
    if (days < 0) return text(cell, ui_.theme.hard.text, ui_.tr(words::kLibraryDueAgo, {number}));
    text(cell, ui_.theme.muted, ui_.tr(words::kLibraryDueIn, {number}));
  }

  void draw_state(const Rect& cell) const {
    Rect rest = cell;
    if (card_.flag > 0) {
      const float side = ui_.px(14);
      const std::array inks{ui_.theme.again.text, ui_.theme.hard.text, ui_.theme.good.text,
                            ui_.theme.easy.text};
      const ImU32 ink = inks[static_cast<std::size_t>(card_.flag - 1) % inks.size()];
      draw_icon(ui_, Icon::kFlag, {cell.x, cell.y + (cell.height - side) / 2, side, side}, ink);
      draw_text(ui_, Font::kTiny, {cell.x + side, cell.y, ui_.px(10), cell.height}, ink,
                std::to_string(card_.flag));
      rest.x += ui_.px(28);
      rest.width -= ui_.px(28);
    }
    const std::uint8_t status = card_.status;
    if ((status & kCardContested) != 0)
      text(rest, ui_.theme.again.text, std::string(ui_.tr(words::kLibraryStateContested)));
    else if ((status & kCardSuspended) != 0)
      text(rest, ui_.theme.again.text, std::string(ui_.tr(words::kLibraryStateSuspended)));
    else if ((status & kCardBuried) != 0)
      text(rest, ui_.theme.hard.text, std::string(ui_.tr(words::kLibraryStateBuried)));
    else if ((status & kCardLeech) != 0)
      text(rest, ui_.theme.again.text, std::string(ui_.tr(words::kLibraryStateLeech)));
    else if (!is_met())
      text(rest, ui_.theme.accent, std::string(ui_.tr(words::kLibraryStateNew)));
  }

  Ui& ui_;
  const LibraryView& view_;
  const FoundCard& card_;
  StateColumn state_;
};

void draw_mark(Ui& ui, const Rect& box, bool is_marked) {
  const float side = std::round(ui.px(16));
  const Rect square{std::round(box.x + (box.width - side) / 2), std::round(box.y + (box.height - side) / 2),
                    side, side};
  if (!is_marked) return outline(ui, square, ui.theme.faint, 4);
  fill(ui, square, ui.theme.accent, 4);
  const ImVec2 tick[] = {{square.x + ui.px(3.5f), square.y + ui.px(8)},
                         {square.x + ui.px(6.8f), square.y + ui.px(11)},
                         {square.x + ui.px(12.5f), square.y + ui.px(5)}};
  ImGui::GetWindowDrawList()->AddPolyline(tick, 3, ui.theme.on_accent, 0, ui.px(2));
}

/// What a click on a row does to the rows that are marked: as in file managers.
RowMarking marking_of(Modifier clicked_with, RowMarking alone) {
  switch (clicked_with) {
    case Modifier::kShift:
    case Modifier::kCtrlShift: return RowMarking::kExtend;
    case Modifier::kCtrl: return RowMarking::kToggle;
    default: return alone;
  }
}

void draw_row(Ui& ui, const LibraryView& view, const std::vector<ColumnSpec>& columns, std::size_t index,
              const Rect& rect, LibraryIntent& intent) {
  const FoundCard& card = view.row(index);
  const std::string number = std::to_string(index);
  const Rect mark{rect.x, rect.y, ui.px(kMarkWidth), rect.height};
  if (click_area(ui, "mark " + number, mark, TabStop::kNo) == Pointer::kClicked)
    intent = GoToRow{index, marking_of(ui.clicked_with, RowMarking::kToggle)};
  const Pointer pointer = click_area(ui, "row " + number, rect, TabStop::kNo);
  if (pointer == Pointer::kClicked) intent = GoToRow{index, marking_of(ui.clicked_with, RowMarking::kLeave)};
  if (pointer == Pointer::kDown && ui.clicked_with == Modifier::kNone && ImGui::IsMouseDoubleClicked(0))
    intent = OpenRow{index};

  const bool is_here = index == view.list->place(), is_marked = view.list->is_marked(index);
  if (is_marked)
    fill(ui, rect, ui.theme.accent_soft, kRowRadius);
  else if (is_here || pointer != Pointer::kAway)
    fill(ui, rect, ui.theme.placeholder, kRowRadius);
  const bool has_keyboard = ui.focus && !ui.focus->is_anywhere();
  if (is_here) outline(ui, rect, has_keyboard ? ui.theme.accent : ui.theme.border, kRowRadius);
  draw_mark(ui, mark, is_marked);

  const bool shows_state = std::any_of(columns.begin(), columns.end(),
                                       [](const ColumnSpec& spec) { return spec.column == Column::kState; });
  const Row cells(ui, view, card, shows_state ? Row::StateColumn::kShown : Row::StateColumn::kLeftOut);
  float right = rect.right();
  for (auto spec = columns.rbegin(); spec != columns.rend(); ++spec) {
    right -= ui.px(spec->width);
    if (!card.stem.empty()) cells.draw_cell(spec->column, {right, rect.y, ui.px(spec->width), rect.height});
  }
  const Rect stem{mark.right(), rect.y, right - mark.right() - ui.px(12), rect.height};
  const bool is_quiet = (card.status & (kCardSuspended | kCardBuried)) != 0 || card.stem.empty();
  draw_text_fitted(ui, Font::kDetail, stem, is_quiet ? ui.theme.muted : ui.theme.text,
                   card.stem.empty() ? ui.tr(words::kLibraryGone)
                                     : std::string_view(card.stem).substr(0, card.stem.find('\n')));
}

}  // namespace

void draw_table(Ui& ui, const LibraryView& view, const Rect& area, LibraryIntent& intent) {
  const float scrollbar = ui.px(12), height = std::round(ui.px(kRowHeight));
  const float width = area.width - scrollbar;
  const std::vector<ColumnSpec> columns = columns_for(ui, width);
  const Rect header{area.x, area.y, width, std::round(ui.px(kHeaderHeight))};
  float right = header.right();
  for (auto spec = columns.rbegin(); spec != columns.rend(); ++spec) {
    right -= ui.px(spec->width);
    draw_text_fitted(ui, Font::kSmall, {right, header.y, ui.px(spec->width) - ui.px(8), header.height},
                     ui.theme.faint, ui.tr(spec->title));
  }
  const float left = header.x + ui.px(kMarkWidth);
  draw_text_fitted(ui, Font::kSmall, {left, header.y, right - left, header.height}, ui.theme.faint,
                   ui.tr(words::kLibraryColumnStem));
  horizontal_line(ui, area.x, header.bottom(), width);

  const float list_top = header.bottom() + ui.px(4);
  const Rect list{area.x, list_top, area.width, std::max(1.0f, area.bottom() - list_top)};
  ScrollRegion region(ui, "rows", list);
  const float top = region.content_top();
  const std::size_t count = view.list->size();
  const auto first = static_cast<std::size_t>(std::max(0.0f, std::floor((list.y - top) / height)));
  const auto in_sight = static_cast<std::size_t>(std::ceil(list.height / height)) + 1;
  for (std::size_t i = first; i < std::min(count, first + in_sight); ++i)
    draw_row(ui, view, columns, i, {area.x, top + height * static_cast<float>(i), width, height}, intent);
  const float place = top + height * static_cast<float>(view.list->place());
  if (view.brings_place_into_sight) region.bring_into_view(place, place + height);
  region.set_content_bottom(top + height * static_cast<float>(count));
}

}  // namespace rehearse
