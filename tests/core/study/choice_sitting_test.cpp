// Cards that check themselves: single and multiple choice, true or false, fill in.
#include <doctest/doctest.h>

#include "core/study/sitting.h"
#include "tests/library_fixture.h"

namespace rehearse {
namespace {

constexpr std::chrono::milliseconds kSpent{5000};

struct Check : test::LibraryFixture {
  /// A sitting over this one question.
  Sitting ask(const Question& question) {
    library.import_document(test::document_of("deck " + question.stem, {question}), now);
    return Sitting(library, {StudyChoice{derive_deck_id("deck " + question.stem)}, {}}, now);
  }

  bool typed_is_right(const std::vector<std::string>& key, const std::string& typed) {
    Sitting sitting =
        ask(test::checked_question(QuestionKind::kFill, "fill " + std::to_string(++number_), {}, key));
    sitting.type_answer(typed);
    sitting.check_answer();
    return sitting.is_right();
  }

  int number_ = 0;
};

}  // namespace

TEST_SUITE("core/study/sitting choice") {
  TEST_CASE_FIXTURE(Check, "a single choice keeps one option and grades itself") {
    Sitting sitting = ask(test::checked_question(QuestionKind::kSingle, "single", {"a", "b", "c"}, {"B"}));
    CHECK_FALSE(sitting.is_first_meeting());
    CHECK_FALSE(sitting.is_right());
    sitting.choose(0);
    sitting.choose(1);
    CHECK(sitting.chosen() == std::vector<bool>{false, true, false});
    sitting.choose(1);
    CHECK(sitting.chosen() == std::vector<bool>{false, false, false});
    sitting.choose(1);
    sitting.choose(9);
    sitting.check_answer();
    sitting.choose(0);
    CHECK(sitting.is_right());
    CHECK(sitting.suggested_grade() == Quality::kGood);
    CHECK(sitting.interval_preview(Quality::kGood, now) == 1);
    sitting.grade(now, kSpent);
    CHECK(sitting.finished());
    CHECK(sitting.summary(now).points_asked == 0);
    CHECK(library.check().ok);
  }

  TEST_CASE_FIXTURE(Check, "a multiple choice is right with exactly the options of the key") {
    const std::vector<std::vector<std::size_t>> picks = {{0, 2}, {2, 0}, {0}, {0, 1, 2}, {}};
    const std::vector<bool> right = {true, true, false, false, false};
    for (std::size_t i = 0; i < picks.size(); ++i) {
      Sitting sitting = ask(test::checked_question(QuestionKind::kMultiple, "multiple " + std::to_string(i),
                                                   {"a", "b", "c"}, {"C", "A"}));
      for (const std::size_t pick : picks[i]) sitting.choose(pick);
      sitting.check_answer();
      CAPTURE(i);
      CHECK(sitting.is_right() == right[i]);
    }
  }

  TEST_CASE_FIXTURE(Check, "true or false is answered with a mark") {
    for (const std::string key : {"正确", "错误"}) {
      Sitting sitting = ask(test::checked_question(QuestionKind::kTrueFalse, "statement " + key, {}, {key}));
      REQUIRE(sitting.choices().size() == 2);
      sitting.choose(0);
      CHECK(sitting.is_right() == (key == "正确"));
      sitting.choose(1);
      CHECK(sitting.is_right() == (key == "错误"));
    }
  }

  TEST_CASE_FIXTURE(Check, "a typed answer may be any alternative in any width and blanks") {
    CHECK(typed_is_right({"静态;static"}, "static"));
    CHECK(typed_is_right({"静态;static"}, " 静态 "));
    CHECK(typed_is_right({"静态; static"}, "ｓｔａｔｉｃ"));
    CHECK_FALSE(typed_is_right({"静态;static"}, "静"));
    CHECK_FALSE(typed_is_right({"静态;static"}, ""));
    CHECK_FALSE(typed_is_right({"静态;static;"}, "  "));
    CHECK_FALSE(typed_is_right({}, ""));
    CHECK_FALSE(typed_is_right({""}, ""));
    CHECK_FALSE(typed_is_right({"static"}, "\xff\xfe"));
  }

  TEST_CASE_FIXTURE(Check, "several blanks are typed in one line with a semicolon of either width") {
    CHECK(typed_is_right({"malloc", "free"}, "malloc;free"));
    CHECK(typed_is_right({"malloc;calloc", "free"}, " calloc ； free "));
    CHECK_FALSE(typed_is_right({"malloc", "free"}, "free;malloc"));
    CHECK_FALSE(typed_is_right({"malloc", "free"}, "malloc"));
    CHECK_FALSE(typed_is_right({"malloc", "free"}, "malloc;free;"));
  }

  TEST_CASE_FIXTURE(Check, "nothing can be typed after the answer was checked") {
    Sitting sitting = ask(test::checked_question(QuestionKind::kFill, "fill", {}, {"yes"}));
    sitting.type_answer("no");
    sitting.check_answer();
    sitting.type_answer("yes");
    CHECK(sitting.typed_answer() == "no");
    CHECK_FALSE(sitting.is_right());
    CHECK(sitting.suggested_grade() == Quality::kWrongFamiliar);
  }

  TEST_CASE_FIXTURE(
      Check, "a wrong choice that was met before comes again once and undo gives back what was chosen") {
    const Question question = test::checked_question(QuestionKind::kSingle, "single", {"a", "b"}, {"A"});
    {
      Sitting first = ask(question);
      first.choose(1);
      first.check_answer();
      first.grade(now, kSpent);
      CHECK(first.finished());
    }
    pass_days(1);
    Sitting sitting = ask(question);
    sitting.choose(1);
    sitting.check_answer();
    sitting.grade(now, kSpent);
    CHECK(sitting.counts().missed == 1);
    CHECK(sitting.undo(now));
    CHECK(sitting.length() == 1);
    CHECK(sitting.is_checked());
    CHECK(sitting.chosen() == std::vector<bool>{false, true});
  }

  TEST_CASE_FIXTURE(Check, "points that a document gives a choice are not asked and not counted") {
    Question question = test::checked_question(QuestionKind::kSingle, "single", {"a", "b"}, {"A"});
    question.points = test::open_question("", 3).points;
    Sitting sitting = ask(question);
    CHECK(sitting.length() == 1);
    sitting.choose(0);
    sitting.check_answer();
    sitting.grade(now, kSpent);
    CHECK(sitting.summary(now).points_asked == 0);
    CHECK(library.check().ok);
  }

  TEST_CASE_FIXTURE(Check, "alternatives may be divided by a wide semicolon and capitals do not matter") {
    CHECK(typed_is_right({"80%；0.8"}, "0.8"));
    CHECK(typed_is_right({"occupancy"}, "Occupancy"));
    CHECK_FALSE(typed_is_right({"C++"}, "C"));
  }

  TEST_CASE_FIXTURE(Check, "without a key in the document the learner grades alone") {
    for (const auto& key : {std::vector<std::string>{}, std::vector<std::string>{"E"}}) {
      Sitting sitting =
          ask(test::checked_question(QuestionKind::kSingle, key.empty() ? "none" : "lost", {"a", "b"}, key));
      sitting.choose(0);
      sitting.check_answer();
      CHECK_FALSE(sitting.has_key());
      CHECK(sitting.suggested_grade() == Quality::kGood);
      sitting.override_grade(Quality::kHard);
      CHECK(sitting.grade_to_give() == Quality::kHard);
    }
  }

  TEST_CASE_FIXTURE(Check, "a choice whose options were lost is typed") {
    Sitting sitting = ask(test::checked_question(QuestionKind::kSingle, "options lost", {}, {"A"}));
    CHECK(sitting.is_typed());
    sitting.type_answer("a");
    sitting.check_answer();
    CHECK(sitting.is_right());
  }
}

}  // namespace rehearse
