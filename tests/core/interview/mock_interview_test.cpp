// A mock interview from the draw to the report, by a clock that moves only when told.
#include "core/interview/mock_interview.h"

#include <doctest/doctest.h>

#include "tests/core/interview/any_report.h"

using namespace rehearse;
using namespace std::chrono_literals;

namespace {

/// Three open questions of 10 marks in 2 minutes: by criteria of 4 and 6 marks, by two points, as a whole.
std::vector<ListedQuestion> three_questions() {
  std::vector<ListedQuestion> all(3);
  for (std::size_t i = 0; i < all.size(); ++i) {
    all[i].number = i + 1;
    all[i].id = test::id_of<QuestionId>(i + 1);
    all[i].question.stem = "question " + std::to_string(i + 1);
    all[i].question.section = "section " + std::to_string(i + 1);  // asked in this order
    all[i].question.time_limit = 2min;
    all[i].question.marks = 10;
  }
  for (const std::size_t i : {std::size_t{0}, std::size_t{1}}) {
    all[i].question.points = {{"first", ""}, {"second", ""}};
    all[i].points = {test::id_of<PointId>(10 * i), test::id_of<PointId>(10 * i + 1)};
  }
  all[0].question.criteria = {"calm first (4 marks)", "then a date (6 marks)"};
  return all;
}

struct Room {
  void pass(std::chrono::milliseconds time) { now.at += time; }
  /// Answers the question in this time and marks every item with the share.
  void answer(std::chrono::milliseconds time, double share) {
    pass(time);
    interview.answer_done(now);
    mark_all(share);
  }
  void mark_all(double share) {
    for (std::size_t i = 0; i < interview.asked().rubric.items.size(); ++i) interview.mark(i, share);
  }

  LocalInstant now{Instant{1'796'000'000'000ms}, 8h};
  MockInterview interview{three_questions(), {}};
};

}  // namespace

TEST_SUITE("core/interview/mock_interview") {
  TEST_CASE("the same seed asks the same questions and no more than there are") {
    Draw draw;
    draw.questions = 2;
    draw.seed = 7;
    MockInterview one(three_questions(), draw), again(three_questions(), draw);
    CHECK(one.length() == 2);
    one.begin({});
    again.begin({});
    CHECK(one.question().id == again.question().id);
    draw.questions = 30;
    CHECK(MockInterview(three_questions(), draw).length() == 3);
    CHECK(MockInterview({}, draw).length() == 0);
  }

  TEST_CASE_FIXTURE(Room, "marks and time of all questions are known before the first is asked") {
    CHECK(interview.step() == InterviewStep::kReady);
    CHECK(interview.marks() == doctest::Approx(30));
    CHECK(interview.limit() == 6min);
    CHECK(interview.report().questions.empty());
  }

  TEST_CASE_FIXTURE(Room, "the time of a question runs from the moment it is asked to the last word") {
    pass(5min);  // reading what comes
    interview.begin(now);
    CHECK(interview.spent(now) == 0ms);
    pass(90s);
    CHECK(interview.spent(now) == 90s);
    interview.answer_done(now);
    pass(10min);  // marking takes no time of the answer
    CHECK(interview.spent(now) == 90s);
    mark_all(1);
    interview.next(now);
    CHECK(interview.spent(now) == 0ms);
    answer(125s, 1);
    const auto report = interview.report();
    CHECK(report.questions[0].was_in_time());
    CHECK_FALSE(report.questions[1].was_in_time());
    CHECK(report.questions[1].spent == 125s);
  }

  TEST_CASE_FIXTURE(Room, "a clock that goes back takes nothing and gives nothing") {
    interview.begin(now);
    pass(-24h);
    CHECK(interview.spent(now) == 0ms);
    interview.answer_done(now);
    mark_all(1);
    CHECK(interview.report().questions[0].spent == 0ms);
  }

  TEST_CASE_FIXTURE(Room, "the answers marked item by item give a total out of 100") {
    interview.begin(now);
    pass(1min);
    interview.answer_done(now);
    CHECK_FALSE(interview.reached(0));
    interview.mark(0, 0.5);  // 2 of 4
    CHECK_FALSE(interview.is_marked());
    interview.mark(1, 1);  // 6 of 6
    CHECK(interview.is_marked());
    CHECK(interview.earned() == doctest::Approx(8));
    interview.next(now);
    answer(1min, 1);
    interview.next(now);
    answer(1min, 0.3);
    interview.next(now);
    CHECK(interview.step() == InterviewStep::kFinished);
    CHECK(interview.report().total() == doctest::Approx(100 * 21.0 / 30));
  }

  TEST_CASE_FIXTURE(Room, "the next question waits until every item is marked") {
    interview.begin(now);
    interview.answer_done(now);
    interview.mark(1, 1);
    interview.next(now);
    CHECK(interview.position() == 0);
    CHECK(interview.step() == InterviewStep::kMarking);
  }

  TEST_CASE_FIXTURE(Room, "an item that only takes marks away need not be marked") {
    auto questions = three_questions();
    questions[0].question.criteria = {"calm first (10 marks)", "minus 2 marks when late"};
    MockInterview strict(questions, {});
    strict.begin(now);
    strict.answer_done(now);
    strict.mark(0, 1);
    CHECK(strict.is_marked());
  }

  TEST_CASE_FIXTURE(Room, "what was missed is drilled: points that were named or below half of their marks") {
    interview.begin(now);
    pass(1min);
    interview.answer_done(now);
    mark_all(1);
    interview.toggle_missed(1);
    interview.toggle_missed(0);
    interview.toggle_missed(0);  // it was said after all
    CHECK(interview.is_missed(1));
    interview.next(now);
    interview.answer_done(now);
    interview.mark(0, 0.4);
    interview.mark(1, 1);
    interview.next(now);
    const auto report = interview.report();
    CHECK(report.questions[0].missed == std::vector{test::id_of<PointId>(1)});
    CHECK(report.questions[1].missed == std::vector{test::id_of<PointId>(10)});
  }

  TEST_CASE_FIXTURE(Room, "a question given up counts with no marks and is drilled whole") {
    interview.begin(now);
    pass(20s);
    interview.give_up(now);
    CHECK(interview.step() == InterviewStep::kMarking);
    CHECK(interview.is_marked());
    interview.next(now);
    const auto report = interview.report();
    CHECK(report.questions[0].earned == 0);
    CHECK(report.questions[0].spent == 20s);
    CHECK(report.questions[0].drill == DrillNeed::kQuestion);
    CHECK(report.total() == 0);
  }

  TEST_CASE_FIXTURE(Room,
                    "going back changes the marks of an earlier question and stops the clock meanwhile") {
    interview.begin(now);
    CHECK_FALSE(interview.back(now));
    CHECK(interview.step() == InterviewStep::kAnswering);
    answer(1min, 1);
    interview.next(now);
    pass(30s);
    CHECK(interview.back(now));
    CHECK(interview.position() == 0);
    CHECK(interview.step() == InterviewStep::kMarking);
    CHECK(interview.spent(now) == 1min);
    interview.mark(0, 0);
    pass(5min);
    interview.next(now);
    CHECK(interview.step() == InterviewStep::kAnswering);
    CHECK(interview.spent(now) == 30s);
    answer(15s, 1);
    interview.next(now);
    answer(1s, 1);
    interview.next(now);
    CHECK(interview.back(now));  // also from the end
    CHECK(interview.position() == 2);
    mark_all(0);
    interview.next(now);
    const auto report = interview.report();
    CHECK(report.questions[0].earned == doctest::Approx(6));
    CHECK(report.questions[1].spent == 45s);
    CHECK(report.questions[2].earned == 0);
  }

  TEST_CASE_FIXTURE(Room, "the report in the middle holds the questions that are marked to the end") {
    interview.begin(now);
    answer(1min, 1);
    CHECK(interview.report().questions.size() == 1);
    interview.next(now);
    CHECK(interview.report().questions.size() == 1);
    interview.answer_done(now);
    interview.mark(0, 1);
    CHECK(interview.report().questions.size() == 1);
    CHECK(interview.report().total() == 100);
  }

  TEST_CASE("any keys in any order leave an interview that can be reported") {
    test::NastyText nasty(97);
    for (int round = 0; round < 2'000; ++round) {
      Room room;
      MockInterview& interview = room.interview;
      for (int step = 0; step < 60; ++step) {
        const bool is_asking =
            interview.step() == InterviewStep::kAnswering || interview.step() == InterviewStep::kMarking;
        room.pass(std::chrono::milliseconds{static_cast<int>(nasty.below(90'000)) - 10'000});
        switch (nasty.below(8)) {
          case 0: interview.begin(room.now); break;
          case 1: interview.answer_done(room.now); break;
          case 2: interview.give_up(room.now); break;
          case 3: interview.next(room.now); break;
          case 4: interview.back(room.now); break;
          case 5:
            if (is_asking) interview.toggle_missed(nasty.below(4));
            break;
          default:
            if (is_asking) interview.mark(nasty.below(4), test::any_share(nasty));
        }
        const auto report = interview.report();
        REQUIRE(report.questions.size() <= interview.length());
        REQUIRE(report.total() >= 0);
        REQUIRE(report.total() <= 100);
        for (const QuestionResult& result : report.questions) REQUIRE(result.spent >= 0ms);
        if (interview.step() == InterviewStep::kFinished) REQUIRE(report.questions.size() == 3);
      }
    }
  }
}
