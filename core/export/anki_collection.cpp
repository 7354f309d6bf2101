#include "core/export/anki_collection.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include <memory>

#include "core/base/sha1.h"
#include "core/base/store_error.h"

namespace rehearse {
namespace {

constexpr const char* kSchema = R"sql(
CREATE TABLE col (id integer primary key, crt integer not null, mod integer not null, scm integer not null,
  ver integer not null, dty integer not null, usn integer not null, ls integer not null, conf text not null,
  models text not null, decks text not null, dconf text not null, tags text not null);
CREATE TABLE notes (id integer primary key, guid text not null, mid integer not null, mod integer not null,
  usn integer not null, tags text not null, flds text not null, sfld integer not null, csum integer not null,
  flags integer not null, data text not null);
CREATE TABLE cards (id integer primary key, nid integer not null, did integer not null, ord integer not null,
  mod integer not null, usn integer not null, type integer not null, queue integer not null,
  due integer not null, ivl integer not null, factor integer not null, reps integer not null,
  lapses integer not null, left integer not null, odue integer not null, odid integer not null,
  flags integer not null, data text not null);
CREATE TABLE revlog (id integer primary key, cid integer not null, usn integer not null,
  ease integer not null, ivl integer not null, lastIvl integer not null, factor integer not null,
  time integer not null, type integer not null);
CREATE TABLE graves (usn integer not null, oid integer not null, type integer not null);
CREATE INDEX ix_notes_usn ON notes (usn);
CREATE INDEX ix_cards_usn ON cards (usn);
CREATE INDEX ix_revlog_usn ON revlog (usn);
CREATE INDEX ix_cards_nid ON cards (nid);
CREATE INDEX ix_cards_sched ON cards (did, queue, due);
CREATE INDEX ix_revlog_cid ON revlog (cid);
CREATE INDEX ix_notes_csum ON notes (csum);
)sql";
constexpr const char* kAddCollection =
    "INSERT INTO col VALUES (1, ?1, ?2, ?2, 11, 0, 0, 0, ?3, ?4, ?5, ?6, '{}')";
constexpr const char* kAddNote = "INSERT INTO notes VALUES (?1, ?2, ?3, ?4, -1, ?5, ?6, ?7, ?8, 0, '')";
constexpr const char* kAddCard =
    "INSERT INTO cards VALUES (?1, ?2, ?3, 0, ?4, -1, ?5, ?5, ?6, ?7, ?8, ?9, ?10, 0, 0, 0, ?11, '')";
constexpr const char* kAddReview = "INSERT INTO revlog VALUES (?1, ?2, -1, ?3, ?4, ?5, ?6, ?7, ?8)";

// Of `type` and of `queue`: the same numbers for what is written here.
constexpr int kNew = 0;
constexpr int kReview = 2;

/// The first 8 hexadecimal digits of the SHA-1 of the first field without markup.
std::int64_t checksum(const std::string& text) {
  const auto digest = sha1(text);
  return std::int64_t{digest[0]} << 24 | std::int64_t{digest[1]} << 16 | std::int64_t{digest[2]} << 8 |
         std::int64_t{digest[3]};
}

template <class... Values>
void run(SQLite::Statement& statement, const Values&... values) {
  int index = 0;
  (statement.bind(++index, values), ...);
  statement.exec();
  statement.reset();
}

void add_rows(SQLite::Database& database, const AnkiCollectionRows& rows) {
  SQLite::Statement collection(database, kAddCollection);
  SQLite::Statement note(database, kAddNote);
  SQLite::Statement card(database, kAddCard);
  SQLite::Statement review(database, kAddReview);
  const std::int64_t modified_seconds = rows.modified_ms / 1000;
  run(collection, rows.created_seconds, rows.modified_ms, rows.config, rows.models, rows.decks,
      rows.deck_options);
  for (const AnkiNoteRow& row : rows.notes) {
    run(note, row.note_id, row.guid, rows.note_type_id, modified_seconds, row.tags, row.fields,
        row.sort_field, checksum(row.sort_field));
    const MemoryState& memory = row.schedule.memory;
    const bool met = memory.met;
    run(card, row.card_id, row.note_id, rows.deck_id, modified_seconds, met ? kReview : kNew, row.due,
        met ? memory.sm2.interval_days : std::int64_t{0}, met ? memory.sm2.easiness * 10 : 0,
        static_cast<std::int64_t>(row.schedule.reviews.size()), memory.lapses, row.flag);
    for (const AnkiReviewRow& answer : row.schedule.reviews)
      run(review, answer.id, row.card_id, answer.ease, answer.interval_days, answer.last_interval_days,
          answer.factor, answer.spent_ms, answer.type);
  }
}

struct SqliteFree {
  void operator()(unsigned char* bytes) const { sqlite3_free(bytes); }
};

}  // namespace

std::string write_anki_collection(const AnkiCollectionRows& rows) {
  try {
    SQLite::Database database(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    database.exec(kSchema);
    SQLite::Transaction transaction(database);
    add_rows(database, rows);
    transaction.commit();
    sqlite3_int64 size = 0;
    const std::unique_ptr<unsigned char, SqliteFree> bytes(
        sqlite3_serialize(database.getHandle(), "main", &size, 0));
    if (!bytes) throw SQLite::Exception("out of memory");
    return {reinterpret_cast<const char*>(bytes.get()), static_cast<std::size_t>(size)};
  } catch (const SQLite::Exception& fault) {
    throw StoreError({std::string("the Anki package cannot be made: ") + fault.what(),
                      std::string("无法生成 Anki 牌组包：") + fault.what()});
  }
}

}  // namespace rehearse
