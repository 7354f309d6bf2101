// rehearse-sync as it is run: nothing of it is linked in but what reads its bytes.
#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>

#include "sync/protocol/sync_message.h"
#include "sync/server/store/server_check.h"
#include "tests/scratch.h"
#include "tests/skip.h"
#include "tests/sync/front/client.h"
#include "tests/sync/server/running_server.h"
#include "tests/sync/server/server_program.h"
#include "tests/sync/server/store_under_test.h"

namespace rehearse::test {
namespace {

using Json = nlohmann::json;

constexpr const char* kPassword = kGoodPassword;

struct Machine {
  std::filesystem::path data() const { return scratch / "data"; }
  std::filesystem::path log() const { return scratch / "log"; }
  ProgramOutcome run(std::vector<std::string> arguments, const ProgramOptions& options = {}) const {
    arguments.insert(arguments.begin(), {"--data", data().string()});
    return run_program(arguments, here(options));
  }
  /// With the database named, where the data is in one.
  ProgramOptions here(ProgramOptions options = {}) const {
    if (place.database) options.variables.push_back("REHEARSE_SYNC_STORE=" + place.database->secret_text());
    return options;
  }
  Json json(std::vector<std::string> arguments, const ProgramOptions& options = {}) const {
    arguments.emplace_back("--json");
    const ProgramOutcome outcome = run(std::move(arguments), options);
    CHECK(outcome.exit_code == 0);
    return Json::parse(outcome.out, nullptr, false);
  }

  Scratch scratch;
  sync::DataPlace place = new_place(data() / "server.sqlite");
};

std::optional<ClientReply> post(std::uint16_t port, const std::string& path, const std::string& body,
                                const std::string& token = {}) {
  Client client(port);
  client.send(post_request(path, body, token.empty() ? "" : "Authorization: Bearer " + token + "\r\n"));
  return client.reply();
}

std::string sign_up(std::uint16_t port, const std::string& invite, const std::string& name = "anna") {
  const auto reply =
      post(port, "/v1/accounts",
           Json{{"invite", invite}, {"name", name}, {"password", kPassword}, {"device", "laptop"}}.dump());
  REQUIRE(reply);
  REQUIRE(reply->status == 201);
  return Json::parse(reply->body)["token"];
}

std::optional<ClientReply> push(std::uint16_t port, const std::string& token,
                                const std::vector<std::string>& lines) {
  return post(port, "/v1/sync", sync::write_request({Instant{}, "test/1", 5000, {{"me", {}, true, lines}}}),
              token);
}

std::int64_t ops_of(std::uint16_t port, const std::string& token) {
  const auto reply = push(port, token, {});
  REQUIRE(reply);
  const auto read = sync::read_reply(reply->body);
  REQUIRE(read);
  return read->scopes.at(0).head;
}

}  // namespace

TEST_SUITE("sync/server/program") {
  TEST_CASE_FIXTURE(
      Machine,
      "from nothing to a first synced op with one command and what was acknowledged outlives a kill") {
    std::string token;
    {
      ServingProgram server(data(), log(), {}, here());
      REQUIRE_FALSE(server.invite().empty());
      token = sign_up(server.port(), server.invite());
      CHECK(push(server.port(), token, {some_op(1), some_op(2)})->status == 200);
      server.send(SIGKILL);
      CHECK(server.wait() == 128 + SIGKILL);
    }
    ServingProgram again(data(), log(), {}, here());
    CHECK(again.invite().empty());
    CHECK(ops_of(again.port(), token) == 2);
    CHECK(json({"check"})["ops"] == 2);
  }

  TEST_CASE_FIXTURE(Machine, "SIGTERM and SIGINT end it gracefully and its log is lines of JSON") {
    for (const int signal : {SIGTERM, SIGINT}) {
      ServingProgram server(data(), log(), {}, here());
      CHECK(Client(server.port()).get("/healthz")->body == "ok\n");
      server.send(signal);
      CHECK(server.wait() == 0);
    }
    std::ifstream in(log());
    int lines = 0;
    for (std::string line; std::getline(in, line); ++lines) CHECK(Json::parse(line)["route"] == "/healthz");
    CHECK(lines == 2);
  }

  TEST_CASE_FIXTURE(Machine, "accounts are looked after while the server runs") {
    ServingProgram server(data(), log(), {}, here());
    const std::string invite = json({"invite", "--uses", "2", "--days", "3"})["invite"];
    const std::string token = sign_up(server.port(), invite);
    CHECK(json({"user", "add", "Bert"}, {std::string(kPassword) + "\n", {}, {}})["added"] == "bert");
    CHECK(run({"user", "add", "bert"}, {std::string(kPassword) + "\n", {}, {}}).exit_code == 1);
    CHECK(run({"user", "add", "carl"}, {"short\n", {}, {}}).exit_code == 1);
    CHECK(json({"user", "list"})["users"].size() == 2);
    CHECK(json({"invite", "list"})["invites"][0]["uses"] == 1);

    const Json tokens = json({"token", "list", "anna"})["tokens"];
    REQUIRE(tokens.size() == 1);
    CHECK(push(server.port(), token, {some_op(1)})->status == 200);
    CHECK(run({"token", "revoke", tokens[0]["id"].dump()}).exit_code == 0);
    CHECK(push(server.port(), token, {some_op(2)})->status == 401);
    CHECK(run({"token", "revoke", "99"}).exit_code == 1);

    const std::string other = sign_up(server.port(), invite, "carl");
    CHECK(run({"user", "password", "carl"}, {"another good passphrase\n", {}, {}}).exit_code == 0);
    CHECK(push(server.port(), other, {})->status == 401);
    CHECK(run({"user", "delete", "carl"}).exit_code == 1);
    CHECK(run({"user", "delete", "carl", "--yes"}).exit_code == 0);
    CHECK(json({"user", "list"})["users"].size() == 2);
    CHECK(run({"invite", "revoke", "2"}).exit_code == 0);
    CHECK(json({"check"})["faults"].empty());
  }

  TEST_CASE_FIXTURE(Machine, "old ops are sealed while the server runs and nobody can tell") {
    ServingProgram server(data(), log(), {}, here());
    const std::string token = sign_up(server.port(), server.invite());
    std::vector<std::string> lines;
    for (int i = 1; i <= 30; ++i) lines.push_back(some_op(i));
    push(server.port(), token, lines);
    const std::string before = push(server.port(), token, {})->body;
    CHECK(json({"seal"})["ops"] == 0);
    const Json sealed = json({"seal", "--older", "0"});
    CHECK(sealed["ops"] == 30);
    CHECK(sealed["segments"] == 1);
    CHECK(sealed["faults"].empty());
    CHECK(sealed["packed_bytes"] < sealed["line_bytes"]);
    const std::string after = push(server.port(), token, {lines[3]})->body;
    CHECK(sync::read_reply(after)->scopes.at(0).ops.size() == 30);
    CHECK(sync::read_reply(after)->scopes.at(0).cursor == sync::read_reply(before)->scopes.at(0).cursor);
    CHECK(json({"check"})["ops"] == 30);
    push(server.port(), token, {some_op(31)});
    CHECK(run({"seal", "--older", "0"}).out ==
          "sealed: 1 op of 1 stream in 1 segment, 0.0 MB of lines in 0.0 MB\n");
    CHECK(run({"seal", "--older", "-1"}).exit_code == 2);
  }

  TEST_CASE_FIXTURE(Machine, "who may make an account is said when it starts") {
    {
      ServingProgram closed(data(), log(), {"--registration", "closed"}, here());
      CHECK(closed.invite().empty());
      const std::string invite = json({"invite"})["invite"];
      const Json body = {{"invite", invite}, {"name", "anna"}, {"password", kPassword}, {"device", "laptop"}};
      CHECK(post(closed.port(), "/v1/accounts", body.dump())->status == 403);
      CHECK(run({"user", "add", "anna"}, {std::string(kPassword) + "\n", {}, {}}).exit_code == 0);
    }
    ServingProgram open(data(), log(), {"--registration", "open"}, here());
    sign_up(open.port(), "open", "bert");
    CHECK(run({"serve", "--registration", "ajar"}).exit_code == 2);
  }

  TEST_CASE_FIXTURE(Machine, "what was typed wrongly ends with 2 and both languages are spoken") {
    for (const std::vector<std::string>& arguments : {std::vector<std::string>{},
                                                      {"sreve"},
                                                      {"serve", "--port", "70000"},
                                                      {"invite", "--uses", "0"},
                                                      {"user"},
                                                      {"serve", "--tls", "one"},
                                                      {"serve", "--tls-self", "--tls", "a", "b"}})
      CHECK(run(arguments).exit_code == 2);
    CHECK(run({"--help"}).exit_code == 0);
    CHECK(run({"--version"}).out.find("rehearse-sync ") == 0);
    const ProgramOptions chinese{{}, {"LC_ALL=zh_CN.UTF-8"}, {}};
    CHECK(run({"--help"}, chinese).out.find("同步服务器") != std::string::npos);
    CHECK(run({"user", "list"}, chinese).out.find("还没有账户") != std::string::npos);
    CHECK(run({"token", "list", "nobody"}, chinese).err.find("没有这个账户") != std::string::npos);
    CHECK(
        run({"user", "add", "anna"}, {"123456789012\n", {"LC_ALL=zh_CN.UTF-8"}, {}}).err.find("太容易猜到") !=
        std::string::npos);
  }
}

TEST_SUITE("sync/server/program on files") {
  TEST_CASE_FIXTURE(Machine, "hostile 44: a second server of the same folder says so and leaves") {
    ServingProgram server(data(), log());
    const ProgramOutcome second = run({"serve", "--port", "0"});
    CHECK(second.exit_code == 1);
    CHECK(second.err.find("another rehearse-sync serves this folder") != std::string::npos);
    CHECK(second.err.find(data().string()) != std::string::npos);
    CHECK(Client(server.port()).get("/healthz")->status == 200);
  }

  TEST_CASE_FIXTURE(Machine, "it listens to other machines only with TLS or behind a proxy") {
    const ProgramOutcome refused = run({"serve", "--address", "0.0.0.0", "--port", "0"});
    CHECK(refused.exit_code == 1);
    CHECK(refused.err.find("--tls CERT KEY") != std::string::npos);
    CHECK(run({"serve", "--behind-proxy", "example.org"}).exit_code == 1);
    {
      ServingProgram server(data(), log(), {"--address", "0.0.0.0", "--behind-proxy", "127.0.0.1"});
      CHECK(Client(server.port()).get("/healthz")->status == 200);
    }
    std::string fingerprint;
    for (int i = 0; i < 2; ++i) {
      ServingProgram server(data(), log(), {"--address", "0.0.0.0", "--tls-self"});
      CHECK(server.fingerprint().size() == 95);
      if (i > 0) CHECK(server.fingerprint() == fingerprint);
      fingerprint = server.fingerprint();
      Client plain(server.port());
      CHECK(plain.get("/healthz")->status == 400);
      server.send(SIGHUP);
      server.send(SIGTERM);
      CHECK(server.wait() == 0);
    }
    CHECK(run({"serve", "--port", "0", "--tls", "/nowhere.pem", "/nowhere.key"}).exit_code == 1);
  }

  TEST_CASE_FIXTURE(Machine, "what it makes is for its owner alone") {
    ServingProgram server(data(), log(), {"--tls-self"});
    struct stat status {};
    REQUIRE(::stat(data().c_str(), &status) == 0);
    CHECK((status.st_mode & 077) == 0);
    for (const auto& entry : std::filesystem::directory_iterator(data())) {
      REQUIRE(::stat(entry.path().c_str(), &status) == 0);
      CHECK((status.st_mode & 077) == 0);
    }
  }

  TEST_CASE_FIXTURE(Machine, "a backup is made while it runs and restored while it does not") {
    const std::filesystem::path copy = scratch / "copy.sqlite";
    std::string token;
    {
      ServingProgram server(data(), log());
      token = sign_up(server.port(), server.invite());
      push(server.port(), token, {some_op(1)});
      CHECK(json({"backup", copy.string()})["ops"] == 1);
      CHECK(run({"backup", copy.string()}).exit_code == 1);
      push(server.port(), token, {some_op(2)});
      const ProgramOutcome refused = run({"restore", copy.string()});
      CHECK(refused.exit_code == 1);
      CHECK(refused.err.find("stop it first") != std::string::npos);
      CHECK(ops_of(server.port(), token) == 2);
      server.send(SIGTERM);
      server.wait();
    }
    const Json restored = json({"restore", copy.string()});
    CHECK(restored["ops"] == 1);
    CHECK(sync::check_server(restored["before"].get<std::string>()).ops == 2);
    ServingProgram server(data(), log());
    CHECK(ops_of(server.port(), token) == 1);
  }

  TEST_CASE_FIXTURE(Machine, "what root does in the folder of another user leaves it to that user") {
    if (::geteuid() != 0) SKIP_IN_WORDS("only root can look after another user's server");
    namespace fs = std::filesystem;
    constexpr uid_t kNobody = 65534;
    const ProgramOptions nobody{{}, {}, {}, User::kNobody};
    fs::permissions(scratch.folder(), fs::perms::all);
    fs::create_directory(data());
    REQUIRE(::chown(data().c_str(), kNobody, kNobody) == 0);
    // Root comes first, and goes back to a backup later.
    CHECK(run({"user", "add", "anna"}, {std::string(kPassword) + "\n", {}, {}}).exit_code == 0);
    const std::string copy = (scratch / "copy").string();
    CHECK(run({"backup", copy}).exit_code == 0);
    for (int round = 0; round < 2; ++round) {
      CHECK(run({"restore", copy}).exit_code == 0);
      ServingProgram server(data(), log(), {}, nobody);
      const auto reply = post(server.port(), "/v1/sessions",
                              Json{{"name", "anna"}, {"password", kPassword}, {"device", "a"}}.dump());
      REQUIRE(reply);
      CHECK(reply->status == 201);
    }
  }

  TEST_CASE_FIXTURE(Machine, "what is no backup is not restored and what was there stays") {
    std::string token;
    {
      ServingProgram server(data(), log());
      token = sign_up(server.port(), server.invite());
      push(server.port(), token, {some_op(1)});
    }
    std::ofstream(scratch / "text") << "no backup, but long enough to be looked at as if it were one";
    { const std::ofstream empty(scratch / "empty"); }
    for (const char* file : {"text", "empty", "missing"}) {
      CAPTURE(file);
      CHECK(run({"restore", (scratch / file).string()}).exit_code == 1);
    }
    CHECK(json({"check"})["ops"] == 1);
  }

  TEST_CASE_FIXTURE(Machine, "data that was changed behind its back is found out by check") {
    {
      ServingProgram server(data(), log());
      const std::string token = sign_up(server.port(), server.invite());
      push(server.port(), token, {some_op(1), some_op(2)});
      server.send(SIGTERM);
      server.wait();
    }
    CHECK(run({"check"}).exit_code == 0);
    std::fstream file(data() / "server.sqlite", std::ios::in | std::ios::out | std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    const std::size_t at = bytes.find(some_op(1));
    REQUIRE(at != std::string::npos);
    file.seekp(static_cast<std::streamoff>(at + some_op(1).size() - 3));
    file << 'f';
    file.close();
    const ProgramOutcome checked = run({"check"});
    CHECK(checked.exit_code == 1);
    CHECK(checked.out.find("not what its id says") != std::string::npos);
    CHECK(run({"backup", (scratch / "copy").string()}).exit_code == 1);
    CHECK_FALSE(std::filesystem::exists(scratch / "copy"));
  }

  TEST_CASE_FIXTURE(Machine,
                    "hostile 41: a full disk is a problem that says to come again and nothing that was "
                    "acknowledged is lost") {
    std::string token;
    {
      ServingProgram server(data(), log());
      token = sign_up(server.port(), server.invite());
      REQUIRE(push(server.port(), token, {some_op(0)})->status == 200);
      server.send(SIGTERM);
      server.wait();
    }
    std::int64_t accepted = 1;
    bool was_full = false;
    {
      ProgramOptions full;
      full.largest_file = 400'000;
      ServingProgram server(data(), scratch / "other-log", {}, full);
      for (int batch = 1; batch < 50 && !was_full; ++batch) {
        std::vector<std::string> lines;
        for (int i = 0; i < 100; ++i) lines.push_back(some_op(batch * 100 + i));
        const auto reply = push(server.port(), token, lines);
        REQUIRE(reply);
        was_full = reply->status != 200;
        if (was_full) {
          CHECK(reply->status == 503);
          CHECK(reply->headers.at("retry-after") == "60");
          CHECK(reply->body.find("urn:rehearse:problem:busy") != std::string::npos);
          CHECK(reply->body.find(data().string()) == std::string::npos);
        } else {
          accepted += 100;
        }
      }
      CHECK(was_full);
      // Reading goes on.
      CHECK(ops_of(server.port(), token) == accepted);
    }
    ServingProgram server(data(), log());
    CHECK(ops_of(server.port(), token) == accepted);
    CHECK(push(server.port(), token, {some_op(9999)})->status == 200);
    CHECK(json({"check"})["ops"] == accepted + 1);
  }

  TEST_CASE_FIXTURE(
      Machine,
      "hostile 41: data that may not be written is refused in words at the start and stays as it is") {
    std::string token;
    {
      ServingProgram server(data(), log());
      token = sign_up(server.port(), server.invite());
      REQUIRE(push(server.port(), token, {some_op(1)})->status == 200);
      server.send(SIGTERM);
      server.wait();
    }
    namespace fs = std::filesystem;
    constexpr fs::perms kRead = fs::perms::owner_read | fs::perms::group_read | fs::perms::others_read;
    constexpr fs::perms kEnter = fs::perms::owner_exec | fs::perms::group_exec | fs::perms::others_exec;
    fs::permissions(scratch.folder(), kRead | kEnter);
    for (const auto& entry : fs::directory_iterator(data())) fs::permissions(entry.path(), kRead);
    fs::permissions(data(), kRead | kEnter);
    ProgramOptions person;
    person.user = User::kNobody;
    for (const std::vector<std::string>& arguments :
         {std::vector<std::string>{"serve", "--port", "0"}, {"user", "list"}, {"check"}, {"invite"}}) {
      CAPTURE(arguments[0]);
      const ProgramOutcome refused = run(arguments, person);
      CHECK(refused.exit_code == 1);
      CHECK(refused.err.find(data().string()) != std::string::npos);
      CHECK(refused.err.find("be written") != std::string::npos);
      CHECK(std::count(refused.err.begin(), refused.err.end(), '\n') == 1);
    }
    person.variables = {"LC_ALL=zh_CN.UTF-8"};
    CHECK(run({"serve", "--port", "0"}, person).err.find("请检查") != std::string::npos);
    fs::permissions(data(), fs::perms::owner_all);
    for (const auto& entry : fs::directory_iterator(data()))
      fs::permissions(entry.path(), fs::perms::owner_read | fs::perms::owner_write);
    fs::permissions(scratch.folder(), fs::perms::owner_all);
    ServingProgram server(data(), log());
    CHECK(ops_of(server.port(), token) == 1);
  }

  TEST_CASE_FIXTURE(Machine, "a folder without data is told from an empty server") {
    CHECK(run({"check"}).exit_code == 1);
    CHECK(run({"seal"}).exit_code == 1);
    CHECK(run({"backup", (scratch / "copy").string()}).exit_code == 1);
  }
}

}  // namespace rehearse::test
