#include "sync/server/store/server_copy.h"

#include <system_error>

#include "core/base/store_error.h"
#include "core/store/backup.h"
#include "core/store/database.h"
#include "sync/server/store/folder_owner.h"
#include "sync/server/store/server_schema.h"

namespace rehearse::sync {
namespace {

using std::filesystem::path;

constexpr const char* kServerTables =
    "SELECT count(*) FROM sqlite_schema WHERE name IN ('scope', 'op', 'account', 'session', 'invite')";
constexpr int kServerTableCount = 5;

[[noreturn]] void fail(const path& file, const Words& why) {
  throw StoreError({"backup " + file.string() + ": " + why.english,
                    "备份 " + file.string() + "：" + why.in(Language::kChinese)});
}

/// Removes a file, and what SQLite puts beside it, unless it was given another name.
class Unfinished {
 public:
  explicit Unfinished(path file) : file_(std::move(file)) { remove(); }
  ~Unfinished() { remove(); }
  Unfinished(const Unfinished&) = delete;
  Unfinished& operator=(const Unfinished&) = delete;

 private:
  void remove() {
    std::error_code ignored;
    for (const char* end : {"", "-wal", "-shm"}) std::filesystem::remove(file_.string() + end, ignored);
  }
  path file_;
};

ServerCheck require_sound(const path& shown, const path& file) {
  ServerCheck check = check_server(file);
  if (!check.faults.empty()) fail(shown, check.faults.front());
  return check;
}

/// An empty file is a sound one of SQLite, and would become a server without accounts.
bool is_server_data(const path& file) {
  try {
    SQLite::Database database(file.string(), SQLite::OPEN_READONLY);
    return database.execAndGet(kServerTables).getInt() == kServerTableCount;
  } catch (const SQLite::Exception&) {
    return false;
  }
}

path free_name(const path& file) {
  for (int number = 1;; ++number) {
    path name = file.string() + ".before-restore-" + std::to_string(number);
    if (!std::filesystem::exists(name)) return name;
  }
}

/// The file alone is all there is of it afterwards: no write-ahead log.
void close_log(const path& file) {
  Database(file, server_format()).execute("PRAGMA wal_checkpoint(TRUNCATE)");
}

}  // namespace

ServerCheck back_up_server(const path& file, const path& copy) {
  if (std::filesystem::exists(copy)) fail(copy, {"there is a file of this name already", "同名文件已存在"});
  copy_library(file, copy, server_format());
  try {
    ServerCheck check = require_sound(copy, copy);
    close_log(copy);
    return check;
  } catch (const StoreError&) {
    const Unfinished removed(copy);
    throw;
  }
}

RestoredServer restore_server(const path& copy, const path& file) {
  if (!std::filesystem::exists(copy)) fail(copy, {"there is no such file", "没有这个文件"});
  if (!is_server_data(copy) || !is_sound(copy))
    fail(copy, {"it is damaged, or no backup", "文件已损坏，或不是备份"});
  const path part = file.string() + ".part";
  const Unfinished unfinished(part);
  std::error_code error;
  std::filesystem::copy_file(copy, part, error);
  if (error) fail(part, {"it cannot be written: " + error.message(), "无法写入：" + error.message()});
  RestoredServer restored{require_sound(copy, part), {}};
  close_log(part);
  give_to_owner_of_folder(part);
  if (std::filesystem::exists(file)) {
    // A damaged file cannot be told to close its log: then both stay as they are, under another name.
    restored.before = free_name(file);
    if (is_sound(file)) close_log(file);
    std::filesystem::create_hard_link(file, restored.before, error);
    if (error) fail(file, {"it cannot be kept: " + error.message(), "无法保留：" + error.message()});
  }
  for (const char* end : {"-wal", "-shm"}) {
    const path beside = file.string() + end;
    if (!std::filesystem::exists(beside)) continue;
    std::filesystem::rename(beside, restored.before.string() + end, error);
    if (error) fail(file, {"it cannot be kept: " + error.message(), "无法保留：" + error.message()});
  }
  std::filesystem::rename(part, file, error);
  if (error) fail(file, {"it cannot be written: " + error.message(), "无法写入：" + error.message()});
  return restored;
}

}  // namespace rehearse::sync
