#include <nlohmann/json.hpp>

#include "sync/protocol/body.h"
#include "sync/protocol/limits.h"
#include "sync/server/routes/doorman.h"
#include "sync/server/routes/replies.h"
#include "sync/server/routes/routes.h"

namespace rehearse::sync {
namespace {

using Json = nlohmann::ordered_json;

constexpr int kOk = 200;

Json description_of(Services& services, const AccountRow& account) {
  Json json;
  json["account"] = author_name(account.id);
  json["name"] = account.name;
  json["role"] = account.role == Role::kAdmin ? "admin" : "member";
  json["created"] = format_instant(account.created);
  json["devices"] = Json::array();
  for (const SessionRow& session : services.accounts.devices(account.id))
    json["devices"].push_back({{"name", session.device},
                               {"created", format_instant(session.created)},
                               {"used", format_day(day_from_number(session.used_day))}});
  return json;
}

/// Everything of an account in pages of lines. The first page begins with what the account is; each op is
/// `n admitted author line`, as a sync has it; the last line of a page names the next one, or the end.
Reply page(Services& services, const Request& request, const Sender& sender) {
  const auto after = request.query.find("after");
  const auto cursor = parse_cursor(after == request.query.end() ? "" : after->second);
  const auto read =
      cursor ? services.store.read(sender.account, *cursor, kMostOps, kMostReplyBytes) : std::nullopt;
  if (!read)
    return reply_of({ProblemKind::kCursorGone, "this stream has no such cursor", std::nullopt}, request);
  std::string text;
  if (*cursor == StreamCursor())
    if (const auto account = services.accounts.account(sender.account))
      text = description_of(services, *account).dump() + '\n';
  StreamCursor end = *cursor;
  for (const KeptOp& op : read->ops) {
    const std::string author = author_name(op.author);
    end = behind(end, op.id, op.admitted, author);
    text += std::to_string(op.n) + ' ' + std::to_string(op.admitted.time_since_epoch().count()) + ' ' +
            author + ' ' + op.line + '\n';
  }
  const Json last = end.n < read->head ? Json{{"next", to_text(end)}} : Json{{"end", true}};
  if (end.n < read->head) services.limiter.was_page(sender.account, services.clocks.steady());
  return {kOk, kPlainType, {}, text + last.dump() + '\n'};
}

}  // namespace

void add_export_route(Routes& routes, Services& services) {
  routes.push_back({"GET", "/v1/account/export",
                    for_signed_in(services, [&services](const Request& request, const Sender& sender) {
                      return page(services, request, sender);
                    })});
}

}  // namespace rehearse::sync
