#include "tests/fuzz/message.h"

#include <variant>

#include "core/base/text.h"
#include "sync/protocol/limits.h"
#include "sync/protocol/sync_message.h"
#include "tests/fuzz/reading.h"

namespace rehearse::fuzz {
namespace {

void check_request(const sync::SyncRequest& request, std::string_view text) {
  require(request.scopes.size() <= sync::kMostScopes, "scopes are within their limit");
  require(request.most <= sync::kMostOps, "a reply is within its limit");
  std::size_t ops = 0, bytes = 0;
  for (const sync::ScopeRequest& scope : request.scopes)
    for (const std::string& line : scope.ops) ++ops, bytes += line.size() + 1;
  require(ops <= sync::kMostOps && bytes <= text.size(), "ops are within their limit");
  const std::string written = sync::write_request(request);
  const auto again = sync::read_request(written);
  const auto* read = std::get_if<sync::SyncRequest>(&again);
  require(read != nullptr && sync::write_request(*read) == written,
          "what is written is read as it was meant");
}

void check_reply(const sync::SyncReply& reply) {
  for (const sync::ScopeReply& scope : reply.scopes)
    require(scope.cursor.n == scope.from.n + static_cast<std::int64_t>(scope.ops.size()) &&
                scope.head >= scope.cursor.n,
            "a cursor counts its ops");
  const std::string written = sync::write_reply(reply);
  const auto again = sync::read_reply(written);
  require(again && sync::write_reply(*again) == written, "what is written is read as it was meant");
}

}  // namespace

void check_message(std::string_view text) {
  const auto read = sync::read_request(text);
  if (const auto* problem = std::get_if<sync::Problem>(&read))
    require(is_valid_utf8(sync::write_problem(*problem, "0123456789abcdef")), "a refusal can be written");
  else
    check_request(std::get<sync::SyncRequest>(read), text);
  if (const auto reply = sync::read_reply(text)) check_reply(*reply);
}

}  // namespace rehearse::fuzz
