// How many pages of the file a connection keeps in memory.
#pragma once

#include "core/store/database.h"

namespace rehearse {

/// 48 MiB where they are needed, instead of 4: ids come in no order, so that whoever takes in a long stream
/// needs all pages of the table of a million ids again and again. Not inside a transaction.
inline void use_roomy_cache(Database& database) { database.execute("PRAGMA cache_size = -49152"); }

/// As it was opened; what is too much is let go at once. Not inside a transaction.
inline void use_usual_cache(Database& database) { database.execute("PRAGMA cache_size = -4096"); }

}  // namespace rehearse
