// Histories of sync by chance: rehearse_sync_sim [--seeds FROM COUNT] [--without RULE] [--steps]
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tests/scratch.h"
#include "tests/sim/broken.h"
#include "tests/sim/fake_disk.h"
#include "tests/sim/rules.h"
#include "tests/sim/world.h"

namespace rehearse::sim {
namespace {

constexpr std::size_t kShownSteps = 60;

struct Options {
  std::uint64_t first = 1, count = 100;
  std::optional<Rule> without;
  bool all_rules = false;  // each must be missed
  bool all_steps = false;
};

/// How the history broke a law; empty: it did not.
std::string run(const Templates& templates, std::uint64_t seed, const Options& options) {
  World world(templates, seed, options.without);
  std::string how;
  try {
    world.run();
    if (!options.all_steps) return "";
  } catch (const std::exception& broken) {
    how = broken.what();
  }
  if (!options.without || options.all_steps) {
    const std::vector<std::string>& steps = world.steps();
    const std::size_t first =
        options.all_steps || steps.size() < kShownSteps ? 0 : steps.size() - kShownSteps;
    for (std::size_t i = first; i < steps.size(); ++i) std::printf("%4zu %s\n", i + 1, steps[i].c_str());
  }
  return how;
}

int run_all(const Templates& templates, const Options& options) {
  const auto begin = std::chrono::steady_clock::now();
  for (std::uint64_t seed = options.first; seed < options.first + options.count; ++seed) {
    const std::string how = run(templates, seed, options);
    if (how.empty()) continue;
    std::printf("seed %llu: %s\n", static_cast<unsigned long long>(seed), how.c_str());
    return EXIT_FAILURE;
  }
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
  std::printf("%llu histories, %.0f a second, no law broken\n",
              static_cast<unsigned long long>(options.count),
              static_cast<double>(options.count) / took.count());
  return EXIT_SUCCESS;
}

int run_without_each(const Templates& templates, Options options) {
  int result = EXIT_SUCCESS;
  for (const NamedRule& rule : kRules) {
    options.without = rule.rule;
    std::uint64_t seed = options.first;
    std::string how;
    for (; how.empty() && seed < options.first + options.count; ++seed) how = run(templates, seed, options);
    std::printf("without %s: %s after %llu histories\n", std::string(rule.name).c_str(),
                how.empty() ? "NOT NOTICED" : how.c_str(),
                static_cast<unsigned long long>(seed - options.first));
    if (how.empty()) result = EXIT_FAILURE;
  }
  return result;
}

std::optional<Options> read_options(const std::vector<std::string_view>& words) {
  Options options;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i] == "--seeds" && i + 2 < words.size()) {
      options.first = std::strtoull(words[++i].data(), nullptr, 10);
      options.count = std::strtoull(words[++i].data(), nullptr, 10);
    } else if (words[i] == "--without" && i + 1 < words.size()) {
      const std::string_view name = words[++i];
      options.all_rules = name == "each";
      for (const NamedRule& rule : kRules)
        if (rule.name == name) options.without = rule.rule;
      if (!options.all_rules && !options.without) return std::nullopt;
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
    std::fputs("rehearse_sync_sim [--seeds FROM COUNT] [--without RULE | --without each] [--steps]\n",
               stderr);
    return 2;
  }
  std::setvbuf(stdout, nullptr, _IOLBF, BUFSIZ);
  use_fake_disks();
  const rehearse::test::Scratch scratch;
  const Templates templates(scratch.folder());
  return options->all_rules ? run_without_each(templates, *options) : run_all(templates, *options);
}

}  // namespace
}  // namespace rehearse::sim

int main(int count, char** words) { return rehearse::sim::run_program({words + 1, words + count}); }
