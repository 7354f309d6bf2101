#include "core/store/database.h"

#include <sqlite3.h>

#include "core/store/schema.h"
#include "core/store/store_error.h"

namespace rehearse {
namespace {

// Long enough for another program's import to finish its transaction.
constexpr int kWaitForOtherProgramMs = 5000;

std::string words_for(int code) {
  switch (code & 0xff) {
    case SQLITE_FULL: return "the disk is full: free some space and try again";
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return "another program is using it: close that and try again";
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH: return "it may not be written: check the permissions of the file and its folder";
    case SQLITE_CANTOPEN: return "it cannot be opened: check that the folder exists and may be written";
    case SQLITE_CORRUPT: return "the file is damaged: restore a backup";
    case SQLITE_NOTADB: return "this is not a library of Rehearse: choose another folder";
    case SQLITE_IOERR: return "the disk reported a fault: check it, then try again";
    default: return "";
  }
}

[[noreturn]] void fail(const std::filesystem::path& file, const SQLite::Exception& fault) {
  const std::string words = words_for(fault.getErrorCode());
  throw StoreError("library " + file.string() + ": " + (words.empty() ? fault.what() : words));
}

/// Calls `work`; a fault of SQLite comes out in words.
template <class Work>
auto in_words(const std::filesystem::path& file, Work&& work) {
  try {
    return work();
  } catch (const SQLite::Exception& fault) {
    fail(file, fault);
  }
}

}  // namespace

Query::Query(SQLite::Statement& statement, const std::filesystem::path& file)
    : statement_(statement), file_(file) {}

Query::~Query() {
  // A failed step reports again at reset; it was thrown once already.
  statement_.tryReset();
  try {
    statement_.clearBindings();
  } catch (const SQLite::Exception&) {
  }
}

bool Query::step() {
  return in_words(file_, [&] { return statement_.executeStep(); });
}

int Query::run() {
  return in_words(file_, [&] { return statement_.exec(); });
}

void Query::bind_one(int index, std::int64_t value) {
  in_words(file_, [&] { statement_.bind(index, value); });
}

void Query::bind_one(int index, const std::string& value) {
  in_words(file_, [&] { statement_.bind(index, value); });
}

void Query::bind_one(int index, std::nullptr_t) {
  in_words(file_, [&] { statement_.bind(index); });
}

void Query::bind_blob(int index, const void* bytes, std::size_t size) {
  in_words(file_, [&] { statement_.bind(index, bytes, static_cast<int>(size)); });
}

Database::Database(const std::filesystem::path& file) : file_(file) {
  in_words(file_, [&] {
    connection_ = std::make_unique<SQLite::Database>(
        file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE, kWaitForOtherProgramMs);
  });
  // Before anything is written: changing the journal mode changes the file.
  refuse_newer(*this);
  in_words(file_, [&] {
    connection_->exec("PRAGMA journal_mode = WAL");
    connection_->exec("PRAGMA synchronous = FULL");
    connection_->exec("PRAGMA foreign_keys = ON");
    connection_->exec("PRAGMA trusted_schema = OFF");
  });
  migrate(*this);
}

Query Database::query(const char* sql) {
  auto& statement = statements_[sql];
  if (!statement)
    statement = in_words(file_, [&] { return std::make_unique<SQLite::Statement>(*connection_, sql); });
  return Query(*statement, file_);
}

void Database::execute(const char* sql) {
  in_words(file_, [&] { connection_->exec(sql); });
}

Transaction::Transaction(Database& database) : database_(database) { database_.execute("BEGIN IMMEDIATE"); }

Transaction::~Transaction() {
  if (!open_) return;
  try {
    database_.execute("ROLLBACK");
  } catch (const StoreError&) {
    // SQLite has rolled back by itself (disk full, for one): there is nothing left to undo.
  }
}

void Transaction::commit() {
  database_.execute("COMMIT");
  open_ = false;
}

}  // namespace rehearse
