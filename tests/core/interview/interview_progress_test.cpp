// A mock interview that was left in the middle goes on as if nothing had happened.
#include "core/interview/interview_progress.h"

#include <doctest/doctest.h>

#include "core/interview/mock_interview.h"
#include "tests/core/interview/any_report.h"

using namespace rehearse;
using namespace std::chrono_literals;

namespace {

std::vector<ListedQuestion> questions() {
  std::vector<ListedQuestion> all(3);
  for (std::size_t i = 0; i < all.size(); ++i) {
    all[i].id = test::id_of<QuestionId>(i + 1);
    all[i].question.stem = "question " + std::to_string(i + 1);
    all[i].question.criteria = {"calm", "then a date"};
    all[i].question.points = {{"first", ""}, {"second", ""}};
    all[i].points = {test::id_of<PointId>(10 * i), test::id_of<PointId>(10 * i + 1)};
    all[i].question.time_limit = 2min;
  }
  return all;
}

/// The first question is marked with a point missed, the second one is being answered for half a minute.
struct LeftInTheMiddle {
  LeftInTheMiddle() {
    interview.begin(now);
    now.at += 90s;
    interview.answer_done(now);
    interview.mark(0, 1);
    interview.mark(1, 0.5);
    interview.toggle_missed(1);
    interview.next(now);
    now.at += 30s;
  }
  std::string written() const { return write_progress(interview.progress(deck, now)); }

  DeckId deck = test::id_of<DeckId>(1);
  LocalInstant now{Instant{1'796'000'000'000ms}, 8h};
  MockInterview interview{questions(), Draw{3, {}, DrawnKinds::kSpoken, 9}};
};

}  // namespace

TEST_SUITE("core/interview/interview_progress") {
  TEST_CASE("what was written is read the same") {
    const LeftInTheMiddle left;
    const InterviewProgress progress = left.interview.progress(left.deck, left.now);
    CHECK(progress.position == 1);
    CHECK(read_progress(write_progress(progress)) == progress);
  }

  TEST_CASE("it goes on at the question that was asked with the time that it had taken") {
    LeftInTheMiddle left;
    MockInterview again = MockInterview::left_at(questions(), *read_progress(left.written()));
    const LocalInstant later{left.now.at + 48h, left.now.utc_offset};
    again.begin(later);
    CHECK(again.step() == InterviewStep::kAnswering);
    CHECK(again.position() == 1);
    CHECK(again.question().id == left.interview.question().id);
    CHECK(again.spent(later) == 30s);
    CHECK(again.report() == left.interview.report());
    for (MockInterview* const interview : {&left.interview, &again}) {
      const LocalInstant end{interview == &again ? later.at + 10s : left.now.at + 10s, 8h};
      for (int i = 0; i < 2; ++i) {
        interview->answer_done(end);
        interview->mark(0, 0.25);
        interview->mark(1, 1);
        interview->next(end);
      }
    }
    CHECK(again.step() == InterviewStep::kFinished);
    CHECK(again.report() == left.interview.report());
  }

  TEST_CASE("a question that is gone meanwhile is left out and one with other criteria is marked again") {
    LeftInTheMiddle left;
    const auto progress = read_progress(left.written());
    std::vector<ListedQuestion> fewer = questions();
    std::erase_if(fewer, [&](const auto& one) { return one.id == progress->turns[1].question; });
    MockInterview shorter = MockInterview::left_at(fewer, *progress);
    CHECK(shorter.length() == 2);
    shorter.begin(left.now);
    CHECK(shorter.question().id == progress->turns[2].question);

    std::vector<ListedQuestion> changed = questions();
    for (ListedQuestion& one : changed) one.question.criteria.push_back("a third one");
    CHECK(MockInterview::left_at(changed, *progress).report().questions.empty());
  }

  TEST_CASE("damaged words are no interview to go on with and never break anything") {
    const std::string written = LeftInTheMiddle().written();
    for (std::size_t length = 0; length < written.size(); ++length)
      CHECK(!read_progress(written.substr(0, length)));
    for (std::size_t at = 0; at < written.size(); ++at) {
      std::string damaged = written;
      damaged[at] = '7';
      if (const auto progress = read_progress(damaged)) CHECK(progress->position <= progress->turns.size());
    }
  }
}
