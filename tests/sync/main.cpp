// Every test, with a server's data in files; and then again over PostgreSQL what is said of a server whatever
// holds its data. REHEARSE_TEST_STORE=file or postgresql: one of the two alone.
#define DOCTEST_CONFIG_IMPLEMENT
#include <doctest/doctest.h>

#include <cstdlib>
#include <iostream>
#include <string>

#include "tests/sync/server/postgres_server.h"
#include "tests/sync/server/store_under_test.h"

namespace {

using rehearse::test::PostgresServer;
using rehearse::test::TestedStore;

constexpr const char* kOfPostgresAlone = "sync/server/postgres*";
// Suites that have nothing to do with a store, or look at its files.
constexpr const char* kOfFilesAlone =
    "sync/client*,sync/protocol*,sync/server/front*,sync/server/limiter*,sync/server/segment*,*on files";

}  // namespace

int main(int argc, char** argv) {
  const char* chosen = std::getenv("REHEARSE_TEST_STORE");
  const std::string store = chosen == nullptr ? "" : chosen;
  int failed = 0;
  if (store != "postgresql") {
    doctest::Context context(argc, argv);
    context.addFilter("test-suite-exclude", kOfPostgresAlone);
    failed = context.run();
    if (store == "file" || context.shouldExit()) return failed;
  }
  if (!PostgresServer::programs()) {
    std::cout << "skipped: over PostgreSQL: its server programs are not installed" << std::endl;
    return failed;
  }
  rehearse::test::set_tested_store(TestedStore::kPostgres);
  std::cout << "over PostgreSQL:" << std::endl;
  doctest::Context context(argc, argv);
  context.addFilter("test-suite-exclude", kOfFilesAlone);
  return context.run() + failed;
}
