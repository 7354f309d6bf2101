#include "core/store/database.h"

#include <sqlite3.h>

#include <cerrno>
#include <new>

#include "core/base/store_error.h"
#include "core/store/packed_line.h"
#include "core/store/schema.h"
#include "core/store/sqlite_fault.h"

namespace rehearse {
namespace {

// Long enough for another program's import to finish its transaction.
constexpr int kWaitForOtherProgramMs = 5000;

// Kept prepared, so that they work when there is no memory left to prepare anything.
constexpr const char* kBeginWriting = "BEGIN IMMEDIATE";
constexpr const char* kBeginReading = "BEGIN";
constexpr const char* kCommit = "COMMIT";
constexpr const char* kRollBack = "ROLLBACK";
// Makes SQLite read the schema anew, and with it the full-text index open its tables anew: what it remembers
// of them may be wrong once it ran out of memory in the midst of a change.
constexpr const char* kForgetSchema = "PRAGMA writable_schema = RESET";

// Room for the cursors of a statement, which SQLite would get from the heap each time.
constexpr int kLookasideBytes = 1200;
constexpr int kLookasideSlots = 500;

[[noreturn]] void fail(const NamedFile& file, const Words& why) {
  throw_about(file, why, StoreFault::kSurroundings);
}

[[noreturn]] void fail(const NamedFile& file, const SQLite::Exception& fault) {
  throw_about(file, fault.getErrorCode(), fault.what());
}

/// SQLite sums up what it allocates under a lock of the whole program; nobody asks for the sum.
void do_not_count_memory() {
  static const int done = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
  static_cast<void>(done);  // refused when SQLite runs already, which costs time and nothing else
}

/// SQL: fields_in(line) is the text of unpack_import_fields, or NULL.
void fields_in(sqlite3_context* context, int, sqlite3_value** values) {
  try {
    const auto* bytes = static_cast<const char*>(sqlite3_value_blob(values[0]));
    const auto size = static_cast<std::size_t>(sqlite3_value_bytes(values[0]));
    if (const auto fields = unpack_import_fields({bytes, size}))
      sqlite3_result_text(context, fields->data(), static_cast<int>(fields->size()), SQLITE_TRANSIENT);
  } catch (const std::bad_alloc&) {
    sqlite3_result_error_nomem(context);  // SQLite, which calls this, knows no exceptions
  }
}

/// Calls `work`; a fault of SQLite comes out in words.
template <class Work>
void in_words(const NamedFile& file, Work&& work) {
  try {
    errno = 0;
    work();
  } catch (const SQLite::Exception& fault) {
    fail(file, fault);
  }
}

/// Whether to ask again for a file that another program writes to. SQLite's own pauses grow to a tenth of a
/// second, and who writes again and again, as a long sync does, leaves shorter gaps: who waited would wait on
/// and on.
int asks_again(void*, int times) {
  constexpr int kPauseMs = 4;
  if (times * kPauseMs >= kWaitForOtherProgramMs) return 0;
  sqlite3_sleep(kPauseMs);
  return 1;
}

/// Where WAL cannot be had (a network folder without shared memory) SQLite keeps the old mode without an
/// error.
void require_wal(SQLite::Database& connection) {
  const std::string mode = connection.execAndGet("PRAGMA journal_mode").getString();
  if (mode != "wal") throw SQLite::Exception("this folder's file system cannot hold a library (no WAL)");
}

/// Whether the last connection to a file moves what its log holds into the file.
void fold_log_at_closing(SQLite::Database& connection, bool does_fold) {
  sqlite3_db_config(connection.getHandle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, does_fold ? 0 : 1, nullptr);
}

/// SQLite does not wait while another program turns the same new file to WAL: it is busy at once.
void turn_on_wal(SQLite::Database& connection) {
  constexpr int kPauseMs = 10;
  for (int waited_ms = 0;; waited_ms += kPauseMs) {
    const int code = connection.tryExec("PRAGMA journal_mode = WAL");
    if (code == SQLITE_OK) return require_wal(connection);
    if ((code & 0xff) != SQLITE_BUSY || waited_ms >= kWaitForOtherProgramMs)
      throw SQLite::Exception(connection.getHandle(), code);
    sqlite3_sleep(kPauseMs);
  }
}

}  // namespace

Query::~Query() {
  // A failed step reports again at reset; it was thrown once already.
  sqlite3_reset(statement_);
  sqlite3_clear_bindings(statement_);
}

void Query::require(int code) const {
  if (code != SQLITE_OK) fail(file_, SQLite::Exception(sqlite3_db_handle(statement_), code));
}

bool Query::step() {
  errno = 0;
  const int code = sqlite3_step(statement_);
  if (code == SQLITE_ROW) return true;
  if (code != SQLITE_DONE) require(code);
  return false;
}

int Query::run() {
  step();
  return sqlite3_changes(sqlite3_db_handle(statement_));
}

void Query::bind_one(int index, std::int64_t value) { require(sqlite3_bind_int64(statement_, index, value)); }

void Query::bind_one(int index, double value) { require(sqlite3_bind_double(statement_, index, value)); }

void Query::bind_one(int index, std::string_view value) {
  // An empty text may have no place, which SQLite would take for NULL.
  const char* text = value.empty() ? "" : value.data();
  require(sqlite3_bind_text(statement_, index, text, static_cast<int>(value.size()), SQLITE_TRANSIENT));
}

void Query::bind_one(int index, std::nullptr_t) { require(sqlite3_bind_null(statement_, index)); }

void Query::bind_blob(int index, const void* bytes, std::size_t size) {
  require(sqlite3_bind_blob(statement_, index, bytes, static_cast<int>(size), SQLITE_TRANSIENT));
}

Database::Database(const std::filesystem::path& file, const FileFormat& format) : name_{file, &format} {
  do_not_count_memory();
  in_words(name_, [&] {
    // A connection belongs to one thread: locking each call would guard against nobody.
    connection_ = std::make_unique<SQLite::Database>(
        file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE | SQLITE_OPEN_NOMUTEX);
    sqlite3_busy_handler(connection_->getHandle(), asks_again, nullptr);
    sqlite3_db_config(connection_->getHandle(), SQLITE_DBCONFIG_LOOKASIDE, nullptr, kLookasideBytes,
                      kLookasideSlots);
    // Innocuous: a view may call it.
    const int code = sqlite3_create_function_v2(connection_->getHandle(), "fields_in", 1,
                                                SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS,
                                                nullptr, fields_in, nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) throw SQLite::Exception(connection_->getHandle(), code);
  });
  // Before anything is written: changing the journal mode changes the file, and so does closing it when its
  // log (-wal) is then folded in.
  fold_log_at_closing(*connection_, false);
  refuse_foreign(*this);
  fold_log_at_closing(*connection_, true);
  in_words(name_, [&] {
    turn_on_wal(*connection_);
    connection_->exec("PRAGMA synchronous = FULL");
    connection_->exec("PRAGMA foreign_keys = ON");
    connection_->exec("PRAGMA trusted_schema = OFF");
    connection_->exec("PRAGMA cache_size = -4096");  // KiB: more made no import faster
  });
  migrate(*this);
  for (const char* sql : {kBeginWriting, kBeginReading, kCommit, kRollBack}) query(sql);
}

Query Database::query(const char* sql) {
  auto& statement = statements_[sql];
  if (!statement) {
    sqlite3* const connection = connection_->getHandle();
    sqlite3_stmt* prepared = nullptr;
    const int code = sqlite3_prepare_v3(connection, sql, -1, SQLITE_PREPARE_PERSISTENT, &prepared, nullptr);
    if (code != SQLITE_OK) fail(name_, SQLite::Exception(connection, code));
    statement.reset(prepared);
  }
  return Query(statement.get(), name_);
}

std::int64_t Database::version_elsewhere() {
  Query version = query("PRAGMA data_version");
  version.step();
  return version.integer(0);
}

void Database::listen(HearRow hear) {
  hear_ = std::move(hear);
  const auto tell = [](void* hears, int, const char*, const char* table, sqlite3_int64 row) {
    (*static_cast<HearRow*>(hears))(table, row);
  };
  sqlite3_update_hook(connection_->getHandle(), hear_ ? +tell : nullptr, &hear_);
}

void Database::execute(const char* sql) {
  in_words(name_, [&] { connection_->exec(sql); });
}

void Database::require_in_place() {
  int has_moved = 0;
  sqlite3_file_control(connection_->getHandle(), "main", SQLITE_FCNTL_HAS_MOVED, &has_moved);
  if (has_moved != 0)
    fail(name_, {"it was moved or deleted while it was open: put it back, or close this and start again",
                 "它在打开期间被移走或删除了，请放回原处，或关闭后重新打开"});
}

void Database::roll_back() {
  // SQLite may have rolled back by itself (disk full, for one): then there is nothing left to undo.
  if (sqlite3_get_autocommit(connection_->getHandle()) == 0) query(kRollBack).run();
  if (!doubts_schema_) return;
  execute(kForgetSchema);
  doubts_schema_ = false;
}

Transaction::Transaction(Database& database) : database_(database) {
  if (database_.open_transactions_ == 0) {
    database_.require_in_place();
    database_.roll_back();
    database_.query(kBeginWriting).run();
    database_.inner_failed_ = false;
  }
  ++database_.open_transactions_;
}

Transaction::~Transaction() {
  if (!open_) return;
  if (--database_.open_transactions_ > 0) {
    database_.inner_failed_ = true;
    return;
  }
  ++database_.rollbacks_;
  database_.doubts_schema_ = true;
  try {
    database_.roll_back();
  } catch (const StoreError&) {
    // What begins next tries again.
  }
}

void Transaction::commit() {
  if (database_.open_transactions_ == 1) {
    if (database_.inner_failed_)
      fail(database_.name_, {"nothing was kept: a part of it failed", "没有保存：其中一部分失败"});
    database_.query(kCommit).run();
  }
  --database_.open_transactions_;
  open_ = false;
}

Snapshot::Snapshot(Database& database) : database_(database), is_own_(database.open_transactions_ == 0) {
  if (!is_own_) return;
  database_.roll_back();
  database_.query(kBeginReading).run();
}

Snapshot::~Snapshot() {
  if (!is_own_) return;
  try {
    database_.roll_back();
  } catch (const StoreError&) {
    // What begins next tries again; nothing was written.
  }
}

}  // namespace rehearse
