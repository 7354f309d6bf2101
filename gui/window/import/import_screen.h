// What was read of dropped files, before it becomes cards.
#pragma once

#include "gui/window/import/import_intent.h"
#include "gui/window/import/import_view.h"
#include "gui/window/import/review_screen.h"
#include "gui/window/platform/events.h"
#include "gui/window/ui/scroll_wish.h"
#include "gui/window/ui/ui.h"

namespace rehearse {

ImportIntent import_key(const ImportView& view, const KeyPressed& press);
ImportIntent draw_import(Ui& ui, const ImportView& view, const ScrollWish& scroll);
/// One of them beside its text, with the same buttons.
ImportIntent draw_import_review(Ui& ui, const ImportView& view, std::size_t file, const ReviewView& review,
                                Follow follow);

}  // namespace rehearse
