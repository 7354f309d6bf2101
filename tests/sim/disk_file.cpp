#include "tests/sim/disk_file.h"

#include <sqlite3.h>

#include <algorithm>
#include <utility>

namespace rehearse::sim {

void DiskFile::put(std::string bytes) {
  bytes_ = std::move(bytes);
  unsynced_.clear();
}

void DiskFile::apply(const Change& change) {
  if (change.is_truncation) {
    bytes_.resize(std::min(bytes_.size(), change.offset));
    return;
  }
  bytes_.resize(std::max(bytes_.size(), change.offset + change.after.size()));
  bytes_.replace(change.offset, change.after.size(), change.after);
}

void DiskFile::write(std::size_t offset, std::string_view bytes) {
  std::string before = offset < bytes_.size() ? bytes_.substr(offset, bytes.size()) : std::string();
  unsynced_.push_back({offset, std::move(before), std::string(bytes), bytes_.size(), false});
  apply(unsynced_.back());
}

void DiskFile::truncate(std::size_t size) {
  if (size >= bytes_.size()) return;
  unsynced_.push_back({size, bytes_.substr(size), {}, bytes_.size(), true});
  apply(unsynced_.back());
}

void DiskFile::lose_power(const std::function<bool()>& is_kept) {
  for (auto change = unsynced_.rbegin(); change != unsynced_.rend(); ++change) {
    bytes_.resize(change->size_before);
    bytes_.replace(change->offset, change->before.size(), change->before);
  }
  for (const Change& change : std::exchange(unsynced_, {}))
    if (is_kept()) apply(change);
}

bool DiskFile::lock(Locks& locks, int level) {
  if (locks.level >= level) return true;
  if (level == SQLITE_LOCK_SHARED) {
    if (exclusive_by_ != nullptr) return false;
    ++readers_;
  } else if (level == SQLITE_LOCK_RESERVED) {
    if (is_reserved()) return false;
    reserved_by_ = &locks;
  } else {
    if (reserved_by_ != nullptr && reserved_by_ != &locks) return false;
    if (exclusive_by_ != nullptr && exclusive_by_ != &locks) return false;
    exclusive_by_ = &locks;  // no new readers from here on
    if (readers_ > 1) {
      locks.level = SQLITE_LOCK_PENDING;
      return false;
    }
  }
  locks.level = level;
  return true;
}

void DiskFile::unlock(Locks& locks, int level) {
  if (locks.level <= level) return;
  if (reserved_by_ == &locks) reserved_by_ = nullptr;
  if (exclusive_by_ == &locks) exclusive_by_ = nullptr;
  if (level == SQLITE_LOCK_NONE) --readers_;
  locks.level = level;
}

bool DiskFile::share_shm(Locks& locks, ShmSlots slots) {
  if (shm_exclusive_ & slots & ~locks.exclusive) return false;
  for (std::size_t slot = 0; slot < kShmSlots; ++slot)
    if (slots >> slot & 1 && !(locks.shared >> slot & 1)) ++shm_shared_[slot];
  locks.shared |= slots;
  return true;
}

bool DiskFile::claim_shm(Locks& locks, ShmSlots slots) {
  if (shm_exclusive_ & slots & ~locks.exclusive) return false;
  for (std::size_t slot = 0; slot < kShmSlots; ++slot) {
    const std::size_t own = locks.shared >> slot & 1;
    if (slots >> slot & 1 && shm_shared_[slot] > own) return false;
  }
  locks.exclusive |= slots;
  shm_exclusive_ |= slots;
  return true;
}

void DiskFile::unlock_shm(Locks& locks, ShmSlots slots) {
  shm_exclusive_ &= static_cast<ShmSlots>(~(slots & locks.exclusive));
  locks.exclusive &= static_cast<ShmSlots>(~slots);
  for (std::size_t slot = 0; slot < kShmSlots; ++slot)
    if (slots >> slot & 1 && locks.shared >> slot & 1) --shm_shared_[slot];
  locks.shared &= static_cast<ShmSlots>(~slots);
}

void* DiskFile::shm(Locks& locks, std::size_t index) {
  if (!std::exchange(locks.has_shm, true)) ++shm_users_;
  return index < shm_.size() ? shm_[index].get() : nullptr;
}

void* DiskFile::make_shm(Locks& locks, std::size_t index, std::size_t size) {
  while (index >= shm_.size())
    shm_.push_back(std::make_unique<std::uint64_t[]>(size / sizeof(std::uint64_t)));
  return shm(locks, index);
}

void DiskFile::leave_shm(Locks& locks) {
  if (!std::exchange(locks.has_shm, false)) return;
  unlock_shm(locks, static_cast<ShmSlots>(~0));
  if (--shm_users_ == 0) shm_.clear();
}

}  // namespace rehearse::sim
