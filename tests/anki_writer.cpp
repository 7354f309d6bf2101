#include "tests/anki_writer.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>
#include <zstd.h>

#include <stdexcept>

namespace rehearse {
namespace {

constexpr const char* kCommonTables = R"sql(
CREATE TABLE col (id integer PRIMARY KEY, crt integer NOT NULL, mod integer NOT NULL, scm integer NOT NULL,
  ver integer NOT NULL, dty integer NOT NULL, usn integer NOT NULL, ls integer NOT NULL, conf text NOT NULL,
  models text NOT NULL, decks text NOT NULL, dconf text NOT NULL, tags text NOT NULL);
CREATE TABLE notes (id integer PRIMARY KEY, guid text NOT NULL, mid integer NOT NULL, mod integer NOT NULL,
  usn integer NOT NULL, tags text NOT NULL, flds text NOT NULL, sfld integer NOT NULL, csum integer NOT NULL,
  flags integer NOT NULL, data text NOT NULL);
CREATE TABLE cards (id integer PRIMARY KEY, nid integer NOT NULL, did integer NOT NULL, ord integer NOT NULL,
  mod integer NOT NULL, usn integer NOT NULL, type integer NOT NULL, queue integer NOT NULL,
  due integer NOT NULL, ivl integer NOT NULL, factor integer NOT NULL, reps integer NOT NULL,
  lapses integer NOT NULL, left integer NOT NULL, odue integer NOT NULL, odid integer NOT NULL,
  flags integer NOT NULL, data text NOT NULL);
CREATE TABLE revlog (id integer PRIMARY KEY, cid integer NOT NULL, usn integer NOT NULL,
  ease integer NOT NULL, ivl integer NOT NULL, lastIvl integer NOT NULL, factor integer NOT NULL,
  time integer NOT NULL, type integer NOT NULL);
)sql";

constexpr const char* kNewTables = R"sql(
CREATE TABLE notetypes (id integer NOT NULL PRIMARY KEY, name text NOT NULL COLLATE unicase,
  mtime_secs integer NOT NULL, usn integer NOT NULL, config blob NOT NULL);
CREATE UNIQUE INDEX idx_notetypes_name ON notetypes (name);
CREATE TABLE fields (ntid integer NOT NULL, ord integer NOT NULL, name text NOT NULL COLLATE unicase,
  config blob NOT NULL, PRIMARY KEY (ntid, ord)) WITHOUT ROWID;
CREATE UNIQUE INDEX idx_fields_name_ntid ON fields (name, ntid);
CREATE TABLE templates (ntid integer NOT NULL, ord integer NOT NULL, name text NOT NULL COLLATE unicase,
  mtime_secs integer NOT NULL, usn integer NOT NULL, config blob NOT NULL, PRIMARY KEY (ntid, ord))
  WITHOUT ROWID;
CREATE TABLE decks (id integer PRIMARY KEY NOT NULL, name text NOT NULL COLLATE unicase,
  mtime_secs integer NOT NULL, usn integer NOT NULL, common blob NOT NULL, kind blob NOT NULL);
CREATE UNIQUE INDEX idx_decks_name ON decks (name);
CREATE TABLE config (KEY text NOT NULL PRIMARY KEY, usn integer NOT NULL, mtime_secs integer NOT NULL,
  val blob NOT NULL) WITHOUT ROWID;
)sql";

int compare_bytes(void*, int left_size, const void* left, int right_size, const void* right) {
  const std::string_view a(static_cast<const char*>(left), static_cast<std::size_t>(left_size));
  return a.compare({static_cast<const char*>(right), static_cast<std::size_t>(right_size)});
}

std::string quoted(const std::string& text) {
  std::string result = "'";
  for (const char c : text) result += c == '\'' ? "''" : std::string(1, c);
  return result + "'";
}

std::string packed(const std::string& content, int declared) {
  ZSTD_CCtx* encoder = ZSTD_createCCtx();
  ZSTD_CCtx_setParameter(encoder, ZSTD_c_contentSizeFlag, declared);
  std::string stream(ZSTD_compressBound(content.size()), '\0');
  const std::size_t size =
      ZSTD_compress2(encoder, stream.data(), stream.size(), content.data(), content.size());
  ZSTD_freeCCtx(encoder);
  if (ZSTD_isError(size)) throw std::runtime_error(ZSTD_getErrorName(size));
  stream.resize(size);
  return stream;
}

}  // namespace

std::string database_of(const std::string& sql) {
  SQLite::Database database(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  sqlite3_create_collation(database.getHandle(), "unicase", SQLITE_UTF8, nullptr, compare_bytes);
  database.exec(sql);
  sqlite3_int64 size = 0;
  unsigned char* bytes = sqlite3_serialize(database.getHandle(), "main", &size, 0);
  std::string file(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size));
  sqlite3_free(bytes);
  return file;
}

std::string zstd_of(const std::string& content) { return packed(content, 1); }

std::string undeclared_zstd_of(const std::string& content) { return packed(content, 0); }

// 2020-01-01 04:00 in China, and 2026-11-20 12:00.
std::string schema_11(const std::string& config, const std::string& models, const std::string& decks) {
  return kCommonTables +
         ("INSERT INTO col VALUES (1, 1577822400, 1795147200000, 1577822400000, 11, 0, 0, 0, " +
          quoted(config) + ", " + quoted(models) + ", " + quoted(decks) + ", '{}', '{}');");
}

std::string schema_18() {
  return std::string(kCommonTables) + kNewTables +
         "INSERT INTO col VALUES (1, 1577822400, 1795147200000, 1577822400000, 18, 0, 0, 0, '', '', '', '', "
         "'');";
}

}  // namespace rehearse
