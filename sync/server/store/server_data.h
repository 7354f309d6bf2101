// A server's data, open: what changes it, what holds its streams, and where it is read from.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <variant>

#include "sync/server/store/commit_queue.h"
#include "sync/server/store/postgres/postgres_address.h"
#include "sync/server/store/postgres/postgres_stream_store.h"
#include "sync/server/store/sqlite_stream_store.h"

namespace rehearse::sync {

/// A file, which is made when it is not there; or, where one is named, a PostgreSQL database.
struct DataPlace {
  std::filesystem::path file;
  std::optional<PostgresAddress> database;
};

class ServerData {
 public:
  /// Brings its schema up to date. Throws StoreError.
  explicit ServerData(const DataPlace& place);

  Commits& commits() { return *commits_; }
  StreamStore& streams() { return *streams_; }
  const DataSource& source() const { return source_; }

 private:
  struct OnFile {
    explicit OnFile(const std::filesystem::path& file)
        : writer(file), streams(file, writer, Senders::kSignedIn) {}
    CommitQueue writer;
    SqliteStreamStore streams;
  };
  struct OnPostgres {
    explicit OnPostgres(const PostgresAddress& address)
        : pool(address), writer(pool), streams(pool, writer) {}
    PostgresPool pool;
    PostgresCommits writer;
    PostgresStreamStore streams;
  };

  void use_file(const std::filesystem::path& file);
  void use_postgres(const PostgresAddress& address);

  std::variant<std::unique_ptr<OnFile>, std::unique_ptr<OnPostgres>> holder_;
  DataSource source_;
  Commits* commits_ = nullptr;
  StreamStore* streams_ = nullptr;
};

}  // namespace rehearse::sync
