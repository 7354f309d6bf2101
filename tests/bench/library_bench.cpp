#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <thread>

#include "core/library.h"
#include "core/library_backup.h"
#include "core/study/sitting.h"
#include "tests/bench/bench.h"
#include "tests/bench/sample.h"
#include "tests/scratch.h"

namespace rehearse::bench {
namespace {

using test::Scratch;

constexpr std::size_t kLargeLibrary = 4'000;  // questions: 24,000 cards

LocalInstant noon() { return *parse_instant("2026-11-21T12:00:00+08:00"); }

RandomSource counting() {
  return [next = std::uint64_t{0}]() mutable { return ++next; };
}

/// What this disk takes for one small durable write: no program can store an answer faster.
double disk_floor_ms(const Scratch& scratch) {
  const int file = open((scratch / "floor").c_str(), O_CREAT | O_WRONLY, 0600);
  const std::string page(4096, 'x');
  const double floor = median_ms(201, [&] {
    if (pwrite(file, page.data(), page.size(), 0) < 0 || fdatasync(file) != 0) std::abort();
  });
  close(file);
  return floor;
}

Figure measure_grade(const Scratch& scratch) {
  Library library(scratch / "grade", counting());
  library.import_document(sample_deck(1000), noon());
  LocalInstant now = noon();
  std::optional<Sitting> sitting;
  const double median = median_ms(301, [&] {
    if (!sitting || sitting->finished()) {
      now.at += std::chrono::days{1};
      sitting.emplace(library, SittingOptions{}, now);
    }
    now.at += std::chrono::seconds{20};
    sitting->tick(0);
    sitting->grade(now, std::chrono::seconds{20});
  });
  return {"store an answer of five points, durably", median, 20 * disk_floor_ms(scratch),
          "20 writes of this disk"};
}

/// What a learner feels of a backup: the window makes it in a thread of its own, while answers are stored.
void measure_backup(Library& library, const std::filesystem::path& folder, std::vector<Figure>& figures) {
  using Clock = std::chrono::steady_clock;
  const auto since = [](Clock::time_point begin) {
    return std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
  };
  LocalInstant now = noon();
  Sitting sitting(library, SittingOptions{}, now);
  std::atomic<bool> done = false;
  double whole = 0;
  std::thread keeper([&] {
    const Clock::time_point begin = Clock::now();
    if (!back_up(folder, noon())) std::abort();
    whole = since(begin);
    done = true;
  });
  double slowest = 0;
  std::size_t answers = 0;
  while (!done && !sitting.finished()) {
    const Clock::time_point begin = Clock::now();
    now.at += std::chrono::seconds{20};
    sitting.tick(0);
    sitting.grade(now, std::chrono::seconds{20});
    slowest = std::max(slowest, since(begin));
    ++answers;
    std::this_thread::sleep_for(std::chrono::milliseconds{2});  // nobody answers without a pause
  }
  keeper.join();
  figures.push_back({"the slowest answer while 24,000 cards are backed up", slowest, 50, "the plan's limit"});
  figures.push_back({"the backup, verified", whole, 0, std::to_string(answers) + " answers beside it", "ms",
                     Role::kContext});
}

}  // namespace

std::vector<Figure> measure_library() {
  const Scratch scratch;
  std::vector<Figure> figures;
  {
    Library library(scratch / "import", counting());
    figures.push_back({"import 1,000 questions",
                       median_ms(1, [&] { library.import_document(sample_deck(1000), noon()); }), 2000,
                       "felt as short"});
    figures.push_back({"import them again, nothing new",
                       median_ms(3, [&] { library.import_document(sample_deck(1000), noon()); }), 1000,
                       "felt as short"});
  }
  figures.push_back(measure_grade(scratch));
  Library library(scratch / "large", counting());
  library.import_document(sample_deck(kLargeLibrary), noon());
  figures.push_back({"open a library of 24,000 cards",
                     median_ms(9, [&] { Library again(scratch / "large", counting()); }), 50,
                     "part of the first frame"});
  figures.push_back({"today's queue over 24,000 cards", median_ms(9, [&] { (void)library.due(noon()); }), 50,
                     "the plan's limit for 20,000"});
  figures.push_back({"check 24,000 cards against the log", median_ms(1, [&] { (void)library.check(); }),
                     10'000, "asked for seldom"});
  measure_backup(library, scratch / "large", figures);
  return figures;
}

}  // namespace rehearse::bench
