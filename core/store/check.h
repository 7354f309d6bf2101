// Is the file sound, and do the projections say what the log says?
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "core/store/content.h"
#include "core/store/memory.h"

namespace rehearse {

/// Empties the projections and folds them from the log again. Must run inside a transaction.
void rebuild_projections(const OpLog& log, Content& content, Memory& memory);

/// The same when a new version of the program has other tables than the one that wrote the file.
void rebuild_if_wanted(Database& database, const OpLog& log, Content& content, Memory& memory);

/// The faults that show without working anything out again: broken pages, and lines of the log whose bytes
/// have changed. One line each. `is_cancelled` is asked at each line of the log.
std::vector<std::string> check_log(Database& database, const OpLog& log,
                                   const std::function<bool()>& is_cancelled);

/// One line per fault; empty when all is well. Rebuilds inside a transaction that is rolled back.
std::vector<std::string> check_library(Database& database, const OpLog& log, Content& content,
                                       Memory& memory);

}  // namespace rehearse
