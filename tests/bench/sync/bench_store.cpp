#include "tests/bench/sync/bench_store.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <cstdio>
#include <cstring>

#include "sync/server/store/account_rows.h"
#include "sync/server/store/session_rows.h"

namespace rehearse::bench {
namespace {

constexpr const char* kBytesOfTables =
    "SELECT sum(pg_total_relation_size(c.oid))::bigint FROM pg_class c"
    " WHERE c.relname IN ('op', 'segment', 'segment_device')"
    " AND c.relnamespace = current_schema()::regnamespace";

}  // namespace

bool BenchStore::is_there(StoreKind kind) {
  if (kind == StoreKind::kFile || test::PostgresServer::programs()) return true;
  std::fprintf(stderr, "skipped: over PostgreSQL: its server programs are not installed\n");
  return false;
}

BenchStore::BenchStore(StoreKind kind, std::size_t accounts) {
  if (kind == StoreKind::kFile) {
    place_.file = scratch_ / "server.sqlite";
  } else {
    postgres_.emplace(test::Durability::kFull);
    place_.database = sync::PostgresAddress::parse(postgres_->new_place());
  }
  data_ = std::make_unique<sync::ServerData>(place_);
  data_->commits().run([&](sync::ServerDatabase& database) {
    senders_.clear();
    for (std::size_t i = 0; i < accounts; ++i) {
      sync::SecretHash token{};
      std::memcpy(token.data(), &i, sizeof i);
      const std::int64_t account = sync::add_account(
          database, {0, "learner" + std::to_string(i), "hash", sync::Role::kMember, Instant{}, 0, 0});
      senders_.push_back({account, add_session(database, {0, account, "laptop", Instant{}, 0}, token)});
    }
  });
}

double BenchStore::bytes() { return place_.database ? bytes_of_tables() : bytes_of_file(); }

double BenchStore::bytes_of_tables() {
  sync::PostgresConnection connection(*place_.database);
  connection.execute("VACUUM");
  sync::PostgresQuery row(connection, kBytesOfTables);
  row.step();
  return static_cast<double>(row.integer(0));
}

double BenchStore::bytes_of_file() {
  SQLite::Database file(place_.file.string(), SQLite::OPEN_READWRITE);
  const auto value = [&](const char* pragma) { return file.execAndGet(pragma).getInt64(); };
  return static_cast<double>((value("PRAGMA page_count") - value("PRAGMA freelist_count")) *
                             value("PRAGMA page_size"));
}

}  // namespace rehearse::bench
