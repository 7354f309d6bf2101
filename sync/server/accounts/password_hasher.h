// Argon2id, one at a time: each takes 64 MiB and a tenth of a second of a core, so that a storm of sign-ins
// waits in a short line and takes neither the memory nor the cores of those who sync.
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <stdexcept>
#include <string>
#include <string_view>

namespace rehearse::sync {

struct HashCost {
  unsigned long long passes = 2;
  std::size_t memory = std::size_t{64} << 20;  // bytes
};

/// Too many wait already: try again later.
class HasherBusy : public std::runtime_error {
 public:
  HasherBusy() : std::runtime_error("too many passwords are being looked at") {}
};

class PasswordHasher {
 public:
  static constexpr std::size_t kMostWaiting = 16;

  explicit PasswordHasher(HashCost cost = {});

  /// As libsodium's crypto_pwhash_str writes it: the cost and the salt are in it. Throws HasherBusy.
  std::string hash(std::string_view password);
  /// Throws HasherBusy.
  bool verify(const std::string& hash, std::string_view password);
  /// Takes as long as verify and is of no use: for names that nobody has. Throws HasherBusy.
  void verify_nobody(std::string_view password);
  /// It was made at another cost.
  bool is_outdated(const std::string& hash) const;

  /// Hashes that were made since the start.
  std::uint64_t runs() const { return runs_; }

 private:
  class Turn;

  HashCost cost_;
  std::mutex mutex_;
  std::condition_variable free_;
  bool is_busy_ = false;
  std::size_t waiting_ = 0;
  std::atomic<std::uint64_t> runs_{0};
  std::string nobody_;
};

}  // namespace rehearse::sync
