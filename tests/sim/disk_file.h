// One file of a fake disk: its bytes, what of them would not outlive a power cut, and the locks on it.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace rehearse::sim {

/// The locks on the shared memory of a WAL, as SQLite numbers them.
using ShmSlots = std::uint16_t;  // one bit each
inline constexpr std::size_t kShmSlots = 8;

/// What one connection holds of a file.
struct Locks {
  int level = 0;  // SQLITE_LOCK_NONE … SQLITE_LOCK_EXCLUSIVE
  ShmSlots shared = 0, exclusive = 0;
  bool has_shm = false;
};

class DiskFile {
 public:
  std::string_view bytes() const { return bytes_; }
  void put(std::string bytes);

  void write(std::size_t offset, std::string_view bytes);
  void truncate(std::size_t size);
  /// What was written is on the disk.
  void sync() { unsynced_.clear(); }
  /// Of what was not synced each write is kept or lost by itself, as `is_kept` says.
  void lose_power(const std::function<bool()>& is_kept);

  // True when it was granted; false: somebody else holds it.
  bool lock(Locks& locks, int level);
  void unlock(Locks& locks, int level);
  bool is_reserved() const { return reserved_by_ != nullptr || exclusive_by_ != nullptr; }
  bool share_shm(Locks& locks, ShmSlots slots);
  bool claim_shm(Locks& locks, ShmSlots slots);
  void unlock_shm(Locks& locks, ShmSlots slots);

  /// Region `index` of the shared memory; null when it is not there.
  void* shm(Locks& locks, std::size_t index);
  /// Makes it when it is not there. All are of one size, in bytes.
  void* make_shm(Locks& locks, std::size_t index, std::size_t size);
  void leave_shm(Locks& locks);

 private:
  /// A change that can be taken back and made again.
  struct Change {
    std::size_t offset;
    std::string before, after;  // of `after.size()` bytes at most what was there
    std::size_t size_before;
    bool is_truncation;
  };

  void apply(const Change& change);

  std::string bytes_;
  std::vector<Change> unsynced_;
  std::size_t readers_ = 0;  // connections at SQLITE_LOCK_SHARED or above
  const Locks* reserved_by_ = nullptr;
  const Locks* exclusive_by_ = nullptr;  // or about to be
  std::array<std::size_t, kShmSlots> shm_shared_{};
  ShmSlots shm_exclusive_ = 0;
  std::size_t shm_users_ = 0;
  std::vector<std::unique_ptr<std::uint64_t[]>> shm_;
};

}  // namespace rehearse::sim
