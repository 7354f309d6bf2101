// Against the scorer and the five real documents that lie beside the source folder on the makers' machines.
#include <doctest/doctest.h>

#include <cstdio>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "core/base/file.h"
#include "core/base/text.h"
#include "core/deck/document_json.h"
#include "tests/score/compared_text.h"
#include "tests/score/evaluation_set.h"
#include "tests/score/limits.h"
#include "tests/scratch.h"
#include "tests/shared_folder.h"
#include "tests/skip.h"

using namespace rehearse;
using namespace rehearse::scoring;
namespace fs = std::filesystem;
using Json = nlohmann::json;

namespace {

std::optional<fs::path> shared_documents() {
  const auto shared = test::shared_folder();
  if (!shared || !fs::exists(*shared / "documents" / "score.py")) return std::nullopt;
  return *shared / "documents";
}

std::string bytes_of(const fs::path& path) {
  const auto bytes = read_file(path);
  REQUIRE(bytes);
  return *bytes;
}

Json ends_of(const std::string& text) {
  const ExpectedText expected = expected_text(text);
  if (expected.length == 0) return nullptr;
  return {{"head", to_utf8(expected.head)}, {"tail", to_utf8(expected.tail)}, {"len", expected.length}};
}

/// An expected result in the form score.py takes: long texts by their ends.
Json with_ends(Json expected) {
  for (Json& question : expected["questions"]) {
    const std::string answer = question.value("answer", "");
    question["has_answer"] = !without_blanks(answer).empty() || !question["answer_key"].empty();
    question["answer"] = ends_of(answer);
    question["analysis"] = ends_of(question.value("analysis", ""));
  }
  return expected;
}

/// score.py's total for every file in `results`.
Json score_py(const fs::path& script, const fs::path& expected, const fs::path& results) {
  const std::string command =
      "python3 '" + script.string() + "' --json --all '" + expected.string() + "' '" + results.string() + "'";
  std::string output;
  FILE* pipe = popen(command.c_str(), "r");
  REQUIRE(pipe != nullptr);
  for (int c = std::fgetc(pipe); c != EOF; c = std::fgetc(pipe)) output += static_cast<char>(c);
  REQUIRE(pclose(pipe) == 0);
  return Json::parse(output).at("documents");
}

void check_agreement(const std::vector<EvaluationDocument>& documents, const fs::path& script) {
  const test::Scratch scratch;
  fs::create_directories(scratch / "expected");
  fs::create_directories(scratch / "results");
  for (const EvaluationDocument& document : documents) {
    const std::string file = document.expected.filename().string();
    Json expected = Json::parse(bytes_of(document.expected));
    const bool has_ends = expected.contains("source");
    const std::string text = (has_ends ? expected : with_ends(std::move(expected))).dump();
    REQUIRE(write_file(scratch / "expected" / file, text));
    REQUIRE(write_file(scratch / "results" / file, document_to_json(read_as_product(document.document))));
  }
  const Json theirs = score_py(script, scratch / "expected", scratch / "results");
  REQUIRE(theirs.size() == documents.size());
  for (const EvaluationDocument& document : documents) {
    CAPTURE(document.name);
    const double their_score = theirs.at(document.expected.stem().string()).at("score").get<double>();
    CHECK(score(document).total == doctest::Approx(their_score).epsilon(0.001));
  }
}

}  // namespace

TEST_SUITE("score/shared_documents") {
  TEST_CASE("the scorer agrees with the makers' own on the evaluation set") {
    const auto shared = shared_documents();
    if (!shared) SKIP_IN_WORDS("there is no folder shared/documents beside the source folder");
    const fs::path folder = fs::path(REHEARSE_TESTS_DIR) / "data" / "documents";
    check_agreement(evaluation_documents(folder, folder), *shared / "score.py");
  }

  TEST_CASE("the scorer agrees with the makers' own on real documents") {
    const auto shared = shared_documents();
    if (!shared) SKIP_IN_WORDS("there is no folder shared/documents beside the source folder");
    check_agreement(evaluation_documents(*shared, *shared / "gold"), *shared / "score.py");
  }

  TEST_CASE("real documents are read at 0.95 and more") {
    const auto shared = shared_documents();
    if (!shared) SKIP_IN_WORDS("there is no folder shared/documents beside the source folder");
    std::vector<DocumentScore> scores;
    for (const EvaluationDocument& document : evaluation_documents(*shared, *shared / "gold"))
      scores.push_back(score(document));
    CHECK(scores.size() == 5);
    CHECK(macro_average(scores) >= kGoal.macro);
  }
}
