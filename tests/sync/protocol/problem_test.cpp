#include "sync/protocol/problem.h"

#include <doctest/doctest.h>

namespace rehearse::sync {
namespace {

constexpr int kKinds = static_cast<int>(ProblemKind::kInternal) + 1;

}  // namespace

TEST_SUITE("sync/protocol/problem") {
  TEST_CASE("a problem of every kind and status is read as it was written") {
    for (int kind = 0; kind < kKinds; ++kind)
      for (const int status : {0, 405, 408, 411, 413, 414, 415, 417, 431, 505, 507}) {
        Problem problem{static_cast<ProblemKind>(kind), "what was wrong", std::chrono::seconds{60}, status};
        CAPTURE(std::string(slug_of(problem.kind)));
        CAPTURE(status);
        CHECK(kind_of_slug(slug_of(problem.kind)) == problem.kind);
        // The status of its kind says nothing more.
        if (status == status_of(Problem{problem.kind, "", {}})) problem.status = 0;
        CHECK(read_problem(status_of(problem), write_problem(problem, "0123456789abcdef")) == problem);
      }
  }

  TEST_CASE("of a reply that is none of ours the status says what it is") {
    CHECK(read_problem(401, "<html>").kind == ProblemKind::kUnauthenticated);
    CHECK(read_problem(408, "").kind == ProblemKind::kTimeout);
    CHECK(read_problem(413, "{}").kind == ProblemKind::kTooLarge);
    CHECK(read_problem(507, "[]").kind == ProblemKind::kQuota);
    CHECK(read_problem(502, R"({"type":7})").kind == ProblemKind::kInternal);
    CHECK(read_problem(429, R"({"type":"urn:rehearse:problem:unheard-of"})").kind ==
          ProblemKind::kRateLimited);
  }
}

}  // namespace rehearse::sync
