// Backups of a library: whole copies in <library>/backups/, named by when they were made.
// Each function opens the files for itself: any thread may call it while another one has the library open.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/base/random.h"
#include "core/base/time.h"
#include "core/store/backup.h"

namespace rehearse {

using LocalSeconds = std::chrono::local_seconds;

struct Backup {
  std::filesystem::path file;
  LocalSeconds at{};  // on the learner's clock
  std::uintmax_t bytes = 0;

  /// 2026-12-01 09:30:15
  std::string name() const;
};

/// Where a library's backups are, and what was put aside because it was damaged.
std::filesystem::path backup_folder(const std::filesystem::path& library_folder);

/// The newest first.
std::vector<Backup> list_backups(const std::filesystem::path& library_folder);

/// Nothing when it cannot be read, or was made by another version of the program.
inline std::optional<LibraryContents> look_into(const Backup& backup) { return read_contents(backup.file); }

/// Writes one and verifies it, then drops those that superfluous_backups() names, and what was left
/// unfinished by a program that was killed. Nothing when there is no library, or the newest backup holds all
/// that it does. Throws StoreError.
std::optional<Backup> back_up(const std::filesystem::path& library_folder, LocalInstant now);

/// Which of these may go: all of today and yesterday stay; before them the newest of each day for 12 days,
/// then of each week for 10 weeks, then of each month for 9; and the newest of all.
std::vector<LocalSeconds> superfluous_backups(std::vector<LocalSeconds> backups, LocalSeconds now);

/// What came of going back to an earlier copy.
struct GoneBack {
  std::size_t taken_back = 0;    // changes made since
  std::size_t answers_kept = 0;  // given since, mock interviews too
  std::size_t brought_in = 0;    // ops that the library had lost
};

struct RestoreReport {
  GoneBack back;
  bool was_damaged = false;  // then the damaged file lies among the backups, and no change was taken back
};

/// What becomes of a library whose file is damaged: it is refused; or it is put aside and replaced by the
/// backup, and what can be read of it is taken in. Nobody may have it open meanwhile.
enum class DamagedLibrary { kRefused, kReplaced };

/// One line per fault of the library's file, as Library::check() finds them, but in a copy of it: nobody
/// waits, and a file that no longer opens is told as well. None where there is no library. Throws StoreError
/// when there is no room for the copy, and for a library that a newer program wrote: that is no damage.
std::vector<std::string> find_damage(const std::filesystem::path& library_folder, RandomSource random,
                                     LocalInstant now);

/// The same as far as it shows without working anything out again, in the file itself, which may be in use: a
/// second for some hundred thousand answers. `is_cancelled` is asked often. Throws StoreError where that is
/// not the file's fault.
std::vector<std::string> look_for_damage(const std::filesystem::path& library_folder, RandomSource random,
                                         const std::function<bool()>& is_cancelled);

/// The newest one that can be read.
std::optional<Backup> newest_good_backup(const std::filesystem::path& library_folder);

/// Puts a damaged library aside, for where there is no backup: what can be read of it becomes a new one.
/// Nobody may have it open meanwhile. Throws StoreError.
RestoreReport salvage_library(const std::filesystem::path& library_folder, RandomSource random,
                              LocalInstant now);

/// Backs up what is there now; then decks, questions, marks and settings are as in the backup: what was done
/// since is taken back, op by op, but for answers and mock interviews. What the backup has and the library
/// lacks comes back. One transaction, which holds other programs up about as long as Library::rebuild().
/// Throws StoreError.
RestoreReport restore_backup(const std::filesystem::path& library_folder, const Backup& backup,
                             DamagedLibrary damaged, RandomSource random, LocalInstant now);

}  // namespace rehearse
