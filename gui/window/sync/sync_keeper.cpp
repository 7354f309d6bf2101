#include "gui/window/sync/sync_keeper.h"

#include <cstdio>
#include <utility>

#include "gui/window/strings/shell_words.h"
#include "gui/window/strings/sync_words.h"
#include "sync/client/library_account.h"

namespace rehearse {
namespace {

using sync::SyncSchedule;

/// 2026-12-01 09:30 on the learner's clock.
std::string format_local(Instant at, std::chrono::minutes utc_offset) {
  const auto local = at + utc_offset;
  const auto day = std::chrono::floor<std::chrono::days>(local);
  const auto minutes = std::chrono::floor<std::chrono::minutes>(local - day).count();
  char text[16];
  std::snprintf(text, sizeof text, " %02d:%02d", static_cast<int>(minutes / 60),
                static_cast<int>(minutes % 60));
  return format_day(StudyDay{day.time_since_epoch()}) + text;
}

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
  leaving_.reset();
  if (!account_) return;
  const bool has_more =
      desk_.attempt(words::kSyncTrouble, [this] { unsent_ = desk_.library().unsent_count(); }) && unsent_ > 0;
  if (!working_ && has_more && schedule_.may_begin(now())) begin();
  if (!working_) return;
  std::unique_lock lock(mutex_);
  done_.wait_for(lock, sync::kQuitTime, [this] { return working_->is_done(); });
  lock.unlock();
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
  status_ = {};
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
  if (!account_ || leaving_ || working_) return;
  leaving_.emplace(
      [folder = desk_.options().library_folder, account = *account_](JobControl&) {
        sync::HttpClient client(account.server, account.trust);
        return sync::sign_library_out(folder, client, account);
      },
      wake());
}

bool SyncKeeper::take_signed_out() {
  if (!leaving_ || !leaving_->is_done()) return false;
  std::optional<sync::Trouble> trouble;
  const bool is_done = desk_.attempt(words::kSyncOnlyHere, [&] { trouble = leaving_->take(); });
  leaving_.reset();
  if (is_done && trouble)
    desk_.tell(NoticeKind::kTrouble,
               {filled(Language::kEnglish, words::kSyncOnlyHere, {trouble->words.english}),
                filled(Language::kChinese, words::kSyncOnlyHere, {trouble->words.chinese})});
  else if (is_done)
    desk_.tell(NoticeKind::kNews, in_both(words::kSyncSignedOut));
  return true;
}

// --- syncing ---

bool SyncKeeper::tick() {
  const SyncStatus before = status_;
  bool is_new = take_signed_out();
  if (working_ && working_->is_done()) take_result();
  if (!working_ && !leaving_) {
    if (has_account_changed()) read_account();
    if (account_) look_for_changes();
    if (account_ && schedule_.due() && *schedule_.due() <= now()) begin();
  }
  status_.is_working = working_.has_value() || leaving_.has_value();
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
  if (account_ && !working_) schedule_.ask(now());
  tick();
}

void SyncKeeper::begin() {
  client_ = std::make_unique<sync::HttpClient>(account_->server, account_->trust);
  working_.emplace(
      [open = desk_.options().open_again, client = client_.get(), token = account_->token,
       clock = desk_.options().clock](JobControl& control) {
        Library library = open();
        return sync::sync_now(
            library, *client, token, [&] { return clock().at; },
            [&](const sync::SyncProgress&) {
              return control.is_cancelled() ? sync::Onward::kStop : sync::Onward::kGo;
            });
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
  status_.trouble = trouble ? trouble->words : Words();
  status_.needs_person = trouble && is_for_a_person(*trouble);
  read_status();
}

void SyncKeeper::read_status() {
  status_.name = account_->name;
  status_.server = sync::to_text(account_->server);
  desk_.attempt(words::kSyncTrouble, [this] {
    const Library& library = desk_.library();
    const SyncPosition position = library.sync_position();
    status_.synced = position.synced ? format_local(*position.synced, desk_.now().utc_offset) : "";
    status_.unsent = unsent_ = library.unsent_count();
    status_.refused = library.refused().size();
    const auto error = sync::clock_error(position);
    status_.clock = error ? sync::clock_in_words(*error) : Words();
  });
}

}  // namespace rehearse
