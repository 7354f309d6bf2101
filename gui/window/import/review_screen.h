// One file before it is kept: its questions, what was understood of one, and where that stands in the text.
#pragma once

#include "gui/window/import/import_intent.h"
#include "gui/window/import/review_view.h"
#include "gui/window/platform/events.h"
#include "gui/window/ui/ui.h"

namespace rehearse {

ImportIntent review_key(const ReviewView& view, const KeyPressed& press);
enum class Follow { kNo, kYes };
/// Within `area`. With `follow` the selected question and the lit text are brought into sight.
ImportIntent draw_review(Ui& ui, const ReviewView& view, const Rect& area, Follow follow);
/// What is typed instead of a part, over everything else.
ImportIntent draw_correction(Ui& ui, const ReviewField& field, const TextEditor& editor);

}  // namespace rehearse
