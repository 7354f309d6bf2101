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
#include "gui/window/sync/sync_errand.h"
#include "gui/window/sync/sync_status.h"
#include "gui/window/sync/sync_view.h"
#include "sync/client/account_file.h"
#include "sync/client/sync_schedule.h"
#include "sync/client/syncer.h"

namespace rehearse {

class SyncKeeper {
 public:
  explicit SyncKeeper(Desk& desk);
  /// Sends what is left to send, in a few seconds at most, whatever the network does.
  ~SyncKeeper();
  SyncKeeper(const SyncKeeper&) = delete;
  SyncKeeper& operator=(const SyncKeeper&) = delete;

  /// Begins what is due and takes what is done. True when the status is another one.
  bool tick();
  const SyncStatus& status() const { return status_; }

  /// What of it the server will not keep and somebody should look at.
  const std::vector<RefusedRow>& refused() const { return refused_; }
  /// Who is signed in; and what the account file says, also of somebody who has signed out.
  const std::optional<sync::Account>& account() const { return account_; }
  const std::optional<sync::Account>& account_before() const { return account_before_; }

  void sync_now();
  /// A sync that is under way is broken off for it.
  void sign_out();
  /// Somebody has signed in here: the first sync is due.
  void account_changed() { read_account(); }
  /// What was refused is offered again, or kept here.
  void refused_changed();

 private:
  using FileTime = std::filesystem::file_time_type;

  sync::SyncSchedule::Moment now() const;
  void read_account();
  bool has_account_changed();
  void look_for_changes();
  void begin();
  void take_result();
  void begin_sign_out();
  bool take_signed_out();
  void read_status();
  void tell_of_clock();
  /// Ends the wait of the destructor as well as the window's.
  std::function<void()> wake();

  Desk& desk_;
  std::optional<sync::Account> account_, account_before_;
  std::optional<FileTime> account_time_;
  sync::SyncSchedule schedule_;
  sync::SyncSchedule::Moment last_look_;
  std::size_t unsent_ = 0;
  SyncStatus status_;
  std::vector<RefusedRow> refused_;
  bool was_told_of_clock_ = false;
  bool wants_out_ = false;       // as soon as the sync under way has ended
  bool is_asked_again_ = false;  // the same

  std::mutex mutex_;
  std::condition_variable done_;
  std::unique_ptr<sync::HttpClient> client_;  // of the work below
  std::optional<Job<sync::SyncResult>> working_;
  SyncErrand leaving_;
};

}  // namespace rehearse
