#include "tests/score/evaluation_set.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <vector>

#include "tests/score/limits.h"

using namespace rehearse::scoring;

TEST_SUITE("score/evaluation_set") {
  TEST_CASE("the evaluation set is read at least as well as it ever was") {
    const std::filesystem::path folder = std::filesystem::path(REHEARSE_TESTS_DIR) / "data" / "documents";
    std::vector<DocumentScore> scores;
    for (const EvaluationDocument& document : evaluation_documents(folder, folder)) {
      scores.push_back(score(document));
      CAPTURE(document.name);
      CHECK(scores.back().total >= kReached.document);
    }
    CHECK(scores.size() >= 24);
    CHECK(macro_average(scores) >= kReached.macro);
  }
}
