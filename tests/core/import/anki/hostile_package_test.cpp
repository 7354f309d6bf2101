// Packages made to do harm, and damaged ones: an error in words or what can be read, never more.
#include <doctest/doctest.h>

#include <chrono>
#include <random>

#include "core/import/anki/anki_package.h"
#include "core/import/anki/collection_bytes.h"
#include "tests/anki_writer.h"
#include "tests/zip_writer.h"

namespace rehearse {
namespace {

constexpr const char* kModels =
    R"({"1": {"name": "Basic", "flds": [{"name": "Front", "ord": 0}, {"name": "Back", "ord": 1}]}})";
constexpr const char* kNote =
    "INSERT INTO notes VALUES (1, 'x', 1, 0, 0, '', 'asked' || char(31) || 'said', '', 0, 0, '');"
    "INSERT INTO cards VALUES (1, 1, 1, 0, 0, 0, 2, 2, 100, 10, 2500, 1, 0, 0, 0, 0, 0, '');"
    "INSERT INTO revlog VALUES (1795000000000, 1, 0, 3, 10, 1, 2500, 1000, 1);";

std::string sound_sql() { return schema_11("{}", kModels, R"({"1": {"name": "Deck"}})") + kNote; }

Result<std::vector<StudiedDeck>> read(const std::string& database) {
  return read_anki_package(zip_of({{"collection.anki21", database}}), std::chrono::minutes{480});
}

std::string error_of(const std::string& database) {
  const auto decks = read(database);
  return decks ? "" : decks.error().line();
}

}  // namespace

TEST_SUITE("core/import/anki hostile packages") {
  TEST_CASE("tables that are none are refused in words") {
    for (const char* change : {
             "DROP TABLE notes; CREATE VIEW notes AS SELECT 1 AS id, 1 AS mid, 'a' AS flds;",
             "DROP TABLE notes; CREATE VIEW notes AS WITH RECURSIVE n (id) AS (SELECT 1 UNION ALL SELECT id "
             "+ 1 FROM n)"
             " SELECT id, 1 AS mid, 'a' AS flds FROM n;",
             "DROP TABLE revlog; CREATE VIRTUAL TABLE revlog USING fts5(id, cid, ease, ivl, time, type);",
             "DROP TABLE cards;",
             "DROP TABLE col;",
             "DROP TABLE notes; CREATE TABLE notes (id integer, mid integer, flds AS (printf('%.*c', "
             "9999999, 'x')));",
             "DROP TABLE notes; CREATE TABLE notes (id integer, mid integer, a text, b AS (a || a) STORED, "
             "flds AS (b || b));",
         }) {
      CAPTURE(change);
      CHECK(error_of(database_of(sound_sql() + change)).find("lacks the table") != std::string::npos);
    }
    CHECK(error_of(database_of(sound_sql() + "ALTER TABLE notes RENAME COLUMN flds TO other;"))
              .find("not laid out") != std::string::npos);
    CHECK(error_of(database_of(sound_sql() + "CREATE TABLE notetypes (id integer);"))
              .find("lacks the table fields") != std::string::npos);
  }

  TEST_CASE("a trigger or a view beside sound tables changes nothing") {
    const auto decks =
        read(database_of(sound_sql() + "CREATE TRIGGER t AFTER INSERT ON notes BEGIN DELETE FROM notes; END;"
                                       "CREATE VIEW v AS SELECT load_extension('x');"));
    REQUIRE(decks);
    CHECK(decks->at(0).document.questions.size() == 1);
  }

  TEST_CASE("values of any kind in any column are read or left out") {
    for (const char* change : {
             "UPDATE cards SET due = 9223372036854775807",
             "UPDATE cards SET due = -9223372036854775808",
             "UPDATE cards SET ivl = 9223372036854775807, factor = 9223372036854775807, lapses = -5",
             "UPDATE cards SET type = 77, queue = 'text', ord = x'00'",
             "UPDATE cards SET nid = 'none'",
             "UPDATE revlog SET id = -1, ease = 99, time = -9223372036854775808",
             "UPDATE revlog SET id = 9223372036854775807",
             "UPDATE col SET crt = 9223372036854775807, mod = -9223372036854775808",
             "UPDATE col SET crt = 'yesterday', conf = '[1', models = '5'",
             "UPDATE col SET models = '{\"1\": {\"flds\": [{\"ord\": 99999999999, \"name\": 5}, 7]}}'",
             "UPDATE col SET decks = '{\"1\": {\"name\": \"::::\", \"rehearse\": {\"title\": 5}}}'",
             "UPDATE col SET conf = '{\"creationOffset\": 1e300, \"rollover\": -99}'",
             "UPDATE notes SET flds = x'ff00ff1f80'",
             "UPDATE notes SET flds = replace(hex(zeroblob(100000)), '0', char(31))",
             "UPDATE notes SET flds = '{{c1::{{c2::' || char(31) || '</b></i>'",
             "UPDATE notes SET mid = 5",
             "DELETE FROM col",
         }) {
      CAPTURE(change);
      const auto decks = read(database_of(sound_sql() + change));
      if (decks)
        for (const StudiedDeck& deck : *decks) CHECK(deck.histories.size() == deck.document.questions.size());
    }
    const std::string deep(100'000, '[');
    CHECK(read(database_of(sound_sql() + "UPDATE col SET models = '" + deep + "'")));
  }

  TEST_CASE("what is no database or cut short is refused in words") {
    const std::string whole = database_of(sound_sql());
    CHECK(error_of("").find("damaged") != std::string::npos);
    CHECK(error_of("SQLite format 3").find("damaged") != std::string::npos);
    CHECK(error_of(std::string(10'000, 'x')).find("damaged") != std::string::npos);
    for (const std::size_t share : {1, 3, 5, 7})
      CHECK_FALSE(error_of(whole.substr(0, whole.size() * share / 10)).empty());
    std::string in_wal_mode = whole;
    in_wal_mode[18] = in_wal_mode[19] = 2;
    CHECK(read(in_wal_mode));
  }

  TEST_CASE("randomly damaged collections give an error or decks") {
    std::mt19937_64 random(7);
    const std::string whole = database_of(sound_sql());
    for (int round = 0; round < 1500; ++round) {
      std::string damaged = whole;
      for (std::uint64_t faults = 1 + random() % 30; faults > 0; --faults)
        damaged[random() % damaged.size()] = static_cast<char>(random());
      const auto decks = read(damaged);
      if (!decks) CHECK_FALSE(decks.error().line().empty());
    }
  }

  TEST_CASE("a zstd stream gives what was packed and nothing beyond the limit") {
    const std::string content(3'000'000, 'x');
    for (const std::string& stream : {zstd_of(content), undeclared_zstd_of(content)}) {
      const auto whole = unpacked_zstd(stream, content.size());
      REQUIRE(whole);
      CHECK(*whole == content);
      CHECK(unpacked_zstd(stream, content.size() - 1).error().line().find("far more") != std::string::npos);
      for (const std::size_t cut : {std::size_t{0}, std::size_t{3}, stream.size() / 2, stream.size() - 1})
        CHECK_FALSE(unpacked_zstd(stream.substr(0, cut), content.size()));
    }
    CHECK_FALSE(unpacked_zstd("no stream at all", 100));
  }

  TEST_CASE("a collection that unpacks to far more than its size explains is refused") {
    const std::string bomb(100 * 1024 * 1024, '\0');
    for (const std::string& stream : {zstd_of(bomb), undeclared_zstd_of(bomb)}) {
      const auto decks = read_anki_package(zip_of({{"collection.anki21b", stream}}), std::chrono::minutes{0});
      REQUIRE_FALSE(decks);
      CHECK(decks.error().line().find("far more") != std::string::npos);
    }
  }
}

}  // namespace rehearse
