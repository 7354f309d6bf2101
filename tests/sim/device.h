// A computer of the learner's: the product's library over a fake disk, with a clock of its own.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "core/library.h"
#include "sync/client/sync_session.h"
#include "sync/server/store/stream_store.h"
#include "tests/library_fixture.h"
#include "tests/sim/fake_disk.h"

namespace rehearse::sim {

inline constexpr std::int64_t kAccount = 1;

/// What a disk holds: its bytes, and the ops of which the learner was told that they are there.
struct DeviceCopy {
  Image image;
  std::set<OpId> held;
  std::vector<OpId> done;
};

class Device {
 public:
  Device(std::string folder, std::int64_t session, RandomSource salts, std::int64_t account = kAccount);
  ~Device();

  void start();
  void stop();
  /// Without power from one moment to the next, and on again. Throws Broken when an op is gone that was kept.
  void crash(const std::function<bool()>& is_kept);

  DeviceCopy copy() const { return {disk_.image(), held_, done_}; }
  /// Another state of its disk. It is stopped.
  void put(DeviceCopy copy);

  /// The op was written, and this disk says that it is kept.
  void keep(OpId op);
  /// The same of all that is there.
  void keep_all() { held_.merge(ids_on_disk()); }

  std::set<OpId> ids_on_disk();
  std::filesystem::path file() const { return std::filesystem::path(disk_.folder()) / "library.sqlite"; }

  Library& library() { return *library_; }
  /// What lies under a library, on a connection of its own: for what no screen writes, and to look inside.
  rehearse::test::OpenStore& layers();
  /// Which library a session works on.
  enum class Door {
    kSame,    // the learner's
    kBeside,  // one that is open beside it, as a window's worker has one
  };
  /// The session that lasts, or a new one.
  sync::SyncSession& session(Door door = Door::kSame);
  void end_session();

  FakeDisk& disk() { return disk_; }
  const sync::Sender& sender() const { return sender_; }
  const std::set<OpId>& held() const { return held_; }
  /// Ops of the learner's that were made here and can be taken back.
  const std::vector<OpId>& done() const { return done_; }

  std::chrono::milliseconds clock_error{0};
  std::optional<std::string> late_reply;

 private:
  FakeDisk disk_;
  const sync::Sender sender_;
  const RandomSource salts_;
  std::unique_ptr<Library> library_, beside_;
  std::unique_ptr<rehearse::test::OpenStore> layers_;
  std::unique_ptr<sync::SyncSession> session_;
  std::set<OpId> held_;
  std::vector<OpId> done_;
};

}  // namespace rehearse::sim
