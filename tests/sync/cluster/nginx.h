// The real nginx with the configuration that is shipped (sync/deploy/nginx.conf), as a user's own program:
// other ports, a certificate of its own, and the servers that there are. What clients saw is in its log.
#pragma once

#include <sys/types.h>

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "tests/scratch.h"

namespace rehearse::test {

/// What nginx told clients of syncs, and what that took.
struct SeenByClients {
  std::map<int, std::size_t> statuses;
  std::size_t asked_another = 0;  // requests that another server was asked, after one had gone away
};

class Nginx {
 public:
  /// Its program; nothing where it is not installed.
  static std::optional<std::filesystem::path> program();

  /// Listens when this returns. Precondition: there is a program.
  explicit Nginx(const std::vector<std::uint16_t>& servers);
  ~Nginx();
  Nginx(const Nginx&) = delete;
  Nginx& operator=(const Nginx&) = delete;

  std::string url() const { return "https://127.0.0.1:" + std::to_string(port_); }
  /// Of its certificate.
  const std::string& fingerprint() const { return fingerprint_; }
  /// Since the begin.
  SeenByClients seen() const;

 private:
  void write_configuration(const std::vector<std::uint16_t>& servers) const;
  void start(const std::filesystem::path& program);

  Scratch scratch_;
  std::uint16_t port_, plain_port_;
  std::string fingerprint_;
  pid_t process_ = -1;
};

}  // namespace rehearse::test
