// The hour at which the learner's days begin: all answers follow it, those given before as well.
#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "core/deck/identity.h"
#include "tests/library_fixture.h"
#include "tests/shuffled_lines.h"

namespace rehearse {
namespace {

using std::chrono::hours;
using test::LibraryFixture;

const DeckId kDeck = derive_deck_id("deck");
const std::vector<std::string> kSound;

struct NightOwl : LibraryFixture {
  NightOwl() { library.import_document(document, now); }

  void answer_at(const char* time, std::size_t question) {
    now = *parse_instant(time);
    library.grade(answer_all(document.questions[question], kDeck, PointResult::kRecalled, Quality::kGood),
                  now);
  }
  void answer_some() {
    answer_at("2026-12-01T23:30:00+08:00", 0);
    answer_at("2026-12-02T00:30:00+08:00", 1);
    answer_at("2026-12-02T03:30:00+08:00", 2);
    answer_at("2026-12-02T05:30:00+08:00", 3);
    answer_at("2026-12-03T05:30:00+08:00", 0);
  }
  void keep_interview() {
    InterviewReport report;
    QuestionResult result;
    result.question = derive_question_id(kDeck, document.questions[4], 0);
    result.marks = 5;
    result.drill = DrillNeed::kQuestion;
    report.questions.push_back(result);
    library.keep_interview(kDeck, report, now);
  }
  void set(int hour) {
    now.at += std::chrono::minutes{1};
    library.set_day_starts(hours{hour}, now);
  }
  std::size_t answers_on(const char* day) {
    for (const DayCounts& counts : library.statistics(now).days)
      if (counts.day == *parse_day(day)) return counts.counts.reviews();
    return 0;
  }
  std::vector<std::string> states() {
    test::OpenStore store(file());
    return test::card_states(store.database);
  }

  Document document = test::open_document("deck", 5, 2);
};

}  // namespace

TEST_SUITE("core/library_day_start") {
  TEST_CASE_FIXTURE(NightOwl, "an answer before the hour counts for the day before") {
    answer_some();
    CHECK(library.day_starts() == hours{4});
    CHECK(answers_on("2026-12-01") == 3);
    CHECK(answers_on("2026-12-02") == 1);
    set(0);
    CHECK(answers_on("2026-12-01") == 1);
    CHECK(answers_on("2026-12-02") == 3);
    CHECK(answers_on("2026-12-03") == 1);
    set(6);
    CHECK(answers_on("2026-12-01") == 4);
    CHECK(answers_on("2026-12-02") == 1);
    CHECK(library.check().faults == kSound);
  }

  TEST_CASE_FIXTURE(NightOwl, "what is due and when a day ends follow the hour") {
    now = *parse_instant("2026-12-05T05:00:00+08:00");
    CHECK(library.due(now).day == *parse_day("2026-12-05"));
    set(6);
    CHECK(library.due(now).day == *parse_day("2026-12-04"));
    CHECK(library.day_of(now) == *parse_day("2026-12-04"));
    CHECK(library.statistics(now).today == *parse_day("2026-12-04"));
    CHECK(Library(folder(), test::counting_random(70)).day_starts() == hours{6});
  }

  TEST_CASE_FIXTURE(NightOwl, "what was missed in a mock interview is due on the day after it") {
    for (const char* day : {"01", "02", "08"})  // then it would come in two weeks
      answer_at(("2026-12-" + std::string(day) + "T12:00:00+08:00").c_str(), 4);
    now = *parse_instant("2026-12-10T05:00:00+08:00");
    keep_interview();
    const CardId card = question_card_id(derive_question_id(kDeck, document.questions[4], 0));
    const auto is_due = [&](const char* day) {
      now = *parse_instant(std::string(day) + "T12:00:00+08:00");
      const auto due = library.due(now).cards;
      return std::any_of(due.begin(), due.end(),
                         [&](const DueCard& one) { return one.id == card && !one.is_fresh; });
    };
    CHECK(library.interviews().front().day == *parse_day("2026-12-10"));
    CHECK_FALSE(is_due("2026-12-10"));
    CHECK(is_due("2026-12-11"));
    set(6);
    CHECK(library.interviews().front().day == *parse_day("2026-12-09"));
    CHECK(is_due("2026-12-10"));
    CHECK(library.check().faults == kSound);
  }

  TEST_CASE_FIXTURE(NightOwl, "there and back is as if nothing had happened") {
    answer_some();
    keep_interview();
    const auto before = states();
    for (const int hour : {5, 0, 12}) {
      set(hour);
      CHECK(library.check().faults == kSound);
    }
    CHECK(states() != before);
    set(4);
    CHECK(states() == before);
    set(9);
    library.undo(library.latest_change()->op, now);
    CHECK(states() == before);
    CHECK(library.check().faults == kSound);
  }

  TEST_CASE_FIXTURE(NightOwl, "an hour that cannot be is moved into the day's first half") {
    set(30);
    CHECK(library.day_starts() == kLatestDayStart);
    set(-3);
    CHECK(library.day_starts() == hours{0});
    test::OpenStore store(file());
    for (const char* value : {"13", "-1", "4.5", "\"6\"", "null"}) {
      store.write(ConfigOp{kLibraryTarget, {{"day_starts", value}}, {}}, now.at + std::chrono::hours{1});
      CHECK(library.day_starts() == kDayStartsAt);
    }
  }

  TEST_CASE_FIXTURE(NightOwl, "in whatever order the lines arrive the days are the same") {
    answer_some();
    set(0);
    keep_interview();
    set(6);
    library.undo(library.latest_change()->op, now);
    set(5);
    const auto expected = states();
    const std::vector<std::string> lines = test::lines(test::OpenStore(file()).log);
    std::mt19937_64 random(3);
    for (int round = 0; round < 10; ++round) {
      CAPTURE(round);
      const test::Scratch other;
      {
        test::OpenStore store(other / "library.sqlite");
        test::receive_shuffled(store, lines, random);
        CHECK(test::card_states(store.database) == expected);
      }
      Library there(other.folder(), test::counting_random(9));
      CHECK(there.day_starts() == hours{5});
      CHECK(there.check().faults == kSound);
    }
  }
}

}  // namespace rehearse
