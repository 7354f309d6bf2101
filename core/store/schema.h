// The tables of a library file, and the steps that bring an older file up to date.
#pragma once

namespace rehearse {

class Database;

/// The schema version this program writes (PRAGMA user_version).
int schema_version();

/// Brings the file up to schema_version() in one transaction, after a backup copy beside it when it held
/// an older version. Throws StoreError for a file written by a newer program, which stays untouched.
void migrate(Database& database);

}  // namespace rehearse
