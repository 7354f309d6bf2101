// What the import preview says of one file, and of those that stay out. Each draws text from `y` down, in the
// width of `area`, and returns where it ends.
#pragma once

#include <vector>

#include "gui/window/import/import_view.h"
#include "gui/window/ui/ui.h"

namespace rehearse {

/// Its decks, what importing would do, what was unsure, the first questions with what answers them.
float draw_file(Ui& ui, const ReadFileView& file, std::size_t most_questions, const Rect& area, float y);

/// Their names and why. Precondition: each has a failure.
float draw_failures(Ui& ui, const std::vector<const ReadFileView*>& files, const Rect& area, float y);

}  // namespace rehearse
