#include "sync/protocol/sync_message.h"

#include <doctest/doctest.h>

#include <random>

#include "sync/protocol/limits.h"

namespace rehearse::sync {
namespace {

Instant at(std::int64_t ms) { return Instant{std::chrono::milliseconds{ms}}; }

SyncRequest sample_request() {
  SyncRequest request{at(1'796'000'000'123), "rehearse/1.0", 5000, {}};
  request.scopes.push_back({"me", {}, false, {R"({"a":1})", R"({"b":"二"})"}});
  request.scopes.push_back({"g_7", *parse_cursor("12.0123456789abcdef"), true, {}});
  return request;
}

SyncReply sample_reply() {
  ScopeReply scope;
  scope.scope = "me";
  scope.accepted = 1;
  scope.refused = {{1, ProblemKind::kTooLarge}};
  scope.head = 3;
  const std::string line = R"({"k":"review"})";
  scope.ops = {{1, at(5), "a_19", op_id("held"), ""}, {2, at(5), "a_19", op_id(line), line}};
  for (const StreamOp& op : scope.ops) scope.cursor = behind(scope.cursor, op.id, op.admitted, op.author);
  return {{scope}, at(1'796'000'000'140)};
}

ProblemKind problem_of(std::string_view body) {
  const auto read = read_request(body);
  REQUIRE(std::holds_alternative<Problem>(read));
  return std::get<Problem>(read).kind;
}

}  // namespace

TEST_SUITE("sync/protocol/messages") {
  TEST_CASE("a request is read as it was written") {
    const auto read = read_request(write_request(sample_request()));
    REQUIRE(std::holds_alternative<SyncRequest>(read));
    const SyncRequest& request = std::get<SyncRequest>(read);
    CHECK(request.now == at(1'796'000'000'123));
    REQUIRE(request.scopes.size() == 2);
    CHECK(request.scopes[0].ops == sample_request().scopes[0].ops);
    CHECK(request.scopes[1].cursor == *parse_cursor("12.0123456789abcdef"));
    CHECK(request.scopes[1].wants_lines);
    CHECK_FALSE(request.scopes[0].wants_lines);
  }

  TEST_CASE("a reply is read as it was written") {
    const auto reply = read_reply(write_reply(sample_reply()));
    REQUIRE(reply);
    REQUIRE(reply->scopes.size() == 1);
    const ScopeReply& scope = reply->scopes[0];
    CHECK(scope.accepted == 1);
    CHECK(scope.refused == sample_reply().scopes[0].refused);
    REQUIRE(scope.ops.size() == 2);
    CHECK(scope.ops[0].line.empty());
    CHECK(scope.ops[1].id == op_id(scope.ops[1].line));
    CHECK(scope.cursor == sample_reply().scopes[0].cursor);
    CHECK(scope.has_more());
    CHECK(reply->now == at(1'796'000'000'140));
  }

  TEST_CASE("a reply that is cut anywhere is none") {
    const std::string body = write_reply(sample_reply());
    for (std::size_t size = 0; size < body.size(); ++size) CHECK_FALSE(read_reply(body.substr(0, size)));
    CHECK_FALSE(read_reply(body + body));
  }

  TEST_CASE("a reply that begins where no stream reaches is none") {
    for (const char* from : {"9007199254740993", "9223372036854775806", "9223372036854775807"}) {
      const std::string head = std::string(R"({"scope":"me","accepted":0,"refused":[],"from":)") + from +
                               ",\"chain\":\"0123456789abcdef\"}\n";
      CHECK_FALSE(read_reply(head + "9223372036854775807 5 a_1 @" + std::string(32, '0') + "\n9 5 a_1 x\n"));
    }
  }

  TEST_CASE("a reply with a changed byte in an op or in its admission is found out by the chain") {
    const std::string body = write_reply(sample_reply());
    const std::size_t begin = body.find('\n') + 1, end = body.find(R"({"scope":"me","cursor")");
    std::size_t changed = 0;
    for (std::size_t place = begin; place < end; ++place) {
      std::string damaged = body;
      damaged[place] = static_cast<char>(damaged[place] ^ 1);
      CHECK_FALSE(read_reply(damaged));
      ++changed;
    }
    CHECK(changed > 60);
  }

  TEST_CASE("a request that is cut or has too many or too few lines is refused") {
    const std::string body = write_request(sample_request());
    for (std::size_t size = 0; size < body.size(); ++size)
      CHECK(problem_of(body.substr(0, size)) == ProblemKind::kBadRequest);
    CHECK(problem_of(body + "{}\n") == ProblemKind::kBadRequest);
    CHECK(problem_of("") == ProblemKind::kBadRequest);
  }

  TEST_CASE("a request beyond its bounds is refused for what it is") {
    const auto with = [](const std::string& v, const std::string& scopes) {
      return R"({"v":)" + v + R"(,"now":1,"client":"c","scopes":)" + scopes + ",\"max\":1}\n";
    };
    CHECK(std::holds_alternative<SyncRequest>(read_request(with("1", "[]"))));
    CHECK(problem_of(with("2", "[]")) == ProblemKind::kUpgradeRequired);
    CHECK(problem_of(with("-1", "[]")) == ProblemKind::kBadRequest);
    CHECK(problem_of(with("1", "7")) == ProblemKind::kBadRequest);
    CHECK(problem_of(with("1", R"([{"id":"me","cursor":"","ops":5001}])")) == ProblemKind::kTooManyOps);
    CHECK(problem_of(with("1", R"([{"id":"me","cursor":"","ops":18446744073709551616}])")) ==
          ProblemKind::kBadRequest);
    for (const char* cursor : {"-1", "1.xyz", "0.0000000000000000", "99999999999999999999.0123456789abcdef"})
      CHECK(problem_of(with("1", R"([{"id":"me","ops":0,"cursor":")" + std::string(cursor) + "\"}]")) ==
            ProblemKind::kCursorGone);
    std::string many = "[";
    for (std::size_t i = 0; i <= kMostScopes; ++i) many += R"({"id":"g","cursor":"","ops":0},)";
    many.back() = ']';
    CHECK(problem_of(with("1", many)) == ProblemKind::kBadRequest);
    CHECK(problem_of(std::string(1'000'000, '[') + "\n") == ProblemKind::kBadRequest);
    CHECK(problem_of(std::string(10'000, '[') + "\n") == ProblemKind::kBadRequest);
    CHECK(problem_of(R"({"v":1,"v":2,"now":1e999})"
                     "\n") == ProblemKind::kBadRequest);
  }

  TEST_CASE("whatever bytes come neither reader fails over them") {
    std::mt19937_64 random(7);
    const std::string bodies[] = {write_request(sample_request()), write_reply(sample_reply())};
    for (int i = 0; i < 20'000; ++i) {
      std::string body = bodies[i % 2];
      for (std::uint64_t changes = 1 + random() % 4; changes > 0; --changes)
        body[random() % body.size()] = static_cast<char>(random());
      // What is read is what another reader would read of it.
      if (const auto read = read_request(body); const auto* request = std::get_if<SyncRequest>(&read))
        CHECK(std::holds_alternative<SyncRequest>(read_request(write_request(*request))));
      if (const auto reply = read_reply(body)) CHECK(read_reply(write_reply(*reply)));
    }
  }
}

}  // namespace rehearse::sync
