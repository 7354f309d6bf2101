// A server's data without a server: accounts with a device each, in a file or in a PostgreSQL of its own.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "sync/server/store/server_data.h"
#include "tests/scratch.h"
#include "tests/sync/server/postgres_server.h"

namespace rehearse::bench {

enum class StoreKind { kFile, kPostgres };

class BenchStore {
 public:
  /// False, and says so, where PostgreSQL's server programs are not installed.
  static bool is_there(StoreKind kind);

  /// Everything that is committed is on the disk. Precondition: it is there.
  BenchStore(StoreKind kind, std::size_t accounts);

  sync::ServerData& data() { return *data_; }
  const std::vector<sync::Sender>& senders() const { return senders_; }
  const sync::DataPlace& place() const { return place_; }
  /// What ops take, whether as rows or sealed: tables and indexes; of a file all of it, without what is free.
  double bytes();

 private:
  double bytes_of_file();
  double bytes_of_tables();

  test::Scratch scratch_;
  std::optional<test::PostgresServer> postgres_;
  sync::DataPlace place_;
  std::unique_ptr<sync::ServerData> data_;
  std::vector<sync::Sender> senders_;
};

}  // namespace rehearse::bench
