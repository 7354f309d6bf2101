#include "tests/sim/fake_disk.h"

#include <sqlite3.h>

#include <algorithm>
#include <atomic>
#include <cstring>
#include <new>
#include <stdexcept>
#include <thread>
#include <utility>

namespace rehearse::sim {
namespace {

constexpr int kSectorBytes = 4096;
constexpr int kLongestPath = 1024;
constexpr double kJulianDay = 2'461'375.5;  // 2026-12-01: SQLite's own clock stands still

/// Every disk by its folder.
class Disks {
 public:
  void add(FakeDisk& disk) {
    const std::lock_guard lock(mutex_);
    disks_[disk.folder()] = &disk;
  }
  void remove(const FakeDisk& disk) {
    const std::lock_guard lock(mutex_);
    disks_.erase(disk.folder());
  }
  FakeDisk* find(std::string_view folder) {
    const std::lock_guard lock(mutex_);
    const auto found = disks_.find(folder);
    return found == disks_.end() ? nullptr : found->second;
  }

 private:
  std::mutex mutex_;
  std::map<std::string, FakeDisk*, std::less<>> disks_;
};

Disks& disks() {
  static Disks all;
  return all;
}

struct Path {
  FakeDisk* disk;
  std::string_view name;
};

Path split(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  if (slash == std::string_view::npos) return {nullptr, path};
  return {disks().find(path.substr(0, slash)), path.substr(slash + 1)};
}

}  // namespace

/// What SQLite calls: a file of a disk, or a nameless one that nobody else sees.
class Vfs {
 public:
  struct Open {
    sqlite3_file base;  // first: SQLite knows an Open by it
    FakeDisk* disk;
    DiskFile* file;
    std::unique_ptr<DiskFile> nameless;
    std::size_t power_cuts;  // of the disk when it was opened
    Locks locks;
  };

  static int open(sqlite3_vfs*, sqlite3_filename name, sqlite3_file* base, int flags, int* flags_out) {
    base->pMethods = nullptr;
    auto* open = new (base) Open{};
    if (name == nullptr) {
      open->nameless = std::make_unique<DiskFile>();
      open->file = open->nameless.get();
    } else {
      const Path path = split(name);
      if (path.disk == nullptr) return SQLITE_CANTOPEN;
      const std::lock_guard lock(path.disk->mutex_);
      auto found = path.disk->files_.find(path.name);
      if (found == path.disk->files_.end()) {
        if ((flags & SQLITE_OPEN_CREATE) == 0) return SQLITE_CANTOPEN;
        found = path.disk->files_.emplace(path.name, std::make_unique<DiskFile>()).first;
      }
      open->disk = path.disk;
      open->file = found->second.get();
      open->power_cuts = path.disk->power_cuts_;
    }
    open->base.pMethods = methods();
    if (flags_out != nullptr) *flags_out = flags;
    return SQLITE_OK;
  }

  static int remove(sqlite3_vfs*, const char* name, int) {
    const Path path = split(name);
    if (path.disk == nullptr) return SQLITE_IOERR_DELETE;
    const std::lock_guard lock(path.disk->mutex_);
    if (const int fault = fault_of_write(*path.disk)) return fault;
    const auto found = path.disk->files_.find(path.name);
    if (found == path.disk->files_.end()) return SQLITE_IOERR_DELETE_NOENT;
    path.disk->files_.erase(found);
    return SQLITE_OK;
  }

  static int access(sqlite3_vfs*, const char* name, int, int* result) {
    const Path path = split(name);
    *result = 0;
    if (path.disk == nullptr) return SQLITE_OK;
    const std::lock_guard lock(path.disk->mutex_);
    const auto found = path.disk->files_.find(path.name);
    *result = found != path.disk->files_.end() && !found->second->bytes().empty();
    return SQLITE_OK;
  }

  static int full_path(sqlite3_vfs*, const char* name, int size, char* out) {
    sqlite3_snprintf(size, out, "%s", name);
    return SQLITE_OK;
  }

 private:
  /// Of a write that is about to be made; 0: none.
  static int fault_of_write(FakeDisk& disk) {
    if (disk.is_held_) return 0;
    ++disk.writes_;
    if (disk.writes_left_ == 0) {
      if (disk.fails_once_) disk.writes_left_ = SIZE_MAX;
      return disk.fault_;
    }
    if (disk.fault_ != 0) --disk.writes_left_;
    return 0;
  }

  /// Calls `work` with the disk to itself; `fault` where the power is gone.
  template <class Work>
  static int with(sqlite3_file* base, int fault, Work&& work) {
    auto& open = *reinterpret_cast<Open*>(base);
    if (open.disk == nullptr) return work(open);
    const std::lock_guard lock(open.disk->mutex_);
    return open.power_cuts != open.disk->power_cuts_ ? fault : work(open);
  }
  template <class Work>
  static int changing(sqlite3_file* base, int fault, Work&& work) {
    return with(base, fault, [&](Open& open) {
      if (open.disk != nullptr)
        if (const int failed = fault_of_write(*open.disk)) return failed;
      work(*open.file);
      return SQLITE_OK;
    });
  }

  static int close(sqlite3_file* base) {
    auto* open = reinterpret_cast<Open*>(base);
    if (open->disk != nullptr) {
      const std::lock_guard lock(open->disk->mutex_);
      open->file->leave_shm(open->locks);
      open->file->unlock(open->locks, SQLITE_LOCK_NONE);
    }
    open->~Open();
    return SQLITE_OK;
  }
  static int read(sqlite3_file* base, void* out, int size, sqlite3_int64 offset) {
    return with(base, SQLITE_IOERR_READ, [&](Open& open) {
      const std::string_view bytes = open.file->bytes();
      const auto at = static_cast<std::size_t>(offset), wanted = static_cast<std::size_t>(size);
      const std::string_view found = at < bytes.size() ? bytes.substr(at, wanted) : std::string_view();
      char* const end = std::copy(found.begin(), found.end(), static_cast<char*>(out));
      std::memset(end, 0, wanted - found.size());
      return found.size() == wanted ? SQLITE_OK : SQLITE_IOERR_SHORT_READ;
    });
  }
  static int write(sqlite3_file* base, const void* bytes, int size, sqlite3_int64 offset) {
    return changing(base, SQLITE_IOERR_WRITE, [&](DiskFile& file) {
      file.write(static_cast<std::size_t>(offset),
                 {static_cast<const char*>(bytes), static_cast<std::size_t>(size)});
    });
  }
  static int truncate(sqlite3_file* base, sqlite3_int64 size) {
    return changing(base, SQLITE_IOERR_TRUNCATE,
                    [&](DiskFile& file) { file.truncate(static_cast<std::size_t>(size)); });
  }
  static int sync(sqlite3_file* base, int) {
    return changing(base, SQLITE_IOERR_FSYNC, [](DiskFile& file) { file.sync(); });
  }
  static int size(sqlite3_file* base, sqlite3_int64* size) {
    return with(base, SQLITE_IOERR_FSTAT, [&](Open& open) {
      *size = static_cast<sqlite3_int64>(open.file->bytes().size());
      return SQLITE_OK;
    });
  }
  static int lock(sqlite3_file* base, int level) {
    return with(base, SQLITE_IOERR_LOCK,
                [&](Open& open) { return open.file->lock(open.locks, level) ? SQLITE_OK : SQLITE_BUSY; });
  }
  static int unlock(sqlite3_file* base, int level) {
    return with(base, SQLITE_IOERR_UNLOCK, [&](Open& open) {
      open.file->unlock(open.locks, level);
      return SQLITE_OK;
    });
  }
  static int is_reserved(sqlite3_file* base, int* result) {
    return with(base, SQLITE_IOERR_CHECKRESERVEDLOCK, [&](Open& open) {
      *result = open.file->is_reserved();
      return SQLITE_OK;
    });
  }
  static int control(sqlite3_file*, int, void*) { return SQLITE_NOTFOUND; }
  static int sector_size(sqlite3_file*) { return kSectorBytes; }
  static int characteristics(sqlite3_file*) { return SQLITE_IOCAP_POWERSAFE_OVERWRITE; }

  static int map_shm(sqlite3_file* base, int index, int size, int make, void volatile** out) {
    *out = nullptr;
    return with(base, SQLITE_IOERR_SHMMAP, [&](Open& open) {
      const auto region = static_cast<std::size_t>(index);
      *out = make != 0 ? open.file->make_shm(open.locks, region, static_cast<std::size_t>(size))
                       : open.file->shm(open.locks, region);
      return SQLITE_OK;
    });
  }
  static int lock_shm(sqlite3_file* base, int first, int count, int flags) {
    const auto slots = static_cast<ShmSlots>(((1 << count) - 1) << first);
    return with(base, SQLITE_IOERR_SHMLOCK, [&](Open& open) {
      if ((flags & SQLITE_SHM_UNLOCK) != 0) {
        open.file->unlock_shm(open.locks, slots);
        return SQLITE_OK;
      }
      const bool is_granted = (flags & SQLITE_SHM_EXCLUSIVE) != 0 ? open.file->claim_shm(open.locks, slots)
                                                                  : open.file->share_shm(open.locks, slots);
      return is_granted ? SQLITE_OK : SQLITE_BUSY;
    });
  }
  static void barrier(sqlite3_file*) { std::atomic_thread_fence(std::memory_order_seq_cst); }
  static int unmap_shm(sqlite3_file* base, int) {
    auto& open = *reinterpret_cast<Open*>(base);
    if (open.disk == nullptr) return SQLITE_OK;
    const std::lock_guard lock(open.disk->mutex_);
    open.file->leave_shm(open.locks);
    return SQLITE_OK;
  }

  static const sqlite3_io_methods* methods() {
    static const sqlite3_io_methods all = [] {
      sqlite3_io_methods made{};
      made.iVersion = 2;  // with shared memory, without mapped files
      made.xClose = close;
      made.xRead = read;
      made.xWrite = write;
      made.xTruncate = truncate;
      made.xSync = sync;
      made.xFileSize = size;
      made.xLock = lock;
      made.xUnlock = unlock;
      made.xCheckReservedLock = is_reserved;
      made.xFileControl = control;
      made.xSectorSize = sector_size;
      made.xDeviceCharacteristics = characteristics;
      made.xShmMap = map_shm;
      made.xShmLock = lock_shm;
      made.xShmBarrier = barrier;
      made.xShmUnmap = unmap_shm;
      return made;
    }();
    return &all;
  }
};

void use_fake_disks() {
  sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
  static sqlite3_vfs vfs{};
  vfs.iVersion = 1;
  vfs.szOsFile = sizeof(Vfs::Open);
  vfs.mxPathname = kLongestPath;
  vfs.zName = "fake";
  vfs.xOpen = Vfs::open;
  vfs.xDelete = Vfs::remove;
  vfs.xAccess = Vfs::access;
  vfs.xFullPathname = Vfs::full_path;
  // Salts of WALs, no more.
  vfs.xRandomness = [](sqlite3_vfs*, int size, char* out) {
    std::memset(out, 'r', static_cast<std::size_t>(size));
    return size;
  };
  vfs.xSleep = [](sqlite3_vfs*, int microseconds) {
    std::this_thread::yield();
    return microseconds;
  };
  vfs.xCurrentTime = [](sqlite3_vfs*, double* day) {
    *day = kJulianDay;
    return SQLITE_OK;
  };
  vfs.xGetLastError = [](sqlite3_vfs*, int, char*) { return 0; };
  if (sqlite3_vfs_register(&vfs, /*makeDflt=*/1) != SQLITE_OK) throw std::runtime_error("no fake disks");
}

FakeDisk::FakeDisk(std::string folder) : folder_(std::move(folder)) { disks().add(*this); }
FakeDisk::~FakeDisk() { disks().remove(*this); }

Image FakeDisk::image() const {
  const std::lock_guard lock(mutex_);
  Image image;
  for (const auto& [name, file] : files_) image.emplace(name, file->bytes());
  return image;
}

void FakeDisk::put(const Image& image) {
  const std::lock_guard lock(mutex_);
  files_.clear();
  for (const auto& [name, bytes] : image)
    files_.emplace(name, std::make_unique<DiskFile>()).first->second->put(bytes);
}

void FakeDisk::fail_after(std::size_t writes, int code) {
  const std::lock_guard lock(mutex_);
  writes_left_ = writes;
  fails_once_ = false;
  fault_ = code;
}

void FakeDisk::fail_once_after(std::size_t writes, int code) {
  fail_after(writes, code);
  const std::lock_guard lock(mutex_);
  fails_once_ = true;
}

void FakeDisk::mend() {
  const std::lock_guard lock(mutex_);
  writes_ = 0;
  writes_left_ = SIZE_MAX;
  fault_ = 0;
}

void FakeDisk::hold_faults(bool is_held) {
  const std::lock_guard lock(mutex_);
  is_held_ = is_held;
}

std::size_t FakeDisk::writes() const {
  const std::lock_guard lock(mutex_);
  return writes_;
}

bool FakeDisk::is_failing() const {
  const std::lock_guard lock(mutex_);
  return writes_left_ == 0;
}

void FakeDisk::cut_power() {
  const std::lock_guard lock(mutex_);
  ++power_cuts_;
}

void FakeDisk::lose_unsynced(const std::function<bool()>& is_kept) {
  const std::lock_guard lock(mutex_);
  for (const auto& [name, file] : files_) file->lose_power(is_kept);
}

}  // namespace rehearse::sim
