#include "gui/window/library/library_screen.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "gui/window/library/library_lists.h"
#include "gui/window/strings/library_words.h"
#include "gui/window/strings/shell_words.h"
#include "gui/window/ui/controls.h"
#include "gui/window/ui/page_frame.h"
#include "gui/window/ui/shapes.h"
#include "gui/window/ui/text_box.h"

namespace rehearse {
namespace {

// Logical units.
constexpr float kLineHeight = 32;  // suggestions, or what is listed
constexpr float kNarrow = 620;     // of the body: the line has less room

std::string count_text(const Ui& ui, const LibraryView& view) {
  if (!view.progress.empty()) return view.progress;
  std::string text;
  if (view.duplicates)
    text = ui.tr(words::kLibraryGroups, {std::to_string(*view.duplicates)});
  else
    text = ui.tr(view.lists == ListOf::kCards ? words::kLibraryCardCount : words::kLibraryQuestionCount,
                 {std::to_string(view.list->size())});
  if (view.list->marked() > 0)
    text += " · " + ui.tr(words::kLibraryMarked, {std::to_string(view.list->marked())});
  return text;
}

/// What is listed, and what can be done with it.
void draw_list_line(Ui& ui, const LibraryView& view, const Rect& line, LibraryIntent& intent) {
  const bool is_narrow = line.width < ui.px(kNarrow);
  const float gap = ui.px(8);
  float right = line.right();
  const auto place = [&](float width) {
    right -= width;
    const Rect rect{right, line.y, width, line.height};
    right -= gap;
    return rect;
  };
  const auto button_width = [&](std::string_view text) {
    return ui.fonts.width(Font::kDetail, text) + ui.px(28);
  };
  const std::string acts =
      std::string(ui.tr(is_narrow ? words::kLibraryActsShort : words::kLibraryActs)) + "  F2";
  const std::string deck = std::string(ui.tr(words::kLibraryDeckOptions)) + "  Ctrl+D";
  if (view.list->size() > 0 && form_button(ui, "acts", place(button_width(acts)), acts))
    intent = AskForActs{};
  if (!is_narrow && view.tree->row().deck && form_button(ui, "deck options", place(button_width(deck)), deck))
    intent = AskForDeckOptions{};
  if (!view.duplicates) {
    const std::array<std::string_view, 2> units{ui.tr(words::kLibraryQuestions), ui.tr(words::kLibraryCards)};
    float widest = 0;
    for (const std::string_view unit : units)
      widest = std::max(widest, ui.fonts.width(Font::kDetailBold, unit));
    const Rect rect = place(2 * (widest + ui.px(is_narrow ? 18 : 30)));
    if (const auto chosen = segments(ui, "list of", rect, units, view.lists == ListOf::kCards ? 1 : 0))
      intent = ListAnother{*chosen == 1 ? ListOf::kCards : ListOf::kQuestions};
  }
  draw_text_fitted(ui, Font::kDetail, {line.x, line.y, std::max(1.0f, right - line.x), line.height},
                   ui.theme.muted, count_text(ui, view));
}

/// What is being typed may be wrong only because it is not complete.
bool is_suggesting(const Ui& ui, const LibraryView& view) {
  return has_focus(ui, kLibrarySearchId) && !view.search->suggested().empty();
}

void draw_search(Ui& ui, const LibraryView& view, const Rect& box, LibraryIntent& intent) {
  TextBoxLook look;
  look.placeholder = ui.tr(words::kLibrarySearchHint);
  look.font = Font::kDetail;
  if (view.search->fault && !is_suggesting(ui, view)) look.border = ui.theme.again.text;
  const DrawnTextBox drawn = draw_text_box(ui, kLibrarySearchId, box, view.search->editor(), look);
  if (drawn.pointed) intent = PointInSearch{*drawn.pointed};
}

void draw_nothing(Ui& ui, const LibraryView& view, const Rect& area) {
  if (view.duplicates)
    draw_empty_state(ui, area, ui.tr(words::kLibraryNoDuplicates), ui.tr(words::kLibraryNoDuplicatesHint));
  else if (view.search->fault && is_suggesting(ui, view))
    draw_empty_state(ui, area, ui.tr(words::kLibraryHalfTyped), ui.tr(words::kLibraryHalfTypedHint));
  else
    draw_empty_state(ui, area, ui.tr(words::kLibraryNotFound), ui.tr(words::kLibraryNotFoundHint));
}

}  // namespace

LibraryIntent draw_library(Ui& ui, const LibraryView& view) {
  LibraryIntent intent;
  const PageFrame frame = page_frame(ui, Breadth::kWide);
  const float title = draw_heading(ui, frame, ui.tr(words::kPlaceLibrary));
  if (view.tree->decks().empty()) {
    draw_empty_state(ui, frame.body, ui.tr(words::kLibraryNothing), ui.tr(words::kLibraryNothingHint));
    key_hints(ui, frame.hints,
              {{"Ctrl+O", ui.tr(words::kImportDocuments), KeyPressed{Key::kO, Modifier::kCtrl}},
               {"F1", ui.tr(words::kActKeys), KeyPressed{Key::kF1}}});
    return intent;
  }
  const float left = frame.heading.x + title + ui.px(20);
  draw_search(ui, view, {left, frame.heading.y, frame.heading.right() - left, frame.heading.height}, intent);

  float y = frame.body.y;
  const bool suggests = is_suggesting(ui, view);
  if (view.search->fault && !suggests) y += draw_fault(ui, *view.search, frame.body.x, y, frame.body.width);
  const Rect line{frame.body.x, y, frame.body.width, std::round(ui.px(kLineHeight))};
  if (suggests)
    draw_suggestions(ui, *view.search, line, intent);
  else
    draw_list_line(ui, view, line, intent);
  y = std::round(line.bottom() + ui.px(8));

  const float tree_width = std::round(std::clamp(frame.body.width * 0.25f, ui.px(164), ui.px(250)));
  const float gap = ui.px(12), height = std::max(1.0f, frame.body.bottom() - y);
  draw_tree(ui, view, {frame.body.x, y, tree_width, height}, intent);
  const float list_x = frame.body.x + tree_width + gap;
  const Rect list{list_x, y, frame.body.right() - list_x, height};
  if (view.list->size() > 0)
    draw_table(ui, view, list, intent);
  else if (view.progress.empty())
    draw_nothing(ui, view, list);

  key_hints(
      ui, frame.hints,
      {{"↑/↓", ui.tr(words::kActChoose)},
       {std::string_view(ui.tr(words::kKeyEnter)), ui.tr(words::kActLibraryOpen), KeyPressed{Key::kEnter}},
       {std::string_view(ui.tr(words::kKeySpace)), ui.tr(words::kActLibraryMark), KeyPressed{Key::kSpace}},
       {"F2", ui.tr(words::kActLibraryActs), KeyPressed{Key::kF2}},
       {"Ctrl+F", ui.tr(words::kActLibrarySearch), KeyPressed{Key::kF, Modifier::kCtrl}},
       {"←", ui.tr(words::kActLibraryTree), KeyPressed{Key::kLeft}},
       {"F1", ui.tr(words::kActKeys), KeyPressed{Key::kF1}}});
  return intent;
}

}  // namespace rehearse
