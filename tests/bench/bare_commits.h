// Commits of one row on this disk: no program can store an answer faster.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <filesystem>
#include <vector>

#include "tests/bench/bench.h"

namespace rehearse::bench {

class BareCommits {
 public:
  explicit BareCommits(const std::filesystem::path& file)
      : database_(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE) {
    database_.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE row (x TEXT)");
  }

  double one_ms() {
    return median_ms(1, [&] { database_.exec("INSERT INTO row VALUES ('one answer')"); });
  }
  std::vector<double> many_ms(int runs) {
    std::vector<double> times;
    for (int i = 0; i < runs; ++i) times.push_back(one_ms());
    return times;
  }

 private:
  SQLite::Database database_;
};

}  // namespace rehearse::bench
