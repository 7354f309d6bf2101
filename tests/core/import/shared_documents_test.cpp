// The five documents that lie beside the repository on the makers' machines, against their hand-made results.
#include <doctest/doctest.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <string>

#include "core/base/file.h"
#include "core/deck/document_json.h"
#include "core/import/read_document.h"

using namespace rehearse;

namespace {

std::filesystem::path shared_documents() {
  const char* folder = std::getenv("REHEARSE_SHARED");
  const std::filesystem::path shared =
      folder ? std::filesystem::path(folder) : std::filesystem::path(REHEARSE_SOURCE_DIR) / ".." / "shared";
  return shared / "documents";
}

std::string output_of(const std::string& command) {
  std::string output;
  FILE* pipe = popen(command.c_str(), "r");
  REQUIRE(pipe != nullptr);
  for (int c = std::fgetc(pipe); c != EOF; c = std::fgetc(pipe)) output += static_cast<char>(c);
  CHECK(pclose(pipe) == 0);
  return output;
}

}  // namespace

TEST_SUITE("core/import/shared_documents") {
  TEST_CASE("the reader scores 0.80 and more on real documents") {
    const std::filesystem::path documents = shared_documents();
    if (!std::filesystem::exists(documents / "score.py")) {
      std::cout << "skipped: " << documents.string()
                << " is not here; the fixtures of the tree are read anyway\n";
      return;
    }
    const std::filesystem::path results =
        std::filesystem::temp_directory_path() /
        ("rehearse-reader-" + std::to_string(std::rand()) + "-" + std::to_string(::getpid()));
    std::filesystem::create_directories(results);
    std::size_t read_count = 0;
    for (const auto& entry : std::filesystem::directory_iterator(documents)) {
      if (entry.path().extension() != ".txt") continue;
      const auto bytes = read_file(entry.path());
      REQUIRE(bytes);
      const auto read = read_document(*bytes, entry.path().filename().string());
      REQUIRE(read);
      std::ofstream(results / (entry.path().stem().string() + ".json")) << document_to_json(read->document);
      ++read_count;
    }
    CHECK(read_count == 5);
    const std::string output =
        output_of("python3 '" + (documents / "score.py").string() + "' --json --all '" +
                  (documents / "gold").string() + "' '" + results.string() + "'");
    std::filesystem::remove_all(results);
    const nlohmann::json score = nlohmann::json::parse(output);
    CHECK(score["macro"].get<double>() >= 0.80);
    for (const auto& [name, document] : score["documents"].items()) {
      CAPTURE(name);
      CHECK(document["score"].get<double>() >= 0.75);
    }
  }
}
