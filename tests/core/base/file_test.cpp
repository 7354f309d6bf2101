#include "core/base/file.h"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <iterator>

#include "tests/nasty_text.h"
#include "tests/scratch.h"

namespace rehearse {
namespace {

std::ptrdiff_t files_in(const std::filesystem::path& folder) {
  return std::distance(std::filesystem::directory_iterator(folder), {});
}

std::string text_of(const std::filesystem::path& path) {
  const Result<std::string> text = read_file(path);
  return text ? *text : text.error().line();
}

std::string reason(const std::filesystem::path& path) {
  const Result<std::string> text = read_file(path);
  return text ? "it was read" : text.error().what.english;
}

}  // namespace

TEST_SUITE("core/base/file") {
  TEST_CASE("any bytes that are written are read back") {
    const test::Scratch scratch;
    for (std::uint64_t seed = 0; seed < 100; ++seed) {
      const std::string bytes = test::NastyText(seed).bytes(200);
      REQUIRE(write_file(scratch / "a 客服.md", bytes));
      CHECK(text_of(scratch / "a 客服.md") == bytes);
    }
    CHECK(files_in(scratch.folder()) == 1);
  }

  TEST_CASE("what cannot be read says why and where") {
    const test::Scratch scratch;
    CHECK(reason(scratch / "missing") == "no such file");
    CHECK(reason(scratch / "missing" / "deeper") == "no such file");
    CHECK(reason(scratch.folder()) == "is a folder");
    REQUIRE(mkfifo((scratch / "pipe").c_str(), 0600) == 0);
    CHECK(reason(scratch / "pipe") == "is not an ordinary file");
    std::filesystem::create_symlink(scratch / "missing", scratch / "link");
    CHECK(reason(scratch / "link") == "no such file");
    const Result<std::string> missing = read_file(scratch / "missing");
    REQUIRE_FALSE(missing);
    CHECK(missing.error().where == (scratch / "missing").string());
  }

  TEST_CASE("a file of the largest size is read and one byte more is refused") {
    const test::Scratch scratch;
    const auto path = scratch / "large";
    REQUIRE(write_file(path, ""));
    // A sparse file: its size is said, nothing is stored.
    std::filesystem::resize_file(path, kLargestDocument);
    const Result<std::string> whole = read_file(path);
    REQUIRE(whole);
    CHECK(whole->size() == kLargestDocument);
    std::filesystem::resize_file(path, kLargestDocument + 1);
    CHECK(reason(path) == "is larger than 100 MB");
    CHECK_FALSE(read_file(path, 5));
  }

  TEST_CASE("writing replaces the whole file and leaves nothing beside it") {
    const test::Scratch scratch;
    REQUIRE(write_file(scratch / "deck.md", std::string(100'000, 'a')));
    REQUIRE(write_file(scratch / "deck.md", "short"));
    CHECK(text_of(scratch / "deck.md") == "short");
    CHECK(files_in(scratch.folder()) == 1);
  }

  TEST_CASE("a reader that has opened the old file keeps it") {
    const test::Scratch scratch;
    REQUIRE(write_file(scratch / "deck.md", "old"));
    std::filesystem::create_hard_link(scratch / "deck.md", scratch / "old");
    REQUIRE(write_file(scratch / "deck.md", "new"));
    CHECK(text_of(scratch / "old") == "old");
    CHECK(text_of(scratch / "deck.md") == "new");
  }

  TEST_CASE("what cannot be written says so and leaves nothing behind") {
    const test::Scratch scratch;
    const auto missing = write_file(scratch / "no folder" / "deck.md", "x");
    REQUIRE_FALSE(missing);
    CHECK(missing.error().what.english.find("cannot be written") == 0);
    CHECK(missing.error().hint.english.find("folder is not there") != std::string::npos);
    std::filesystem::create_directories(scratch / "folder" / "inside");
    CHECK_FALSE(write_file(scratch / "folder", "x"));
    CHECK(files_in(scratch.folder()) == 1);
  }
}

}  // namespace rehearse
