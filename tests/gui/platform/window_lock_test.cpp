#include "gui/window/platform/window_lock.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "tests/scratch.h"

namespace rehearse {

TEST_SUITE("gui/window/platform/window_lock") {
  TEST_CASE("a second window of a library is refused and calls the first to the front") {
    const test::Scratch scratch;
    std::filesystem::create_directories(scratch / "library");
    auto first = WindowLock::take(scratch / "library");
    REQUIRE(first);
    CHECK(!first->take_call());
    CHECK(!WindowLock::take(scratch / "library"));
    const auto call = first->take_call();
    REQUIRE(call);
    CHECK(call->files.empty());
    CHECK(!first->take_call());
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

  TEST_CASE("the files of a second start are handed to the window that is open and once") {
    const test::Scratch scratch;
    std::filesystem::create_directories(scratch / "library");
    auto first = WindowLock::take(scratch / "library");
    REQUIRE(first);
    const std::vector<std::string> files{"/tmp/one.md", "/tmp/题库 二.docx", "/tmp/line\nend.txt"};
    CHECK(!WindowLock::take(scratch / "library", files));
    CHECK(!WindowLock::take(scratch / "library", {"beside.md"}));
    const auto call = first->take_call();
    REQUIRE(call);
    REQUIRE(call->files.size() == 4);
    CHECK(std::equal(files.begin(), files.end(), call->files.begin()));
    CHECK(call->files.back() == (std::filesystem::current_path() / "beside.md").string());
    CHECK(!first->take_call());
  }

  TEST_CASE("what a window that died was handed is not read by the next one") {
    const test::Scratch scratch;
    std::filesystem::create_directories(scratch / "library");
    {
      const auto first = WindowLock::take(scratch / "library");
      CHECK(!WindowLock::take(scratch / "library", {"/tmp/one.md"}));
    }
    auto next = WindowLock::take(scratch / "library");
    REQUIRE(next);
    CHECK(!next->take_call());
  }

  TEST_CASE("what is no call in the lock's file hurts nobody") {
    const test::Scratch scratch;
    std::filesystem::create_directories(scratch / "library");
    auto first = WindowLock::take(scratch / "library");
    REQUIRE(first);
    const auto write = [&](const std::string& bytes, std::ios::openmode how) {
      std::ofstream(scratch / "library/window.lock", how | std::ios::binary) << bytes;
    };
    const auto files = [&] {
      const auto call = first->take_call();
      return call ? call->files : std::vector<std::string>();
    };
    using namespace std::string_literals;
    write("relative.md\0\0../../etc/passwd\0/half of a path"s, std::ios::app);
    CHECK(files().empty());
    write(" and the rest\0"s, std::ios::app);
    CHECK(files() == std::vector<std::string>{"/half of a path and the rest"});
    write("/" + std::string(10'000, 'x') + '\0', std::ios::app);
    CHECK(files().empty());
    write(std::string(3 << 20, '\0'), std::ios::app);
    CHECK(files().empty());
    write("", std::ios::trunc);
    CHECK(files().empty());
    CHECK(!WindowLock::take(scratch / "library", {"/tmp/one.md"}));
    CHECK(files() == std::vector<std::string>{"/tmp/one.md"});
  }

  TEST_CASE("a lock that is a link to another file leaves that file alone") {
    const test::Scratch scratch;
    std::filesystem::create_directories(scratch / "library");
    std::ofstream(scratch / "precious") << "text";
    std::filesystem::create_symlink(scratch / "precious", scratch / "library/window.lock");
    CHECK(WindowLock::take(scratch / "library"));
    CHECK(std::filesystem::file_size(scratch / "precious") == 4);
  }

  TEST_CASE("a folder that is not there is nobody's") {
    const test::Scratch scratch;
    CHECK(WindowLock::take(scratch / "absent"));
  }
}

}  // namespace rehearse
