// What is said when files were imported: one notice for all of them.
#pragma once

#include "gui/window/import/file_import.h"
#include "gui/window/shell/notice.h"

namespace rehearse {

/// Counts, decks, answers brought in, problems with their places, and the files that stayed out with the
/// reason. It is a warning when there is anything to look at, trouble when nothing was imported.
Notice import_notice(const ImportOutcome& outcome);

}  // namespace rehearse
