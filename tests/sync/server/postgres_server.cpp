#include "tests/sync/server/postgres_server.h"

#include <fcntl.h>
#include <libpq-fe.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <fstream>
#include <stdexcept>
#include <thread>

#include "sync/server/store/postgres/postgres_connection.h"
#include "tests/sync/server/plain_user.h"

namespace rehearse::test {
namespace {

namespace fs = std::filesystem;

constexpr int kOldest = 15;
constexpr std::chrono::seconds kLongestStart{60};
// Nothing tells of what is waited for here: between two looks.
constexpr std::chrono::milliseconds kBetweenLooks{5};

using sync::PostgresAddress, sync::PostgresConnection, sync::PostgresQuery;

/// Also one that may only be read.
PostgresAddress in(const PostgresServer& server) {
  return *PostgresAddress::parse(server.address() + "&target_session_attrs=any");
}

int version_in(const fs::path& folder) { return std::atoi(folder.filename().c_str()); }

int wait_for(pid_t process) {
  int status = 0;
  ::waitpid(process, &status, 0);
  return status;
}

}  // namespace

std::optional<fs::path> PostgresServer::programs() {
  std::error_code ignored;
  std::optional<fs::path> newest;
  // Debian has a folder for each version.
  for (const auto& entry : fs::directory_iterator("/usr/lib/postgresql", ignored))
    if (version_in(entry) >= kOldest && fs::exists(entry / fs::path("bin/initdb")) &&
        (!newest || version_in(entry) > version_in(newest->parent_path())))
      newest = entry / fs::path("bin");
  return newest;
}

PostgresServer::PostgresServer(Durability durability) : durability_(durability) {
  if (!has_plain_user()) throw std::runtime_error("no user for PostgreSQL");
  give_to_plain_user(scratch_.folder());
  run_to_end("initdb", {"--pgdata", scratch_ / "data", "--no-sync", "--auth=trust", "--username=rehearse",
                        "--no-locale", "--encoding=UTF8"});
  start();
}

PostgresServer::PostgresServer(ReplicaOf of) {
  give_to_plain_user(scratch_.folder());
  run_to_end("pg_basebackup", {"--pgdata", scratch_ / "data", "--no-sync", "--checkpoint=fast",
                               "--write-recovery-conf", "--dbname", of.primary.address()});
  start();
}

PostgresServer::~PostgresServer() { kill(); }

pid_t PostgresServer::run(const std::string& program, const std::vector<std::string>& arguments) const {
  std::vector<std::string> words{(*programs() / program).string()};
  words.insert(words.end(), arguments.begin(), arguments.end());
  std::vector<char*> pointers;
  for (std::string& word : words) pointers.push_back(word.data());
  pointers.push_back(nullptr);
  static_cast<void>(has_plain_user());  // looked up before the fork
  const std::string folder = scratch_.folder();
  const pid_t process = ::fork();
  if (process < 0) throw std::runtime_error("fork");
  if (process > 0) return process;
  become_plain_user();
  ::prctl(PR_SET_PDEATHSIG, SIGQUIT);  // its own children end with it
  const int log = ::open((folder + "/log").c_str(), O_WRONLY | O_CREAT | O_APPEND, S_IRUSR | S_IWUSR);
  ::dup2(log, STDOUT_FILENO);
  ::dup2(log, STDERR_FILENO);
  if (::chdir(folder.c_str()) != 0) ::_exit(126);
  ::execv(pointers[0], pointers.data());
  ::_exit(127);
}

void PostgresServer::run_to_end(const std::string& program, const std::vector<std::string>& arguments) const {
  if (wait_for(run(program, arguments)) != 0) throw std::runtime_error(program + " failed");
}

void PostgresServer::start() {
  const std::string is_durable = durability_ == Durability::kFull ? "on" : "off";
  const auto begin = std::chrono::steady_clock::now();
  process_ = -1;
  while (PQping(address().c_str()) != PQPING_OK) {
    int status = 0;
    // It does not start while processes of one that was killed are still there.
    if (process_ > 0 && ::waitpid(process_, &status, WNOHANG) == process_) process_ = -1;
    if (std::chrono::steady_clock::now() - begin > kLongestStart)
      throw std::runtime_error("PostgreSQL does not start");
    // What would make it outlive a loss of power costs the tests time, and they cut no power.
    if (process_ <= 0)
      process_ = run("postgres", {"-D", scratch_ / "data", "-k", scratch_.folder(), "-c",
                                  "listen_addresses=", "-c", "fsync=" + is_durable, "-c",
                                  "full_page_writes=" + is_durable, "-c", "max_connections=200"});
    std::this_thread::sleep_for(kBetweenLooks);
  }
}

void PostgresServer::kill() {
  if (process_ <= 0) return;
  ::kill(process_, SIGQUIT);
  wait_for(process_);
  process_ = -1;
}

void PostgresServer::kill_postmaster() {
  ::kill(process_, SIGKILL);
  wait_for(process_);
  process_ = -1;
}

// The first one before its children, so that it makes no others.
void PostgresServer::send_to_all(int signal) const {
  ::kill(process_, signal);
  const std::string process = std::to_string(process_);
  std::ifstream children("/proc/" + process + "/task/" + process + "/children");
  for (pid_t child = 0; children >> child;) ::kill(child, signal);
}

void PostgresServer::catch_up(const PostgresServer& primary) const {
  PostgresConnection there(in(primary)), here(in(*this));
  PostgresQuery end(there, "SELECT pg_current_wal_lsn()::text");
  end.step();
  const std::string written(end.bytes(0));
  for (bool is_there = false; !is_there; std::this_thread::sleep_for(kBetweenLooks)) {
    PostgresQuery row(here, "SELECT (pg_last_wal_replay_lsn() >= ?1::pg_lsn)::int");
    row.bind(written).step();
    is_there = row.integer(0) != 0;
  }
}

void PostgresServer::cut_link() const {
  PostgresConnection connection(in(*this));
  connection.execute("ALTER SYSTEM SET primary_conninfo = ''");
  connection.execute("SELECT pg_reload_conf()");
  for (bool is_linked = true; is_linked; std::this_thread::sleep_for(kBetweenLooks))
    is_linked = PostgresQuery(connection, "SELECT 1 FROM pg_stat_wal_receiver").step();
}

void PostgresServer::promote() const { PostgresConnection(in(*this)).execute("SELECT pg_promote()"); }

std::string PostgresServer::new_place() {
  const std::string name = "place" + std::to_string(++places_);
  PostgresConnection(*PostgresAddress::parse(address())).execute(("CREATE SCHEMA " + name).c_str());
  return address() + "&options=-csearch_path%3D" + name;
}

PostgresServer& postgres_server() {
  static PostgresServer server;
  return server;
}

}  // namespace rehearse::test
