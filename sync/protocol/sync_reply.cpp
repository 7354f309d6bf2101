#include <nlohmann/json.hpp>

#include "sync/protocol/limits.h"
#include "sync/protocol/lines.h"
#include "sync/protocol/sync_message.h"

namespace rehearse::sync {
namespace {

using Json = nlohmann::ordered_json;

std::int64_t in_ms(Instant at) { return at.time_since_epoch().count(); }

void write_op_line(std::string& text, const StreamOp& op) {
  text += std::to_string(op.n) + ' ' + std::to_string(in_ms(op.admitted)) + ' ' + op.author + ' ';
  if (op.line.empty())
    text += '@' + op.id.hex();
  else
    text += op.line;
  text += '\n';
}

Json parse_line(std::string_view line) { return Json::parse(line, nullptr, /*allow_exceptions=*/false); }

/// A member that is a whole number; -1 where it is none.
std::int64_t number(const Json& json, const char* key) {
  const auto found = json.find(key);
  return found != json.end() && found->is_number_unsigned() ? found->get<std::int64_t>() : -1;
}

std::string text(const Json& json, const char* key) {
  const auto found = json.find(key);
  return found != json.end() && found->is_string() ? found->get<std::string>() : "";
}

std::optional<StreamOp> read_op_line(std::string_view line) {
  const auto n = take_word(line), admitted = take_word(line), author = take_word(line);
  if (!n || !admitted || !author) return std::nullopt;
  const auto number = whole_number<std::int64_t>(*n), ms = whole_number<std::int64_t>(*admitted);
  if (!number || !ms || *ms > in_ms(kLatestWall)) return std::nullopt;
  StreamOp op{*number, Instant{std::chrono::milliseconds{*ms}}, std::string(*author), {}, {}};
  if (line.starts_with('@')) {
    const auto id = OpId::from_hex(line.substr(1));
    if (!id) return std::nullopt;
    op.id = *id;
  } else {
    op.line = line;
    op.id = op_id(line);
  }
  return op;
}

bool read_refused(const Json& json, std::vector<RefusedLine>& refused) {
  const auto list = json.find("refused");
  if (list == json.end() || !list->is_array()) return false;
  for (const Json& item : *list) {
    if (!item.is_object()) return false;
    const std::int64_t index = number(item, "i");
    if (index < 0) return false;
    // A slug of a newer server is a refusal all the same.
    refused.push_back({static_cast<std::size_t>(index),
                       kind_of_slug(text(item, "slug")).value_or(ProblemKind::kBadRequest)});
  }
  return true;
}

/// From its first line, which was read, to its last.
std::optional<ScopeReply> read_scope(const Json& first, Lines& lines) {
  ScopeReply scope;
  scope.scope = text(first, "scope");
  const std::int64_t accepted = number(first, "accepted"), from = number(first, "from");
  if (accepted < 0 || from < 0 || !read_refused(first, scope.refused)) return std::nullopt;
  scope.accepted = static_cast<std::size_t>(accepted);
  const auto cursor = parse_cursor(from == 0 ? "" : std::to_string(from) + '.' + text(first, "chain"));
  if (!cursor) return std::nullopt;
  scope.from = scope.cursor = *cursor;
  for (auto line = lines.next(); line; line = lines.next()) {
    if (!line->starts_with('{')) {
      auto op = read_op_line(*line);
      if (!op || op->n != scope.cursor.n + 1) return std::nullopt;
      scope.cursor = behind(scope.cursor, op->id, op->admitted, op->author);
      scope.ops.push_back(std::move(*op));
      continue;
    }
    const Json last = parse_line(*line);
    if (!last.is_object() || text(last, "scope") != scope.scope) return std::nullopt;
    // The chain is ours: a server that lost or changed an op is found out here.
    if (text(last, "cursor") != to_text(scope.cursor)) return std::nullopt;
    scope.head = number(last, "head");
    if (scope.head < scope.cursor.n) return std::nullopt;
    return scope;
  }
  return std::nullopt;
}

/// One that cannot be read is none that this version can sync.
std::vector<GroupState> read_groups(const Json& end) {
  std::vector<GroupState> groups;
  const auto list = end.find("groups");
  if (list == end.end() || !list->is_array()) return groups;
  for (const Json& item : *list) {
    if (!item.is_object()) continue;
    const auto scope = group_scope(text(item, "id"));
    const auto role = group_role_of(text(item, "role"));
    const auto cursor = parse_cursor(text(item, "cursor"));
    if (scope && role && cursor) groups.push_back({{*scope, text(item, "name"), *role}, *cursor});
  }
  return groups;
}

}  // namespace

std::string write_reply(const SyncReply& reply) {
  std::string text;
  for (const ScopeReply& scope : reply.scopes) {
    Json first;
    first["scope"] = scope.scope;
    first["accepted"] = scope.accepted;
    first["refused"] = Json::array();
    for (const RefusedLine& line : scope.refused)
      first["refused"].push_back({{"i", line.index}, {"slug", slug_of(line.why)}});
    first["from"] = scope.from.n;
    first["chain"] = hex_text(scope.from.chain);
    text += first.dump() + '\n';
    for (const StreamOp& op : scope.ops) write_op_line(text, op);
    Json last;
    last["scope"] = scope.scope;
    last["cursor"] = to_text(scope.cursor);
    last["more"] = scope.has_more();
    last["head"] = scope.head;
    text += last.dump() + '\n';
  }
  Json end;
  end["now"] = in_ms(reply.now);
  end["end"] = true;
  for (const GroupState& state : reply.groups)
    end["groups"].push_back({{"id", group_id(state.group.scope)},
                             {"name", state.group.name},
                             {"role", word_of(state.group.role)},
                             {"cursor", to_text(state.end)}});
  return text + end.dump() + '\n';
}

std::optional<SyncReply> read_reply(std::string_view body) {
  Lines lines(body);
  SyncReply reply;
  for (auto line = lines.next(); line; line = lines.next()) {
    const Json json = parse_line(*line);
    if (!json.is_object()) return std::nullopt;
    if (json.value("end", Json(false)) == Json(true)) {
      const std::int64_t now = number(json, "now");
      if (now < 0 || now > in_ms(kLatestWall) || !lines.is_at_end()) return std::nullopt;
      reply.now = Instant{std::chrono::milliseconds{now}};
      reply.groups = read_groups(json);
      return reply;
    }
    auto scope = read_scope(json, lines);
    if (!scope) return std::nullopt;
    reply.scopes.push_back(std::move(*scope));
  }
  return std::nullopt;
}

}  // namespace rehearse::sync
