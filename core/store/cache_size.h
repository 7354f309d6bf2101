// What a connection keeps in memory, and how long pages wait before they are put in their place.
#pragma once

#include "core/store/database.h"

namespace rehearse {

/// For who takes in a long stream: ids come in no order, so that all pages of the table of a million ids are
/// needed again and again. 48 MiB of pages where they are needed, instead of 4; and as much is written before
/// pages are put in their place in the file, each once, instead of 4. Not inside a transaction.
inline void use_roomy_cache(Database& database) {
  database.execute("PRAGMA cache_size = -49152; PRAGMA wal_autocheckpoint = 12000");
}

/// As it was opened; what is too much is let go at once. Not inside a transaction.
inline void use_usual_cache(Database& database) {
  database.execute("PRAGMA cache_size = -4096; PRAGMA wal_autocheckpoint = 1000");
}

}  // namespace rehearse
