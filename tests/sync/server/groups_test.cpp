// Study groups as their members meet them, over HTTP: who is in, who may what, and what goes into a group's
// stream.
#include <doctest/doctest.h>

#include <atomic>
#include <nlohmann/json.hpp>
#include <thread>

#include "core/store/op.h"
#include "sync/server/groups/group_id.h"
#include "sync/server/store/group_rows.h"
#include "tests/sync/server/running_server.h"

namespace rehearse::test {
namespace {

using Json = nlohmann::json;

struct StudyGroup {
  explicit StudyGroup(sync::SyncLimits limits = {}) : server({}, {}, limits) {}

  RunningServer server;
  Person anna = server.sign_up("anna"), bert = server.sign_up("bert"), carla = server.sign_up("carla");
  std::string group = made("Interview 周三");

  Op op_of(int number, OpBody body) const {
    Envelope envelope;
    envelope.device = 7;
    envelope.counter = static_cast<std::uint64_t>(number);
    envelope.stamp.ms = 1'800'000'000'000 + number;
    envelope.wall = Instant{std::chrono::milliseconds{envelope.stamp.ms}};
    envelope.salt = static_cast<std::uint64_t>(number);
    envelope.scope = *group_scope(group);
    return {envelope, std::move(body), std::nullopt};
  }
  /// What an editor writes: a question's stem.
  std::string edit(int number, const std::string& stem = "问题") const {
    SetOp set;
    set.target = "question:0123456789abcdef0123456789abcdef";
    set.fields["stem"] = '"' + stem + '"';
    return write_op(op_of(number, set));
  }

  ClientReply call(const Person& who, const char* method, const std::string& path, const Json& body = {}) {
    return server.call({method, "/v1/groups" + path, body.is_null() ? "" : body.dump(), who.token});
  }
  std::string made(const std::string& name) {
    const ClientReply reply = call(anna, "POST", "", {{"name", name}});
    REQUIRE(reply.status == 201);
    return RunningServer::member(reply, "id");
  }
  std::string code(const char* role = "reader", const char* uses = "1", const char* days = "7") {
    const ClientReply reply =
        call(anna, "POST", "/" + group + "/invites", {{"role", role}, {"uses", uses}, {"days", days}});
    REQUIRE(reply.status == 201);
    return RunningServer::member(reply, "code");
  }
  ClientReply accept(const Person& who, const std::string& code) {
    return server.call({"POST", "/v1/invites/accept", Json{{"code", code}}.dump(), who.token});
  }
  void join(const Person& who, const char* role) { REQUIRE(accept(who, code(role)).status == 200); }
  std::string slug(const Person& who, const char* method, const std::string& path, const Json& body = {}) {
    return RunningServer::slug(call(who, method, path, body));
  }
  Json members(const Person& who) {
    return Json::parse(call(who, "GET", "/" + group + "/members").body).at("members");
  }
  std::string role_of(const Person& who) {
    for (const Json& member : members(anna))
      if (member["account"] == who.account) return member["role"];
    return "";
  }
  std::string path_of(const Person& member) { return "/" + group + "/members/" + member.account; }

  ClientReply post(const Person& who, const std::vector<std::string>& lines, const std::string& scope) {
    return server.sync_body(who,
                            sync::write_request({server.now(), "test/1", 5000, {{scope, {}, true, lines}}}));
  }
  sync::ScopeReply sync(const Person& who, const std::vector<std::string>& lines) {
    const ClientReply reply = post(who, lines, group);
    REQUIRE(reply.status == 200);
    return sync::read_reply(reply.body)->scopes.at(0);
  }
  /// How the one line is answered: empty when it is in the group's stream now.
  std::string refusal(const Person& who, const std::string& line) {
    const auto reply = sync(who, {line});
    return reply.refused.empty() ? "" : std::string(sync::slug_of(reply.refused.at(0).why));
  }
  void check_server() { CHECK(server.check().faults.empty()); }
};

}  // namespace

TEST_SUITE("sync/server/groups") {
  TEST_CASE_FIXTURE(StudyGroup, "from a code to a deck that one writes and the other reads") {
    const std::string invite = code();
    const ClientReply offer =
        server.call({"POST", "/v1/invites/look", Json{{"code", invite}}.dump(), bert.token});
    CHECK(Json::parse(offer.body) ==
          Json{{"name", "Interview 周三"}, {"role", "reader"}, {"by", "anna"}, {"members", 1}});
    const ClientReply joined = accept(bert, invite);
    CHECK(RunningServer::member(joined, "id") == group);
    CHECK(RunningServer::member(joined, "role") == "reader");
    REQUIRE(sync(anna, {edit(1), edit(2)}).accepted == 2);
    const auto read = sync(bert, {});
    REQUIRE(read.ops.size() == 2);
    CHECK(read.ops[0].line == edit(1));
    CHECK(read.ops[0].author == anna.account);
    CHECK(server.ops_of(anna) == 0);  // the group's stream is nobody's own
    check_server();
  }

  TEST_CASE_FIXTURE(StudyGroup, "who is in is listed with the role and when it came to be") {
    join(bert, "editor");
    server.pass(std::chrono::hours{1});
    join(carla, "reader");
    const Json list = members(carla);
    REQUIRE(list.size() == 3);
    CHECK(list[0]["name"] == "anna");
    CHECK(list[0]["role"] == "owner");
    CHECK(list[1]["role"] == "editor");
    CHECK(list[2]["current"] == true);
    const Json groups = Json::parse(call(bert, "GET", "").body)["groups"];
    REQUIRE(groups.size() == 1);
    CHECK(groups[0]["id"] == group);
    CHECK(groups[0]["members"] == 3);
    CHECK(groups[0]["role"] == "editor");
  }

  TEST_CASE_FIXTURE(StudyGroup, "hostile 32: to who is no member a group is none") {
    join(bert, "editor");
    for (const std::string& name : {group, std::string("g_0000000000000001"), std::string("g_x"),
                                    std::string("me"), std::string("..")}) {
      CAPTURE(name);
      CHECK(slug(carla, "GET", "/" + name + "/members") == "not-found");
      CHECK(slug(carla, "PATCH", "/" + name, {{"name", "Mine"}}) == "not-found");
      CHECK(slug(carla, "DELETE", "/" + name) == "not-found");
      CHECK(slug(carla, "GET", "/" + name + "/invites") == "not-found");
      CHECK(slug(carla, "DELETE", "/" + name + "/members/" + bert.account) == "not-found");
      CHECK(slug(carla, "POST", "/" + name + "/invites", Json::object()) == "not-found");
      if (name != "me") CHECK(RunningServer::slug(post(carla, {edit(1)}, name)) == "not-found");
    }
    CHECK(sync(bert, {}).head == 0);
  }

  TEST_CASE_FIXTURE(StudyGroup, "only owners change who is in and what they may") {
    join(bert, "editor");
    join(carla, "reader");
    for (const Person& who : {bert, carla}) {
      CHECK(slug(who, "PATCH", "/" + group, {{"name", "Ours"}}) == "forbidden");
      CHECK(slug(who, "DELETE", "/" + group) == "forbidden");
      CHECK(slug(who, "POST", "/" + group + "/invites", Json::object()) == "forbidden");
      CHECK(slug(who, "GET", "/" + group + "/invites") == "forbidden");
      CHECK(slug(who, "DELETE", "/" + group + "/invites/1") == "forbidden");
      CHECK(slug(who, "PATCH", path_of(who), {{"role", "owner"}}) == "forbidden");
      CHECK(slug(who, "DELETE", path_of(anna)) == "forbidden");
    }
    CHECK(call(anna, "PATCH", path_of(carla), {{"role", "editor"}}).status == 204);
    CHECK(role_of(carla) == "editor");
    CHECK(slug(anna, "PATCH", path_of(carla), {{"role", "king"}}) == "bad-request");
    CHECK(slug(anna, "PATCH", "/" + group + "/members/a_99", {{"role", "editor"}}) == "not-found");
    CHECK(slug(anna, "PATCH", "/" + group + "/members/a_01", {{"role", "editor"}}) == "not-found");
    CHECK(call(anna, "PATCH", "/" + group, {{"name", "周四"}}).status == 204);
    CHECK(Json::parse(call(carla, "GET", "").body)["groups"][0]["name"] == "周四");
    CHECK(slug(anna, "PATCH", "/" + group, {{"name", "\x1b[31m"}}) == "bad-request");
  }

  TEST_CASE_FIXTURE(StudyGroup, "a group never loses its last owner and everybody else may leave") {
    join(bert, "editor");
    CHECK(slug(anna, "DELETE", path_of(anna)) == "conflict");
    CHECK(slug(anna, "PATCH", path_of(anna), {{"role", "reader"}}) == "conflict");
    CHECK(call(anna, "PATCH", path_of(bert), {{"role", "owner"}}).status == 204);
    CHECK(call(anna, "DELETE", path_of(anna)).status == 204);
    CHECK(Json::parse(call(anna, "GET", "").body)["groups"].empty());
    CHECK(slug(bert, "DELETE", path_of(bert)) == "conflict");
    CHECK(call(bert, "DELETE", "/" + group).status == 204);
    CHECK(Json::parse(call(bert, "GET", "").body)["groups"].empty());
    check_server();
  }

  TEST_CASE_FIXTURE(StudyGroup, "hostile 35: a reader and kinds that are nobody's to share stay out") {
    join(bert, "reader");
    join(carla, "editor");
    CHECK(refusal(bert, edit(1)) == "forbidden");
    CHECK(refusal(carla, edit(2)) == "");
    CHECK(refusal(carla, write_op(op_of(3, AliveOp{"deck:0123456789abcdef0123456789abcdef", false, {}}))) ==
          "");
    ReviewOp review;
    review.scheduler = "sm2";
    for (const Person& who : {anna, carla}) {
      CHECK(refusal(who, write_op(op_of(10, review))) == "forbidden");
      CHECK(refusal(who, write_op(op_of(11, ConfigOp{"library", {{"fresh", "3"}}, {}}))) == "forbidden");
      CHECK(refusal(who, write_op(op_of(12, SetOp{"library", {{"x", "1"}}, {}}))) == "forbidden");
      CHECK(refusal(who, write_op(op_of(13, ImportOp{"题库"}))) == "forbidden");
      CHECK(refusal(who, R"({"d":"07","k":"board","s":1,"t":1,"x":"01"})") != "");
      CHECK(refusal(who, "{}") == "bad-request");
    }
    const auto read = sync(anna, {});
    REQUIRE(read.ops.size() == 2);
    for (const sync::StreamOp& op : read.ops) CHECK(op.author == carla.account);
    check_server();
  }

  TEST_CASE_FIXTURE(StudyGroup, "hostile 34: who was put out or made a reader changes nothing any more") {
    join(bert, "editor");
    join(carla, "editor");
    CHECK(refusal(bert, edit(1)) == "");
    CHECK(call(anna, "PATCH", path_of(bert), {{"role", "reader"}}).status == 204);
    CHECK(refusal(bert, edit(2)) == "forbidden");
    CHECK(call(anna, "DELETE", path_of(carla)).status == 204);
    CHECK(RunningServer::slug(post(carla, {edit(3)}, group)) == "not-found");
    CHECK(sync(anna, {}).head == 1);
  }

  TEST_CASE_FIXTURE(StudyGroup,
                    "hostile 34: an op of a member put out between the door and the disk is not kept") {
    join(bert, "editor");
    // The push waits behind the write that puts him out.
    const std::uint64_t before = server.server().front_counters().requests;
    std::atomic<bool> has_begun = false;
    std::thread blocker([&] {
      server.server().writer().run([&](sync::ServerDatabase& database) {
        sync::delete_member(database, *group_scope(group), std::stoll(bert.account.substr(2)));
        has_begun = true;
        while (server.server().front_counters().requests == before) std::this_thread::yield();
        std::this_thread::sleep_for(std::chrono::milliseconds{200});  // until the push is behind the door
      });
    });
    while (!has_begun) std::this_thread::yield();
    const ClientReply reply = post(bert, {edit(1)}, group);
    blocker.join();
    if (reply.status == 200)
      CHECK(sync::read_reply(reply.body)->scopes.at(0).refused.at(0).why == sync::ProblemKind::kForbidden);
    else
      CHECK(RunningServer::slug(reply) == "not-found");
    CHECK(sync(anna, {}).head == 0);
  }

  TEST_CASE_FIXTURE(StudyGroup, "owners who make each other readers at the same moment leave one owner") {
    join(bert, "reader");
    for (int round = 0; round < 5; ++round) {
      CHECK(call(anna, "PATCH", path_of(bert), {{"role", "owner"}}).status == 204);
      std::atomic<int> left{0};
      std::vector<std::thread> threads;
      for (const auto& [who, whom] : {std::pair(anna, bert), std::pair(bert, anna)})
        threads.emplace_back([&, who = who, whom = whom] {
          // Each makes the other a reader: who was made one may do so no more.
          left += call(who, "PATCH", path_of(whom), {{"role", "reader"}}).status == 204 ? 1 : 0;
        });
      for (std::thread& thread : threads) thread.join();
      CHECK(left == 1);
      if (call(anna, "GET", "/" + group + "/invites").status != 200)
        CHECK(call(bert, "PATCH", path_of(anna), {{"role", "owner"}}).status == 204);
    }
  }

  TEST_CASE_FIXTURE(StudyGroup, "hostile 36: a code is used as often as it says whoever comes at once") {
    const std::string invite = code("reader", "3");
    std::vector<Person> people;
    for (int i = 0; i < 8; ++i) {
      server.pass(std::chrono::minutes{5});  // so many accounts at once are not made from one address
      people.push_back(server.sign_up("person" + std::to_string(i)));
    }
    std::atomic<int> joined{0};
    std::vector<std::thread> threads;
    for (const Person& who : people)
      threads.emplace_back([&, who] { joined += accept(who, invite).status == 200 ? 1 : 0; });
    for (std::thread& thread : threads) thread.join();
    CHECK(joined == 3);
    CHECK(members(anna).size() == 4);
  }

  TEST_CASE_FIXTURE(StudyGroup, "a code that is guessed or over or revoked says the same and opens nothing") {
    const std::string over = code("reader", "5", "1"), revoked = code();
    const Json list = Json::parse(call(anna, "GET", "/" + group + "/invites").body)["invites"];
    REQUIRE(list.size() == 2);
    CHECK(call(anna, "DELETE", "/" + group + "/invites/" + list[0]["id"].get<std::string>()).status == 204);
    CHECK(slug(anna, "DELETE", "/" + group + "/invites/" + list[0]["id"].get<std::string>()) == "not-found");
    server.pass(std::chrono::hours{25});
    const std::string words = accept(bert, over).body;
    CHECK(RunningServer::slug(accept(bert, over)) == "forbidden");
    for (const std::string& each : {revoked, std::string("k3mq"), std::string(), server.invite()}) {
      const ClientReply reply = accept(bert, each);
      CHECK(RunningServer::slug(reply) == "forbidden");
      CHECK(Json::parse(reply.body)["detail"] == Json::parse(words)["detail"]);
      CHECK(RunningServer::slug(server.call(
                {"POST", "/v1/invites/look", Json{{"code", each}}.dump(), bert.token})) == "forbidden");
    }
    CHECK(members(anna).size() == 1);
  }

  TEST_CASE_FIXTURE(StudyGroup, "who is a member already takes no use of a code and keeps the role") {
    const std::string invite = code("reader", "1");
    CHECK(RunningServer::member(accept(anna, invite), "role") == "owner");
    CHECK(RunningServer::member(accept(bert, invite), "role") == "reader");
    CHECK(RunningServer::slug(accept(carla, invite)) == "forbidden");
  }

  TEST_CASE_FIXTURE(StudyGroup, "invites have bounds") {
    for (const Json& terms : {Json{{"role", "owner"}}, Json{{"uses", "0"}}, Json{{"uses", "501"}},
                              Json{{"days", "0"}}, Json{{"days", "366"}}, Json{{"days", "soon"}}}) {
      CAPTURE(terms.dump());
      CHECK(slug(anna, "POST", "/" + group + "/invites", terms) == "bad-request");
    }
  }

  TEST_CASE_FIXTURE(StudyGroup,
                    "an account that goes leaves its groups to others and takes those of its own") {
    join(bert, "reader");
    server.pass(std::chrono::hours{1});
    join(carla, "editor");
    REQUIRE(sync(anna, {edit(1)}).accepted == 1);
    const std::string alone = made("Alone");
    const Json password{{"password", kGoodPassword}};
    REQUIRE(server.call({"DELETE", "/v1/account", password.dump(), anna.token}).status == 204);
    const Json list = members(carla);
    REQUIRE(list.size() == 2);
    CHECK(list[0]["name"] == "carla");
    CHECK(list[0]["role"] == "owner");
    CHECK(sync(bert, {}).head == 1);  // what she wrote for the group is the group's
    check_server();
  }

  TEST_CASE_FIXTURE(StudyGroup, "whether there is anything new is asked of all streams at once") {
    join(bert, "reader");
    const ClientReply before = server.call({"GET", "/v1/scopes", "", bert.token});
    const std::string tag = before.headers.at("etag");
    CHECK(Json::parse(before.body)["scopes"].size() == 2);
    CHECK(server.call({"GET", "/v1/scopes", "", bert.token, "If-None-Match: " + tag + "\r\n"}).status == 304);
    REQUIRE(sync(anna, {edit(1)}).accepted == 1);
    const ClientReply after =
        server.call({"GET", "/v1/scopes", "", bert.token, "If-None-Match: " + tag + "\r\n"});
    CHECK(after.status == 200);
    CHECK(Json::parse(after.body)["scopes"][1]["head"] == 1);
  }

  TEST_CASE("a group's name for programs is one number below 0 and nothing else is") {
    for (int i = 0; i < 1000; ++i) {
      const sync::ScopeId scope = sync::new_group_scope();
      CHECK(scope < 0);
      CHECK(group_scope(group_id(scope)) == scope);
    }
    for (const char* none :
         {"", "me", "g_", "g_1", "g_0000000000000000", "g_8000000000000000", "g_ffffffffffffffff",
          "g_000000000000000A", "g_-00000000000001", "G_0000000000000001"})
      CHECK_FALSE(group_scope(none));
  }

  TEST_CASE_FIXTURE(StudyGroup,
                    "readers suggest and show their week, versions and verdicts are the editors'") {
    join(bert, "reader");
    join(carla, "editor");
    ChangeSuggestion suggestion;
    suggestion.target = "question:0123456789abcdef0123456789abcdef";
    suggestion.fields = {{"answer", "\"先致歉\""}};
    const auto line = [&](int number, GroupAct act) {
      return write_op(op_of(number, GroupActOp{std::move(act)}));
    };
    const std::string suggested = line(1, suggestion);
    CHECK(refusal(bert, suggested) == "");
    CHECK(refusal(bert, line(2, WeekFigures{StudyDay{std::chrono::days{20'787}}, 10, 5, 71, false})) == "");
    CHECK(refusal(bert, line(3, SuggestionWithdrawal{op_id(suggested)})) == "");
    CHECK(refusal(bert, line(4, SuggestionVerdict{op_id(suggested), true})) == "forbidden");
    CHECK(refusal(bert, line(5, DeckVersion{DeckId{}})) == "forbidden");
    CHECK(refusal(carla, line(6, SuggestionVerdict{op_id(suggested), true})) == "");
    CHECK(refusal(carla, line(7, DeckVersion{DeckId{}})) == "");
    suggestion.target = "group:g_0000000000000001";
    CHECK(refusal(bert, line(8, suggestion)) == "forbidden");
    check_server();
  }

  TEST_CASE("readers fill half of a group's stream at most, and its editors go on publishing") {
    sync::SyncLimits limits;
    limits.scope_bytes = 64'000;
    StudyGroup full(limits);
    full.join(full.bert, "reader");
    ChangeSuggestion junk;
    junk.target = "question:0123456789abcdef0123456789abcdef";
    junk.fields = {{"answer", '"' + std::string(8'000, 'x') + '"'}};
    std::string refused;
    int number = 1;
    while (refused.empty() && number < 20)
      refused = full.refusal(full.bert, write_op(full.op_of(number++, GroupActOp{junk})));
    CHECK(refused == "quota");
    CHECK(number < 6);
    CHECK(full.refusal(full.anna, full.edit(100, std::string(8'000, 'x'))) == "");
    full.check_server();
  }
}

}  // namespace rehearse::test
