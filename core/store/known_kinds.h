// A part of steps of the schema that SQL cannot do.
#pragma once

namespace rehearse {

class Database;

/// Ops of a kind that an older program did not know stand in the log as `other`: those that this one knows
/// get the kind and the target that its row has for them. Where there are any, the projections are
/// rebuilt. Inside the transaction of the migration.
void know_kinds(Database& database);

/// The same, and notes in `import_part` what came with which import, where any import is known now.
void know_imports(Database& database);

}  // namespace rehearse
