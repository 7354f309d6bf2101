#include "sync/server/accounts/invites.h"

#include <nlohmann/json.hpp>
#include <ostream>

#include "sync/server/commands/command.h"
#include "sync/server/commands/store_place.h"

namespace rehearse::sync {
namespace {

using Json = nlohmann::ordered_json;

}  // namespace

int invite_command(const Environment& environment, const InviteArguments& arguments, Output output) {
  ServerData data(data_place(environment));
  Commits& writer = data.commits();
  const InviteTerms terms{arguments.uses, std::chrono::days{arguments.days},
                          arguments.is_admin ? Role::kAdmin : Role::kMember};
  const Instant now = environment.clocks.wall();
  const std::string code = make_invite(writer, terms, now);
  if (output == Output::kJson)
    print(environment, {{"invite", code}, {"uses", terms.uses}, {"ends", format_instant(now + terms.days)}});
  else
    say(environment, code);
  return kExitSuccess;
}

int list_invites_command(const Environment& environment, Output output) {
  ServerData data(data_place(environment));
  Commits& writer = data.commits();
  std::vector<InviteRow> invites;
  writer.run([&](ServerDatabase& database) { invites = list_invites(database); });
  const Instant now = environment.clocks.wall();
  auto list = Json::array();
  for (const InviteRow& invite : invites) {
    const bool is_admin = invite.role == Role::kAdmin;
    const std::string id = std::to_string(invite.id), uses = std::to_string(invite.uses),
                      ends = format_instant(invite.ends);
    if (output == Output::kJson) {
      list.push_back({{"id", invite.id},
                      {"uses", invite.uses},
                      {"admin", is_admin},
                      {"ends", ends},
                      {"open", invite.is_open(now)}});
      continue;
    }
    const Words state = invite.is_open(now) ? Words{"open", "有效"} : Words{"over", "已失效"};
    say(environment,
        {id + "  " + state.english + (is_admin ? ", admin" : "") + ", uses left: " + uses + ", until " + ends,
         id + "  " + state.chinese + (is_admin ? "，管理员" : "") + "，剩余 " + uses + " 次，有效期至 " +
             ends});
  }
  if (output == Output::kJson)
    print(environment, {{"invites", list}});
  else if (invites.empty())
    say(environment,
        {"there is no invite: rehearse-sync invite makes one", "没有邀请码；可用 rehearse-sync invite 生成"});
  return kExitSuccess;
}

int revoke_invite_command(const Environment& environment, const InviteArguments& arguments, Output output) {
  ServerData data(data_place(environment));
  Commits& writer = data.commits();
  bool is_done = false;
  writer.run([&](ServerDatabase& database) { is_done = delete_invite(database, arguments.number); });
  const std::string id = std::to_string(arguments.number);
  if (!is_done)
    return report(environment,
                  Error{{"there is no such invite", "没有这个邀请码"},
                        id,
                        {"see: rehearse-sync invite list", "可用 rehearse-sync invite list 查看"}});
  if (output == Output::kJson)
    print(environment, {{"revoked", id}});
  else
    say(environment, {"revoked: " + id, "已撤销：" + id});
  return kExitSuccess;
}

}  // namespace rehearse::sync
