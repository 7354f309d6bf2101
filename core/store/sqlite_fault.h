// What SQLite reports, in words that say what to do, and whether the file itself is at fault.
#pragma once

#include "core/base/store_error.h"
#include "core/store/database.h"

namespace rehearse {

/// Throws StoreError: the file's name, and `why`.
[[noreturn]] void throw_about(const NamedFile& file, const Words& why, StoreFault fault);

/// The same for an error code of SQLite, and its message where there are no better words. Right after the
/// call that failed: sqlite3_system_errno() knows nothing of a commit, so errno must say it.
[[noreturn]] void throw_about(const NamedFile& file, int code, const char* message);

}  // namespace rehearse
