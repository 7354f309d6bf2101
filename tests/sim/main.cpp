// Histories of sync by chance:
// rehearse_sync_sim [--groups | --group-month] [--seeds FROM COUNT] [--jobs N] [--without RULE | --without
// each] [--steps]
#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tests/scratch.h"
#include "tests/sim/fake_disk.h"
#include "tests/sim/group_month.h"
#include "tests/sim/group_world.h"
#include "tests/sim/processes.h"
#include "tests/sim/rules.h"
#include "tests/sim/world.h"

namespace rehearse::sim {
namespace {

constexpr std::size_t kShownSteps = 60;
constexpr std::chrono::minutes kBetweenWords{1};

using Number = unsigned long long;  // as printf has it

struct Options {
  std::uint64_t first = 1, count = 100;
  std::size_t jobs = 1;
  std::optional<Rule> without;
  bool all_rules = false;  // each must be missed
  bool all_steps = false;
  bool groups = false;       // histories of a study group
  bool group_month = false;  // and of a large one, for a month
};

void print_steps(const std::vector<std::string>& steps, std::size_t most) {
  for (std::size_t i = steps.size() - std::min(most, steps.size()); i < steps.size(); ++i)
    std::printf("%4zu %s\n", i + 1, steps[i].c_str());
}

/// Calls `live`; says how the history broke a law, and false when it did.
template <class AnyWorld>
bool breaks_none(const AnyWorld& world, std::uint64_t seed, const Options& options,
                 const std::function<void()>& live) {
  try {
    live();
    return true;
  } catch (const std::exception& broken) {
    if (!options.without && !options.all_steps) print_steps(world.steps(), kShownSteps);
    std::printf("seed %llu: %s\n", Number{seed}, broken.what());
    return false;
  }
}

/// The first of these histories that breaks a law; `has_done` is told of the others. Each goes on in a copy
/// of the process in which its family began.
std::optional<std::uint64_t> first_broken(const Templates& templates, const Options& options,
                                          std::uint64_t first, std::uint64_t count,
                                          const std::function<void(std::uint64_t)>& has_done) {
  for (std::uint64_t seed = first; seed < first + count;) {
    const std::uint64_t family = family_of(seed);
    World world(templates, family, options.without);
    if (!breaks_none(world, seed, options, [&] { world.begin(); })) return seed;
    for (; seed < first + count && family_of(seed) == family; ++seed) {
      const bool is_fine = do_in_a_copy([&] {
        const bool breaks_no_law = breaks_none(world, seed, options, [&] { world.go_on(seed); });
        if (options.all_steps) print_steps(world.steps(), SIZE_MAX);
        return breaks_no_law;
      });
      if (!is_fine) return seed;
      has_done(seed);
    }
  }
  return std::nullopt;
}

/// The same of histories of a group, which have no families.
std::optional<std::uint64_t> first_broken_group(const Templates& templates, const Options& options,
                                                std::uint64_t first, std::uint64_t count,
                                                const std::function<void(std::uint64_t)>& has_done) {
  for (std::uint64_t seed = first; seed < first + count; ++seed) {
    GroupWorld world(templates, seed);
    if (!breaks_none(world, seed, options, [&] { world.live(); })) return seed;
    if (options.all_steps) print_steps(world.steps(), SIZE_MAX);
    has_done(seed);
  }
  return std::nullopt;
}

std::optional<std::uint64_t> first_broken_month(const Templates& templates, const Options& options,
                                                std::uint64_t first, std::uint64_t count,
                                                const std::function<void(std::uint64_t)>& has_done) {
  for (std::uint64_t seed = first; seed < first + count; ++seed) {
    GroupMonth month(templates, seed);
    if (!breaks_none(month, seed, options, [&] { month.live(); })) return seed;
    if (options.all_steps) print_steps(month.steps(), SIZE_MAX);
    const MonthCounts& counts = month.counts();
    std::printf(
        "seed %llu: %zu devices, %zu syncs, %zu answers, %zu edits, %zu times published, %zu put out (%zu in "
        "a "
        "push), %zu roles changed, %zu forged, %zu invites raced for; %zu ops of the group, %zu own words "
        "kept\n",
        Number{seed}, counts.devices, counts.syncs, counts.answers, counts.edits, counts.published,
        counts.put_out, counts.put_out_in_push, counts.roles_changed, counts.forged, counts.invites_raced,
        counts.group_ops, counts.overrides_kept);
    has_done(seed);
  }
  return std::nullopt;
}

/// Says now and then how far a run has come, so that one that was stopped can go on from there.
class Progress {
 public:
  Progress(std::uint64_t first, std::uint64_t count) : first_(first), count_(count) {}

  void has_done(std::uint64_t seed) {
    const auto now = std::chrono::steady_clock::now();
    if (now - said_ < kBetweenWords) return;
    said_ = now;
    const std::uint64_t done = seed + 1 - first_;
    std::printf("seeds %llu to %llu broke no law, %.0f a second; the rest: --seeds %llu %llu\n",
                Number{first_}, Number{seed}, speed(done), Number{seed + 1}, Number{count_ - done});
  }
  void is_done() const {
    std::printf("seeds %llu to %llu: %llu histories, %.0f a second, no law broken\n", Number{first_},
                Number{first_ + count_ - 1}, Number{count_}, speed(count_));
  }

 private:
  double speed(std::uint64_t done) const {
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin_;
    return static_cast<double>(done) / took.count();
  }

  const std::uint64_t first_, count_;
  const std::chrono::steady_clock::time_point begin_ = std::chrono::steady_clock::now();
  std::chrono::steady_clock::time_point said_ = begin_;
};

bool run_part(const Templates& templates, const Options& options, std::uint64_t first, std::uint64_t count) {
  Progress progress(first, count);
  const auto lived = options.group_month ? first_broken_month
                     : options.groups    ? first_broken_group
                                         : first_broken;
  if (lived(templates, options, first, count, [&](std::uint64_t seed) { progress.has_done(seed); }))
    return false;
  progress.is_done();
  return true;
}

bool run_all(const Templates& templates, const Options& options) {
  std::vector<Work> parts;
  const std::uint64_t each = std::max<std::uint64_t>(1, (options.count + options.jobs - 1) / options.jobs);
  for (std::uint64_t begin = 0; begin < options.count; begin += each)
    parts.emplace_back([&, begin, count = std::min(each, options.count - begin)] {
      return run_part(templates, options, options.first + begin, count);
    });
  return do_all(parts, options.jobs);
}

/// True when the loss of the rule is noticed.
bool run_without(const Templates& templates, const NamedRule& rule, Options options) {
  options.without = rule.rule;
  const auto broken = first_broken(templates, options, options.first, options.count, [](std::uint64_t) {});
  if (broken)
    std::printf("without %s: noticed after %llu histories\n", std::string(rule.name).c_str(),
                Number{*broken - options.first + 1});
  else
    std::printf("without %s: NOT NOTICED\n", std::string(rule.name).c_str());
  return broken.has_value();
}

bool run_without_each(const Templates& templates, const Options& options) {
  std::vector<Work> works;
  for (const NamedRule& rule : kRules)
    works.emplace_back([&] { return run_without(templates, rule, options); });
  return do_all(works, options.jobs);
}

std::optional<Options> read_options(const std::vector<std::string_view>& words) {
  Options options;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::size_t left = words.size() - i - 1;
    const auto next_number = [&] { return std::strtoull(words[++i].data(), nullptr, 10); };
    if (words[i] == "--seeds" && left >= 2) {
      options.first = next_number();
      options.count = next_number();
    } else if (words[i] == "--jobs" && left >= 1) {
      options.jobs = std::max<std::size_t>(1, next_number());
    } else if (words[i] == "--without" && left >= 1) {
      const std::string_view name = words[++i];
      options.all_rules = name == "each";
      for (const NamedRule& rule : kRules)
        if (rule.name == name) options.without = rule.rule;
      if (!options.all_rules && !options.without) return std::nullopt;
    } else if (words[i] == "--groups") {
      options.groups = true;
    } else if (words[i] == "--group-month") {
      options.group_month = true;
    } else if (words[i] == "--steps") {
      options.all_steps = true;
    } else {
      return std::nullopt;
    }
  }
  return options;
}

int run_program(const std::vector<std::string_view>& words) {
  const auto options = read_options(words);
  if (!options) {
    std::fputs(
        "rehearse_sync_sim [--groups | --group-month] [--seeds FROM COUNT] [--jobs N] [--without RULE | "
        "--without each] "
        "[--steps]\n",
        stderr);
    return 2;
  }
  std::setvbuf(stdout, nullptr, _IOLBF, BUFSIZ);
  use_fake_disks();
  const rehearse::test::Scratch scratch;
  const Templates templates(scratch.folder());
  const bool is_fine =
      options->all_rules ? run_without_each(templates, *options) : run_all(templates, *options);
  return is_fine ? EXIT_SUCCESS : EXIT_FAILURE;
}

}  // namespace
}  // namespace rehearse::sim

int main(int count, char** words) { return rehearse::sim::run_program({words + 1, words + count}); }
