#include "core/interview/rubric.h"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>

#include "tests/nasty_text.h"

using namespace rehearse;
using namespace std::chrono_literals;

namespace {

Question asked(std::optional<double> marks, std::vector<std::string> criteria) {
  Question question;
  question.marks = marks;
  question.criteria = std::move(criteria);
  return question;
}

std::vector<double> marks_of(const Rubric& rubric) {
  std::vector<double> marks;
  for (const RubricItem& item : rubric.items) marks.push_back(item.marks);
  return marks;
}

using Marks = std::vector<double>;

}  // namespace

TEST_SUITE("core/interview/rubric") {
  TEST_CASE("criteria keep the marks they name") {
    CHECK(marks_of(rubric_of(asked(10, {"原因（6分）", "办法（4分）"}))) == Marks{6, 4});
    CHECK(marks_of(rubric_of(asked({}, {"原因（6分）", "办法（9分）"}))) == Marks{6, 9});
    CHECK(marks_of(rubric_of(asked(20, {"原因（40%）", "办法（60%）"}))) == Marks{8, 12});
  }

  TEST_CASE("criteria that name no marks share what is left") {
    CHECK(marks_of(rubric_of(asked(12, {"原因", "办法", "结果"}))) == Marks{4, 4, 4});
    CHECK(marks_of(rubric_of(asked(12, {"原因（6分）", "办法", "结果"}))) == Marks{6, 3, 3});
    CHECK(marks_of(rubric_of(asked({}, {"原因", "办法"}))) == Marks{5, 5});
    CHECK(marks_of(rubric_of(asked(10, {"原因", "超时扣2分"}))) == Marks{10, 0});
  }

  TEST_CASE("criteria whose sum is not that of the question are scaled to it") {
    CHECK(marks_of(rubric_of(asked(10, {"原因（12分）", "办法（8分）"}))) == Marks{6, 4});
    CHECK(marks_of(rubric_of(asked(10, {"原因（2分）", "办法（3分）"}))) == Marks{4, 6});
    const Rubric rubric = rubric_of(asked(10, {"原因（20分）", "办法"}));
    CHECK(marks_of(rubric) == Marks{5, 5});
  }

  TEST_CASE("without criteria the points are the items and without points the answer is") {
    Question question;
    question.marks = 9;
    CHECK(rubric_of(question).source == RubricSource::kWhole);
    CHECK(marks_of(rubric_of(question)) == Marks{9});
    question.points = {{"倾听", ""}, {"致歉", ""}, {"补救", ""}};
    CHECK(rubric_of(question).source == RubricSource::kPoints);
    CHECK(rubric_of(question).items[1] == RubricItem{"致歉", 3});
  }

  TEST_CASE("marks of no sense count as the usual ones") {
    for (const double marks : {0.0, -5.0, 1e9, std::nan(""), std::numeric_limits<double>::infinity()}) {
      CHECK(rubric_of(asked(marks, {})).marks == kUsualMarks);
      CHECK(rubric_of(asked(marks, {"原因（0分）", "办法（0分）"})).marks == kUsualMarks);
      CHECK(rubric_of(asked(marks, {"原因（3分）"})).marks == 3);
    }
  }

  TEST_CASE("whatever the criteria say the marks of the items add up to those of the question") {
    test::NastyText nasty(8);
    const char* const kNotes[] = {"",      "（5分）", "(40%)",        "3 points",
                                  "扣2分", "0分",     "（999999分）", "2-4分"};
    for (int i = 0; i < 10'000; ++i) {
      Question question;
      if (!nasty.one_in(4)) question.marks = static_cast<double>(nasty.below(2000)) / 10 - 2;
      for (std::size_t left = nasty.below(7); left > 0; --left)
        question.criteria.push_back(nasty.text(3) + kNotes[nasty.below(std::size(kNotes))]);
      for (std::size_t left = nasty.below(4); left > 0; --left)
        question.points.push_back({nasty.text(2), ""});
      const Rubric rubric = rubric_of(question);
      double sum = 0;
      for (const RubricItem& item : rubric.items) {
        REQUIRE(item.marks >= 0);
        sum += item.marks;
      }
      REQUIRE(!rubric.items.empty());
      REQUIRE(sum == doctest::Approx(rubric.marks));
      REQUIRE(rubric.marks > 0);
      REQUIRE(rubric.marks <= kMostMarks * 1.000001);
      const bool has_marks = question.marks && *question.marks >= kLeastMarks;
      if (has_marks) REQUIRE(rubric.marks == doctest::Approx(*question.marks));
    }
  }

  TEST_CASE("the time is the document's or that of the kind") {
    Question question;
    CHECK(time_limit_of(question) == 3min);
    question.kind = QuestionKind::kCase;
    CHECK(time_limit_of(question) == 5min);
    question.time_limit = 100s;
    CHECK(time_limit_of(question) == 100s);
    question.time_limit = 0s;
    CHECK(time_limit_of(question) == 5min);
    question.time_limit = 1'000'000'000s;
    CHECK(time_limit_of(question) == 1h);
  }
}
