// Backups: what is kept, what is dropped, and going back without losing an answer.
#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <set>

#include "core/library_backup.h"
#include "tests/library_fixture.h"

namespace rehearse {
namespace {

using test::LibraryFixture;
using test::open_document;

struct BackedUp : LibraryFixture {
  const Document document = open_document("deck", 3, 2);
  const DeckId deck = derive_deck_id("deck");

  BackedUp() { library.import_document(document, now); }

  Backup make() {
    pass(std::chrono::minutes{1});
    const auto made = back_up(folder(), now);
    REQUIRE(made);
    return *made;
  }
  void answer(std::size_t question) {
    pass(std::chrono::minutes{1});
    library.grade(answer_all(document.questions[question], deck, PointResult::kRecalled, Quality::kPerfect),
                  now);
  }
  void rename_first(const std::string& stem) {
    pass(std::chrono::minutes{1});
    ChangeText change;
    change.stem = stem;
    REQUIRE(library.edit_question(library.questions(deck).front().id, change, now));
  }
  std::string first_stem() { return library.questions(deck).front().question.stem; }
  GoneBack restore(const Backup& backup) {
    pass(std::chrono::minutes{1});
    return restore_backup(folder(), backup, DamagedLibrary::kRefused, test::counting_random(5'000), now).back;
  }
};

/// A backup every `between`, thinned each time, over `days`; what is left at the end.
std::vector<LocalSeconds> kept_after(std::chrono::days days, std::chrono::minutes between,
                                     LocalSeconds& now) {
  std::vector<LocalSeconds> kept;
  const LocalSeconds end = now + days;
  for (; now < end; now += between) {
    kept.push_back(now);
    for (const LocalSeconds gone : superfluous_backups(kept, now)) std::erase(kept, gone);
  }
  now -= between;
  return kept;
}

}  // namespace

TEST_SUITE("core/library_backup") {
  TEST_CASE_FIXTURE(BackedUp, "a backup holds what the library held and is listed with it") {
    answer(0);
    const Backup made = make();
    const auto listed = list_backups(folder());
    REQUIRE(listed.size() == 1);
    CHECK(listed.front().file == made.file);
    CHECK(listed.front().name() == "2026-12-01 09:32:00");
    CHECK(listed.front().bytes == std::filesystem::file_size(made.file));
    const auto contents = look_into(listed.front());
    REQUIRE(contents);
    CHECK(contents->decks == 1);
    CHECK(contents->questions == 3);
    CHECK(contents->answers == 1);
    CHECK(contents->newest_answer == study_day(now));
  }

  TEST_CASE_FIXTURE(BackedUp, "without a change no second backup is made") {
    make();
    CHECK(!back_up(folder(), now));
    answer(0);
    CHECK(back_up(folder(), now));
    CHECK(list_backups(folder()).size() == 2);
  }

  TEST_CASE_FIXTURE(BackedUp,
                    "what a killed program left unfinished goes a day later and nothing else does") {
    make();
    const std::filesystem::path backups = folder() / "backups";
    const auto put = [&](const char* name) { std::ofstream(backups / name) << "half"; };
    for (const char* name :
         {"2026-11-29_09-30-00.sqlite.part", "2026-11-29_09-30-00.sqlite.part-journal",
          "2026-12-01_09-31-00.sqlite.part", "notes.sqlite.part", "2026-11-28_09-30-00.sqlite.opened",
          "2026-11-28_09-30-00.sqlite.opened-wal", "2026-12-01_09-31-00.sqlite.opened"})
      put(name);
    answer(0);
    make();
    CHECK(!std::filesystem::exists(backups / "2026-11-29_09-30-00.sqlite.part"));
    CHECK(!std::filesystem::exists(backups / "2026-11-29_09-30-00.sqlite.part-journal"));
    CHECK(std::filesystem::exists(backups / "2026-12-01_09-31-00.sqlite.part"));
    CHECK(std::filesystem::exists(backups / "notes.sqlite.part"));
    CHECK(!std::filesystem::exists(backups / "2026-11-28_09-30-00.sqlite.opened"));
    CHECK(!std::filesystem::exists(backups / "2026-11-28_09-30-00.sqlite.opened-wal"));
    CHECK(std::filesystem::exists(backups / "2026-12-01_09-31-00.sqlite.opened"));
    CHECK(list_backups(folder()).size() == 2);
  }

  TEST_CASE_FIXTURE(BackedUp, "two backups within a second have names of their own") {
    make();
    answer(0);
    now.at -= std::chrono::minutes{1};
    CHECK(back_up(folder(), now));
    CHECK(list_backups(folder()).size() == 2);
  }

  TEST_CASE_FIXTURE(BackedUp, "going back takes changes back and keeps the answers given since") {
    answer(0);
    const Backup before = make();
    rename_first("another stem");
    answer(1);
    StudySettings settings;
    settings.fresh_per_day = 3;
    library.set_study_settings(std::nullopt, settings, now);
    library.import_document(open_document("by mistake", 2, 1), now);

    const GoneBack back = restore(before);
    CHECK(back.answers_kept == 1);
    CHECK(back.taken_back >= 3);
    CHECK(first_stem() == "question 1");
    CHECK(library.decks(now).size() == 1);
    CHECK(!library.study_settings(std::nullopt).fresh_per_day);
    CHECK(library.stats(now).reviews == 2);
    CHECK(library.check().ok);
  }

  TEST_CASE_FIXTURE(BackedUp, "going back can be gone back on") {
    make();
    rename_first("another stem");
    const Backup first = list_backups(folder()).front();
    restore(first);
    REQUIRE(first_stem() == "question 1");
    const std::vector<Backup> backups = list_backups(folder());
    REQUIRE(backups.size() == 2);  // what was there before is the newer one
    restore(backups.front());
    CHECK(first_stem() == "another stem");
    CHECK(library.check().ok);
  }

  TEST_CASE_FIXTURE(BackedUp, "an edit that was undone and brought back since is not undone by going back") {
    rename_first("another stem");
    const Backup backup = make();
    const OpId undone = library.undo(library.latest_change()->op, now);
    library.undo(undone, now);
    CHECK(restore(backup).taken_back == 0);
    CHECK(first_stem() == "another stem");
  }

  TEST_CASE_FIXTURE(BackedUp, "going back to one backup again and again takes nothing more back") {
    const Backup backup = make();
    rename_first("another stem");
    CHECK(restore(backup).taken_back == 1);
    CHECK(restore(backup).taken_back == 0);
    CHECK(first_stem() == "question 1");
  }

  TEST_CASE_FIXTURE(BackedUp, "an undone edit is as it was then whatever was undone since") {
    rename_first("another stem");
    const OpId edit = library.latest_change()->op;
    const Backup with_edit = make();
    const OpId undone = library.undo(edit, now);
    const Backup without_edit = make();
    library.undo(undone, now);
    restore(without_edit);
    CHECK(first_stem() == "question 1");
    restore(with_edit);
    CHECK(first_stem() == "another stem");
  }

  TEST_CASE_FIXTURE(BackedUp, "an answer taken back since stays taken back") {
    answer(0);
    const Backup before = make();
    library.undo(library.latest_answer()->op, now);
    restore(before);
    CHECK(library.stats(now).reviews == 0);
  }

  TEST_CASE_FIXTURE(BackedUp, "going back to what is there changes nothing") {
    const Backup backup = make();
    const GoneBack back = restore(backup);
    CHECK(back.taken_back == 0);
    CHECK(back.brought_in == 0);
    CHECK(list_backups(folder()).size() == 1);
  }

  TEST_CASE("a library that was deleted comes back") {
    BackedUp old;
    old.answer(0);
    old.make();
    LibraryFixture fresh;
    std::filesystem::copy(old.folder() / "backups", fresh.folder() / "backups");
    const auto backups = list_backups(fresh.folder());
    REQUIRE(backups.size() == 1);
    const auto restored = restore_backup(fresh.folder(), backups.front(), DamagedLibrary::kRefused,
                                         test::counting_random(7'000), fresh.now);
    CHECK(restored.back.brought_in > 0);
    CHECK(fresh.library.stats(fresh.now).reviews == 1);
    CHECK(fresh.library.decks(fresh.now).size() == 1);
    CHECK(fresh.library.check().ok);
  }

  TEST_CASE("a damaged file is replaced by the backup and put aside") {
    test::Scratch scratch;
    const std::filesystem::path folder = scratch / "library";
    const LocalInstant now = test::morning();
    {
      Library library(folder, test::counting_random());
      library.import_document(open_document("deck", 3, 2), now);
      REQUIRE(back_up(folder, now));
    }
    const std::filesystem::path file = folder / "library.sqlite";
    {
      std::fstream damage(file, std::ios::in | std::ios::out | std::ios::binary);
      damage.seekp(4096);
      damage << std::string(3 * 4096, '\xa5');
    }
    const Backup backup = list_backups(folder).front();
    CHECK_THROWS_AS(restore_backup(folder, backup, DamagedLibrary::kRefused, test::counting_random(), now),
                    StoreError);
    CHECK(restore_backup(folder, backup, DamagedLibrary::kReplaced, test::counting_random(9'000), now)
              .was_damaged);
    Library library(folder, test::counting_random(20'000));
    CHECK(library.check().ok);
    CHECK(library.decks(now).size() == 1);
    CHECK(list_backups(folder).size() == 1);  // the damaged one is no backup
  }

  TEST_CASE("a folder that cannot be written is told in words and nothing is left") {
    BackedUp learner;
    std::ofstream(learner.folder() / "backups") << "a file in the way";
    learner.pass(std::chrono::minutes{1});
    CHECK_THROWS_AS(back_up(learner.folder(), learner.now), StoreError);
  }

  TEST_CASE("a folder that cannot be looked at is told in words and one that is not there has no backup") {
    const test::Scratch scratch;
    const LocalInstant now = test::morning();
    CHECK(!back_up(scratch / "absent", now));
    CHECK_THROWS_AS(back_up(scratch / std::string(400, 'x'), now), StoreError);  // longer than a name may be
  }

  TEST_CASE("of today and yesterday every backup stays") {
    LocalSeconds now = std::chrono::local_days{std::chrono::year{2026} / 12 / 1} + std::chrono::hours{9};
    const LocalSeconds from = now;
    const auto kept = kept_after(std::chrono::days{2}, std::chrono::minutes{60}, now);
    const auto yesterday = std::chrono::floor<std::chrono::days>(now) - std::chrono::days{1};
    for (LocalSeconds at = from; at <= now; at += std::chrono::minutes{60})
      if (at >= yesterday) CHECK(std::find(kept.begin(), kept.end(), at) != kept.end());
  }

  TEST_CASE("after two years of backups each recent day and week and month has one") {
    LocalSeconds now = std::chrono::local_days{std::chrono::year{2026} / 1 / 1} + std::chrono::hours{9};
    const auto kept = kept_after(std::chrono::days{730}, std::chrono::minutes{240}, now);
    const auto has_between = [&](std::chrono::days from, std::chrono::days to) {
      return std::any_of(kept.begin(), kept.end(),
                         [&](LocalSeconds at) { return at <= now - from && at > now - to; });
    };
    for (int day = 0; day < 14; ++day) CHECK(has_between(std::chrono::days{day}, std::chrono::days{day + 1}));
    for (int week = 2; week < 12; ++week)
      CHECK(has_between(std::chrono::days{7 * week}, std::chrono::days{7 * week + 8}));
    for (int month = 3; month < 10; ++month)
      CHECK(has_between(std::chrono::days{30 * month}, std::chrono::days{30 * month + 32}));
    CHECK(kept.size() < 12 + 12 + 11 + 10);
    CHECK(superfluous_backups(kept, now).empty());
  }
}

}  // namespace rehearse
