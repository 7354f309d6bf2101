// Disks in memory under SQLite: copied in microseconds, cut from power at any write, full when told.
// The code above them is the product's own and knows nothing of it.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>

#include "tests/sim/disk_file.h"

namespace rehearse::sim {

/// Makes SQLite take every file of this process from a FakeDisk. Once, before anything is opened.
void use_fake_disks();

/// What stands on a disk, or on a copy of one: bytes by the names of files.
using Image = std::map<std::string, std::string>;

/// The disk under one folder, for as long as it lives. Any thread.
class FakeDisk {
 public:
  explicit FakeDisk(std::string folder);
  /// Nothing of it may be open.
  ~FakeDisk();
  FakeDisk(const FakeDisk&) = delete;
  FakeDisk& operator=(const FakeDisk&) = delete;

  const std::string& folder() const { return folder_; }

  /// As a program would copy the folder at this moment.
  Image image() const;
  /// Puts a copy back. Nothing may be open.
  void put(const Image& image);

  /// From the write or sync after `writes` more on, each one fails with this code of SQLite's, until mend().
  void fail_after(std::size_t writes, int code);
  /// That write or sync alone fails; those after it are made.
  void fail_once_after(std::size_t writes, int code);
  void mend();
  /// Until it is let go on nothing fails and nothing is counted: somebody looks.
  void hold_faults(bool is_held);
  bool is_failing() const;
  /// Writes and syncs that were asked for since mend() or the begin.
  std::size_t writes() const;

  /// Nothing that is open now reads or writes any more.
  void cut_power();
  /// Behind cut_power(), when all was closed: what was not synced is kept write by write or lost.
  void lose_unsynced(const std::function<bool()>& is_kept);

 private:
  friend class Vfs;

  const std::string folder_;
  mutable std::mutex mutex_;
  std::map<std::string, std::unique_ptr<DiskFile>, std::less<>> files_;
  std::size_t power_cuts_ = 0;
  std::size_t writes_ = 0;
  std::size_t writes_left_ = SIZE_MAX;  // until they fail
  bool fails_once_ = false, is_held_ = false;
  int fault_ = 0;
};

}  // namespace rehearse::sim
