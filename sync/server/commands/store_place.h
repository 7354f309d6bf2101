// Where the data of a server is, as the person who runs it has said it.
#pragma once

#include <optional>

#include "core/base/result.h"
#include "sync/server/commands/environment.h"
#include "sync/server/store/server_data.h"

namespace rehearse::sync {

/// The PostgreSQL database that was named; nothing where none was. Throws StoreError for what is no address.
std::optional<PostgresAddress> database_of(const Environment& environment);

/// The database, else the data file in the folder, which is made.
DataPlace data_place(const Environment& environment);

/// For commands that work on files alone. Nothing where the data is in one.
std::optional<Error> fault_without_file(const Environment& environment, const Words& instead);

/// Asking a folder without data must not make any. Nothing where the data file is there.
std::optional<Error> fault_without_data(const Environment& environment, const std::filesystem::path& file);

}  // namespace rehearse::sync
