// The file itself: migrations, newer files, damage, no room.
#include "core/store/database.h"

#include <doctest/doctest.h>

#include <initializer_list>
#include <vector>

#include "core/base/file.h"
#include "core/deck/deck_markdown.h"
#include "core/library.h"
#include "core/store/schema.h"
#include "tests/library_fixture.h"
#include "tests/older_schema.h"

namespace rehearse {
namespace {

using test::LibraryFixture;

std::string bytes_of(const std::filesystem::path& file) { return *read_file(file); }

/// What the call throws, in its words.
template <class Work>
std::string words_thrown(Work&& work) {
  try {
    work();
  } catch (const StoreError& error) {
    return error.what();
  }
  return "";
}

const SchemaStep kExtraStep{"CREATE TABLE extra (only_row INTEGER PRIMARY KEY) STRICT"};
const SchemaStep kBrokenStep{
    "CREATE TABLE another (id INTEGER PRIMARY KEY) STRICT; INSERT INTO missing VALUES (1)"};
const SchemaStep kBrokenUpgrade{
    "CREATE TABLE another (id INTEGER PRIMARY KEY) STRICT",
    [](Database& database) { database.execute("INSERT INTO another VALUES (1), (1)"); }};
/// The steps that the file has taken already, which are not run again, and then these.
std::vector<SchemaStep> steps_with(std::initializer_list<SchemaStep> added) {
  std::vector<SchemaStep> steps(static_cast<std::size_t>(schema_version()), {"not run again"});
  steps.insert(steps.end(), added);
  return steps;
}

const std::string kVersion = std::to_string(schema_version());
const std::string kNextVersion = std::to_string(schema_version() + 1);
const std::string kBackup = ".version-" + kVersion;

}  // namespace

TEST_SUITE("core/store/database") {
  TEST_CASE("a database of another program is refused and stays as it is byte for byte") {
    const test::Scratch scratch;
    const auto file = scratch / "library.sqlite";
    SQLite::Database(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE)
        .exec("CREATE TABLE photo (x)");
    const std::string before = *read_file(file);
    CHECK(words_thrown([&] { Database database(file); }).find("another program") != std::string::npos);
    CHECK(*read_file(file) == before);
  }

  TEST_CASE("a file written by a newer program is refused and stays as it is byte for byte") {
    const test::Scratch scratch;
    const auto file = scratch / "library.sqlite";
    for (const char* journal : {"PRAGMA journal_mode = DELETE", "PRAGMA journal_mode = WAL"}) {
      {
        Database database(file);
        database.execute(journal);
        database.execute("PRAGMA user_version = 99");
      }
      const std::string before = bytes_of(file);
      CHECK(words_thrown([&] { Database database(file); }).find("newer Rehearse") != std::string::npos);
      CHECK(bytes_of(file) == before);
      std::filesystem::remove(file);
    }
  }

  TEST_CASE_FIXTURE(LibraryFixture, "a step that was added runs after a backup and once") {
    library.import_document(test::open_document("deck", 2, 2), now);
    Database database(file());
    const auto steps = steps_with({kExtraStep});
    migrate(database, steps);
    migrate(database, steps);
    CHECK(test::rows(database, "PRAGMA user_version") == std::vector{kNextVersion});
    CHECK(test::rows(database, "SELECT count(*) FROM extra") == std::vector<std::string>{"0"});
    const std::filesystem::path backup = file().string() + kBackup;
    REQUIRE(std::filesystem::exists(backup));
    Database copy(backup);
    CHECK(test::rows(copy, "PRAGMA user_version") == std::vector{kVersion});
    CHECK(test::rows(copy, "SELECT count(*) FROM op") == test::rows(database, "SELECT count(*) FROM op"));
  }

  TEST_CASE_FIXTURE(LibraryFixture, "a library that holds every text twice says the same afterwards") {
    Document document = test::open_document("deck", 4, 3);
    library.import_document(document, now);
    const DeckId deck = derive_deck_id("deck");
    ChangeText edit;
    edit.stem = "edited";
    REQUIRE(library.edit_question(derive_question_id(deck, document.questions[1], 0), edit, now));
    const std::string before = write_deck_markdown(*library.export_deck(deck));
    const test::Scratch old;
    Database(file()).query("VACUUM INTO ?1").bind((old / "library.sqlite").string()).run();
    Database(old / "library.sqlite").execute(test::kBackToVersion11);
    Library migrated(old.folder(), test::counting_random(7));
    CHECK(migrated.check().ok);
    CHECK(write_deck_markdown(*migrated.export_deck(deck)) == before);
    CHECK(migrated.import_document(document, now).unchanged == 4);
    document.questions[2].points.pop_back();
    CHECK(migrated.import_document(document, now).updated == 1);
    CHECK(migrated.check().ok);
    migrated.rebuild();
    CHECK(migrated.check().ok);
  }

  TEST_CASE("an earlier library keeps the bytes of every line and what admitted it") {
    const test::Scratch scratch;
    const auto file = scratch / "library.sqlite";
    const std::vector<std::string> odd = {"{}", std::string("\0\x01\x1f\xff{\"d\":\"", 10), "",
                                          "\xc0\xc1\t\n",
                                          "{\"k\":\"review\",\"card\":\"" + std::string(32, 'a') + "\"}"};
    {
      SQLite::Database old(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
      for (const SchemaStep& step : schema_steps().first(5)) old.exec(step.sql);
      old.exec("PRAGMA user_version = 5; INSERT INTO device VALUES (1, '4f1d2c3b4a596877', 9)");
      for (const std::string& line : odd) {
        const OpId id = op_id(line);
        SQLite::Statement insert(old,
                                 "INSERT INTO op (id, scope, device, counter, stamp_ms, stamp_counter,"
                                 " admitted_ms, kind, target, line)"
                                 " VALUES (?, 'me', '0000000000000000', 0, 5, 7, 3, 'odd', 'odd', ?)");
        insert.bind(1, id.bytes.data(), static_cast<int>(OpId::kBytes));
        insert.bind(2, line);
        insert.exec();
      }
    }
    test::OpenStore store(file);
    CHECK(test::lines(store.log) == odd);
    CHECK(store.log.size() == odd.size());
    CHECK(store.log.last_stamp() == Stamp{5, 7});
    CHECK(test::rows(store.database, "SELECT admitted_ms FROM op") ==
          std::vector<std::string>(odd.size(), "3"));
  }

  TEST_CASE_FIXTURE(LibraryFixture, "a step that fails leaves the file as it was") {
    library.import_document(test::open_document("deck", 2, 2), now);
    {
      Database database(file());
      for (const SchemaStep& broken : {kBrokenStep, kBrokenUpgrade}) {
        const auto steps = steps_with({kExtraStep, broken});
        CHECK_THROWS_AS(migrate(database, steps), StoreError);
      }
      CHECK(test::rows(database, "PRAGMA user_version") == std::vector{kVersion});
      CHECK(
          test::rows(database, "SELECT name FROM sqlite_schema WHERE name IN ('extra', 'another')").empty());
    }
    CHECK(library.check().ok);
  }

  TEST_CASE("a backup that was cut short is made again") {
    const test::Scratch scratch;
    const auto file = scratch / "library.sqlite";
    Database database(file);
    REQUIRE(write_file(file.string() + kBackup + ".part", "half a backup"));
    const auto steps = steps_with({kExtraStep});
    migrate(database, steps);
    CHECK_FALSE(std::filesystem::exists(file.string() + kBackup + ".part"));
    CHECK(bytes_of(file.string() + kBackup).rfind("SQLite format 3", 0) == 0);
  }

  TEST_CASE("what is no library is refused in words") {
    const test::Scratch scratch;
    const auto file = scratch / "library.sqlite";
    REQUIRE(write_file(file, std::string(10'000, 'x')));
    CHECK(words_thrown([&] { Database database(file); }).find("not a library") != std::string::npos);
    CHECK(words_thrown([&] {
            Database database(scratch / "missing" / "library.sqlite");
          }).find("folder exists") != std::string::npos);
  }

  TEST_CASE("a file cut in half is reported in words and not with a crash") {
    LibraryFixture whole;
    whole.library.import_document(test::open_document("deck", 200, 3), whole.now);
    const auto file = whole.scratch / "cut.sqlite";
    {
      Database database(whole.file());
      constexpr const char* kCopy = "VACUUM INTO ?1";
      database.query(kCopy).bind(file.string()).run();
    }
    std::filesystem::create_directories(whole.scratch / "cut");
    for (const int share : {10, 30, 50, 70, 90}) {
      const auto cut = whole.scratch / "cut" / "library.sqlite";
      std::filesystem::copy_file(file, cut, std::filesystem::copy_options::overwrite_existing);
      std::filesystem::resize_file(
          cut, std::filesystem::file_size(cut) * static_cast<std::uintmax_t>(share) / 100);
      const std::string words = words_thrown([&] {
        const Library library(whole.scratch / "cut", test::counting_random());
        const CheckReport report = library.check();
        if (!report.ok) throw StoreError(report.faults.front());
      });
      CAPTURE(share);
      CHECK(words.size() > 10);
      for (const char* rest : {"-wal", "-shm"}) std::filesystem::remove(cut.string() + rest);
    }
  }

  TEST_CASE_FIXTURE(LibraryFixture,
                    "a library that was moved or deleted while it was open takes nothing until it is back") {
    const Document document = test::open_document("deck", 2, 2);
    library.import_document(document, now);
    const std::filesystem::path elsewhere = scratch / "elsewhere";
    const auto grade = [&] {
      return words_thrown([&] {
        library.grade(answer_all(document.questions[0], derive_deck_id("deck"), PointResult::kRecalled,
                                 Quality::kPerfect),
                      now);
      });
    };
    std::filesystem::rename(folder(), elsewhere);
    CHECK(grade().find("moved or deleted") != std::string::npos);
    std::filesystem::rename(elsewhere, folder());
    CHECK(library.stats(now).reviews == 0);
    CHECK(grade().empty());
    CHECK(library.stats(now).reviews == 1);
    CHECK(library.check().ok);
    std::filesystem::remove_all(folder());
    CHECK(grade().find("moved or deleted") != std::string::npos);
  }

  TEST_CASE_FIXTURE(LibraryFixture,
                    "with no room left an answer is refused whole and is taken when there is room again") {
    const Document document = test::open_document("deck", 1, 5);
    library.import_document(document, now);
    test::OpenStore store(file());
    ReviewOp review;
    review.card = question_card_id(derive_question_id(derive_deck_id("deck"), document.questions[0], 0));
    review.scheduler = "sm2";
    const auto grade = [&] {
      Transaction transaction(store.database);
      store.memory.add(store.log.append(review, now.at));
      transaction.commit();
    };
    store.database.execute("PRAGMA max_page_count = 1");  // SQLite takes the present size at least
    std::size_t taken = 0;
    std::string words;
    while (words.empty() && taken < 10'000) {
      words = words_thrown(grade);
      if (words.empty()) ++taken;
    }
    CHECK(words.find("disk is full") != std::string::npos);
    CHECK(library.stats(now).reviews == taken);
    CHECK(library.check().ok);
    store.database.execute("PRAGMA max_page_count = 1000000");
    grade();
    CHECK(library.stats(now).reviews == taken + 1);
    CHECK(library.check().ok);
  }
}

}  // namespace rehearse
