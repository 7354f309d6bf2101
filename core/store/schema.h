// The tables of a library file, and the steps that bring an older file up to date.
#pragma once

#include <span>

#include "core/base/words.h"

namespace rehearse {

class Database;

struct SchemaStep {
  const char* sql;
  /// What SQL cannot do, after it and in the same transaction; often nothing.
  void (*upgrade)(Database& database) = nullptr;
};

/// The steps from an empty file to the version this program writes, in turn.
std::span<const SchemaStep> schema_steps();
/// Their number: PRAGMA user_version of an up-to-date file.
int schema_version();

/// What a file holds: a library, or what a server keeps.
struct FileFormat {
  Words name;  // for errors: "library"
  std::span<const SchemaStep> steps;
};

const FileFormat& library_format();

/// Throws StoreError for a file written by a newer program or by another one. Writes nothing.
void refuse_foreign(Database& database);

/// Takes the steps that the file lacks in one transaction, after a backup copy beside it when it had taken
/// some before: <file>.version-<steps taken>. A step that fails leaves the file as it was.
void migrate(Database& database);
void migrate(Database& database, std::span<const SchemaStep> steps);

}  // namespace rehearse
