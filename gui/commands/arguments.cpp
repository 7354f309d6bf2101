#include "gui/commands/arguments.h"

#include <CLI/CLI.hpp>

#include "core/export/export_format.h"
#include "gui/commands/command_arguments.h"
#include "gui/commands/examples.h"
#include "gui/commands/usage.h"

namespace rehearse {

void Commands::add_general() {
  app_.add_option("--library", arguments_.library, say({"the folder of the library", "题库所在的文件夹"}))
      ->type_name("DIR");
  app_.add_option("--now", arguments_.now,
                  say({"the time to go by, such as 2026-12-01T09:30:00+08:00",
                       "按这个时间运行，如 2026-12-01T09:30:00+08:00"}))
      ->type_name("TIME");
  app_.require_subcommand(0, 1);
}

void Commands::add_documents() {
  CLI::App& parse =
      add("parse", {"show what a document is understood to say", "显示从文档中读出的内容"}, Output::kJson);
  text(parse, "FILE", arguments_.file, {"the document; - reads standard input", "文档；- 表示标准输入"})
      ->required();
  parse.add_flag("--diff", arguments_.diff,
                 say({"show what importing it would change in the library", "显示导入后题库会有哪些变化"}));
  parse.footer(say({"Ends with 3 when no question was found.", "没有找到题目时退出码为 3。"}));
  CLI::App& import =
      add("import",
          {"put documents into the library; one that cannot be read keeps none of the others out",
           "把文档导入题库；读不了的文档不影响其他文档"},
          Output::kJson);
  import
      .add_option("FILE", arguments_.files,
                  say({"documents, or folders with documents in them (at any depth)",
                       "文档，或放有文档的文件夹（含各级子文件夹）"}))
      ->required();
  CLI::App& out = add("export", {"write a deck to a file", "把题库写成文件"}, Output::kText);
  text(out, "DECK", arguments_.deck, kDeckWords)->required();
  text(out, "FILE,-o,--output", arguments_.file,
       {"the file to write; standard output when left out", "要写入的文件；不写则输出到标准输出"});
  text(out, "--format", arguments_.format,
       {export_format_words() + "; the file's extension tells it when left out",
        export_format_words() + "；不写则按扩展名"});
  out.add_flag("--force", arguments_.force,
               say({"write over a file that is there already", "文件已存在时覆盖它"}));
}

void Commands::add_looking() {
  add("decks", {"list the decks", "列出题库"}, Output::kJson);
  CLI::App& due = add("due", {"list today's cards", "列出今天的卡片"}, Output::kJson);
  text(due, "--deck", arguments_.deck, {"only this deck", "只看这个题库"});
  due.add_option(
         "--explain", arguments_.card,
         say({"say why a card is asked today or is not: the first digits of its id, or a deck and the "
              "number of a question",
              "说明卡片今天为什么要学或不学：写编号的前几位，或题库名和题号"}))
      ->expected(1, 2)
      ->type_name("CARD...");
  CLI::App& search = add("search", {"list the cards a query finds", "列出查到的卡片"}, Output::kJson);
  text(search, "QUERY", arguments_.query,
       {"words, \"phrases\", -not, or, (), deck: section: tag: flag: kind: is:due is:new is:leech "
        "prop:ivl>10 "
        "rated:7",
        "词语、\"短语\"、-排除、or、()、deck: section: tag: flag: kind: is:due is:new is:leech prop:ivl>10 "
        "rated:7"})
      ->required();
  CLI::App& stats = add("stats",
                        {"what was studied, how well it was remembered and what comes",
                         "统计：学了多少、记得怎样、接下来有多少"},
                        Output::kJson);
  text(stats, "--deck", arguments_.deck, {"only this deck", "只看这个题库"});
  CLI::App& plan = add("plan",
                       {"the days up to the interview: what each brings, how ready you would be",
                        "面试前每天的安排，以及到时能答出多少"},
                       Output::kJson);
  text(plan, "DECK", arguments_.deck, kDeckWords)->required();
  add("check", {"rebuild everything from the log and compare", "用日志重建一切并比较"}, Output::kJson)
      .add_flag("--rebuild", arguments_.rebuild, say({"keep what the log says", "以日志为准重建"}));
}

void Commands::add_backups() {
  CLI::App& backup =
      add("backup",
          {"make a backup of the library when something has changed; list them, or go back to one:"
           " no later answer is lost",
           "题库有改动时备份一次；列出备份，或恢复到某一份（之后的作答不会丢）"},
          Output::kJson);
  text(backup, "ACT", arguments_.backup.act, {"list, or restore", "list 列出，restore 恢复"})
      ->check(CLI::IsMember({"list", "restore"}).description(""));
  backup
      .add_option("N", arguments_.backup.number,
                  say({"which one to go back to: its number in the list", "恢复哪一份：列表中的编号"}))
      ->check(CLI::Range(1, kMostCards).description(""))
      ->type_name("N");
}

CLI::App& Commands::add_to(CLI::App& parent, const char* name, const Words& about) {
  CLI::App* command = parent.add_subcommand(name, say(about));
  command->fallthrough();  // general options may stand behind the command too
  command->group(say({"Commands", "命令"}));
  command->footer("");
  command->set_help_flag("-h,--help", say(kHelpWords));  // again: into the group of the others
  return *command;
}

CLI::App& Commands::with_output(CLI::App& command, Output most) {
  if (most == Output::kJson)
    command.add_flag("--json", arguments_.json, say({"print one JSON document", "输出一份 JSON"}));
  return command;
}

void add_arguments(CLI::App& app, Arguments& arguments, Language language) {
  Commands commands(app, arguments, language);
  commands.add_general();
  commands.add_documents();
  commands.add_looking();
  commands.add_backups();
  commands.add_syncing();
  commands.add_groups();
  commands.add_group_history();
  commands.add_studying();
  commands.add_acts();
  commands.add_interviewing();
  commands.add_editing();
  add_examples(app, command_examples(), language);
}

}  // namespace rehearse
