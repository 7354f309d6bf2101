// All tables but those of the streams, as they are copied from one store to another.
#pragma once

#include "sync/server/store/server_database.h"

namespace rehearse::sync {

/// Adds the rows that `to` lacks; false where it holds others, and then it must be rolled back.
bool copy_small_tables(ServerDatabase& from, ServerDatabase& to);

/// A number that was given in `from`, and was deleted since, is not given in `to` either.
void keep_counting(ServerDatabase& from, ServerDatabase& to);

}  // namespace rehearse::sync
