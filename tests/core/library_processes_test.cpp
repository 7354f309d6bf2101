// Several programs on one library, programs that are killed, and folders that cannot be written.
#include <doctest/doctest.h>

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <functional>
#include <random>

#include "core/library.h"
#include "tests/library_fixture.h"

namespace rehearse {
namespace {

using test::LibraryFixture;

const DeckId kDeck = derive_deck_id("deck");

/// A process that runs `work` and ends with its result, without a word to doctest.
class Child {
 public:
  explicit Child(const std::function<int()>& work) : id_(fork()) {
    REQUIRE(id_ >= 0);
    if (id_ > 0) return;
    int code = 99;
    try {
      code = work();
    } catch (const std::exception&) {
      code = 98;
    }
    _exit(code);
  }
  /// What it ended with; -1 when a signal ended it.
  int wait() {
    int status = 0;
    waitpid(id_, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  }
  void kill() { ::kill(id_, SIGKILL); }

 private:
  pid_t id_;
};

/// In a child: true when `work` threw a StoreError that says something.
bool refused(const std::function<void()>& work) {
  try {
    work();
  } catch (const StoreError& error) {
    return std::string(error.what()).size() > 20;
  }
  return false;
}

struct Studied : LibraryFixture {
  Studied() { library.import_document(document, now); }

  Answer answer() const {
    return answer_all(document.questions[0], kDeck, PointResult::kRecalled, Quality::kGood);
  }

  Document document = test::open_document("deck", 2, 4);
};

}  // namespace

TEST_SUITE("core/library processes") {
  TEST_CASE_FIXTURE(Studied, "two openings of one folder see each other's answers and lose none") {
    Library other(folder(), test::counting_random(5000));
    std::vector<OpId> given;
    for (int i = 0; i < 40; ++i) {
      Library& library_now = i % 2 == 0 ? library : other;
      Library& library_then = i % 2 == 0 ? other : library;
      given.push_back(library_now.grade(answer(), now));
      CHECK(library_then.stats(now).reviews == given.size());
      pass_days(1);
    }
    other.undo(given.front(), now);
    CHECK(library.stats(now).reviews == given.size() - 1);
    CHECK(library.check().ok);
    CHECK(other.check().ok);
  }

  TEST_CASE_FIXTURE(Studied, "two processes that answer at once lose no answer") {
    const auto grade_many = [&](std::uint64_t seed) {
      return [this, seed] {
        Library mine(folder(), test::counting_random(seed));
        for (int i = 0; i < 60; ++i) mine.grade(answer(), now);
        return 0;
      };
    };
    Child one(grade_many(10'000)), two(grade_many(20'000));
    CHECK(one.wait() == 0);
    CHECK(two.wait() == 0);
    CHECK(library.stats(now).reviews == 120);
    CHECK(library.check().ok);
  }

  TEST_CASE("two processes may make the same new library at once") {
    for (int round = 0; round < 15; ++round) {
      const test::Scratch scratch;
      const auto open = [&](std::uint64_t seed) {
        return [&scratch, seed] {
          Library mine(scratch / "library", test::counting_random(seed));
          mine.import_document(test::open_document("deck " + std::to_string(seed), 1, 1), test::morning());
          return 0;
        };
      };
      Child one(open(1)), two(open(2)), three(open(3));
      CHECK(one.wait() == 0);
      CHECK(two.wait() == 0);
      CHECK(three.wait() == 0);
      const Library library(scratch / "library", test::counting_random(9));
      CHECK(library.stats(test::morning()).questions == 3);
      CHECK(library.check().ok);
    }
  }

  TEST_CASE_FIXTURE(Studied, "every answer that was acknowledged is there after the process was killed") {
    std::mt19937_64 random(61);
    std::size_t acknowledged = 0, most_unacknowledged = 0;
    for (int round = 0; round < 30; ++round) {
      int channel[2];
      REQUIRE(pipe(channel) == 0);
      Child child([&] {
        close(channel[0]);
        Library mine(folder(), test::counting_random(100'000u * static_cast<unsigned>(round + 1)));
        while (true) {
          mine.grade(answer(), now);
          if (write(channel[1], "+", 1) != 1) return 1;
        }
      });
      close(channel[1]);
      // Kill after a random number of answers, somewhere within the next one.
      char one = 0;
      for (std::uint64_t left = random() % 12; left > 0; --left) {
        REQUIRE(read(channel[0], &one, 1) == 1);
        ++acknowledged;
      }
      std::mt19937_64 waste(random());
      waste.discard(random() % 400'000);
      REQUIRE(waste() != 0);
      child.kill();
      CHECK(child.wait() == -1);
      while (read(channel[0], &one, 1) == 1) ++acknowledged;
      close(channel[0]);
      ++most_unacknowledged;
      const std::size_t reviews = library.stats(now).reviews;
      REQUIRE(reviews >= acknowledged);
      REQUIRE(reviews <= acknowledged + most_unacknowledged);
      REQUIRE(library.check().ok);
    }
    CHECK(acknowledged > 30);
  }

  TEST_CASE("a folder that may not be written is refused in words and stays as it is") {
    LibraryFixture fixture;
    fixture.library.import_document(test::open_document("deck", 1, 2), fixture.now);
    namespace fs = std::filesystem;
    const fs::path folder = fixture.scratch / "locked";
    fs::create_directories(folder);
    fs::copy_file(fixture.file(), folder / "library.sqlite");
    fs::permissions(folder, fs::perms::owner_read | fs::perms::owner_exec | fs::perms::group_read |
                                fs::perms::group_exec | fs::perms::others_read | fs::perms::others_exec);
    fs::permissions(folder / "library.sqlite",
                    fs::perms::owner_read | fs::perms::group_read | fs::perms::others_read);
    fs::permissions(fixture.scratch.folder(), fs::perms::all);
    Child child([&] {
      constexpr uid_t kNobody = 65534;
      if (geteuid() == 0 && setuid(kNobody) != 0) return 2;
      const bool opening = refused([&] {
        Library library(folder, test::counting_random());
        library.import_document(test::open_document("another", 1, 1), test::morning());
      });
      const bool making = refused([&] { Library library(folder / "inside", test::counting_random()); });
      return opening && making ? 0 : 1;
    });
    CHECK(child.wait() == 0);
    CHECK(fs::exists(folder / "library.sqlite"));
    CHECK_FALSE(fs::exists(folder / "inside"));
    fs::permissions(folder, fs::perms::all);
  }

  TEST_CASE_FIXTURE(Studied, "a disk that takes no more bytes loses no answer and works again with room") {
    Child child([&] {
      Library mine(folder(), test::counting_random(7'000'000));
      signal(SIGXFSZ, SIG_IGN);
      rlimit limit{};
      getrlimit(RLIMIT_FSIZE, &limit);
      const std::uintmax_t present =
          std::max(std::filesystem::file_size(file()), std::filesystem::file_size(file().string() + "-wal"));
      const rlimit small{present + 50'000, limit.rlim_max};
      setrlimit(RLIMIT_FSIZE, &small);
      std::size_t taken = 0;
      for (std::string words; words.empty();) {
        try {
          mine.grade(answer(), now);
          if (++taken > 5000) return 3;
        } catch (const StoreError& error) {
          words = error.what();
          // To SQLite a limit is a fault of the disk.
          if (words.find("disk is full") == std::string::npos) return 8;
        }
      }
      if (taken == 0) return 7;
      if (mine.stats(now).reviews != taken) return 4;
      setrlimit(RLIMIT_FSIZE, &limit);
      mine.grade(answer(), now);
      if (mine.stats(now).reviews != taken + 1) return 5;
      return mine.check().ok ? 0 : 6;
    });
    CHECK(child.wait() == 0);
    CHECK(library.check().ok);
  }
}

}  // namespace rehearse
