// Bits that flip and ends that are cut off: damage is told, and what was backed up or can be read comes back.
#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <random>
#include <set>
#include <sstream>

#include "core/base/store_error.h"
#include "core/library_backup.h"
#include "core/store/schema.h"
#include "tests/library_fixture.h"

namespace rehearse {
namespace {

using test::open_document;

constexpr int kDamages = 60;

std::string bytes_of(const std::filesystem::path& file) {
  std::ostringstream bytes;
  bytes << std::ifstream(file, std::ios::binary).rdbuf();
  return bytes.str();
}

void write_bytes(const std::filesystem::path& file, const std::string& bytes) {
  std::ofstream(file, std::ios::binary | std::ios::trunc) << bytes;
}

std::set<OpId> ops_in(const std::filesystem::path& file) {
  Database database(file);
  std::set<OpId> ids;
  Query query = database.query("SELECT id FROM op_id");
  while (query.step()) ids.insert(query.id<OpId>(0));
  return ids;
}

/// Flipped bits, a page of nothing, or an end that is missing.
std::string damaged(std::string bytes, std::mt19937_64& random) {
  const std::size_t at = random() % bytes.size();
  switch (random() % 4) {
    case 0: bytes.resize(at); break;
    case 1: bytes.replace(at / 4096 * 4096, 4096, std::string(4096, '\0')); break;
    default:
      for (std::uint64_t flips = random() % 8 + 1; flips > 0; --flips) {
        char& byte = bytes[random() % bytes.size()];
        byte = static_cast<char>(byte ^ 1 << random() % 8);
      }
  }
  return bytes;
}

/// A library with a backup, and with answers that came after it.
struct BackedUp {
  BackedUp() {
    Library library(folder, test::counting_random());
    library.import_document(document, now);
    answer(library, 20);
    REQUIRE(back_up(folder, now));
    in_backup = ops_in(list_backups(folder).front().file);
    answer(library, 20);
    ops = library.check().ops;
  }

  void answer(Library& library, int times) {
    const QuestionId question = derive_question_id(derive_deck_id("deck"), document.questions[0], 0);
    for (int i = 0; i < times; ++i) {
      now.at += std::chrono::minutes{1};
      Answer answer;
      answer.card = question_card_id(question);
      answer.quality = i % 2 == 0 ? Quality::kGood : Quality::kBlackout;
      library.grade(answer, now);
    }
  }

  test::Scratch scratch;
  std::filesystem::path folder = scratch / "library";
  LocalInstant now = test::morning();
  Document document = open_document("deck", 12, 3);
  std::set<OpId> in_backup;
  std::size_t ops = 0;
};

/// What a learner sees of it; nothing where it does not open.
std::optional<std::string> seen_in(const std::filesystem::path& folder, LocalInstant now) {
  try {
    Library library(folder, test::counting_random(500));
    std::string seen = std::to_string(library.stats(now).reviews);
    for (const DueCard& card : library.due(now).cards) seen += card.id.hex();
    for (const DeckSummary& deck : library.decks(now))
      for (const ListedQuestion& listed : library.questions(deck.id)) seen += listed.question.stem;
    return seen;
  } catch (const StoreError& fault) {
    CHECK(!fault.words().in(Language::kChinese).empty());
    return std::nullopt;
  }
}

std::vector<std::string> looked_for(const std::filesystem::path& folder) {
  return look_for_damage(folder, test::counting_random(800), [] { return false; });
}

}  // namespace

TEST_SUITE("core/library_damage") {
  TEST_CASE("a library that is whole has no damage and looking for it changes nothing") {
    BackedUp learner;
    const std::string before = bytes_of(learner.folder / "library.sqlite");
    CHECK(find_damage(learner.folder, test::counting_random(700), learner.now) == std::vector<std::string>{});
    CHECK(bytes_of(learner.folder / "library.sqlite") == before);
    CHECK(list_backups(learner.folder).size() == 1);
    CHECK(find_damage(learner.scratch / "nowhere", test::counting_random(700), learner.now).empty());
    CHECK(looked_for(learner.folder).empty());
    CHECK(looked_for(learner.scratch / "nowhere").empty());
  }

  TEST_CASE("a library of a newer program is no damaged one and no backup takes its place") {
    BackedUp learner;
    const std::filesystem::path file = learner.folder / "library.sqlite";
    Database(file).execute(("PRAGMA user_version = " + std::to_string(schema_version() + 1)).c_str());
    const std::string before = bytes_of(file);
    const auto fault_of = [](auto act) {
      try {
        act();
      } catch (const StoreError& error) {
        return error.fault();
      }
      return StoreFault::kSurroundings;
    };
    const RandomSource random = test::counting_random(700);
    CHECK(fault_of([&] { find_damage(learner.folder, random, learner.now); }) == StoreFault::kNewer);
    CHECK(fault_of([&] { looked_for(learner.folder); }) == StoreFault::kNewer);
    const auto backup = newest_good_backup(learner.folder);
    REQUIRE(backup);
    CHECK(fault_of([&] {
            restore_backup(learner.folder, *backup, DamagedLibrary::kReplaced, random, learner.now);
          }) == StoreFault::kNewer);
    CHECK(bytes_of(file) == before);
  }

  TEST_CASE(
      "whatever bits flip and wherever the file is cut the damage is told and nothing backed up is lost") {
    BackedUp learner;
    const std::filesystem::path file = learner.folder / "library.sqlite";
    const std::string whole = bytes_of(file);
    const auto seen_whole = seen_in(learner.folder, learner.now);
    REQUIRE(seen_whole);
    std::mt19937_64 random(2026);
    int noticed = 0, seen_at_once = 0, later_answers = 0;
    for (int round = 0; round < kDamages; ++round) {
      CAPTURE(round);
      for (const char* beside : {"-wal", "-shm"}) std::filesystem::remove(file.string() + beside);
      write_bytes(file, damaged(whole, random));
      const bool is_seen = !looked_for(learner.folder).empty();
      const bool is_told = !find_damage(learner.folder, test::counting_random(900), learner.now).empty();
      CHECK((is_told || !is_seen));
      seen_at_once += is_seen ? 1 : 0;
      if (!is_told) {  // it hit what nobody reads
        CHECK(seen_in(learner.folder, learner.now) == seen_whole);
        continue;
      }
      ++noticed;
      learner.now.at += std::chrono::minutes{1};
      const auto backup = newest_good_backup(learner.folder);
      REQUIRE(backup);
      CHECK(restore_backup(learner.folder, *backup, DamagedLibrary::kReplaced,
                           test::counting_random(10'000u * static_cast<unsigned>(round + 1)), learner.now)
                .was_damaged);
      CHECK(find_damage(learner.folder, test::counting_random(900), learner.now).empty());
      const std::set<OpId> there = ops_in(file);
      CHECK(std::includes(there.begin(), there.end(), learner.in_backup.begin(), learner.in_backup.end()));
      CHECK(there.size() <= learner.ops);
      later_answers += there.size() > learner.in_backup.size() ? 1 : 0;
    }
    CHECK(noticed > kDamages / 2);
    CHECK(seen_at_once > noticed * 9 / 10);  // the others lie in what the log makes again
    CHECK(later_answers > noticed / 4);
  }

  TEST_CASE("without a backup a damaged library keeps what can be read of it") {
    BackedUp learner;
    const std::filesystem::path file = learner.folder / "library.sqlite";
    const std::string whole = bytes_of(file);
    const std::set<OpId> ops = ops_in(file);
    std::mt19937_64 random(7);
    std::size_t most_read = 0;
    for (int round = 0; round < kDamages / 4; ++round) {
      CAPTURE(round);
      std::filesystem::remove_all(learner.folder / "backups");
      for (const char* beside : {"-wal", "-shm"}) std::filesystem::remove(file.string() + beside);
      write_bytes(file, damaged(whole, random));
      if (find_damage(learner.folder, test::counting_random(900), learner.now).empty()) continue;
      CHECK(!newest_good_backup(learner.folder));
      CHECK(salvage_library(learner.folder, test::counting_random(3'000), learner.now).was_damaged);
      const Library library(learner.folder, test::counting_random(4'000));
      CHECK(library.check().ok);
      const std::set<OpId> there = ops_in(file);
      CHECK(std::includes(ops.begin(), ops.end(), there.begin(), there.end()));
      most_read = std::max(most_read, there.size());
    }
    CHECK(most_read + 3 >= ops.size());
  }
}

}  // namespace rehearse
