#include "tests/sync/server/store_under_test.h"

#include "tests/sync/server/postgres_server.h"

namespace rehearse::test {
namespace {

TestedStore tested = TestedStore::kFile;

}  // namespace

TestedStore tested_store() { return tested; }
void set_tested_store(TestedStore store) { tested = store; }

sync::DataPlace new_place(const std::filesystem::path& file) {
  if (tested == TestedStore::kFile) return {file, std::nullopt};
  return {{}, sync::PostgresAddress::parse(postgres_server().new_place())};
}

sync::ServerCheck check(const sync::DataPlace& place) {
  return place.database ? sync::check_server(*place.database) : sync::check_server(place.file);
}

}  // namespace rehearse::test
