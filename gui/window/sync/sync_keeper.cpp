#include "gui/window/sync/sync_keeper.h"

#include <utility>

#include "gui/window/shell/local_minute.h"
#include "gui/window/strings/shell_words.h"
#include "gui/window/strings/sync_words.h"
#include "gui/window/sync/refused_rows.h"
#include "sync/client/library_account.h"

namespace rehearse {
namespace {

using sync::SyncSchedule;

/// No network is no news: it is not worth a mark in the navigation.
bool is_for_a_person(const sync::Trouble& trouble) {
  switch (trouble.kind) {
    case sync::TroubleKind::kSignedOut:
    case sync::TroubleKind::kTooOld:
    case sync::TroubleKind::kUntrusted:
    case sync::TroubleKind::kRefused: return true;
    default: return false;
  }
}

RandomSource chance_of(const Desk& desk) {
  if (desk.options().random) return desk.options().random;
  return [] { return std::uint64_t{0}; };
}

}  // namespace

SyncKeeper::SyncKeeper(Desk& desk) : desk_(desk), schedule_(chance_of(desk), now()), last_look_(now()) {
  read_account();
}

SyncKeeper::~SyncKeeper() {
  const auto deadline = std::chrono::steady_clock::now() + sync::kQuitTime;
  const auto wait_for = [&](const auto& is_done) {
    std::unique_lock lock(mutex_);
    done_.wait_until(lock, deadline, is_done);
  };
  if (wants_out_ && working_) {
    wait_for([this] { return working_->is_done(); });
    working_.reset();
    begin_sign_out();
  }
  if (leaving_.is_working()) {
    wait_for([this] { return leaving_.is_done(); });
    leaving_.stop();
    return;
  }
  if (!account_) return;
  const bool has_more =
      desk_.attempt(words::kSyncTrouble, [this] { unsent_ = desk_.library().unsent_count(); }) && unsent_ > 0;
  if (!working_ && has_more && schedule_.may_begin(now())) begin();
  if (!working_) return;
  wait_for([this] { return working_->is_done(); });
  client_->stop();
}

/// The learner's clock, which may be set: tick() sees when it goes back.
SyncSchedule::Moment SyncKeeper::now() const {
  return SyncSchedule::Moment{desk_.now().at.time_since_epoch()};
}

std::function<void()> SyncKeeper::wake() {
  return [this] {
    { const std::lock_guard lock(mutex_); }  // the destructor has either not looked yet, or waits
    done_.notify_all();
    desk_.wake()();
  };
}

// --- the account ---

void SyncKeeper::read_account() {
  const std::filesystem::path& folder = desk_.options().library_folder;
  account_.reset();
  account_before_.reset();
  status_ = {};
  refused_.clear();
  if (folder.empty() || !desk_.options().open_again) return;
  std::error_code absent;
  const FileTime time = std::filesystem::last_write_time(sync::account_file(folder), absent);
  account_time_ = absent ? std::nullopt : std::optional(time);
  const auto account = sync::read_account(folder);
  if (!account) {
    status_.trouble = {account.error().line(Language::kEnglish), account.error().line(Language::kChinese)};
    status_.needs_person = true;
    return;
  }
  account_before_ = *account;
  if (!*account || !(*account)->is_signed_in()) return;
  account_ = *account;
  schedule_ = SyncSchedule(chance_of(desk_), now());
  read_status();
}

/// A command may sign the library in or out while the window is open.
bool SyncKeeper::has_account_changed() {
  std::error_code absent;
  const FileTime time =
      std::filesystem::last_write_time(sync::account_file(desk_.options().library_folder), absent);
  return (absent ? std::nullopt : std::optional(time)) != account_time_;
}

void SyncKeeper::sign_out() {
  if (!account_ || leaving_.is_working()) return;
  wants_out_ = true;
  if (working_)
    client_->stop();
  else
    begin_sign_out();
}

void SyncKeeper::begin_sign_out() {
  wants_out_ = false;
  leaving_.begin(
      account_->server, account_->trust,
      [this, folder = desk_.options().library_folder,
       account = *account_](sync::HttpClient& client) -> SyncErrand::Finish {
        return [this, trouble = sync::sign_library_out(folder, client, account)] {
          if (!trouble) return desk_.tell(NoticeKind::kNews, in_both(words::kSyncSignedOut));
          desk_.tell(NoticeKind::kTrouble,
                     {filled(Language::kEnglish, words::kSyncOnlyHere, {trouble->words.english}),
                      filled(Language::kChinese, words::kSyncOnlyHere, {trouble->words.chinese})});
        };
      },
      wake());
}

bool SyncKeeper::take_signed_out() {
  if (!leaving_.is_done()) return false;
  desk_.attempt(words::kSyncOnlyHere, [this] { leaving_.finish(); });
  return true;
}

// --- syncing ---

bool SyncKeeper::tick() {
  const SyncStatus before = status_;
  bool is_new = take_signed_out();
  if (working_ && working_->is_done()) take_result();
  if (!working_ && wants_out_) begin_sign_out();
  if (!working_ && !leaving_.is_working()) {
    if (has_account_changed()) read_account();
    if (account_) look_for_changes();
    if (account_ && schedule_.due() && *schedule_.due() <= now()) begin();
  }
  status_.is_working = working_.has_value() || leaving_.is_working();
  return is_new || !(status_ == before);
}

void SyncKeeper::look_for_changes() {
  const SyncSchedule::Moment at = now();
  if (at < std::exchange(last_look_, at))
    schedule_ = SyncSchedule(chance_of(desk_), at);  // the clock was set back
  desk_.attempt(words::kSyncTrouble, [&] {
    const std::size_t unsent = desk_.library().unsent_count();
    if (unsent != std::exchange(unsent_, unsent)) schedule_.answered(at);
    status_.unsent = unsent;
  });
}

void SyncKeeper::sync_now() {
  if (working_)
    is_asked_again_ = true;  // it may have read past what there is to send now
  else if (account_)
    schedule_.ask(now());
  tick();
}

void SyncKeeper::begin() {
  client_ = std::make_unique<sync::HttpClient>(account_->server, account_->trust);
  working_.emplace(
      [open = desk_.options().open_again, client = client_.get(), token = account_->token,
       clock = desk_.options().clock, source = desk_.options().clock_source](JobControl& control) {
        Library library = open();
        library.post_to_boards(clock());
        return sync::sync_now(
            library, *client, token, [&] { return clock().at; },
            [&](const sync::SyncProgress&) {
              return control.is_cancelled() ? sync::Onward::kStop : sync::Onward::kGo;
            },
            source);
      },
      wake());
}

void SyncKeeper::take_result() {
  std::optional<sync::Trouble> trouble;
  try {
    trouble = working_->take().trouble;
  } catch (const StoreError& error) {
    trouble = sync::Trouble{sync::TroubleKind::kServerFault, error.words(), std::nullopt};
  }
  working_.reset();
  schedule_.ended(trouble, now());
  if (std::exchange(is_asked_again_, false) && !trouble) schedule_.ask(now());
  const bool was_stopped = trouble && trouble->kind == sync::TroubleKind::kStopped;
  status_.trouble = trouble && !was_stopped ? trouble->words : Words();
  status_.needs_person = trouble && is_for_a_person(*trouble);
  read_status();
}

void SyncKeeper::read_status() {
  status_.name = account_->name;
  status_.server = sync::to_text(account_->server);
  desk_.attempt(words::kSyncTrouble, [this] {
    const Library& library = desk_.library();
    const SyncPosition position = library.sync_position();
    status_.synced = position.synced ? local_minute(*position.synced, desk_.now().utc_offset) : "";
    status_.unsent = unsent_ = library.unsent_count();
    refused_ = read_refused(library, desk_.now().utc_offset);
    status_.refused = library.refused_count();
    const auto error = sync::clock_error(position);
    status_.clock = error ? sync::clock_in_words(*error) : Words();
  });
  tell_of_clock();
}

/// Once, until it is right again.
void SyncKeeper::tell_of_clock() {
  if (!status_.clock.empty() && !was_told_of_clock_)
    desk_.tell(NoticeKind::kWarning,
               {filled(Language::kEnglish, words::kSyncClock, {status_.clock.english}),
                filled(Language::kChinese, words::kSyncClock, {status_.clock.chinese})});
  was_told_of_clock_ = !status_.clock.empty();
}

void SyncKeeper::refused_changed() {
  if (account_) read_status();
}

}  // namespace rehearse
