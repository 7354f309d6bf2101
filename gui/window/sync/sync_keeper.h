// Syncs the library in the background while the window is open, when its account says where: at the start, a
// while after the last answer, every few minutes, and at the end. The window never waits for it but at its
// end.
#pragma once

#include <condition_variable>
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>

#include "gui/window/jobs/job.h"
#include "gui/window/shell/desk.h"
#include "gui/window/sync/sync_status.h"
#include "sync/client/account_file.h"
#include "sync/client/sync_schedule.h"
#include "sync/client/syncer.h"

namespace rehearse {

class SyncKeeper {
 public:
  explicit SyncKeeper(Desk& desk);
  /// Sends what is left to send, in a few seconds at most.
  ~SyncKeeper();
  SyncKeeper(const SyncKeeper&) = delete;
  SyncKeeper& operator=(const SyncKeeper&) = delete;

  /// Begins what is due and takes what is done. True when the status is another one.
  bool tick();
  const SyncStatus& status() const { return status_; }

  void sync_now();
  void sign_out();

 private:
  using FileTime = std::filesystem::file_time_type;

  sync::SyncSchedule::Moment now() const;
  void read_account();
  bool has_account_changed();
  void look_for_changes();
  void begin();
  void take_result();
  bool take_signed_out();
  void read_status();
  /// Ends the wait of the destructor as well as the window's.
  std::function<void()> wake();

  Desk& desk_;
  std::optional<sync::Account> account_;
  std::optional<FileTime> account_time_;
  sync::SyncSchedule schedule_;
  sync::SyncSchedule::Moment last_look_;
  std::size_t unsent_ = 0;
  SyncStatus status_;

  std::mutex mutex_;
  std::condition_variable done_;
  std::unique_ptr<sync::HttpClient> client_;  // of the work below
  std::optional<Job<sync::SyncResult>> working_;
  std::optional<Job<std::optional<sync::Trouble>>> leaving_;
};

}  // namespace rehearse
