// Messages of earlier versions, as files: tests/data/wire. What stands on this machine today talks to them.
#include <doctest/doctest.h>

#include <fstream>
#include <string>

#include "core/store/op.h"
#include "sync/protocol/body.h"
#include "sync/protocol/limits.h"
#include "sync/protocol/lines.h"
#include "sync/protocol/problem.h"
#include "sync/protocol/sync_message.h"

namespace rehearse::sync {
namespace {

std::string wire(const std::string& name) {
  std::ifstream in(std::string(REHEARSE_SOURCE_DIR) + "/tests/data/wire/" + name, std::ios::binary);
  REQUIRE(in);
  return std::string(std::istreambuf_iterator<char>(in), {});
}

SyncRequest request_of(const std::string& body) {
  const auto read = read_request(body);
  REQUIRE(std::holds_alternative<SyncRequest>(read));
  return std::get<SyncRequest>(read);
}

}  // namespace

TEST_SUITE("sync/protocol/wire") {
  TEST_CASE("requests and replies of version 1 are read and written as the same bytes") {
    for (const char* name : {"v1/request", "v1/request_after_restore"}) {
      CAPTURE(name);
      CHECK(write_request(request_of(wire(name))) == wire(name));
    }
    for (const char* name : {"v1/reply", "v1/reply_nothing_new"}) {
      CAPTURE(name);
      const auto reply = read_reply(wire(name));
      REQUIRE(reply);
      CHECK(write_reply(*reply) == wire(name));
    }
    CHECK(unpack_body(wire("v1/request.zst"), kMostBodyBytes) == wire("v1/request"));
  }

  TEST_CASE("ops of version 1 have the ids they had and are written as the same bytes") {
    const std::string text = wire("v1/ops");
    Lines lines(text);
    int known = 0, unknown = 0;
    while (auto line = lines.next()) {
      const auto id = take_word(*line);
      REQUIRE(id);
      CHECK(op_id(*line).hex() == *id);
      CHECK(read_envelope(*line));
      const auto op = read_op(*line);
      REQUIRE(op);
      if (std::holds_alternative<UnknownOp>(op->body)) {
        ++unknown;
      } else {
        CHECK(write_op(*op) == *line);
        ++known;
      }
    }
    CHECK(known == 15);
    CHECK(unknown == 1);
  }

  TEST_CASE("what a message of version 1 says is understood") {
    const SyncRequest request = request_of(wire("v1/request"));
    CHECK(request.scopes.at(0).ops.size() == 16);
    CHECK(request.scopes[0].cursor == StreamCursor());
    const SyncRequest restored = request_of(wire("v1/request_after_restore"));
    CHECK(restored.most == 2);
    CHECK(restored.scopes.at(0).wants_lines);
    CHECK(restored.scopes[0].cursor.n == 2);
    const ScopeReply reply = read_reply(wire("v1/reply"))->scopes.at(0);
    CHECK(reply.from == restored.scopes[0].cursor);
    CHECK(reply.refused == std::vector<RefusedLine>{{1, ProblemKind::kBadRequest},
                                                    {7, ProblemKind::kTooLarge},
                                                    {8, ProblemKind::kQuota}});
    CHECK(reply.ops.size() == 15);
    CHECK(reply.ops.front().line.empty());
    CHECK(reply.ops.back().author == "a_20");
    CHECK(reply.has_more());
  }

  TEST_CASE("a problem of version 1 is understood and written as the same bytes") {
    const Problem problem = read_problem(429, wire("v1/problem"));
    CHECK(problem.kind == ProblemKind::kRateLimited);
    CHECK(problem.retry_after == std::chrono::seconds{60});
    CHECK(write_problem(problem, "0123456789abcdef") == wire("v1/problem"));
  }
}

}  // namespace rehearse::sync
