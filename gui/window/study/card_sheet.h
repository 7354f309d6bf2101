// What lies over a card on demand: what else can be done with it, and why it is asked.
#pragma once

#include <cstddef>

#include "core/base/words.h"
#include "gui/window/study/study_intent.h"
#include "gui/window/ui/ui.h"

namespace rehearse {

struct CardMenuView {
  int flag = 0;
  bool can_write_example = false;  // the answer is shown
  std::size_t selected = 0;        // of the entries
};

/// Why the card is asked.
struct ReasonView {
  Words reason;
};

/// Up and down select an entry, Enter does it; digits choose a flag, 0 none; the keys of the entries work
/// here too.
StudyIntent card_menu_key(const CardMenuView& view, const KeyPressed& press);
StudyIntent draw_card_menu(Ui& ui, const CardMenuView& view);

StudyIntent reason_key(const KeyPressed& press);
StudyIntent draw_reason(Ui& ui, const ReasonView& view);

}  // namespace rehearse
