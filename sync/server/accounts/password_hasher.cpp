#include "sync/server/accounts/password_hasher.h"

#include <sodium.h>

#include <array>
#include <new>

namespace rehearse::sync {

/// The place of the one who hashes.
class PasswordHasher::Turn {
 public:
  explicit Turn(PasswordHasher& hasher) : hasher_(hasher) {
    std::unique_lock lock(hasher_.mutex_);
    if (hasher_.waiting_ >= kMostWaiting) throw HasherBusy();
    ++hasher_.waiting_;
    hasher_.free_.wait(lock, [this] { return !hasher_.is_busy_; });
    --hasher_.waiting_;
    hasher_.is_busy_ = true;
    ++hasher_.runs_;
  }
  ~Turn() {
    {
      const std::lock_guard lock(hasher_.mutex_);
      hasher_.is_busy_ = false;
    }
    hasher_.free_.notify_one();
  }
  Turn(const Turn&) = delete;
  Turn& operator=(const Turn&) = delete;

 private:
  PasswordHasher& hasher_;
};

PasswordHasher::PasswordHasher(HashCost cost) : cost_(cost), nobody_(hash("")) {}

std::string PasswordHasher::hash(std::string_view password) {
  const Turn turn(*this);
  std::array<char, crypto_pwhash_STRBYTES> text{};
  if (crypto_pwhash_str(text.data(), password.data(), password.size(), cost_.passes, cost_.memory) != 0)
    throw std::bad_alloc();
  return text.data();
}

bool PasswordHasher::verify(const std::string& hash, std::string_view password) {
  const Turn turn(*this);
  return crypto_pwhash_str_verify(hash.c_str(), password.data(), password.size()) == 0;
}

void PasswordHasher::verify_nobody(std::string_view password) {
  static_cast<void>(verify(nobody_, password));
}

bool PasswordHasher::is_outdated(const std::string& hash) const {
  return crypto_pwhash_str_needs_rehash(hash.c_str(), cost_.passes, cost_.memory) != 0;
}

}  // namespace rehearse::sync
