#include "tests/sync/server/postgres_server.h"

#include <fcntl.h>
#include <libpq-fe.h>
#include <pwd.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <stdexcept>
#include <thread>

#include "sync/server/store/postgres/postgres_connection.h"

namespace rehearse::test {
namespace {

namespace fs = std::filesystem;

constexpr int kOldest = 15;

/// Who the server runs as: this user, or for root PostgreSQL's own or nobody.
struct passwd* other_user() {
  struct passwd* user = ::getpwnam("postgres");
  return user != nullptr ? user : ::getpwnam("nobody");
}

int version_in(const fs::path& folder) { return std::atoi(folder.filename().c_str()); }

void become(const struct passwd* user) {
  if (user == nullptr) return;
  if (::setgid(user->pw_gid) != 0 || ::setuid(user->pw_uid) != 0) ::_exit(126);
}

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
  if (::geteuid() == 0) {
    const struct passwd* user = other_user();
    if (user == nullptr || ::chown(scratch_.folder().c_str(), user->pw_uid, user->pw_gid) != 0)
      throw std::runtime_error("no user for PostgreSQL");
  }
  const int status = wait_for(run("initdb", {"--pgdata", scratch_ / "data", "--no-sync", "--auth=trust",
                                             "--username=rehearse", "--no-locale", "--encoding=UTF8"}));
  if (status != 0) throw std::runtime_error("initdb failed");
  start();
}

PostgresServer::~PostgresServer() { kill(); }

pid_t PostgresServer::run(const std::string& program, const std::vector<std::string>& arguments) const {
  std::vector<std::string> words{(*programs() / program).string()};
  words.insert(words.end(), arguments.begin(), arguments.end());
  std::vector<char*> pointers;
  for (std::string& word : words) pointers.push_back(word.data());
  pointers.push_back(nullptr);
  const struct passwd* user = ::geteuid() == 0 ? other_user() : nullptr;
  const std::string folder = scratch_.folder();
  const pid_t process = ::fork();
  if (process < 0) throw std::runtime_error("fork");
  if (process > 0) return process;
  become(user);
  ::prctl(PR_SET_PDEATHSIG, SIGQUIT);  // its own children end with it
  const int log = ::open((folder + "/log").c_str(), O_WRONLY | O_CREAT | O_APPEND, S_IRUSR | S_IWUSR);
  ::dup2(log, STDOUT_FILENO);
  ::dup2(log, STDERR_FILENO);
  if (::chdir(folder.c_str()) != 0) ::_exit(126);
  ::execv(pointers[0], pointers.data());
  ::_exit(127);
}

void PostgresServer::start() {
  const std::string is_durable = durability_ == Durability::kFull ? "on" : "off";
  process_ = run("postgres", {"-D", scratch_ / "data", "-k", scratch_.folder(), "-c", "listen_addresses=",
                              "-c", "fsync=" + is_durable, "-c", "full_page_writes=" + is_durable, "-c",
                              "max_connections=200"});
  const std::string address = "postgresql://rehearse@/postgres?host=" + scratch_.folder().string();
  while (PQping(address.c_str()) != PQPING_OK) {
    int status = 0;
    if (::waitpid(process_, &status, WNOHANG) == process_)
      throw std::runtime_error("PostgreSQL does not start");
    std::this_thread::sleep_for(std::chrono::milliseconds(5));  // nothing tells of it: between two looks
  }
}

void PostgresServer::kill() {
  if (process_ <= 0) return;
  ::kill(process_, SIGQUIT);
  wait_for(process_);
  process_ = -1;
}

std::string PostgresServer::new_place() {
  const std::string base = "postgresql://rehearse@/postgres?host=" + scratch_.folder().string(),
                    name = "place" + std::to_string(++places_);
  sync::PostgresConnection(*sync::PostgresAddress::parse(base)).execute(("CREATE SCHEMA " + name).c_str());
  return base + "&options=-csearch_path%3D" + name;
}

PostgresServer& postgres_server() {
  static PostgresServer server;
  return server;
}

}  // namespace rehearse::test
