// A sitting in which one step of SQLite's fails, each in turn: SQLite's own method ("How SQLite Is
// Tested", 3.1 and 3.2, sqlite.org/testing.html), with the product above it.
//   rehearse_each_step writes|allocations [--every N] [--from N]
// writes: each write, truncation and sync of the disk fails once, or it and all behind it (a full disk), or
// the power goes with it. allocations: of SQLite's memory, once or from there on. What was acknowledged must
// be there, the library must be sound, what an open library shows must be what a new start shows, and it must
// work on.
#include <sqlite3.h>

#include <cstdio>
#include <cstdlib>
#include <memory>
#include <optional>
#include <set>
#include <stdexcept>
#include <string>
#include <string_view>

#include "core/base/store_error.h"
#include "tests/faults/failing_memory.h"
#include "tests/faults/scripted_sitting.h"
#include "tests/library_fixture.h"
#include "tests/scratch.h"
#include "tests/sim/fake_disk.h"

namespace rehearse::faults {
namespace {

constexpr std::size_t kAnAnswer = 1;  // of the script

struct Broken : std::runtime_error {
  using runtime_error::runtime_error;
};

/// What is made to fail.
struct Step {
  bool is_memory = false;
  std::size_t number = 0;
  Lasting lasting = Lasting::kOnce;
  int code = SQLITE_IOERR;  // of a write
  bool cuts_power = false;  // at the end, in place of closing

  std::string name() const {
    return std::string(is_memory ? "allocation " : "write ") + std::to_string(number) +
           (lasting == Lasting::kOnce ? ", once" : ", from there on") + ", code " + std::to_string(code) +
           (cuts_power ? ", power cut" : "");
  }
};

class Laptop {
 public:
  Laptop() {
    const auto library = open();
    prepare(*library, test::morning());
  }

  /// Everything as it was made.
  void start_over() {
    if (!begin_) begin_ = disk_.image();
    disk_.put(*begin_);
    salt_ = 1'000;
  }

  void fail(const Step& step) {
    if (step.is_memory)
      fail_allocation_after(step.number, step.lasting);
    else if (step.lasting == Lasting::kOnce)
      disk_.fail_once_after(step.number, step.code);
    else
      disk_.fail_after(step.number, step.code);
  }
  void mend() {
    disk_.mend();
    grant_all_memory();
  }
  std::size_t writes() const { return disk_.writes(); }

  std::unique_ptr<Library> open() {
    return std::make_unique<Library>(disk_.folder(), test::counting_random(salt_ += 1'000'000));
  }
  /// While it lives nothing fails: somebody looks.
  std::shared_ptr<void> hold_faults() {
    disk_.hold_faults(true);
    return {&disk_, [](sim::FakeDisk* disk) { disk->hold_faults(false); }};
  }
  std::set<OpId> ops() {
    const auto held = hold_faults();
    Database database((folder_ / "library.sqlite").string());
    std::set<OpId> ids;
    Query query = database.query("SELECT id FROM op_id");
    while (query.step()) ids.insert(query.id<OpId>(0));
    return ids;
  }
  void cut_power(std::unique_ptr<Library>& library) {
    disk_.cut_power();
    library.reset();
    disk_.mend();
    disk_.lose_unsynced([] { return false; });
  }

 private:
  // Its files are the disk's; the library looks for the folder itself.
  test::Scratch folder_;
  sim::FakeDisk disk_{folder_.folder().string()};
  std::optional<sim::Image> begin_;
  std::uint64_t salt_ = 0;
};

/// What the learner would see of a library.
std::string shown_by(Library& library, LocalInstant now) {
  std::string shown;
  const LibraryStats stats = library.stats(now);
  for (const std::size_t number : {stats.questions, stats.cards, stats.reviews})
    shown += std::to_string(number) + ' ';
  for (const DueCard& card : library.due(now).cards) shown += card.id.hex() + ' ';
  const auto found = library.search("words", now);
  for (const CardId& card : std::get<std::vector<CardId>>(found)) shown += card.hex() + ' ';
  for (const DeckSummary& deck : library.decks(now)) {
    shown += deck.title;
    for (const ListedQuestion& listed : library.questions(deck.id)) {
      shown += listed.question.stem + std::to_string(library.marks(listed.id).flag);
      for (const KeyPoint& point : listed.question.points) shown += point.cue + point.detail;
    }
  }
  return shown;
}

class Sitting {
 public:
  Sitting(Laptop& laptop, const Step& step) : laptop_(laptop), step_(step) {}

  /// Throws Broken.
  void live() {
    laptop_.start_over();
    laptop_.fail(step_);
    do_or_repeat("opening", [this] { library_ = laptop_.open(); });
    for (const Act& act : scripted_sitting()) {
      now_.at += std::chrono::minutes{1};
      do_or_repeat(act.name, [&] { act.run(*library_, now_); });
      acknowledged_ = laptop_.ops();
    }
    compare_with_new_start();
    if (step_.cuts_power) {
      laptop_.cut_power(library_);
    } else {
      const WatchedMemory watched;
      library_.reset();
    }
    laptop_.mend();
    look_at_the_end();
  }

  std::size_t faults_told() const { return told_; }

 private:
  /// What failed is done again, as a learner does; what fails from there on until there is room again.
  template <class Do>
  void do_or_repeat(const char* name, Do&& act) {
    for (int attempt = 1;; ++attempt) {
      try {
        const WatchedMemory watched;
        act();
        return;
      } catch (const StoreError& error) {
        ++told_;
        const Words& words = error.words();
        if (words.english.empty() || words.in(Language::kChinese).empty())
          throw Broken(std::string(name) + ": a fault without words");
        if (step_.lasting == Lasting::kFromThereOn && attempt == 1) {
          try_an_answer();
          laptop_.mend();
          continue;
        }
        if (attempt == 2)
          throw Broken(std::string(name) + ": fails after the fault is gone: " + words.english);
      }
    }
  }

  /// While everything fails: it fails in words, or is done.
  void try_an_answer() {
    if (!library_) return;
    try {
      const WatchedMemory watched;
      scripted_sitting()[kAnAnswer].run(*library_, now_);
    } catch (const StoreError&) {
      ++told_;
    }
  }

  void compare_with_new_start() {
    const auto held = laptop_.hold_faults();
    const auto fresh = laptop_.open();
    if (shown_by(*library_, now_) != shown_by(*fresh, now_))
      throw Broken("an open library shows otherwise than a new start");
  }

  void look_at_the_end() {
    const auto library = laptop_.open();
    const std::set<OpId> there = laptop_.ops();
    for (const OpId& op : acknowledged_)
      if (!there.contains(op)) throw Broken("op " + op.hex() + " was acknowledged and is gone");
    const CheckReport report = library->check();
    if (!report.ok) throw Broken("the library is not sound: " + report.faults.front());
    scripted_sitting()[kAnAnswer].run(*library, now_);
  }

  Laptop& laptop_;
  const Step step_;
  std::unique_ptr<Library> library_;
  LocalInstant now_ = test::morning();
  std::set<OpId> acknowledged_;
  std::size_t told_ = 0;
};

struct Counts {
  std::size_t sittings = 0, told = 0;
};

void live_through(Laptop& laptop, const Step& step, Counts& counts) {
  Sitting sitting(laptop, step);
  try {
    sitting.live();
  } catch (const std::exception& fault) {
    throw Broken(step.name() + ": " + fault.what());
  }
  ++counts.sittings;
  counts.told += sitting.faults_told();
}

/// How many steps a sitting takes in which nothing fails.
std::size_t steps_of(Laptop& laptop, bool is_memory) {
  laptop.start_over();
  laptop.mend();
  {
    const WatchedMemory watched;
    auto library = laptop.open();
    LocalInstant now = test::morning();
    for (const Act& act : scripted_sitting()) {
      now.at += std::chrono::minutes{1};
      act.run(*library, now);
    }
  }
  const std::size_t steps = is_memory ? allocations_watched() : laptop.writes();
  laptop.mend();
  return steps;
}

std::vector<Step> ways_to_fail(bool is_memory, std::size_t number) {
  if (is_memory) {
    return {{true, number, Lasting::kOnce, 0, false}, {true, number, Lasting::kFromThereOn, 0, false}};
  }
  return {{false, number, Lasting::kOnce, SQLITE_IOERR, false},
          {false, number, Lasting::kOnce, SQLITE_IOERR, true},
          {false, number, Lasting::kFromThereOn, SQLITE_FULL, false},
          {false, number, Lasting::kFromThereOn, SQLITE_IOERR, true}};
}

int run(bool is_memory, std::size_t first, std::size_t every) {
  use_failing_memory();
  sim::use_fake_disks();
  Laptop laptop;
  const std::size_t steps = steps_of(laptop, is_memory);
  Counts counts;
  for (std::size_t number = first; number < steps; number += every)
    for (const Step& step : ways_to_fail(is_memory, number)) live_through(laptop, step, counts);
  std::printf("%zu %s in a sitting: %zu sittings, %zu faults told, nothing lost\n", steps,
              is_memory ? "allocations" : "writes and syncs", counts.sittings, counts.told);
  return counts.told == 0 ? 1 : 0;
}

}  // namespace
}  // namespace rehearse::faults

int main(int count, char** words) try {
  const std::string_view what = count > 1 ? words[1] : "";
  std::size_t first = 0, every = 1;
  for (int i = 2; i + 1 < count; i += 2) {
    const auto number = std::strtoull(words[i + 1], nullptr, 10);
    (std::string_view(words[i]) == "--every" ? every : first) = number;
  }
  if (what != "writes" && what != "allocations") {
    std::fprintf(stderr, "rehearse_each_step writes|allocations [--every N] [--from N]\n");
    return 2;
  }
  return rehearse::faults::run(what == "allocations", first, every);
} catch (const std::exception& fault) {
  std::printf("BROKEN: %s\n", fault.what());
  return 1;
}
