#include <nlohmann/json.hpp>

#include "core/base/text.h"
#include "core/store/scope.h"
#include "sync/protocol/body.h"
#include "sync/protocol/limits.h"
#include "sync/server/routes/doorman.h"
#include "sync/server/routes/replies.h"
#include "sync/server/routes/routes.h"

namespace rehearse::sync {
namespace {

constexpr int kOk = 200;
constexpr int kNotModified = 304;

Reply bad_request(const Request& request, const char* detail) {
  return reply_of({ProblemKind::kBadRequest, detail, std::nullopt}, request);
}

/// Without parameters.
std::string_view media_type(const Request& request) {
  const std::string_view value = request.header("content-type");
  return trimmed(value.substr(0, value.find(';')));
}

std::size_t ops_in(const SyncRequest& request) {
  std::size_t count = 0;
  for (const ScopeRequest& scope : request.scopes) count += scope.ops.size();
  return count;
}

std::vector<GroupState> groups_of(Services& services, std::int64_t account) {
  std::vector<GroupState> groups;
  for (const MembershipRow& membership : services.groups.of_account(account)) {
    const GroupRow& group = membership.group;
    groups.push_back({{group.scope, group.name, membership.role}, services.store.end(group.scope)});
  }
  return groups;
}

Reply sync(Services& services, const Request& request, const Sender& sender) {
  const std::string_view type = media_type(request);
  const bool is_packed = type == kPackedType;
  if (!is_packed && type != kPlainType) return bad_request(request, "Content-Type is none of the protocol's");
  std::string unpacked;
  if (is_packed) {
    auto text = unpack_body(request.body, kMostBodyBytes);
    if (!text) return bad_request(request, "the body is no zstd frame, or too large when it is unpacked");
    unpacked = std::move(*text);
  }
  const auto read = read_request(is_packed ? std::string_view(unpacked) : std::string_view(request.body));
  if (const auto* problem = std::get_if<Problem>(&read)) return reply_of(*problem, request);
  const auto& asked = std::get<SyncRequest>(read);
  const std::size_t received = ops_in(asked);
  if (const auto wait = services.limiter.ops(sender.account, received, services.clocks.steady()))
    return too_often(services, request, *wait);
  auto result = services.sync.sync(sender, asked, services.clocks.wall());
  if (const auto* problem = std::get_if<Problem>(&result)) return reply_of(*problem, request);
  auto& answer = std::get<SyncReply>(result);
  answer.groups = groups_of(services, sender.account);
  ++services.counters.syncs;
  services.counters.ops_received += received;
  bool has_more = false;
  for (const ScopeReply& scope : answer.scopes) {
    services.counters.ops_sent += scope.ops.size();
    has_more |= scope.has_more();
  }
  if (has_more) services.limiter.was_page(sender.account, services.clocks.steady());
  std::string text = write_reply(answer);
  return {kOk, is_packed ? kPackedType : kPlainType, {}, is_packed ? pack_body(text) : std::move(text)};
}

/// "Is there anything new?" without a sync.
Reply scopes(Services& services, const Request& request, const Sender& sender) {
  auto list = nlohmann::ordered_json::array();
  std::string tag = "\"";
  const auto add = [&](const std::string& id, const StreamCursor& end) {
    list.push_back({{"id", id}, {"head", end.n}, {"cursor", to_text(end)}});
    if (id != kOwnScope) tag += ' ' + id + ' ';
    tag += end.n == 0 ? std::string("0") : to_text(end);
  };
  add(kOwnScope, services.store.end(sender.account));
  for (const MembershipRow& membership : services.groups.of_account(sender.account))
    add(group_id(membership.group.scope), services.store.end(membership.group.scope));
  tag += '"';
  if (request.header("if-none-match") == tag) return {kNotModified, "", {{"ETag", tag}}, ""};
  Reply reply = json_reply(kOk, {{"scopes", list}});
  reply.headers.emplace_back("ETag", tag);
  return reply;
}

}  // namespace

void add_sync_routes(Routes& routes, Services& services) {
  const auto add = [&](const char* method, const char* pattern, auto* handle) {
    routes.push_back(
        {method, pattern,
         for_signed_in(services, [&services, handle](const Request& request, const Sender& sender) {
           return handle(services, request, sender);
         })});
  };
  add("POST", "/v1/sync", sync);
  add("GET", "/v1/scopes", scopes);
}

}  // namespace rehearse::sync
