#include <nlohmann/json.hpp>

#include "sync/protocol/limits.h"
#include "sync/protocol/lines.h"
#include "sync/protocol/sync_message.h"

namespace rehearse::sync {
namespace {

using Json = nlohmann::ordered_json;

constexpr int kDeepest = 4;
constexpr std::size_t kLongestName = 64;  // bytes of a scope's name, and of a client's

struct Refusal {
  Problem problem;
};

[[noreturn]] void refuse(ProblemKind kind, std::string detail) {
  throw Refusal{{kind, std::move(detail), std::nullopt}};
}

std::string text(const Json& json, const char* key) {
  const auto found = json.find(key);
  if (found == json.end() || !found->is_string())
    refuse(ProblemKind::kBadRequest, std::string(key) + " is no text");
  auto value = found->get<std::string>();
  if (value.size() > kLongestName) refuse(ProblemKind::kBadRequest, std::string(key) + " is too long");
  return value;
}

std::uint64_t number(const Json& json, const char* key, std::uint64_t most) {
  const auto found = json.find(key);
  if (found == json.end() || !found->is_number_unsigned() || found->get<std::uint64_t>() > most)
    refuse(ProblemKind::kBadRequest, std::string(key) + " is no number in its range");
  return found->get<std::uint64_t>();
}

Json head_of(Lines& lines) {
  const auto line = lines.next();
  if (!line || line->size() > kMostHeadBytes) refuse(ProblemKind::kBadRequest, "there is no first line");
  bool too_deep = false;
  Json head = Json::parse(
      *line,
      [&](int depth, Json::parse_event_t, Json&) {
        too_deep |= depth > kDeepest;
        return !too_deep;
      },
      /*allow_exceptions=*/false);
  if (too_deep || !head.is_object()) refuse(ProblemKind::kBadRequest, "the first line is no JSON object");
  return head;
}

ScopeRequest read_scope(const Json& json, Lines& lines, std::size_t& room) {
  if (!json.is_object()) refuse(ProblemKind::kBadRequest, "a scope is no object");
  ScopeRequest scope;
  scope.scope = text(json, "id");
  const auto cursor = parse_cursor(text(json, "cursor"));
  if (!cursor) refuse(ProblemKind::kCursorGone, "a cursor is none of this server's");
  scope.cursor = *cursor;
  scope.wants_lines = json.value("full", Json(false)) == Json(true);
  const std::size_t count = number(json, "ops", SIZE_MAX);
  if (count > room) refuse(ProblemKind::kTooManyOps, "at most " + std::to_string(kMostOps) + " ops");
  room -= count;
  for (std::size_t i = 0; i < count; ++i) {
    const auto line = lines.next();
    if (!line) refuse(ProblemKind::kBadRequest, "there are fewer lines than the first one says");
    scope.ops.emplace_back(*line);
  }
  return scope;
}

SyncRequest read(std::string_view body) {
  Lines lines(body);
  const Json head = head_of(lines);
  if (number(head, "v", UINT32_MAX) != kProtocolVersion)
    refuse(ProblemKind::kUpgradeRequired, "version " + std::to_string(kProtocolVersion) + " is served");
  SyncRequest request;
  request.now = Instant{std::chrono::milliseconds{
      number(head, "now", static_cast<std::uint64_t>(kLatestWall.time_since_epoch().count()))}};
  request.client = text(head, "client");
  request.most = std::min<std::size_t>(number(head, "max", SIZE_MAX), kMostOps);
  const auto scopes = head.find("scopes");
  if (scopes == head.end() || !scopes->is_array() || scopes->size() > kMostScopes)
    refuse(ProblemKind::kBadRequest, "scopes is no list, or too long");
  std::size_t room = kMostOps;
  for (const Json& scope : *scopes) request.scopes.push_back(read_scope(scope, lines, room));
  if (!lines.is_at_end()) refuse(ProblemKind::kBadRequest, "there are more lines than the first one says");
  return request;
}

}  // namespace

std::string write_request(const SyncRequest& request) {
  Json head;
  head["v"] = kProtocolVersion;
  head["now"] = request.now.time_since_epoch().count();
  head["client"] = request.client;
  head["scopes"] = Json::array();
  std::string ops;
  for (const ScopeRequest& scope : request.scopes) {
    Json json;
    json["id"] = scope.scope;
    json["cursor"] = to_text(scope.cursor);
    json["ops"] = scope.ops.size();
    if (scope.wants_lines) json["full"] = true;
    head["scopes"].push_back(std::move(json));
    for (const std::string& line : scope.ops) ops.append(line) += '\n';
  }
  head["max"] = request.most;
  return head.dump() + '\n' + ops;
}

std::variant<SyncRequest, Problem> read_request(std::string_view body) {
  try {
    return read(body);
  } catch (const Refusal& refusal) {
    return refusal.problem;
  }
}

}  // namespace rehearse::sync
