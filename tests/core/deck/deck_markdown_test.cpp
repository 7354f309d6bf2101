// Whole decks in, whole documents out.
#include "core/deck/deck_markdown.h"

#include <doctest/doctest.h>

#include "tests/deck_printing.h"

namespace rehearse {
namespace {

std::vector<std::string> codes(const Document& document) {
  std::vector<std::string> codes;
  for (const Problem& problem : document.problems) codes.push_back(problem.code);
  return codes;
}

Question only_question(std::string_view body) {
  const Document document = read_deck_markdown("---\nrehearse: 1\n---\n# T\n" + std::string(body));
  INFO(body);
  REQUIRE(document.questions.size() == 1);
  CHECK(codes(document) == std::vector<std::string>{});
  return document.questions.front();
}

}  // namespace

TEST_SUITE("core/deck/deck_markdown") {
  TEST_CASE("four lines are a deck") {
    const Document document = read_deck_markdown(
        "<!-- rehearse: 1 -->\n"
        "# Job interview\n"
        "### Why do you want this job?\n"
        "- **The match**: what they need is what I have done for six years\n");
    CHECK(document.problems.empty());
    CHECK(document.title == "Job interview");
    REQUIRE(document.questions.size() == 1);
    Question expected;
    expected.stem = "Why do you want this job?";
    expected.points = {{"The match", "what they need is what I have done for six years"}};
    CHECK(document.questions[0] == expected);
  }
}

}  // namespace rehearse
