// sync/openapi.json against the server: a request is built for each operation, and what comes back is held
// against what is written there.
#include <doctest/doctest.h>

#include <algorithm>
#include <cctype>
#include <fstream>
#include <nlohmann/json.hpp>

#include "sync/protocol/problem.h"
#include "sync/server/front/messages.h"
#include "sync/server/front/refusal.h"
#include "tests/sync/server/running_server.h"

namespace rehearse::test {
namespace {

using Json = nlohmann::json;

Json read_api() {
  std::ifstream in(std::string(REHEARSE_SOURCE_DIR) + "/sync/openapi.json");
  return Json::parse(in);
}

const Json& resolved(const Json& api, const Json& schema) {
  if (!schema.contains("$ref")) return schema;
  return api.at(Json::json_pointer(schema["$ref"].get<std::string>().substr(1)));
}

/// Where the value is not what the schema says; empty when it is.
std::string fault_of(const Json& api, const Json& named, const Json& value, const std::string& at) {
  const Json& schema = resolved(api, named);
  const std::string type = schema.at("type");
  const bool fits = (type == "string" && value.is_string()) ||
                    (type == "integer" && value.is_number_integer()) ||
                    (type == "boolean" && value.is_boolean()) || (type == "array" && value.is_array()) ||
                    (type == "object" && value.is_object());
  if (!fits) return at + " is no " + type;
  if (schema.contains("enum") &&
      std::find(schema["enum"].begin(), schema["enum"].end(), value) == schema["enum"].end())
    return at + " is none of its values";
  if (type == "array") {
    for (const Json& item : value)
      if (std::string fault = fault_of(api, schema["items"], item, at + "[]"); !fault.empty()) return fault;
  }
  if (type != "object") return "";
  for (const Json& name : schema["required"])
    if (!value.contains(name.get<std::string>())) return at + " lacks " + name.get<std::string>();
  for (const auto& item : value.items()) {
    if (!schema["properties"].contains(item.key())) return at + " has " + item.key();
    std::string fault = fault_of(api, schema["properties"][item.key()], item.value(), at + "." + item.key());
    if (!fault.empty()) return fault;
  }
  return "";
}

/// A group of the person's with another member in it, and an invite to one of that member's.
struct GroupOfTwo {
  Person member;
  std::string id, invite, code_to_another;

  GroupOfTwo(RunningServer& server, const Person& owner) : member(server.sign_up("carla")) {
    id = made_group(server, owner);
    const Json terms = {{"role", "reader"}, {"uses", "2"}, {"days", "7"}};
    const std::string invites = "/v1/groups/" + id + "/invites";
    const ClientReply made = server.call({"POST", invites, terms.dump(), owner.token});
    invite = RunningServer::member(made, "id");
    const Json code = {{"code", RunningServer::member(made, "code")}};
    REQUIRE(server.call({"POST", "/v1/invites/accept", code.dump(), member.token}).status == 200);
    const std::string others = "/v1/groups/" + made_group(server, member) + "/invites";
    code_to_another =
        RunningServer::member(server.call({"POST", others, terms.dump(), member.token}), "code");
    REQUIRE_FALSE(code_to_another.empty());
  }

 private:
  static std::string made_group(RunningServer& server, const Person& owner) {
    return RunningServer::member(server.call({"POST", "/v1/groups", R"({"name":"Study"})", owner.token}),
                                 "id");
  }
};

void fill(std::string& target, const std::string& name, const std::string& value) {
  if (const std::size_t at = target.find(name); at != std::string::npos)
    target.replace(at, name.size(), value);
}

struct Api {
  Json api = read_api();

  /// The body that an operation asks for, with values for the names of its members.
  std::string body_for(const Json& operation, const Json& values) const {
    if (!operation.contains("requestBody")) return "";
    const Json& schema = resolved(api, operation["requestBody"]["content"]["application/json"]["schema"]);
    Json body;
    for (const Json& name : schema["required"])
      body[name.get<std::string>()] = values.at(name.get<std::string>());
    return body.dump();
  }
  void check_reply(const Json& operation, const ClientReply& reply, const std::string& status) const {
    REQUIRE(operation["responses"].contains(status));
    const Json& response = operation["responses"][status];
    if (!response.contains("content")) {
      CHECK(reply.body.empty());
      return;
    }
    const std::string sent = reply.headers.at("content-type");
    const std::string type = sent.substr(0, sent.find(';'));
    REQUIRE(response["content"].contains(type));
    if (type.find("json") == std::string::npos) return;
    CHECK(fault_of(api, response["content"][type]["schema"], Json::parse(reply.body, nullptr, false),
                   "reply") == "");
  }
};

}  // namespace

TEST_SUITE("sync/server/openapi") {
  TEST_CASE_FIXTURE(Api, "every operation that is written down answers as it is written down") {
    int operations = 0;
    for (const auto& path : api["paths"].items())
      for (const auto& item : path.value().items()) {
        CAPTURE(path.key());
        CAPTURE(item.key());
        RunningServer server;
        server.sign_up("anna");
        const Person phone = server.sign_in("anna"), laptop = server.sign_in("anna");
        const Json& operation = item.value();
        const bool is_new = operation["operationId"] == "signUp";
        const GroupOfTwo group(server, laptop);
        const Json values = {{"invite", server.invite()},
                             {"name", is_new ? "bert" : "anna"},
                             {"password", kGoodPassword},
                             {"new_password", "another good passphrase"},
                             {"device", "tablet"},
                             {"role", "editor"},
                             {"uses", "3"},
                             {"days", "7"},
                             {"code", group.code_to_another}};
        Call call{item.key(), path.key(), body_for(operation, values)};
        std::transform(call.method.begin(), call.method.end(), call.method.begin(),
                       [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
        fill(call.target, "{device}", phone.device);
        fill(call.target, "{group}", group.id);
        fill(call.target, "{account}", group.member.account);
        fill(call.target, "{invite}", group.invite);
        const bool is_open = operation.contains("security") && operation["security"].empty();
        if (!is_open) {
          const ClientReply refused = server.call(call);
          CHECK(refused.status == 401);
          check_reply(operation, refused, "default");
          call.token = laptop.token;
        }
        const ClientReply reply = server.call(call);
        check_reply(operation, reply, std::to_string(reply.status));
        CHECK(reply.status < 300);
        if (!call.body.empty()) {
          call.body = "{";
          if (is_open || operation["operationId"] == "changePassword")
            check_reply(operation, server.call(call), "default");
        }
        ++operations;
      }
    CHECK(operations == 25);
  }

  TEST_CASE_FIXTURE(Api, "what the front refuses by itself is a problem as it is written down") {
    for (std::size_t i = 0; i < sync::kRefusals; ++i) {
      const auto refusal = static_cast<sync::Refusal>(i);
      CAPTURE(std::string(sync::name_of(refusal)));
      const sync::Reply reply = sync::problem_reply(sync::problem_of(refusal), "0123456789abcdef");
      const Json body = Json::parse(reply.body, nullptr, false);
      CHECK(fault_of(api, api["components"]["schemas"]["Problem"], body, "problem") == "");
      CHECK(body["status"] == reply.status);
      CHECK_FALSE(body["detail"].get<std::string>().empty());
      CHECK(sync::read_problem(reply.status, reply.body) == sync::problem_of(refusal));
    }
  }
}

}  // namespace rehearse::test
