// A server's data moved from one store to another: from its file to a PostgreSQL database, and back.
#pragma once

#include "sync/server/store/server_check.h"
#include "sync/server/store/server_data.h"

namespace rehearse::sync {

/// Copies to `to` what it lacks of `from`, and checks all of it there. A copy that was cut short is gone on
/// with. Throws StoreError where `to` holds what `from` does not. Precondition: nobody serves either of them.
ServerCheck migrate_data(const DataPlace& from, const DataPlace& to);

}  // namespace rehearse::sync
