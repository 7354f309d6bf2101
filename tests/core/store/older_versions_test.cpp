// Libraries of every earlier version are opened, and of a newer one refused: files as programs left them.
#include <doctest/doctest.h>

#include <fstream>
#include <map>
#include <string>
#include <vector>

#include "core/base/file.h"
#include "core/deck/deck_markdown.h"
#include "core/store/backup.h"
#include "core/store/schema.h"
#include "tests/library_fixture.h"
#include "tests/older_library.h"

namespace rehearse {
namespace {

using test::LibraryFixture;

const DeckId kDeck = derive_deck_id("studied");

/// A library in which something of every kind was done that a learner does without a server.
struct Lived : LibraryFixture {
  Lived() {
    document.questions.push_back(
        test::checked_question(QuestionKind::kSingle, "which?", {"this", "that"}, {"A"}));
    library.import_document(document, now);
    library.import_document(test::open_document("other", 2, 1), now);
    taken_back = derive_deck_id("taken back");
    library.import_document(test::open_document("taken back", 2, 1), now);
    library.undo(library.latest_change()->op, now);
    for (int day = 0; day < 4; ++day, pass_days(2))
      for (std::size_t i = 0; i < 4; ++i)
        library.grade(answer_all(document.questions[i], kDeck, PointResult::kRecalled,
                                 static_cast<Quality>((day + i) % 6)),
                      now);
    library.undo(library.latest_answer()->op, now);
    edit();
    const auto listed = library.questions(kDeck);
    static_cast<void>(library.mark_question(listed[0].id, SetFlag{3}, now));
    static_cast<void>(library.mark_question(listed[0].id, AddTags{{"压力面"}}, now));
    static_cast<void>(library.mark_question(listed[1].id, SetExample{"上一家门店"}, now));
    library.act_on({question_card_id(listed[2].id)}, CardActKind::kSuspend, now);
    library.act_on({question_card_id(listed[3].id)}, CardActKind::kSetDue, now,
                   StudyDay{std::chrono::days{21'000}});
    library.set_removed(listed[4].id, true, now);
    library.set_interview(kDeck, StudyDay{std::chrono::days{20'900}}, now);
    StudySettings settings;
    settings.fresh_per_day = 7;
    library.set_study_settings(std::nullopt, settings, now);
    settings.fresh_per_day = 3;
    library.set_study_settings(kDeck, settings, now);
    InterviewReport report;
    report.questions.resize(1);
    report.questions[0].question = listed[0].id;
    report.questions[0].marks = 10;
    report.questions[0].drill = DrillNeed::kQuestion;
    library.keep_interview(kDeck, report, now);
    pass_days(1);
  }

  void edit() {
    const auto listed = library.questions(kDeck);
    ChangeText change;
    change.stem = "edited";
    static_cast<void>(library.edit_question(listed[1].id, change, now));
    static_cast<void>(
        library.edit_question(listed[0].id, RenamePoint{listed[0].points[0], {"renamed", ""}}, now));
    static_cast<void>(library.edit_question(
        listed[2].id, MergePoints{{listed[2].points[0], listed[2].points[1]}, {}, {}}, now));
  }

  /// Everything a learner would miss, in words.
  std::map<std::string, std::string> said(const Library& of) const {
    std::map<std::string, std::string> said;
    for (const DeckTitle& deck : of.deck_titles())
      said[deck.title] = write_deck_markdown(*of.export_deck(deck.id));
    for (const ListedQuestion& listed : of.questions(kDeck)) {
      std::string& marks = said["marks of " + listed.id.hex()];
      marks = std::to_string(listed.marks.flag) + listed.marks.example;
      for (const std::string& tag : listed.marks.tags) marks += ' ' + tag;
      std::string& history = said["history of " + listed.id.hex()];
      for (const FieldVersion& version : of.history(listed.id))
        history += version.field + version.words + '\n';
    }
    said["reviews"] = std::to_string(of.stats(now).reviews);
    said["latest answer"] = of.latest_answer()->op.hex();
    said["interviews"] = std::to_string(of.interviews(kDeck).size());
    said["new"] = std::to_string(*of.study_settings(std::nullopt).fresh_per_day) + ' ' +
                  std::to_string(*of.study_settings(kDeck).fresh_per_day);
    for (const DeckSummary& deck : of.decks(now))
      said["day of " + deck.title] = deck.interview ? format_day(*deck.interview) : "none";
    for (const DueCard& card : of.due(now).cards)
      said["due"] += card.id.hex() + ' ' + format_day(card.due) + '\n';
    return said;
  }

  Document document = test::open_document("studied", 5, 3);
  DeckId taken_back;
};

std::vector<std::string> lines_of(const std::filesystem::path& file) {
  return test::lines(test::OpenStore(file).log);
}

std::vector<std::string> cards_of(const std::filesystem::path& file) {
  test::OpenStore store(file);
  return test::card_states(store.database);
}

/// Of every file in the folder.
/// Of the files that hold something: SQLite's -shm is an index of the log, made anew after a crash.
std::map<std::string, std::string> bytes_in(const std::filesystem::path& folder) {
  std::map<std::string, std::string> bytes;
  for (const auto& entry : std::filesystem::directory_iterator(folder))
    if (entry.path().extension() != ".sqlite-shm")
      bytes[entry.path().filename().string()] = *read_file(entry.path());
  return bytes;
}

/// Copies the files while they are open, as a program leaves them that is killed.
void copy_as_left(const std::filesystem::path& from, const std::filesystem::path& to) {
  std::filesystem::create_directory(to);
  for (const char* companion : {"", "-wal", "-shm"})
    std::filesystem::copy_file(from.string() + companion, (to / from.filename()).string() + companion);
}

std::string words_of_refusal(const std::filesystem::path& folder) {
  try {
    const Library library(folder, test::counting_random(7));
  } catch (const StoreError& error) {
    return error.what();
  }
  return "";
}

}  // namespace

TEST_SUITE("core/store/older versions") {
  TEST_CASE_FIXTURE(Lived,
                    "a library of every earlier version keeps all that was done in it and a copy beside it") {
    const auto before = said(library);
    const std::vector<std::string> lines = lines_of(file());
    const std::vector<std::string> cards = cards_of(file());
    for (int version = 1; version < schema_version(); ++version) {
      CAPTURE(version);
      const test::Scratch old;
      const auto old_file = old / "library.sqlite";
      test::write_as_version(version, file(), old_file);
      {
        Library migrated(old.folder(), test::counting_random(7));
        CHECK(migrated.check().ok);
        CHECK(said(migrated) == before);
        CHECK(lines_of(old_file) == lines);
        CHECK(cards_of(old_file) == cards);
        migrated.grade(answer_all(document.questions[0], kDeck, PointResult::kMissed, Quality::kHard), now);
        CHECK(migrated.check().ok);
      }
      const std::filesystem::path copy = old_file.string() + ".version-" + std::to_string(version);
      REQUIRE(std::filesystem::exists(copy));
      CHECK_FALSE(std::filesystem::exists(copy.string() + ".part"));
      CHECK(is_sound(copy));
      CHECK(SQLite::Database(copy.string()).execAndGet("PRAGMA user_version").getInt() == version);
      // It opens as the library would have.
      std::filesystem::create_directory(old / "copied");
      std::filesystem::copy_file(copy, old / "copied/library.sqlite");
      CHECK(said(Library(old / "copied", test::counting_random(8))) == before);
    }
  }

  TEST_CASE_FIXTURE(Lived,
                    "a library of a newer version is refused and no byte of it or of its log changes") {
    const int newer = schema_version() + 1;
    for (const bool is_in_wal : {false, true}) {
      CAPTURE(is_in_wal);
      const std::filesystem::path left = scratch / (is_in_wal ? "in wal" : "in file");
      {
        Database open(file());
        // The first time the version reaches the file itself, the second time only the log beside it.
        open.execute(("PRAGMA user_version = " + std::to_string(newer)).c_str());
        if (!is_in_wal) open.execute("PRAGMA wal_checkpoint(TRUNCATE)");
        open.execute("CREATE TABLE of_the_newer (x ANY) STRICT");
        copy_as_left(file(), left);
        open.execute("DROP TABLE IF EXISTS of_the_newer");
        open.execute(("PRAGMA user_version = " + std::to_string(schema_version())).c_str());
        open.execute("PRAGMA wal_checkpoint(TRUNCATE)");
      }
      const auto before = bytes_in(left);
      REQUIRE(before.size() == 2);
      CHECK(words_of_refusal(left).find("newer Rehearse") != std::string::npos);
      CHECK(bytes_in(left) == before);
    }
  }
}

}  // namespace rehearse
