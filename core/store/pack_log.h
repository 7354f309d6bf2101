// The part of step 6 of the schema that SQL cannot do.
#pragma once

namespace rehearse {

class Database;

/// Moves the lines out of the table `text_op` into `op`, packed, and drops it. Inside the transaction of the
/// migration.
void pack_log(Database& database);

}  // namespace rehearse
