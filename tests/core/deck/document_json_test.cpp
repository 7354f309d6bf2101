#include "core/deck/document_json.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "tests/nasty_text.h"
#include "tests/random_document.h"

namespace rehearse {

TEST_SUITE("core/deck/document_json") {
  TEST_CASE("what is written question by question is laid out as one JSON text") {
    for (std::uint64_t seed = 0; seed < 300; ++seed) {
      test::NastyText nasty(seed);
      Document document = test::random_document(nasty);
      document.problems.push_back({3, 4, "damaged", {nasty.text(), nasty.text()}});
      if (seed % 2 == 0) document.sources.resize(document.questions.size());
      std::ostringstream out;
      write_document_json(document, out);
      CHECK(nlohmann::ordered_json::parse(out.str()).dump(1) == out.str());
      CHECK(document_to_json(document) == out.str());
    }
  }

  TEST_CASE("a document without anything is JSON with empty lists") {
    CHECK(nlohmann::json::parse(document_to_json({})) ==
          nlohmann::json::parse(R"({"title":"","sections":[],"questions":[],"problems":[]})"));
  }
}

}  // namespace rehearse
