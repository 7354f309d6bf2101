// A request whose reply is JSON, and what a refusal means to who asked for just this.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <variant>

#include "core/base/words.h"
#include "sync/client/http_client.h"
#include "sync/client/trouble.h"
#include "sync/protocol/problem.h"

namespace rehearse::sync {

inline constexpr int kOk = 200, kCreated = 201, kNoContent = 204;
inline constexpr const char* kJsonType = "application/json";

/// What a problem means here; empty where it means what it always does.
struct Meant {
  Words words;
  std::optional<Concern> concern{};
};
using Meaning = Meant (*)(const Problem&);

inline Meant usual(const Problem&) { return {}; }

/// The reply when it has the status, else why not.
std::variant<HttpReply, Trouble> ask(HttpClient& client, const HttpRequest& request, int wanted,
                                     Meaning meaning = usual);
/// The same of a request to which nothing is replied.
std::optional<Trouble> tell(HttpClient& client, const HttpRequest& request, Meaning meaning = usual);

/// The list of this name in a reply; nothing when there is none.
std::optional<nlohmann::ordered_json> list_in(const HttpReply& reply, const char* name);
/// Null for what is no JSON.
nlohmann::ordered_json json_in(const HttpReply& reply);
/// Empty when there is no such text.
std::string text_in(const nlohmann::ordered_json& json, const char* name);
bool flag_in(const nlohmann::ordered_json& json, const char* name);
std::string body_of(const nlohmann::ordered_json& json);

}  // namespace rehearse::sync
