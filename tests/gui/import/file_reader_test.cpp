#include "gui/window/import/file_reader.h"

#include <doctest/doctest.h>

#include <atomic>
#include <fstream>
#include <semaphore>
#include <thread>

#include "tests/scratch.h"

namespace rehearse {
namespace {

struct Reading {
  std::filesystem::path deck(const std::string& name) const {
    std::ofstream(scratch / name) << "<!-- rehearse: 1 -->\n# " << name << "\n### 问？\n- 甲\n";
    return scratch / name;
  }
  std::vector<FileRead> wait_for(std::size_t files) {
    for (std::size_t i = 0; i < files; ++i) woken.acquire();
    return reader.take();
  }

  test::Scratch scratch;
  std::counting_semaphore<> woken{0};
  FileReader reader{[this] { woken.release(); }};
};

}  // namespace

TEST_SUITE("gui/window/import/file_reader") {
  TEST_CASE("files come in the order in which they were asked for and each with its fate") {
    Reading reading;
    std::vector<std::filesystem::path> files;
    for (int i = 0; i < 12; ++i)
      files.push_back(i % 4 == 3 ? reading.scratch / ("absent" + std::to_string(i))
                                 : reading.deck(std::to_string(i) + ".md"));
    reading.reader.read({files.begin(), files.begin() + 5}, std::chrono::minutes{0});
    reading.reader.read({files.begin() + 5, files.end()}, std::chrono::minutes{0});
    const std::vector<FileRead> read = reading.wait_for(files.size());
    REQUIRE(read.size() == files.size());
    for (std::size_t i = 0; i < files.size(); ++i) {
      CHECK(read[i].file == files[i]);
      CHECK(static_cast<bool>(read[i].banks) == (i % 4 != 3));
    }
    CHECK(reading.reader.take().empty());
  }

  TEST_CASE("what is forgotten never comes and what is asked for afterwards does") {
    Reading reading;
    const std::vector<std::filesystem::path> many(50, reading.deck("many.md"));
    reading.reader.read(many, std::chrono::minutes{0});
    reading.reader.forget();
    reading.reader.read({reading.deck("wanted.md")}, std::chrono::minutes{0});
    for (;;) {
      for (const FileRead& file : reading.wait_for(1)) {
        CHECK(file.file.filename() == "wanted.md");
        return;
      }
    }
  }

  TEST_CASE("a reader that has ended wakes nobody") {
    const test::Scratch scratch;
    std::atomic<int> woken = 0;
    {
      FileReader reader([&] { ++woken; });
      reader.read(std::vector(50, scratch / "absent.md"), std::chrono::minutes{0});
    }
    // Whatever its thread is still at: nobody is there for it.
    const int at_the_end = woken;
    std::this_thread::yield();
    CHECK(woken == at_the_end);
  }
}

}  // namespace rehearse
