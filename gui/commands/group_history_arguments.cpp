// Commands of what happens in a study group beside publishing.
#include <CLI/CLI.hpp>

#include "gui/commands/command_arguments.h"

namespace rehearse {

void Commands::add_group_history() {
  GroupHistoryArguments& given = arguments_.group_history;
  const Words group_words{"the group's name, or a part of it", "小组名称，或其中一部分"};
  const auto preview = [&](CLI::App& command) {
    command.add_flag("--preview", given.preview, say({"only say what it would do", "只显示将要做的改动"}));
  };
  const auto number = [&](CLI::App& command, const char* name, int& value, const Words& about) {
    command.add_option(name, value, say(about))
        ->check(CLI::Range(1, kMostVersions).description(""))
        ->type_name("NUMBER");
  };

  CLI::App& versions =
      add("versions",
          {"what was published in a study group, what each version changed, going back to one",
           "学习小组发布过的版本、各版改动、退回某一版"},
          Output::kJson);
  text(versions, "GROUP", given.group, group_words)->required();
  text(versions, "--deck", given.deck, {"of this deck alone", "只看这个题库"});
  number(versions, "--show", given.show, {"what this version changed", "显示这一版的改动"});
  number(versions, "--back", given.back,
         {"make the group's deck say again what it said in this version", "让小组题库退回这一版"});
  preview(versions);

  CLI::App& withdraw = add(
      "withdraw", {"take a deck out of a study group; it stays yours", "把题库从学习小组撤回，自己仍保留"},
      Output::kJson);
  text(withdraw, "DECK", given.deck, kDeckWords)->required();
  text(withdraw, "GROUP", given.group, group_words)->required();

  CLI::App& suggest = add("suggest",
                          {"tell a study group's editors what you have changed of a deck",
                           "把你对题库的改动作为建议提交给小组编辑"},
                          Output::kJson);
  text(suggest, "DECK", given.deck, kDeckWords)->required();
  text(suggest, "GROUP", given.group, group_words)->required();
  text(suggest, "--note", given.note, {"a word to the editors", "给编辑的说明"});
  preview(suggest);

  CLI::App& suggestions = add("suggestions",
                              {"what members suggest, for a study group's editors to accept or decline",
                               "成员提交的修改建议，由小组编辑采纳或谢绝"},
                              Output::kJson);
  text(suggestions, "GROUP", given.group, group_words)->required();
  text(suggestions, "ACT", given.choice,
       {"accept, decline, or withdraw one of your own; left out: list them",
        "accept 采纳、decline 谢绝、withdraw 撤回自己的；不写则列出"})
      ->check(CLI::IsMember({"accept", "decline", "withdraw"}).description(""));
  text(suggestions, "ID", given.id, {"the suggestion, by the first digits of its id", "建议编号的前几位"});

  CLI::App& board =
      add("board",
          {"this week's reviews, minutes and readiness of a study group's members who show them",
           "学习小组本周榜：愿意公开的成员的复习次数、时间、准备度"},
          Output::kJson);
  text(board, "GROUP", given.group, group_words)->required();
  text(board, "ACT", given.choice,
       {"join or leave: whether the others see your week; left out: show the board",
        "join 公开自己的一周、leave 不再公开；不写则显示"})
      ->check(CLI::IsMember({"join", "leave"}).description(""));
}

}  // namespace rehearse
