#include "gui/window/jobs/backup_keeper.h"

#include "gui/window/strings/settings_words.h"

namespace rehearse {

void BackupKeeper::note_use() {
  const LocalInstant now = desk_.now();
  const std::filesystem::path& folder = desk_.options().library_folder;
  if (now.at < last_) last_ = now.at;  // the clock was set back
  if (folder.empty() || working_ || now.at - last_ < kBetweenBackups) return;
  last_ = now.at;
  desk_.attempt(words::kSettingsNotBackedUp, [&] {
    working_.emplace([folder, now](JobControl&) { return back_up(folder, now); }, desk_.wake());
  });
}

bool BackupKeeper::tick() {
  if (!working_ || !working_->is_done()) return false;
  const bool was_made = desk_.attempt(words::kSettingsNotBackedUp, [this] { working_->take(); });
  working_.reset();
  return !was_made;
}

}  // namespace rehearse
