#include "core/store/backup.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <fcntl.h>
#include <unistd.h>

#include <string>
#include <system_error>

#include "core/base/store_error.h"
#include "core/store/database.h"

namespace rehearse {
namespace {

// Its own file is not made durable by SQLite: that is done here.
constexpr const char* kCopy = "VACUUM INTO ?1";
constexpr const char* kIntegrity = "PRAGMA integrity_check(1)";
constexpr const char* kOps = "SELECT coalesce(max(position), 0) FROM op";
constexpr const char* kDecks = "SELECT count(*) FROM deck WHERE alive";
constexpr const char* kQuestions =
    "SELECT count(*) FROM question q JOIN deck d ON d.position = q.deck WHERE q.alive AND d.alive";
constexpr const char* kAnswers = "SELECT coalesce(sum(answers), 0) FROM study_day";
constexpr const char* kNewestAnswer = "SELECT max(day) FROM study_day";

[[noreturn]] void fail(const std::filesystem::path& copy, const Words& why) {
  throw StoreError({"backup " + copy.string() + ": " + why.english,
                    "备份 " + copy.string() + "：" + why.in(Language::kChinese)});
}

bool is_on_disk(const std::filesystem::path& path) {
  const int descriptor = open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return false;
  const bool is_done = fsync(descriptor) == 0;
  close(descriptor);
  return is_done;
}

/// Removes a file that has not got its name.
class Unfinished {
 public:
  explicit Unfinished(std::filesystem::path file) : file_(std::move(file)) { remove(); }
  ~Unfinished() { remove(); }
  Unfinished(const Unfinished&) = delete;
  Unfinished& operator=(const Unfinished&) = delete;

 private:
  void remove() {
    std::error_code ignored;
    std::filesystem::remove(file_, ignored);
  }
  std::filesystem::path file_;
};

}  // namespace

void copy_library(const std::filesystem::path& file, const std::filesystem::path& copy,
                  const FileFormat& format) {
  const std::filesystem::path part = copy.string() + ".part";
  const Unfinished unfinished(part);
  Database(file, format).query(kCopy).bind(part.string()).run();
  if (!is_sound(part))
    fail(copy, {"what was written cannot be read again: check the disk", "写入的内容无法读回，请检查磁盘"});
  std::error_code error;
  if (is_on_disk(part)) std::filesystem::rename(part, copy, error);
  // A name without a folder stands in the one that is worked in.
  const std::filesystem::path folder = copy.has_parent_path() ? copy.parent_path() : ".";
  if (!std::filesystem::exists(copy, error) || !is_on_disk(folder))
    fail(copy, {"it cannot be written: check space and permissions", "无法写入，请检查磁盘空间和权限"});
}

bool is_sound(const std::filesystem::path& file) {
  std::error_code error;
  if (!std::filesystem::exists(file, error) && !error) return true;
  try {
    SQLite::Database database(file.string(), SQLite::OPEN_READONLY);
    return database.execAndGet(kIntegrity).getString() == "ok";
  } catch (const SQLite::Exception&) {
    return false;
  }
}

std::optional<LibraryContents> read_contents(const std::filesystem::path& file) {
  try {
    SQLite::Database database(file.string(), SQLite::OPEN_READONLY);
    const auto count = [&](const char* sql) {
      return static_cast<std::size_t>(database.execAndGet(sql).getInt64());
    };
    LibraryContents contents;
    contents.ops = database.execAndGet(kOps).getInt64();
    contents.decks = count(kDecks);
    contents.questions = count(kQuestions);
    contents.answers = count(kAnswers);
    if (const SQLite::Column day = database.execAndGet(kNewestAnswer); !day.isNull())
      contents.newest_answer = day_from_number(day.getInt64());
    return contents;
  } catch (const SQLite::Exception&) {
    return std::nullopt;
  }
}

}  // namespace rehearse
