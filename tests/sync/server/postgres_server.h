// A PostgreSQL server of the test's own: in a folder that goes with it, and nothing but a socket in that
// folder leads to it. Root starts it as another user, for it refuses to be root's.
#pragma once

#include <sys/types.h>

#include <csignal>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "tests/scratch.h"

namespace rehearse::test {

/// What was committed may be lost with the power, which costs tests no time; or is on the disk.
enum class Durability { kNone, kFull };

class PostgresServer {
 public:
  /// The folder of PostgreSQL's programs, the newest there is; nothing where none is installed.
  static std::optional<std::filesystem::path> programs();

  /// Precondition: there are programs.
  explicit PostgresServer(Durability durability = Durability::kNone);
  /// A streaming replica, which may be read: asynchronous, as PostgreSQL's are when nothing else is said.
  struct ReplicaOf {
    const PostgresServer& primary;
  };
  explicit PostgresServer(ReplicaOf primary);
  ~PostgresServer();
  PostgresServer(const PostgresServer&) = delete;
  PostgresServer& operator=(const PostgresServer&) = delete;

  /// The address of a place for tables that nobody else has: a schema of its own.
  std::string new_place();
  /// Where its socket is: what an address calls its host.
  std::string host() const { return scratch_.folder(); }
  /// The address of all of it.
  std::string address() const { return "postgresql://rehearse@/postgres?host=" + host(); }

  /// Ends it at once with all its connections, as a crash would.
  void kill();
  /// SIGKILL, of the first process alone: it tells nobody, and the others notice by and by.
  void kill_postmaster();
  /// Back again, with what was committed.
  void start();
  /// All of its processes stand still, and go on: as on a machine whose disk hangs. Connections stay.
  void freeze() const { send_to_all(SIGSTOP); }
  void thaw() const { send_to_all(SIGCONT); }

  /// Of a replica. It has all that its primary had committed when this was called.
  void catch_up(const PostgresServer& primary) const;
  /// It hears no more of its primary.
  void cut_link() const;
  /// It takes writes when this returns.
  void promote() const;

 private:
  pid_t run(const std::string& program, const std::vector<std::string>& arguments) const;
  void send_to_all(int signal) const;
  void run_to_end(const std::string& program, const std::vector<std::string>& arguments) const;

  Scratch scratch_;
  Durability durability_ = Durability::kNone;
  pid_t process_ = -1;
  int places_ = 0;
};

/// Started when it is asked for first, for the whole process. Precondition: there are programs.
PostgresServer& postgres_server();

}  // namespace rehearse::test
