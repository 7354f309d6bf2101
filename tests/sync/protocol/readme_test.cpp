// What sync/README.md shows of the protocol, byte for byte.
#include <doctest/doctest.h>

#include <fstream>
#include <set>
#include <string>
#include <vector>

#include "core/store/op.h"
#include "sync/protocol/lines.h"
#include "sync/protocol/problem.h"
#include "sync/protocol/sync_message.h"

namespace rehearse::sync {
namespace {

std::string readme() {
  std::ifstream in(std::string(REHEARSE_SOURCE_DIR) + "/sync/README.md", std::ios::binary);
  return std::string(std::istreambuf_iterator<char>(in), {});
}

/// What stands between ``` and ``` and begins with `begin`.
std::vector<std::string> blocks(std::string_view begin) {
  const std::string fence = "\n```\n", text = readme();
  std::vector<std::string> found;
  for (std::size_t at = text.find(fence); at != std::string::npos;) {
    const std::size_t first = at + fence.size(), end = text.find(fence, first - 1);
    REQUIRE(end != std::string::npos);
    const std::string block = text.substr(first, end + 1 - first);
    if (block.starts_with(begin)) found.push_back(block);
    at = text.find(fence, end + fence.size() - 1);
  }
  return found;
}

}  // namespace

TEST_SUITE("sync/protocol/readme") {
  TEST_CASE("every request and every reply on the page is read and written as it stands there") {
    const std::vector<std::string> requests = blocks(R"({"v":)"), replies = blocks(R"({"scope":)");
    REQUIRE(requests.size() == 2);
    REQUIRE(replies.size() == 2);
    StreamCursor cursor;
    for (std::size_t i = 0; i < requests.size(); ++i) {
      const auto read = read_request(requests[i]);
      REQUIRE(std::holds_alternative<SyncRequest>(read));
      const auto& request = std::get<SyncRequest>(read);
      CHECK(write_request(request) == requests[i]);
      // Its cursors and its chain are computed here.
      const auto reply = read_reply(replies[i]);
      REQUIRE(reply);
      CHECK(write_reply(*reply) == replies[i]);
      const ScopeReply& scope = reply->scopes.at(0);
      const std::vector<std::string>& sent = request.scopes.at(0).ops;
      CHECK(request.scopes[0].cursor == cursor);
      CHECK(scope.from == cursor);
      CHECK(scope.accepted == sent.size());
      for (const std::string& line : sent) CHECK(read_op(line));
      for (std::size_t n = 0; n < scope.ops.size(); ++n)
        CHECK(scope.ops[n].id == op_id(n < sent.size() ? sent[n] : scope.ops[n].line));
      cursor = scope.cursor;
    }
  }

  TEST_CASE("the problem on the page is one and its table has every kind with its status") {
    const std::vector<std::string> problems = blocks(R"({"type":)");
    REQUIRE(problems.size() == 1);
    CHECK(write_problem(read_problem(429, problems[0]), "0123456789abcdef") == problems[0]);
    std::set<std::string> rows;
    const std::string text = readme();
    Lines lines(text);
    while (const auto line = lines.next())
      if (line->size() > 5 && line->starts_with("| ") && (*line)[2] >= '4' && (*line)[2] <= '5')
        rows.insert(std::string(line->substr(0, line->find("` |"))));
    constexpr int kKinds = static_cast<int>(ProblemKind::kInternal) + 1;
    CHECK(rows.size() == kKinds);
    for (int i = 0; i < kKinds; ++i) {
      const Problem problem{static_cast<ProblemKind>(i), "", {}};
      CHECK(rows.count("| " + std::to_string(status_of(problem)) + " | `" +
                       std::string(slug_of(problem.kind))) == 1);
    }
  }
}

}  // namespace rehearse::sync
