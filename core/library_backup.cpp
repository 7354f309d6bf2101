#include "core/library_backup.h"

#include <SQLiteCpp/Backup.h>
#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <set>
#include <system_error>

#include "core/base/store_error.h"
#include "core/store/card_index.h"
#include "core/store/check.h"
#include "core/store/content.h"
#include "core/store/fold_in.h"
#include "core/store/memory.h"
#include "core/store/op_log.h"
#include "core/store/other_copy.h"
#include "core/store/schema.h"
#include "core/store/sqlite_fault.h"

namespace rehearse {
namespace {

constexpr const char* kFolder = "backups";
constexpr const char* kExtension = ".sqlite";
constexpr const char* kUnfinished = ".sqlite.part";  // while copy_library() writes it
constexpr const char* kOpened = ".sqlite.opened";    // while restore_backup() reads it
constexpr const char* kLibraryFile = "library.sqlite";
constexpr const char* kCompanions[] = {"", "-wal", "-shm"};  // of a file that SQLite has open

// More of them are not folded one by one: everything is, once.
constexpr std::size_t kFewChanges = 500;

constexpr std::chrono::days kAll{2}, kDaily{12}, kWeekly{7 * 10};
constexpr std::chrono::months kMonthly{9};

/// 2026-12-01 09:30:15 with these marks between the numbers.
std::string format_time(LocalSeconds at, char between, char of_time) {
  const auto day = std::chrono::floor<std::chrono::days>(at);
  const std::chrono::hh_mm_ss time(at - day);
  char text[16];
  std::snprintf(text, sizeof text, "%02d%c%02d%c%02d", static_cast<int>(time.hours().count()), of_time,
                static_cast<int>(time.minutes().count()), of_time, static_cast<int>(time.seconds().count()));
  return format_day(day) + between + text;
}

/// Of 2026-12-01_09-30-15.
std::optional<LocalSeconds> parse_file_name(const std::string& stem) {
  if (stem.size() != 19 || stem[10] != '_' || stem[13] != '-' || stem[16] != '-') return std::nullopt;
  const Result<StudyDay> day = parse_day(stem.substr(0, 10));
  if (!day) return std::nullopt;
  LocalSeconds at = *day;
  constexpr std::chrono::seconds kUnits[] = {std::chrono::hours{1}, std::chrono::minutes{1},
                                             std::chrono::seconds{1}};
  for (std::size_t i = 0; i < std::size(kUnits); ++i) {
    int value = 0;
    const char* begin = stem.data() + 11 + 3 * i;
    const auto [end, error] = std::from_chars(begin, begin + 2, value);
    if (error != std::errc{} || end != begin + 2) return std::nullopt;
    at += value * kUnits[i];
  }
  return at;
}

LocalSeconds local_time(LocalInstant now) {
  return LocalSeconds{std::chrono::floor<std::chrono::seconds>((now.at + now.utc_offset).time_since_epoch())};
}

/// The days, weeks (from Monday) and months that `at` lies in, each as a number of its own.
std::int64_t week_of(std::chrono::local_days day) {
  constexpr std::int64_t kMondayBefore1970 = 3;  // 1970-01-01 was a Thursday
  return (day.time_since_epoch().count() + kMondayBefore1970) / 7;
}
std::int64_t month_of(std::chrono::local_days day) {
  const std::chrono::year_month_day date(day);
  return static_cast<int>(date.year()) * 12 + static_cast<std::int64_t>(static_cast<unsigned>(date.month()));
}

/// True when both logs hold as many ops: they only grow, and a backup is never ahead.
bool holds_all_of(const std::filesystem::path& backup, const std::filesystem::path& file) {
  const std::optional<LibraryContents> kept = read_contents(backup), now = read_contents(file);
  return kept.has_value() && now.has_value() && kept->ops == now->ops;
}

/// What a program that was killed while it wrote a backup or read one left behind: the copy and SQLite's own
/// files beside it. One that is younger than a day may be in use.
void drop_unfinished(const std::filesystem::path& folder, LocalSeconds now) {
  std::vector<std::filesystem::path> left;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
    const std::string name = entry.path().filename().string();
    const std::size_t end = std::min(name.find(kUnfinished), name.find(kOpened));
    if (end == std::string::npos) continue;
    const auto begun = parse_file_name(name.substr(0, end));
    if (begun && *begun + std::chrono::days{1} < now) left.push_back(entry.path());
  }
  for (const std::filesystem::path& file : left) std::filesystem::remove(file, error);
}

std::filesystem::path make_folder(const std::filesystem::path& library_folder) {
  std::filesystem::path folder = backup_folder(library_folder);
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (error)
    throw StoreError(
        {"backups " + folder.string() + ": the folder cannot be made (" + error.message() +
             "): check space and permissions",
         "备份 " + folder.string() + "：无法创建文件夹（" + error.message() + "），请检查磁盘空间和权限"});
  return folder;
}

void move_file(const std::filesystem::path& from, const std::filesystem::path& to) {
  std::error_code error;
  std::filesystem::rename(from, to, error);
  if (error)
    throw StoreError(
        {"library " + from.string() + ": cannot be put aside (" + error.message() +
             "): check space and permissions",
         "题库 " + from.string() + "：无法移开（" + error.message() + "），请检查磁盘空间和权限"});
}

/// A folder that may not be looked into is a fault, not an absence.
bool is_there(const std::filesystem::path& file) {
  std::error_code error;
  const bool is_there = std::filesystem::exists(file, error);
  if (error)
    throw StoreError({"library " + file.string() + ": cannot be reached (" + error.message() +
                          "): check the permissions of its folder",
                      "题库 " + file.string() + "：无法访问（" + error.message() + "），请检查文件夹的权限"});
  return is_there;
}

/// A file that goes with what SQLite laid beside it.
class UnfinishedCopy {
 public:
  explicit UnfinishedCopy(std::filesystem::path file) : file_(std::move(file)) { remove(); }
  ~UnfinishedCopy() { remove(); }
  UnfinishedCopy(const UnfinishedCopy&) = delete;
  UnfinishedCopy& operator=(const UnfinishedCopy&) = delete;

  const std::filesystem::path& file() const { return file_; }

 private:
  void remove() {
    std::error_code ignored;
    for (const char* companion : kCompanions) std::filesystem::remove(file_.string() + companion, ignored);
  }
  std::filesystem::path file_;
};

/// A copy to work on: opening a library's file may write to it. Named by when it was made, so that it is
/// known for how long nobody has wanted it.
class WorkingCopy : public UnfinishedCopy {
 public:
  WorkingCopy(const std::filesystem::path& backup, LocalInstant now)
      : UnfinishedCopy(backup.parent_path() / (format_time(local_time(now), '_', '-') + kOpened)) {
    std::error_code error;
    std::filesystem::copy_file(backup, file(), error);
    if (error)
      throw StoreError({"backup " + backup.string() + ": cannot be read: " + error.message(),
                        "备份 " + backup.string() + "：无法读取：" + error.message()});
  }
};

/// The layers that write, on a library's file.
struct OpenLibrary {
  OpenLibrary(const std::filesystem::path& file, RandomSource random)
      : database(file),
        log(database, std::move(random)),
        cards(database),
        memory(database, log, cards),
        content(database, log, memory, cards) {
    rebuild_if_wanted(database, log, content, memory);
  }

  Database database;
  OpLog log;
  CardIndex cards;
  Memory memory;
  Content content;
};

GoneBack take_in(const std::filesystem::path& copy, OpenLibrary& library) {
  Transaction transaction(library.database);
  GoneBack taken;
  taken.brought_in = unite_with(copy, library.log).brought_in;
  if (taken.brought_in > 0) rebuild_projections(library.log, library.content, library.memory);
  transaction.commit();
  return taken;
}

GoneBack go_back_to(const std::filesystem::path& copy, OpenLibrary& library, LocalInstant now) {
  Transaction transaction(library.database);
  GoneBack back;
  const OtherCopy then = unite_with(copy, library.log);
  const DoneSince since = done_since(library.log, then.ops);
  back.brought_in = then.brought_in;
  back.answers_kept = since.answers;
  back.taken_back = since.to_void.size();
  const bool is_little = back.brought_in == 0 && back.taken_back <= kFewChanges;
  for (const OpId& op : since.to_void) {
    const StoredOp taking_back = library.log.append(VoidOp{op}, now.at);
    if (is_little) fold_in(taking_back, library.log, library.content, library.memory);
  }
  if (!is_little) rebuild_projections(library.log, library.content, library.memory);
  transaction.commit();
  return back;
}

/// What can be read of a damaged file goes into another, which is made when it is not there.
GoneBack take_in_readable(const std::filesystem::path& damaged, const std::filesystem::path& file,
                          RandomSource random) {
  OpenLibrary library(file, std::move(random));
  try {
    return take_in(damaged, library);
  } catch (const StoreError&) {
    return {};  // nothing of it can be read
  }
}

/// Where there is no backup, by a new library.
GoneBack replace_damaged(const std::filesystem::path& library_folder, const Backup* backup,
                         RandomSource random, LocalInstant now) {
  const std::filesystem::path file = library_folder / kLibraryFile;
  const std::filesystem::path name =
      make_folder(library_folder) / ("damaged-" + format_time(local_time(now), '_', '-') + kExtension);
  // Made whole beside it first: whenever the program is killed, there is a library.
  const UnfinishedCopy mended(name.string() + ".mended");
  if (backup != nullptr) copy_library(WorkingCopy(backup->file, now).file(), mended.file());
  const GoneBack taken = take_in_readable(file, mended.file(), std::move(random));
  for (const char* companion : kCompanions)
    if (is_there(file.string() + companion)) move_file(file.string() + companion, name.string() + companion);
  move_file(mended.file(), file);
  return taken;
}

/// What `path` holds and has not yet checkpointed, page by page as it lies there.
void copy_pages(const std::filesystem::path& path, const std::filesystem::path& copy) try {
  SQLite::Database from(path.string(), SQLite::OPEN_READONLY);
  SQLite::Database to(copy.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  SQLite::Backup(to, from).executeStep(-1);
} catch (const SQLite::Exception& fault) {
  throw_about({path, &library_format()}, fault.getErrorCode(), fault.what());
}

/// As a line of find_damage(). What the file is not to be blamed for goes on.
std::vector<std::string> damage_in(const StoreError& fault) {
  if (fault.fault() != StoreFault::kDamage) throw fault;
  return {fault.words().english};
}

}  // namespace

std::filesystem::path backup_folder(const std::filesystem::path& library_folder) {
  return library_folder / kFolder;
}

std::string Backup::name() const { return format_time(at, ' ', ':'); }

std::vector<Backup> list_backups(const std::filesystem::path& library_folder) {
  std::vector<Backup> backups;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(backup_folder(library_folder), error)) {
    if (entry.path().extension() != kExtension) continue;
    const auto at = parse_file_name(entry.path().stem().string());
    const std::uintmax_t bytes = entry.file_size(error);
    if (at && !error) backups.push_back({entry.path(), *at, bytes});
  }
  std::sort(backups.begin(), backups.end(), [](const Backup& a, const Backup& b) { return a.at > b.at; });
  return backups;
}

std::optional<Backup> back_up(const std::filesystem::path& library_folder, LocalInstant now) {
  const std::filesystem::path file = library_folder / kLibraryFile;
  if (!is_there(file)) return std::nullopt;
  const std::vector<Backup> backups = list_backups(library_folder);
  if (!backups.empty() && holds_all_of(backups.front().file, file)) return std::nullopt;
  LocalSeconds at = local_time(now);
  // The clock was set back, or this is the second one within a second: the newest has the latest name.
  if (!backups.empty()) at = std::max(at, backups.front().at + std::chrono::seconds{1});
  const std::filesystem::path copy = make_folder(library_folder) / (format_time(at, '_', '-') + kExtension);
  copy_library(file, copy);

  std::vector<LocalSeconds> times{at};
  for (const Backup& backup : backups) times.push_back(backup.at);
  const std::vector<LocalSeconds> superfluous = superfluous_backups(std::move(times), at);
  std::error_code error;
  for (const Backup& backup : backups)
    if (std::find(superfluous.begin(), superfluous.end(), backup.at) != superfluous.end())
      std::filesystem::remove(backup.file, error);
  drop_unfinished(copy.parent_path(), at);
  return Backup{copy, at, std::filesystem::file_size(copy, error)};
}

std::vector<LocalSeconds> superfluous_backups(std::vector<LocalSeconds> backups, LocalSeconds now) {
  std::sort(backups.rbegin(), backups.rend());
  const auto today = std::chrono::floor<std::chrono::days>(now);
  const auto all_from = today - (kAll - std::chrono::days{1});
  const auto daily_from = all_from - kDaily;
  const auto weekly_from = daily_from - kWeekly;
  const std::int64_t first_month = month_of(weekly_from) - kMonthly.count();
  std::set<std::pair<int, std::int64_t>> taken;  // of which kind of span, and which of them
  std::vector<LocalSeconds> superfluous;
  for (const LocalSeconds at : backups) {
    const auto day = std::chrono::floor<std::chrono::days>(at);
    bool stays = at == backups.front();
    if (day >= all_from)
      stays = true;
    else if (day >= daily_from)
      stays |= taken.emplace(0, day_number(day)).second;
    else if (day >= weekly_from)
      stays |= taken.emplace(1, week_of(day)).second;
    else if (month_of(day) > first_month)
      stays |= taken.emplace(2, month_of(day)).second;
    if (!stays) superfluous.push_back(at);
  }
  return superfluous;
}

std::vector<std::string> find_damage(const std::filesystem::path& library_folder, RandomSource random,
                                     LocalInstant now) {
  const std::filesystem::path file = library_folder / kLibraryFile;
  if (!is_there(file)) return {};
  const UnfinishedCopy copy(make_folder(library_folder) /
                            (format_time(local_time(now), '_', '-') + kUnfinished));
  try {
    copy_pages(file, copy.file());
    OpenLibrary library(copy.file(), std::move(random));
    return check_library(library.database, library.log, library.content, library.memory);
  } catch (const StoreError& fault) {
    return damage_in(fault);
  }
}

std::vector<std::string> look_for_damage(const std::filesystem::path& library_folder, RandomSource random,
                                         const std::function<bool()>& is_cancelled) {
  const std::filesystem::path file = library_folder / kLibraryFile;
  if (!is_there(file)) return {};
  try {
    Database database(file);
    const OpLog log(database, std::move(random));
    return check_log(database, log, is_cancelled);
  } catch (const StoreError& fault) {
    return damage_in(fault);
  }
}

std::optional<Backup> newest_good_backup(const std::filesystem::path& library_folder) {
  for (Backup& backup : list_backups(library_folder))
    if (is_sound(backup.file) && look_into(backup)) return std::move(backup);
  return std::nullopt;
}

RestoreReport salvage_library(const std::filesystem::path& library_folder, RandomSource random,
                              LocalInstant now) {
  return {replace_damaged(library_folder, nullptr, std::move(random), now), true};
}

RestoreReport restore_backup(const std::filesystem::path& library_folder, const Backup& backup,
                             DamagedLibrary damaged, RandomSource random, LocalInstant now) {
  const std::filesystem::path file = library_folder / kLibraryFile;
  if (const bool is_damaged = !find_damage(library_folder, random, now).empty();
      is_damaged && damaged == DamagedLibrary::kRefused)
    throw StoreError({"library " + file.string() +
                          ": the file is damaged: close the window and type: rehearse backup restore",
                      "题库 " + file.string() + "：文件已损坏，请关闭窗口后运行：rehearse backup restore"});
  else if (is_damaged)
    return {replace_damaged(library_folder, &backup, std::move(random), now), true};
  const WorkingCopy copy(backup.file, now);  // the copy made next may be the one that pushes this one out
  back_up(library_folder, now);
  OpenLibrary library(file, std::move(random));
  return {go_back_to(copy.file(), library, now), false};
}

}  // namespace rehearse
