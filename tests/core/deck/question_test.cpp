#include "core/deck/question.h"

#include <doctest/doctest.h>

#include <set>

namespace rehearse {
namespace {

constexpr QuestionKind kKinds[] = {QuestionKind::kOpen,      QuestionKind::kSingle, QuestionKind::kMultiple,
                                   QuestionKind::kTrueFalse, QuestionKind::kFill,   QuestionKind::kCase};

}  // namespace

TEST_SUITE("core/deck/question") {
  TEST_CASE("the words for kinds in files never change") {
    std::string words;
    for (QuestionKind kind : kKinds) words += std::string(to_word(kind)) + " ";
    CHECK(words == "open single multiple true_false fill case ");
  }

  TEST_CASE("every kind is found again by its word and nothing else is a kind") {
    for (QuestionKind kind : kKinds) CHECK(question_kind_from_word(to_word(kind)) == kind);
    for (std::string_view word : {"", "Open", "open ", "true-false", "essay"})
      CHECK_FALSE(question_kind_from_word(word));
  }

  TEST_CASE("open and case questions are spoken and the others check themselves") {
    std::set<QuestionKind> spoken;
    for (QuestionKind kind : kKinds)
      if (is_recalled_aloud(kind)) spoken.insert(kind);
    CHECK(spoken == std::set<QuestionKind>{QuestionKind::kOpen, QuestionKind::kCase});
  }
}

}  // namespace rehearse
