// Which store the tests of the server run over: its files first, then all of them again over PostgreSQL.
#pragma once

#include <filesystem>

#include "sync/server/store/server_check.h"
#include "sync/server/store/server_data.h"

namespace rehearse::test {

enum class TestedStore { kFile, kPostgres };
TestedStore tested_store();
void set_tested_store(TestedStore store);

/// An empty place of its own: the file, or one in the process's PostgreSQL server.
sync::DataPlace new_place(const std::filesystem::path& file);

sync::ServerCheck check(const sync::DataPlace& place);

}  // namespace rehearse::test
