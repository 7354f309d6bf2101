// What is true of a server's data in PostgreSQL alone: many servers, a database that goes and comes back.
#include <doctest/doctest.h>

#include <algorithm>
#include <atomic>
#include <csignal>
#include <fstream>
#include <set>
#include <thread>

#include "core/store/op.h"
#include "sync/server/store/account_rows.h"
#include "sync/server/store/migration.h"
#include "sync/server/store/postgres/postgres_commits.h"
#include "sync/server/store/postgres/postgres_connection.h"
#include "sync/server/store/postgres/postgres_fault.h"
#include "sync/server/store/sealing.h"
#include "sync/server/store/server_schema.h"
#include "sync/server/store/session_rows.h"
#include "sync/server/store/stream_rows.h"
#include "tests/sync/server/postgres_server.h"
#include "tests/sync/server/running_server.h"
#include "tests/sync/server/server_program.h"

namespace rehearse::test {
namespace {

using sync::PostgresAddress;
using sync::PostgresConnection;
using sync::PostgresQuery;
using sync::ServerData;
using sync::ServerDatabase;

constexpr std::int64_t kRoom = std::int64_t{1} << 30;
constexpr Instant kNow{std::chrono::milliseconds{1'800'000'000'000}};

sync::DataPlace place_in(PostgresServer& server) { return {{}, PostgresAddress::parse(server.new_place())}; }

/// An account with a device.
sync::Sender signed_in(ServerData& data) {
  sync::Sender sender;
  data.commits().run([&](ServerDatabase& database) {
    sender.account = add_account(database, {0, "anna", "hash", sync::Role::kMember, kNow, 0, 0});
    sender.session = add_session(database, {0, sender.account, "laptop", kNow, 0}, sync::SecretHash{});
  });
  return sender;
}

std::size_t push(ServerData& data, const sync::Sender& sender, const std::vector<std::string>& lines) {
  std::vector<sync::PushedOp> ops;
  for (const std::string& line : lines) ops.push_back({op_id(line), line});
  return data.streams().push(sender.account, sender, ops, kNow, kRoom).accepted;
}

/// Reads on behind its cursor, as a device does, and keeps what it met.
class Follower {
 public:
  Follower(ServerData& data, std::int64_t scope) : data_(data), scope_(scope) {}

  void read_on() {
    const auto page = data_.streams().read(scope_, cursor_, 100, kRoom);
    if (!page) ++strange_;
    if (!page) return;
    for (const sync::KeptOp& op : page->ops) {
      if (op.n != cursor_.n + 1) ++strange_;
      cursor_ = behind(cursor_, op.id, op.admitted, sync::author_name(op.author));
      met_.insert(op.line);
    }
  }
  const std::set<std::string>& met() const { return met_; }
  /// Cursors that the stream did not have, and numbers that did not follow.
  int strange() const { return strange_; }

 private:
  ServerData& data_;
  std::int64_t scope_;
  sync::StreamCursor cursor_;
  std::set<std::string> met_;
  int strange_ = 0;
};

/// The server ends the connection as if it had been cut, and has done so when this returns.
void cut(PostgresConnection& other, std::int64_t process) {
  PostgresQuery(other, "SELECT pg_terminate_backend(?1::int)").bind(process).run();
  for (bool is_there = true; is_there;)
    is_there = PostgresQuery(other, "SELECT 1 FROM pg_stat_activity WHERE pid = ?1").bind(process).step();
}

std::int64_t process_of(ServerDatabase& database) {
  sync::Statement row = database.query("SELECT pg_backend_pid()");
  row.step();
  return row.integer(0);
}

}  // namespace

TEST_SUITE("sync/server/postgres") {
  TEST_CASE("three servers that push into one stream at once lose nothing and number without gaps") {
    const sync::DataPlace place = place_in(postgres_server());
    std::vector<std::unique_ptr<ServerData>> servers;
    for (int i = 0; i < 3; ++i) servers.push_back(std::make_unique<ServerData>(place));
    const sync::Sender anna = signed_in(*servers[0]);
    std::atomic<int> at_work{9};
    std::vector<std::thread> threads;
    for (int t = 0; t < 9; ++t)
      threads.emplace_back([&, t] {
        for (int i = 0; i < 30; ++i)
          push(*servers[static_cast<std::size_t>(t % 3)], anna,
               {"own " + std::to_string(t * 100 + i), "shared " + std::to_string(i)});
        --at_work;
      });
    Follower follower(*servers[2], anna.account);
    while (at_work > 0) follower.read_on();
    for (std::thread& thread : threads) thread.join();
    for (int page = 0; page < 4; ++page) follower.read_on();
    CHECK(follower.strange() == 0);
    CHECK(follower.met().size() == 9 * 30 + 30);
    const sync::ServerCheck checked = check(place);
    CHECK(checked.faults.empty());
    CHECK(checked.ops == 9 * 30 + 30);
  }

  TEST_CASE("servers that start together bring one database up to date") {
    const sync::DataPlace place = place_in(postgres_server());
    std::atomic<int> started{0};
    std::vector<std::thread> threads;
    for (int i = 0; i < 8; ++i)
      threads.emplace_back([&] {
        ServerData data(place);
        data.commits().run([](ServerDatabase& database) { sync::has_accounts(database); });
        ++started;
      });
    for (std::thread& thread : threads) thread.join();
    CHECK(started == 8);
  }

  TEST_CASE("a database that a newer server has written is refused in words") {
    const sync::DataPlace place = place_in(postgres_server());
    { ServerData data(place); }
    PostgresConnection(*place.database).execute("UPDATE schema_version SET steps = 1000");
    CHECK_THROWS_WITH(ServerData{place}, doctest::Contains("a newer rehearse-sync"));
  }

  TEST_CASE("a server that runs goes on when a newer one has brought the tables up to date") {
    const sync::DataPlace place = place_in(postgres_server());
    ServerData older(place);
    const sync::Sender anna = signed_in(older);
    // A step that adds something: what a newer version does to tables that an older one still uses.
    PostgresConnection(*place.database)
        .execute("ALTER TABLE op ADD COLUMN new BIGINT; UPDATE schema_version SET steps = steps + 1");
    CHECK(push(older, anna, {"a"}) == 1);
    CHECK(older.streams().end(anna.account).n == 1);
  }

  TEST_CASE("every table that grows with use begins with its scope and so does each unique index of it") {
    const sync::DataPlace place = place_in(postgres_server());
    { ServerData data(place); }
    // Looked up by what is asked for, and small: one row for each account, device and invite.
    const std::set<std::string> look_ups{"account", "session", "invite", "group_invite", "schema_version"};
    PostgresConnection connection(*place.database);
    std::set<std::string> tables;
    PostgresQuery column(connection,
                         "SELECT c.relname::text, a.attname::text FROM pg_class c"
                         " JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = 1"
                         " WHERE c.relkind = 'r' AND c.relnamespace = current_schema()::regnamespace");
    while (column.step())
      if (!look_ups.contains(std::string(column.bytes(0)))) {
        tables.insert(std::string(column.bytes(0)));
        CHECK(column.bytes(1) == "scope_id");
      }
    CHECK(tables == std::set<std::string>{"member", "membership", "op", "scope", "segment", "segment_device",
                                          "study_group"});
    int indexes = 0;
    PostgresQuery index(connection,
                        "SELECT t.relname::text, a.attname::text FROM pg_index i"
                        " JOIN pg_class t ON t.oid = i.indrelid"
                        " JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = i.indkey[0]"
                        " WHERE i.indisunique AND t.relnamespace = current_schema()::regnamespace");
    while (index.step()) {
      if (!tables.contains(std::string(index.bytes(0)))) continue;
      ++indexes;
      CHECK(index.bytes(1) == "scope_id");
    }
    CHECK(indexes == 8);
  }

  TEST_CASE("a database that is killed gives errors and is used again when it is back") {
    PostgresServer postgres;
    ServerData data(place_in(postgres));
    const sync::Sender anna = signed_in(data);
    CHECK(push(data, anna, {"a"}) == 1);
    postgres.kill();
    CHECK_THROWS_AS(push(data, anna, {"b"}), StoreError);
    CHECK_THROWS_AS(data.streams().end(anna.account), StoreError);
    postgres.start();
    CHECK(push(data, anna, {"b"}) == 1);
    CHECK(data.streams().end(anna.account).n == 2);
  }

  TEST_CASE(
      "clients are told to come again while the database is away and what they send again is kept once") {
    RunningServer server;
    const Person anna = server.sign_up("anna");
    REQUIRE(server.sync(anna, {some_op(1)}));
    postgres_server().kill();
    const std::string body =
        sync::write_request({server.now(), "test/1", 5000, {{sync::kOwnScope, {}, true, {some_op(2)}}}});
    const ClientReply away = server.sync_body(anna, body);
    CHECK(away.status == 503);
    CHECK(away.headers.contains("retry-after"));
    CHECK(server.call({"GET", "/healthz"}).status == 200);
    CHECK(server.call({"GET", "/readyz"}).status == 503);
    postgres_server().start();
    CHECK(server.sync_body(anna, body).status == 200);
    CHECK(server.sync_body(anna, body).status == 200);
    CHECK(server.ops_of(anna) == 2);
    CHECK(server.check().faults.empty());
  }

  TEST_CASE("devices that push through a crash of the database and send again lose nothing") {
    PostgresServer postgres;
    const sync::DataPlace place = place_in(postgres);
    ServerData data(place);
    const sync::Sender anna = signed_in(data);
    std::atomic<int> acknowledged{0};
    std::vector<std::thread> threads;
    for (int t = 0; t < 4; ++t)
      threads.emplace_back([&, t] {
        for (int i = 0; i < 100;) {
          try {
            i += static_cast<int>(push(data, anna, {std::to_string(t) + " " + std::to_string(i)}));
            ++acknowledged;
          } catch (const StoreError&) {
            std::this_thread::yield();  // the same again
          }
        }
      });
    for (const int crash_at : {50, 150, 250}) {
      while (acknowledged < crash_at) std::this_thread::yield();
      postgres.kill();
      postgres.start();
    }
    for (std::thread& thread : threads) thread.join();
    const sync::ServerCheck checked = check(place);
    CHECK(checked.faults.empty());
    CHECK(checked.ops == 400);
  }

  TEST_CASE("work whose connection is cut before its commit is done again on another one") {
    const sync::DataPlace place = place_in(postgres_server());
    ServerData data(place);
    PostgresConnection other(*place.database);
    int runs = 0;
    data.commits().run([&](ServerDatabase& database) {
      if (++runs == 1) cut(other, process_of(database));
      add_account(database, {0, "anna", "hash", sync::Role::kMember, kNow, 0, 0});
    });
    CHECK(runs == 2);
    CHECK(check(place).accounts == 1);
  }

  TEST_CASE("a connection that breaks in the commit leaves it unknown and that is said") {
    const sync::DataPlace place = place_in(postgres_server());
    ServerData data(place);
    PostgresConnection other(*place.database);
    int runs = 0;
    const auto cut_at_the_end = [&](ServerDatabase& database) {
      ++runs;
      add_account(database, {0, "anna", "hash", sync::Role::kMember, kNow, 0, 0});
      cut(other, process_of(database));
    };
    CHECK_THROWS_AS(data.commits().run(cut_at_the_end), sync::CommitUnknown);
    CHECK(runs == 1);
  }

  TEST_CASE("a connection on which the database falls silent is given up and the work done on another one") {
    const sync::DataPlace place = place_in(postgres_server());
    { ServerData data(place); }
    sync::PostgresLimits limits;
    limits.silence = std::chrono::seconds{2};
    sync::PostgresPool pool(*place.database, limits);
    sync::PostgresCommits commits(pool);
    std::vector<pid_t> processes;
    commits.run([&](ServerDatabase& database) {
      processes.push_back(static_cast<pid_t>(process_of(database)));
      if (processes.size() == 1) ::kill(processes.front(), SIGSTOP);
      add_account(database, {0, "anna", "hash", sync::Role::kMember, kNow, 0, 0});
    });
    ::kill(processes.front(), SIGCONT);
    CHECK(processes.size() == 2);
    CHECK(check(place).accounts == 1);
  }

  TEST_CASE("who finds all connections in use is told so and does not wait for ever") {
    const sync::DataPlace place = place_in(postgres_server());
    sync::PostgresLimits limits;
    limits.connections = 1;
    limits.wait = std::chrono::milliseconds{10};
    sync::PostgresPool pool(*place.database, limits);
    {
      const sync::PostgresPool::Lease all(pool);
      CHECK_THROWS_WITH_AS(sync::PostgresPool::Lease{pool}, doctest::Contains("all connections are in use"),
                           sync::PostgresFault);
    }
    CHECK_NOTHROW(sync::PostgresPool::Lease{pool});
  }

  TEST_CASE("of several servers in an address it is the one that takes writes") {
    PostgresServer primary, replica(PostgresServer::ReplicaOf{primary});
    const std::string both = "postgresql://rehearse@/postgres?host=" + replica.host() + ',' + primary.host();
    ServerData data({{}, PostgresAddress::parse(both)});
    const sync::Sender anna = signed_in(data);
    CHECK(push(data, anna, {"a"}) == 1);
    CHECK_THROWS_WITH_AS(PostgresConnection{*PostgresAddress::parse(replica.address())},
                         doctest::Contains("read-only"), sync::PostgresFault);
    CHECK_NOTHROW(
        PostgresConnection{*PostgresAddress::parse(replica.address() + "&target_session_attrs=any")});
    replica.catch_up(primary);
    primary.kill();
    CHECK_THROWS_AS(push(data, anna, {"b"}), StoreError);
    replica.promote();
    CHECK(push(data, anna, {"b"}) == 1);
    CHECK(data.streams().end(anna.account).n == 2);
  }

  TEST_CASE("work that looked at rows which others changed meanwhile is done again") {
    ServerData data(place_in(postgres_server()));
    std::atomic<int> made{0};
    std::vector<std::thread> threads;
    for (int t = 0; t < 8; ++t)
      threads.emplace_back([&, t] {
        data.commits().run([&](ServerDatabase& database) {
          // As many accounts as there may be, by the look of it.
          if (list_accounts(database).size() < 3)
            add_account(database, {0, "user" + std::to_string(t), "hash", sync::Role::kMember, kNow, 0, 0});
        });
        ++made;
      });
    for (std::thread& thread : threads) thread.join();
    CHECK(made == 8);
    data.commits().run([](ServerDatabase& database) { CHECK(list_accounts(database).size() == 3); });
  }

  TEST_CASE("data moves from a file to a database and back and is the same at the end") {
    Scratch scratch;
    const sync::DataPlace file{scratch / "a.sqlite", std::nullopt}, back{scratch / "b.sqlite", std::nullopt},
        database = place_in(postgres_server());
    sync::Sender anna;
    sync::StreamCursor end;
    {
      ServerData data(file);
      anna = signed_in(data);
      for (int i = 0; i < 30; ++i) {
        std::vector<std::string> lines;
        for (int k = 0; k < 100; ++k) lines.push_back("line " + std::to_string(i * 100 + k));
        push(data, anna, lines);
      }
      end = data.streams().end(anna.account);
      // A number that was given is not given again, though nobody has it now.
      data.commits().run([](ServerDatabase& rows) {
        sync::delete_rows(rows, add_account(rows, {0, "gone", "", sync::Role::kMember, kNow, 0, 0}), 1);
      });
    }
    for (const auto& [from, to] : {std::pair(file, database), std::pair(database, back)}) {
      CHECK(sync::migrate_data(from, to).ops == 3000);
      CHECK(sync::migrate_data(from, to).faults.empty());  // once more changes nothing
      ServerData moved(to);
      CHECK(moved.streams().end(anna.account) == end);
    }
    for (const auto& place : {database, back}) {
      ServerData moved(place);
      CHECK(push(moved, anna, {"line 1", "another"}) == 2);
      CHECK(moved.streams().end(anna.account).n == 3001);
      moved.commits().run([](ServerDatabase& rows) {
        CHECK(add_account(rows, {0, "bert", "", sync::Role::kMember, kNow, 0, 0}) == 3);
      });
    }
  }

  TEST_CASE("sealed streams move as they are and what was moved before they were sealed is gone on with") {
    Scratch scratch;
    const sync::DataPlace file{scratch / "a.sqlite", std::nullopt}, back{scratch / "b.sqlite", std::nullopt},
        database = place_in(postgres_server());
    std::vector<std::string> lines;
    for (int i = 0; i < 1'300; ++i) lines.push_back("line " + std::to_string(i));
    sync::Sender anna;
    {
      ServerData data(file);
      anna = signed_in(data);
      push(data, anna, {lines.begin(), lines.begin() + 500});
    }
    sync::migrate_data(file, database);
    const auto seal = [](ServerData& data) {
      sync::SealingPass pass(data.source(), data.commits(), kNow + std::chrono::hours{1},
                             std::chrono::days{0});
      while (pass.step()) {
      }
      return pass.counts().segments;
    };
    const auto read = [&](const sync::DataPlace& place) {
      ServerData data(place);
      const auto page = data.streams().read(anna.account, {}, 10'000, kRoom);
      std::vector<std::string> all;
      for (const sync::KeptOp& op : page->ops)
        all.push_back(op.line + " " + std::to_string(op.admitted.time_since_epoch().count()) + " " +
                      std::to_string(op.pushed_by));
      return all;
    };
    {
      ServerData data(file);
      push(data, anna, {lines.begin() + 500, lines.begin() + 1'290});
      CHECK(seal(data) == 2);
      push(data, anna, {lines.begin() + 1'290, lines.end()});
    }
    // The database has half of the first segment as rows.
    CHECK(sync::migrate_data(file, database).ops == 1'300);
    CHECK(read(database) == read(file));
    {
      ServerData data(database);
      CHECK(seal(data) == 2);
      CHECK(push(data, anna, lines) == 1'300);
    }
    const sync::ServerCheck returned = sync::migrate_data(database, back);
    CHECK(returned.ops == 1'300);
    CHECK(returned.faults.empty());
    CHECK(read(back) == read(file));
    Database rows(back.file, sync::server_format());
    Query count = rows.query("SELECT (SELECT count(*) FROM segment), (SELECT count(*) FROM op)");
    REQUIRE(count.step());
    CHECK(count.integer(0) == 2);
    CHECK(count.integer(1) == 0);
  }

  TEST_CASE("a database of the version before gets the tables and keeps what it has") {
    const sync::DataPlace place = place_in(postgres_server());
    {
      ServerData data(place);
      push(data, signed_in(data), {"a", "b"});
    }
    PostgresConnection(*place.database)
        .execute("DROP TABLE segment; DROP TABLE segment_device; UPDATE schema_version SET steps = 1");
    ServerData data(place);
    CHECK(data.streams().read(1, {}, 10, kRoom)->ops.size() == 2);
    CHECK(check(place).faults.empty());
  }

  TEST_CASE("a move that was cut short is gone on with and other data is never mixed in") {
    Scratch scratch;
    const sync::DataPlace file{scratch / "a.sqlite", std::nullopt}, other{scratch / "b.sqlite", std::nullopt},
        database = place_in(postgres_server());
    const auto fill = [](const sync::DataPlace& place, const std::string& word) {
      ServerData data(place);
      const sync::Sender anna = signed_in(data);
      for (int i = 0; i < 20; ++i) push(data, anna, {word + std::to_string(i)});
    };
    fill(file, "a");
    fill(other, "b");
    sync::migrate_data(file, database);
    // As it stood in the middle.
    PostgresConnection rows(*database.database);
    rows.execute(
        "DELETE FROM op WHERE n > 7; UPDATE scope SET n = 7, chain = (SELECT chain FROM op WHERE n = 7)");
    rows.execute(
        "UPDATE scope SET bytes = (SELECT sum(length(line)) FROM op),"
        " admitted_ms = (SELECT max(admitted_ms) FROM op)");
    const sync::ServerCheck moved = sync::migrate_data(file, database);
    CHECK(moved.ops == 20);
    CHECK(moved.faults.empty());
    CHECK_THROWS_WITH(sync::migrate_data(other, database), doctest::Contains("holds other data"));
    CHECK(check(database).ops == 20);
    CHECK(check(database).faults.empty());
    rows.execute("DELETE FROM op WHERE n = 20");
    const sync::DataPlace empty{scratch / "c.sqlite", std::nullopt};
    CHECK_THROWS_WITH(sync::migrate_data(database, empty), doctest::Contains("damaged"));
  }

  TEST_CASE("what a file has and a database has not is said with what takes its place") {
    Scratch scratch;
    const std::string url = postgres_server().new_place();
    std::ofstream(scratch / "store") << url << '\n';
    const std::vector<std::string> database{"--store-file", scratch / "store"};
    const auto run = [&](std::vector<std::string> arguments, const std::string& locale = "C") {
      arguments.insert(arguments.begin(), database.begin(), database.end());
      ProgramOptions options;
      options.variables = {"LC_ALL=" + locale};
      return run_program(arguments, options);
    };
    CHECK(run({"check"}).exit_code == 1);  // nothing is there, and nothing was made
    {
      ServingProgram server(scratch / "data", scratch / "log", {},
                            {{}, {"REHEARSE_SYNC_STORE=" + url}, {}, {}});
    }
    CHECK(run({"check"}).exit_code == 0);
    CHECK_FALSE(std::filesystem::exists(scratch / "data"));
    CHECK(run({"backup", "copy"}).err.find("use pg_dump") != std::string::npos);
    CHECK(run({"restore", "copy"}).err.find("use pg_restore") != std::string::npos);
    CHECK(run({"backup", "copy"}, "zh_CN.UTF-8").err.find("请使用 pg_dump") != std::string::npos);
    CHECK(run({"migrate", "--from", url, "--to", scratch / "folder"}).exit_code == 0);
    CHECK(std::filesystem::exists(scratch / "folder" / "server.sqlite"));
    for (const char* wrong : {"postgresql://anna:secret@/x?no_such_option=1", "mysql://anna:secret@/x"}) {
      const ProgramOutcome refused = run_program({"--store", wrong, "user", "list"});
      CHECK(refused.exit_code == 1);
      CHECK(refused.err.find("secret") == std::string::npos);
    }
  }

  TEST_CASE("a row that was changed behind its back is found out by check") {
    const sync::DataPlace place = place_in(postgres_server());
    ServerData data(place);
    push(data, signed_in(data), {"a", "b", "c"});
    CHECK(check(place).faults.empty());
    PostgresConnection rows(*place.database);
    rows.execute("UPDATE op SET line = 'x' WHERE n = 2");
    CHECK(check(place).faults.at(0).english.find("op 2 is not what its id says") != std::string::npos);
    rows.execute("DELETE FROM op WHERE n = 2");
    CHECK(check(place).faults.at(0).english.find("an op is missing before 3") != std::string::npos);
  }

  TEST_CASE("a database is named without its password") {
    const auto address = PostgresAddress::parse("postgresql://anna:secret@db.example.org:5433/rehearse");
    REQUIRE(address);
    CHECK(address->shown() == "PostgreSQL rehearse @ db.example.org");
    const auto several = PostgresAddress::parse("postgresql://anna:secret@one:5432,two:5433/rehearse");
    REQUIRE(several);
    CHECK(several->shown() == "PostgreSQL rehearse @ one,two");
    CHECK(PostgresAddress::parse("postgres:///rehearse"));
    for (const char* none : {"", "rehearse", "mysql://db/rehearse", "dbname=rehearse",
                             "postgresql://db/rehearse?no_such_option=1", "postgresql://%zz@db/rehearse"})
      CHECK_FALSE(PostgresAddress::parse(none));
  }
}

}  // namespace rehearse::test
