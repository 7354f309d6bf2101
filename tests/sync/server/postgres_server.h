// A PostgreSQL server of the test's own: in a folder that goes with it, and nothing but a socket in that
// folder leads to it. Root starts it as another user, for it refuses to be root's.
#pragma once

#include <sys/types.h>

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
  ~PostgresServer();
  PostgresServer(const PostgresServer&) = delete;
  PostgresServer& operator=(const PostgresServer&) = delete;

  /// The address of a place for tables that nobody else has: a schema of its own.
  std::string new_place();
  /// Ends it at once, as a crash would.
  void kill();
  /// Back again, with what was committed.
  void start();

 private:
  pid_t run(const std::string& program, const std::vector<std::string>& arguments) const;

  Scratch scratch_;
  Durability durability_;
  pid_t process_ = -1;
  int places_ = 0;
};

/// Started when it is asked for first, for the whole process. Precondition: there are programs.
PostgresServer& postgres_server();

}  // namespace rehearse::test
