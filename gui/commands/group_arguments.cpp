// Commands of study groups and what they share.
#include <CLI/CLI.hpp>

#include "gui/commands/command_arguments.h"

namespace rehearse {

void Commands::add_groups() {
  GroupArguments& given = arguments_.groups;
  CLI::App& join =
      add("join", {"join a study group, with the code of an invite", "用邀请码加入学习小组"}, Output::kJson);
  text(join, "CODE", arguments_.code, {"as it was given to you", "收到的邀请码"})->required();
  CLI::App& groups = add("groups",
                         {"list your study groups, make one, invite, see and change its members, leave",
                          "学习小组：列出、建立、邀请、查看和管理成员、退出"},
                         Output::kJson);
  text(groups, "ACT", given.act,
       {"create, invite, members, role, remove, mute, unmute, leave or delete; left out: list them",
        "create 建立、invite 邀请、members 成员、role 身份、remove 移出、mute 屏蔽、unmute 取消屏蔽、leave "
        "退出、"
        "delete 解散；不写则列出"})
      ->check(CLI::IsMember(
                  {"create", "invite", "members", "role", "remove", "mute", "unmute", "leave", "delete"})
                  .description(""));
  text(groups, "GROUP", given.group,
       {"its name, a part of it, or its id; with create, the name of the new one",
        "小组名称、其中一部分或编号；create 时为新小组的名称"});
  text(groups, "MEMBER", given.member,
       {"with role, remove, mute and unmute: the member's name",
        "role、remove、mute、unmute 时：成员的账号名"});
  text(groups, "--role", given.role,
       {"with invite and role: reader, editor (publishes) or owner",
        "invite 和 role 时：reader 成员、editor 编辑（可发布）、owner 管理者"})
      ->check(CLI::IsMember({"reader", "editor", "owner"}).description(""));
  groups
      .add_option("--uses", given.uses,
                  say({"with invite: how many people may use it", "invite 时：可用几次"}))
      ->check(CLI::Range(1, kMostInviteUses).description(""))
      ->type_name("NUMBER");
  groups.add_option("--days", given.days, say({"with invite: for how many days", "invite 时：几天内有效"}))
      ->check(CLI::Range(1, kMostInviteDays).description(""))
      ->type_name("NUMBER");
  groups.add_flag("--forget", given.forget,
                  say({"with leave: its decks go too, unless you have changed them",
                       "leave 时：小组的题库一并移除，你自己改过的保留"}));
  CLI::App& publish = add("publish",
                          {"make a study group's deck say what yours says; answers and marks stay yours",
                           "把题库发布到学习小组；作答记录和标记不会公开"},
                          Output::kJson);
  text(publish, "DECK", arguments_.deck, kDeckWords)->required();
  text(publish, "GROUP", given.group, {"the group's name, or a part of it", "小组名称，或其中一部分"})
      ->required();
  publish.add_flag("--preview", given.preview, say({"only say what it would do", "只显示将要发布的内容"}));
  text(publish, "--note", given.note, {"a word to the members", "给成员的说明"});
  add("removed",
      {"list questions that a study group has removed and you have studied",
       "列出被小组移除、而你学过的题目"},
      Output::kJson);
  add_for_question(app_, "keep", {"keep a question that its group has removed", "保留被小组移除的题目"});
  add_for_question(app_, "delete",
                   {"delete a question; its answers come back with it", "删除题目；恢复时作答记录一并恢复"});
}

}  // namespace rehearse
