#include "core/base/process.h"

#include <doctest/doctest.h>

#include <string>

using namespace rehearse;
using End = ProcessOutcome::End;

namespace {

constexpr ProcessLimits kPlenty{std::chrono::minutes{1}, 100'000'000, 1'000'000'000};

}  // namespace

TEST_SUITE("core/base/process") {
  TEST_CASE("a program gets its input whole and its output comes back whole") {
    std::string input;
    for (int i = 0; i < 300'000; ++i) input += static_cast<char>(i * 31 + i / 256);
    const ProcessOutcome outcome = run_process({"cat"}, input, kPlenty);
    CHECK(outcome.end == End::kExited);
    CHECK(outcome.exit_code == 0);
    CHECK(outcome.output == input);
    CHECK(outcome.errors == "");
  }

  TEST_CASE("words are passed as they are and no shell reads them") {
    const ProcessOutcome outcome = run_process({"printf", "%s|", "$HOME;ls", "a b", "*", ""}, "", kPlenty);
    CHECK(outcome.output == "$HOME;ls|a b|*||");
  }

  TEST_CASE("the exit code and what a program complains about are told") {
    const ProcessOutcome outcome =
        run_process({"sh", "-c", "echo out; echo complaint >&2; exit 7"}, "", kPlenty);
    CHECK(outcome.exit_code == 7);
    CHECK(outcome.output == "out\n");
    CHECK(outcome.errors == "complaint\n");
  }

  TEST_CASE("a program that is not there is told from one that fails") {
    CHECK(run_process({"no-such-program-anywhere"}, "", kPlenty).end == End::kNotInstalled);
    CHECK(run_process({"false"}, "", kPlenty).end == End::kExited);
  }

  TEST_CASE("a program that never ends is killed at its time limit") {
    ProcessLimits limits = kPlenty;
    limits.time = std::chrono::milliseconds{50};
    CHECK(run_process({"tail", "-f", "/dev/null"}, "", limits).end == End::kTimeLimit);
    // Outputs closed are no end.
    CHECK(run_process({"sh", "-c", "exec >&- 2>&-; exec sleep 60"}, "", limits).end == End::kTimeLimit);
  }

  TEST_CASE("a program that never stops printing is killed at its output limit") {
    ProcessLimits limits = kPlenty;
    limits.output = 1'000'000;
    const ProcessOutcome outcome = run_process({"yes"}, "", limits);
    CHECK(outcome.end == End::kOutputLimit);
    CHECK(outcome.output.size() < 2'000'000);
    const ProcessOutcome noisy = run_process({"sh", "-c", "head -c 3000000 /dev/zero >&2"}, "", kPlenty);
    CHECK(noisy.end == End::kExited);
    CHECK(noisy.errors.size() == 64 * 1024);
  }

  TEST_CASE("a program that reads none of its input or crashes does no harm") {
    CHECK(run_process({"true"}, std::string(1'000'000, 'x'), kPlenty).end == End::kExited);
    CHECK(run_process({"sh", "-c", "kill -SEGV $$"}, "", kPlenty).end == End::kSignal);
  }
}
