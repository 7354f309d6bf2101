#include "sync/server/sync_service.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>

#include "core/store/op.h"
#include "core/store/scope.h"
#include "sync/protocol/limits.h"

namespace rehearse::sync {
namespace {

using PushedLine = std::variant<PushedOp, ProblemKind>;

/// The line as an op, or why it is none. Only its envelope is looked at: kinds that this server does not know
/// are for clients that do. `scope`: whose stream it is pushed to, as the op has to say itself.
PushedLine pushed_op(std::string_view line, Scope scope) {
  if (line.size() > kMostLineBytes) return ProblemKind::kTooLarge;
  const auto envelope = read_envelope(line);
  if (!envelope || envelope->scope != scope) return ProblemKind::kBadRequest;
  return PushedOp{op_id(line), line, envelope->device, envelope->counter};
}

bool is_about_content(const Op& op) {
  const std::string target = target_of(op);
  const auto* act = std::get_if<GroupActOp>(&op.body);
  if (act != nullptr && !std::holds_alternative<ChangeSuggestion>(act->act)) return true;
  return target.starts_with("question:") || target.starts_with("deck:");
}

/// The same for a group's stream, where others will read it: it has to be known, and about what is shared.
PushedLine pushed_to_group(std::string_view line, Scope group) {
  auto pushed = pushed_op(line, group);
  if (std::holds_alternative<ProblemKind>(pushed)) return pushed;
  const auto op = read_op(line);
  if (!op) return ProblemKind::kBadRequest;
  const auto role = role_to_push(kind_of(*op));
  if (!role || !is_about_content(*op)) return ProblemKind::kForbidden;
  std::get<PushedOp>(pushed).needed = *role;
  return pushed;
}

/// What a client lacks that had all there was before the push: what the push has added. Nothing where that
/// has to be read.
std::optional<StreamPage> page_of(PushReport& pushed, const StreamCursor& from, std::size_t most,
                                  std::size_t most_bytes) {
  if (!pushed.appended || pushed.appended->before != from) return std::nullopt;
  StreamPage page{std::move(pushed.appended->ops), from.n};
  page.head += static_cast<std::int64_t>(page.ops.size());
  std::size_t bytes = 0;
  for (const KeptOp& op : page.ops) bytes += op.line.size();
  if (page.ops.size() > most || bytes > most_bytes) return std::nullopt;
  return page;
}

}  // namespace

std::variant<SyncReply, Problem> SyncService::sync(const Sender& sender, const SyncRequest& request,
                                                   Instant now) {
  SyncReply reply;
  reply.now = now;
  std::set<std::string_view> seen;
  std::size_t room = kMostReplyBytes;
  for (const ScopeRequest& scope : request.scopes) {
    // The same stream again would be the same bytes again, sixty-four times.
    if (!seen.insert(scope.scope).second)
      return Problem{ProblemKind::kBadRequest, "a scope is named twice", std::nullopt};
    auto result = sync_scope(sender, scope, request.most, room, now);
    if (auto* problem = std::get_if<Problem>(&result)) return std::move(*problem);
    reply.scopes.push_back(std::move(std::get<ScopeReply>(result)));
    for (const StreamOp& op : reply.scopes.back().ops) room -= std::min(room, op.line.size());
  }
  return reply;
}

std::variant<ScopeReply, Problem> SyncService::sync_scope(const Sender& sender, const ScopeRequest& request,
                                                          std::size_t most, std::size_t most_bytes,
                                                          Instant now) {
  const bool is_own = request.scope == kOwnScope;
  const auto group = group_scope(request.scope);
  // Another account's scope, a group of others and one that does not exist are the same to who asks.
  if (!is_own && !(group && store_.role(*group, sender.account)))
    return Problem{ProblemKind::kNotFound, "no such scope", std::nullopt};
  const ScopeId scope = is_own ? sender.account : *group;
  ScopeReply reply;
  reply.scope = request.scope;
  reply.from = reply.cursor = request.cursor;
  std::vector<PushedOp> ops;
  std::vector<std::size_t> indexes;  // of `ops`, in the request
  for (std::size_t i = 0; i < request.ops.size(); ++i) {
    auto op = is_own ? pushed_op(request.ops[i], kOwnOps) : pushed_to_group(request.ops[i], *group);
    if (const auto* why = std::get_if<ProblemKind>(&op)) {
      reply.refused.push_back({i, *why});
      continue;
    }
    ops.push_back(std::get<PushedOp>(op));
    indexes.push_back(i);
  }
  PushReport pushed = store_.push(scope, sender, ops, now, limits_.scope_bytes);
  reply.accepted = pushed.accepted;
  for (const std::size_t i : pushed.not_allowed)
    reply.refused.push_back({indexes[i], ProblemKind::kForbidden});
  for (std::size_t i = pushed.accepted + pushed.not_allowed.size(); i < ops.size(); ++i)
    reply.refused.push_back({indexes[i], ProblemKind::kQuota});
  std::sort(reply.refused.begin(), reply.refused.end(),
            [](const RefusedLine& a, const RefusedLine& b) { return a.index < b.index; });
  // Behind the push: what was just sent comes back, and only that tells the device that it is here.
  auto page = page_of(pushed, request.cursor, most, most_bytes);
  if (!page) page = store_.read(scope, request.cursor, most, most_bytes);
  if (!page) return Problem{ProblemKind::kCursorGone, "this stream has no such cursor", std::nullopt};
  reply.head = page->head;
  for (KeptOp& op : page->ops) {
    const std::string author = author_name(op.author);
    reply.cursor = behind(reply.cursor, op.id, op.admitted, author);
    const bool holds_it = op.pushed_by == sender.session && !request.wants_lines;
    reply.ops.push_back({op.n, op.admitted, author, op.id, holds_it ? std::string() : std::move(op.line)});
  }
  return reply;
}

}  // namespace rehearse::sync
