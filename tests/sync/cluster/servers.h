// Several processes of rehearse-sync over one database, and nginx before them.
#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "tests/scratch.h"
#include "tests/sync/cluster/nginx.h"
#include "tests/sync/server/server_program.h"

namespace rehearse::test {

class Servers {
 public:
  /// All of them run when this returns. `store`: the address of the database.
  Servers(std::size_t count, std::string store);

  std::size_t size() const { return servers_.size(); }
  const Nginx& nginx() const { return *nginx_; }
  /// For the first account.
  const std::string& invite() const { return invite_; }

  /// SIGKILL: nothing it could still do happens.
  void kill(std::size_t which);
  /// SIGTERM, and waits: false when it does not end as it should.
  bool stop(std::size_t which);
  /// On the same port, with the program as it is there now.
  void start(std::size_t which);

  /// Of the server itself, not through nginx: 0 when it does not answer.
  int status(std::size_t which, const std::string& path) const;
  /// Until it can read its data; false after a long time.
  bool becomes_ready(std::size_t which) const;
  /// Another command of rehearse-sync over the same database.
  ProgramOutcome run(const std::vector<std::string>& arguments, ProgramOptions options = {}) const;

 private:
  std::string store_variable() const { return "REHEARSE_SYNC_STORE=" + store_; }

  Scratch scratch_;
  std::string store_;
  std::vector<std::uint16_t> ports_;
  std::vector<std::unique_ptr<ServingProgram>> servers_;
  std::string invite_;
  std::unique_ptr<Nginx> nginx_;
};

}  // namespace rehearse::test
