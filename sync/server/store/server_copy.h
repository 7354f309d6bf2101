// Backups of a server's data, and the way back.
#pragma once

#include <filesystem>

#include "sync/server/store/server_check.h"

namespace rehearse::sync {

/// Writes what the file holds now to `copy`, while the server runs, and checks what was written. Throws
/// StoreError; then there is no `copy`.
ServerCheck back_up_server(const std::filesystem::path& file, const std::filesystem::path& copy);

struct RestoredServer {
  ServerCheck check;
  std::filesystem::path before;  // what was there until now; empty when nothing was
};

/// Puts `copy` in the place of `file`. What was there stays beside it, as FILE.before-restore with a number.
/// Throws StoreError, and then nothing has changed: `copy` is no sound backup, or cannot be written.
/// Precondition: nobody has `file` open.
RestoredServer restore_server(const std::filesystem::path& copy, const std::filesystem::path& file);

}  // namespace rehearse::sync
