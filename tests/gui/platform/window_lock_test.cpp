#include "gui/window/platform/window_lock.h"

#include <doctest/doctest.h>

#include "tests/scratch.h"

namespace rehearse {

TEST_SUITE("gui/window/platform/window_lock") {
  TEST_CASE("a second window of a library is refused and calls the first to the front") {
    const test::Scratch scratch;
    std::filesystem::create_directories(scratch / "library");
    auto first = WindowLock::take(scratch / "library");
    REQUIRE(first);
    CHECK(!first->was_called());
    CHECK(!WindowLock::take(scratch / "library"));
    CHECK(first->was_called());
    CHECK(!first->was_called());
  }

  TEST_CASE("when the first window is gone the next one opens") {
    const test::Scratch scratch;
    std::filesystem::create_directories(scratch / "library");
    REQUIRE(WindowLock::take(scratch / "library"));
    CHECK(WindowLock::take(scratch / "library"));
  }

  TEST_CASE("windows of two libraries do not know of each other") {
    const test::Scratch scratch;
    for (const char* name : {"one", "two"}) std::filesystem::create_directories(scratch / name);
    const auto one = WindowLock::take(scratch / "one");
    CHECK(WindowLock::take(scratch / "two"));
  }

  TEST_CASE("a folder that is not there is nobody's") {
    const test::Scratch scratch;
    CHECK(WindowLock::take(scratch / "absent"));
  }
}

}  // namespace rehearse
