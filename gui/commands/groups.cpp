// join and groups: study groups on the server.
#include "gui/commands/groups.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <ostream>
#include <vector>

#include "core/library.h"
#include "gui/commands/commands.h"
#include "gui/commands/find_group.h"
#include "gui/commands/say.h"
#include "gui/commands/signed_in.h"
#include "gui/commands/sync.h"
#include "sync/client/study_groups.h"

namespace rehearse {
namespace {

using Json = nlohmann::ordered_json;

Words role_in_words(GroupRole role) {
  switch (role) {
    case GroupRole::kReader: return {"reader", "成员"};
    case GroupRole::kEditor: return {"editor", "编辑"};
    case GroupRole::kOwner: break;
  }
  return {"owner", "管理者"};
}

/// One group on the server, and the library that shares its decks.
class GroupCall {
 public:
  GroupCall(const Environment& environment, const sync::Account& account, Output output)
      : environment_(environment),
        account_(account),
        output_(output),
        library_(environment.library, environment.random),
        client_(account.server, account.trust) {}

  int join(const std::string& code) {
    const auto looked = sync::look_at_invite(client_, account_.token, code);
    if (const auto* trouble = std::get_if<sync::Trouble>(&looked)) return report(environment_, *trouble);
    const auto joined = sync::join_group(client_, account_.token, code);
    if (const auto* trouble = std::get_if<sync::Trouble>(&joined)) return report(environment_, *trouble);
    const auto& offer = std::get<sync::OfferedGroup>(looked);
    const auto& group = std::get<JoinedGroup>(joined);
    library_.hear_group(group.scope, environment_.clock());
    if (const int failed = refresh()) return failed;
    const Words role = role_in_words(group.role);
    say({"joined \"" + group.name + "\" as " + role.english + ", invited by " + offer.by,
         "已加入小组「" + group.name + "」，身份：" + role.in(Language::kChinese) + "，邀请人：" + offer.by});
    return kExitSuccess;
  }

  int list() {
    if (const int failed = refresh()) return failed;
    const std::vector<JoinedGroup> groups = library_.groups();
    auto all = Json::array();
    for (const JoinedGroup& group : groups) {
      all.push_back({{"id", group_id(group.scope)}, {"name", group.name}, {"role", word_of(group.role)}});
      const Words role = role_in_words(group.role);
      const std::string start = group_id(group.scope) + "  " + group.name + "  ";
      say({start + role.english, start + role.in(Language::kChinese)});
    }
    if (groups.empty())
      say({"you are in no group: rehearse join CODE, or rehearse groups create NAME",
           "还没有加入小组：rehearse join 邀请码，或 rehearse groups create 名称"});
    return print({{"groups", all}});
  }

  int create(const std::string& name) {
    const auto made = sync::create_group(client_, account_.token, name);
    if (const auto* trouble = std::get_if<sync::Trouble>(&made)) return report(environment_, *trouble);
    if (const int failed = refresh()) return failed;
    const auto& group = std::get<JoinedGroup>(made);
    say({"made \"" + group.name + "\": rehearse groups invite brings others in, rehearse publish a deck",
         "已建立小组「" + group.name + "」：用 rehearse groups invite 邀请，用 rehearse publish 发布题库"});
    return print({{"id", group_id(group.scope)}, {"name", group.name}, {"role", word_of(group.role)}});
  }

  int invite(const JoinedGroup& group, GroupRole role, const GroupArguments& arguments) {
    const auto made =
        sync::invite(client_, account_.token, group.scope, role, arguments.uses, arguments.days);
    if (const auto* trouble = std::get_if<sync::Trouble>(&made)) return report(environment_, *trouble);
    const auto& invite = std::get<sync::GroupInvite>(made);
    const std::string uses = text(arguments.uses);
    say({invite.code + "  for " + uses + " to join as " + role_in_words(role).english + ", until " +
             invite.ends,
         invite.code + "  可供 " + uses + " 人以" + role_in_words(role).in(Language::kChinese) +
             "身份加入，至 " + invite.ends});
    return print({{"code", invite.code}, {"ends", invite.ends}});
  }

  int members(const JoinedGroup& group) {
    const auto found = sync::members(client_, account_.token, group.scope);
    if (const auto* trouble = std::get_if<sync::Trouble>(&found)) return report(environment_, *trouble);
    library_.set_members(group.scope, std::get<std::vector<GroupMember>>(found));
    auto all = Json::array();
    for (const auto& member : std::get<std::vector<GroupMember>>(found)) {
      all.push_back({{"account", member.account},
                     {"name", member.name},
                     {"role", word_of(member.role)},
                     {"self", member.is_self}});
      const Words role = role_in_words(member.role);
      const std::string start = member.account + "  " + member.name + "  ";
      say({start + role.english + (member.is_self ? ", you" : ""),
           start + role.in(Language::kChinese) + (member.is_self ? "，你自己" : "")});
    }
    return print({{"members", all}});
  }

  /// What concerns one member of it.
  int act_on(const JoinedGroup& group, const GroupArguments& arguments) {
    const auto member = account_of(group, arguments.member);
    if (!member) return kExitFailure;
    std::optional<sync::Trouble> trouble;
    if (arguments.act == "remove") {
      trouble = sync::remove_member(client_, account_.token, group.scope, *member);
    } else if (arguments.act == "role") {
      const auto role = group_role_of(arguments.role);
      trouble =
          sync::set_role(client_, account_.token, group.scope, *member, role.value_or(GroupRole::kReader));
    } else {
      library_.set_muted(group.scope, *member, arguments.act == "mute", environment_.clock());
    }
    return done(trouble);
  }

  int leave(const JoinedGroup& group, LeftDecks decks) {
    if (const auto trouble = sync::remove_member(client_, account_.token, group.scope, account_.id))
      return report(environment_, *trouble);
    library_.leave_group(group.scope, decks, environment_.clock());
    return done(std::nullopt);
  }

  int remove(const JoinedGroup& group) {
    return done(sync::delete_group(client_, account_.token, group.scope));
  }

  /// What the server says of the groups goes into the library. 0 when it could be asked.
  int refresh() {
    const auto listed = sync::groups(client_, account_.token);
    if (const auto* trouble = std::get_if<sync::Trouble>(&listed)) return report(environment_, *trouble);
    library_.set_groups(std::get<std::vector<JoinedGroup>>(listed));
    return 0;
  }

  const Library& library() const { return library_; }

 private:
  std::optional<std::string> account_of(const JoinedGroup& group, const std::string& name) {
    const auto found = sync::members(client_, account_.token, group.scope);
    if (const auto* trouble = std::get_if<sync::Trouble>(&found)) {
      report(environment_, *trouble);
      return std::nullopt;
    }
    for (const auto& member : std::get<std::vector<GroupMember>>(found))
      if (!name.empty() && (member.account == name || member.name == name)) return member.account;
    report(environment_, Error{{"no such member", "没有这位成员"},
                               name,
                               {"see: rehearse groups members", "可用 rehearse groups members 查看"}});
    return std::nullopt;
  }

  int done(const std::optional<sync::Trouble>& trouble) {
    if (trouble) return report(environment_, *trouble);
    if (const int failed = refresh()) return failed;
    say({"done", "完成"});
    return print({{"done", true}});
  }

  void say(const Words& line) const {
    const Say out(environment_);
    if (output_ == Output::kText) out(line);
  }
  int print(const Json& json) const {
    if (output_ == Output::kJson)
      environment_.out << json.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
    return kExitSuccess;
  }

  const Environment& environment_;
  const sync::Account& account_;
  Output output_;
  Library library_;
  sync::HttpClient client_;
};

}  // namespace

int join_command(const Environment& environment, const std::string& code, Output output) {
  const auto account = signed_in_account(environment);
  if (!account) return kExitFailure;
  if (const int failed = GroupCall(environment, *account, output).join(code)) return failed;
  return sync_command(environment, SyncTimes::kOnce, output);
}

int groups_command(const Environment& environment, const GroupArguments& arguments, Output output) {
  if (arguments.act == "role" && arguments.role.empty()) {
    report(environment,
           Error{{"which role? reader, editor or owner", "什么身份？reader、editor 或 owner"}, "--role", {}});
    return kExitUsage;
  }
  const auto account = signed_in_account(environment);
  if (!account) return kExitFailure;
  GroupCall call(environment, *account, output);
  if (arguments.act.empty()) return call.list();
  if (arguments.act == "create") return call.create(arguments.group);
  if (const int failed = call.refresh()) return failed;
  const auto group = find_group(call.library(), arguments.group);
  if (!group) return report(environment, group.error());
  if (arguments.act == "invite")
    return call.invite(*group, group_role_of(arguments.role).value_or(GroupRole::kReader), arguments);
  if (arguments.act == "members") return call.members(*group);
  if (arguments.act == "leave")
    return call.leave(*group, arguments.forget ? LeftDecks::kForgotten : LeftDecks::kKept);
  if (arguments.act == "delete") return call.remove(*group);
  return call.act_on(*group, arguments);
}

}  // namespace rehearse
