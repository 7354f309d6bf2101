// The tables of a library file, and the steps that bring an older file up to date.
#pragma once

#include <span>

namespace rehearse {

class Database;

/// The schema version this program writes (PRAGMA user_version).
int schema_version();

/// Throws StoreError for a file written by a newer program or by another one. Writes nothing.
void refuse_foreign(Database& database);

/// Takes the steps that the file lacks in one transaction, after a backup copy beside it when it had taken
/// some before: <file>.version-<steps taken>. A step that fails leaves the file as it was.
void migrate(Database& database);
void migrate(Database& database, std::span<const char* const> steps);

}  // namespace rehearse
