#include "core/import/anki/anki_database.h"

#include <sqlite3.h>

#include <utility>

namespace rehearse {
namespace {

constexpr std::string_view kMagic("SQLite format 3\0", 16);
// File format, https://www.sqlite.org/fileformat.html §1.3: bytes 18 and 19 are 2 in WAL mode, which a
// database in memory cannot have; a file without its log beside it reads the same in the other mode.
constexpr std::size_t kWriteVersion = 18;
constexpr std::size_t kReadVersion = 19;

constexpr int kLongestValue = 16 * 1024 * 1024;  // bytes of one field of one note, far beyond a person's text
constexpr int kStepsBetweenLooks = 10'000;
// A row costs some hundred steps and some hundred bytes.
constexpr std::uint64_t kStepsPerByte = 64;
constexpr std::uint64_t kStepsAlways = 10'000'000;

// A file's rows are no longer than the file, unless they share their pages.
constexpr std::uint64_t kBytesReadPerByte = 2;
constexpr std::uint64_t kBytesReadAlways = 1'000'000;

// The text of a virtual table's row begins otherwise. A computed column has 2 or 3 for `hidden`.
constexpr const char* kTables =
    "SELECT name FROM sqlite_schema s WHERE type = 'table' AND substr(sql, 1, 12) = 'CREATE TABLE'"
    " AND NOT EXISTS (SELECT 1 FROM pragma_table_xinfo(s.name) WHERE hidden <> 0)";

Error error_of(int code) {
  switch (code & 0xff) {
    case SQLITE_INTERRUPT:
      return {{"the Anki collection asks for far more work than its size explains",
               "Anki 数据库的内容异常，读取耗时远超其大小"},
              "",
              {"do not trust where it came from", "来源不可信，请勿使用"}};
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return {{"the Anki collection is damaged", "Anki 数据库已损坏"},
              "",
              {"in Anki: Tools, Check Database; then export again",
               "请在 Anki 中选择“工具—检查数据库”，然后重新导出"}};
    case SQLITE_TOOBIG:
      return {{"a field of the Anki collection is larger than 16 MB", "Anki 数据库中有超过 16 MB 的字段"},
              "",
              {"shorten that note", "请缩短该笔记"}};
    default:
      return {{"the Anki collection is not laid out as Anki lays it out", "Anki 数据库的结构与 Anki 的不同"},
              "",
              {"export it again from a current Anki", "请用新版 Anki 重新导出"}};
  }
}

/// Names are compared by Anki without regard to case; nothing here looks one up, but SQLite must know the
/// word.
int compare_bytes(void*, int left_size, const void* left, int right_size, const void* right) {
  const std::string_view a(static_cast<const char*>(left), static_cast<std::size_t>(left_size));
  const std::string_view b(static_cast<const char*>(right), static_cast<std::size_t>(right_size));
  return a.compare(b);
}

int allow_reading(void*, int action, const char*, const char*, const char*, const char*) {
  return action == SQLITE_SELECT || action == SQLITE_READ ? SQLITE_OK : SQLITE_DENY;
}

std::uint64_t bytes_of(const SQLite::Statement& statement) {
  std::uint64_t bytes = 0;
  for (int i = 0; i < statement.getColumnCount(); ++i) {
    const SQLite::Column column = statement.getColumn(i);
    bytes += column.isText() || column.isBlob() ? static_cast<std::uint64_t>(column.getBytes()) : 8;
  }
  return bytes;
}

void distrust(sqlite3* handle) {
  sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_VIEW, 0, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, nullptr);
  sqlite3_limit(handle, SQLITE_LIMIT_LENGTH, kLongestValue);
  sqlite3_limit(handle, SQLITE_LIMIT_SQL_LENGTH, 100'000);
  sqlite3_limit(handle, SQLITE_LIMIT_EXPR_DEPTH, 50);
  sqlite3_limit(handle, SQLITE_LIMIT_COLUMN, 200);
  sqlite3_limit(handle, SQLITE_LIMIT_VDBE_OP, 10'000);
  sqlite3_limit(handle, SQLITE_LIMIT_ATTACHED, 0);
  sqlite3_limit(handle, SQLITE_LIMIT_TRIGGER_DEPTH, 1);
  sqlite3_limit(handle, SQLITE_LIMIT_WORKER_THREADS, 0);
  sqlite3_create_collation(handle, "unicase", SQLITE_UTF8, nullptr, compare_bytes);
}

}  // namespace

struct AnkiDatabase::Limits {
  std::uint64_t looks_left = 0;

  static int look(void* limits) {
    auto& looks_left = static_cast<Limits*>(limits)->looks_left;
    if (looks_left == 0) return 1;
    --looks_left;
    return 0;
  }
};

AnkiDatabase::AnkiDatabase() : limits_(std::make_unique<Limits>()) {}
AnkiDatabase::AnkiDatabase(AnkiDatabase&&) noexcept = default;
AnkiDatabase::~AnkiDatabase() { connection_.reset(); }

Result<AnkiDatabase> AnkiDatabase::open(std::string bytes) {
  if (bytes.size() <= kReadVersion || bytes.compare(0, kMagic.size(), kMagic) != 0)
    return error_of(SQLITE_NOTADB);
  bytes[kWriteVersion] = bytes[kReadVersion] = 1;
  AnkiDatabase database;
  database.bytes_ = std::make_unique<std::string>(std::move(bytes));
  std::string& file = *database.bytes_;
  try {
    database.connection_ = std::make_unique<SQLite::Database>(":memory:", SQLite::OPEN_READWRITE);
    sqlite3* handle = database.connection_->getHandle();
    const int code =
        sqlite3_deserialize(handle, "main", reinterpret_cast<unsigned char*>(file.data()),
                            static_cast<sqlite3_int64>(file.size()), static_cast<sqlite3_int64>(file.size()),
                            SQLITE_DESERIALIZE_READONLY);
    if (code != SQLITE_OK) return error_of(code);
    distrust(handle);
    sqlite3_progress_handler(handle, kStepsBetweenLooks, Limits::look, database.limits_.get());
  } catch (const SQLite::Exception& fault) {
    return error_of(fault.getErrorCode());
  }
  const auto read =
      database.for_each(kTables, [&](const AnkiRow& row) { database.tables_.insert(row.text(0)); });
  if (!read) return read.error();
  sqlite3_set_authorizer(database.connection_->getHandle(), allow_reading, nullptr);
  return database;
}

bool AnkiDatabase::has_table(std::string_view name) const { return tables_.find(name) != tables_.end(); }

Result<std::monostate> AnkiDatabase::for_each(const char* sql,
                                              const std::function<void(const AnkiRow&)>& take) {
  limits_->looks_left = (kStepsAlways + kStepsPerByte * bytes_->size()) / kStepsBetweenLooks;
  try {
    SQLite::Statement statement(*connection_, sql);
    std::uint64_t bytes_left = kBytesReadAlways + kBytesReadPerByte * bytes_->size();
    while (statement.executeStep()) {
      const std::uint64_t bytes = bytes_of(statement);
      if (bytes > bytes_left) return error_of(SQLITE_INTERRUPT);
      bytes_left -= bytes;
      take(AnkiRow(statement));
    }
    return std::monostate{};
  } catch (const SQLite::Exception& fault) {
    return error_of(fault.getErrorCode());
  }
}

}  // namespace rehearse
