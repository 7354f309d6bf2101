// Commands that change what questions say, and what the learner notes beside them.
#include <CLI/CLI.hpp>

#include "gui/commands/command_arguments.h"

namespace rehearse {

CLI::App& Commands::add_for_question(CLI::App& parent, const char* name, const Words& about) {
  CLI::App& command = with_output(add_to(parent, name, about), Output::kJson);
  text(command, "DECK", arguments_.question.deck, kDeckWords)->required();
  text(command, "QUESTION", arguments_.question.question,
       {"its number in the deck, or its id", "题目在题库中的序号，或编号"})
      ->required();
  return command;
}

void Commands::add_editing() {
  text(add("questions", {"list the questions of a deck with their points", "列出题库的题目和要点"},
           Output::kJson),
       "DECK", arguments_.deck, kDeckWords)
      ->required();
  CLI::App& edit = add_for_question(
      app_, "edit", {"correct a question; no later import undoes it", "修改题目；以后导入不会改回去"});
  TextArguments& change = arguments_.text;
  text(edit, "--stem", change.stem, {"the question itself", "题目"});
  text(edit, "--answer", change.answer, {"the reference answer", "参考答案"});
  text(edit, "--analysis", change.analysis, {"what is said about the answer", "解析"});
  text(edit, "--section", change.section, {"the section it stands in", "所在章节"});
  text(edit, "--key", change.key, {"what is right, such as A,C", "正确答案，如 A,C"});
  text(edit, "--option", change.options,
       {"all options in turn, each as A=text", "依次写出全部选项，如 A=内容"});
  text(edit, "--criterion", change.criteria, {"all criteria in turn", "依次写出全部评分标准"});
  add_points();
  add_marks();
  add("undo", {"take back the latest thing that was done", "撤销最近一步操作"}, Output::kJson);
}

void Commands::add_points() {
  CLI::App& point = add_to(
      app_, "point",
      {"rename, move, merge or split the key points of a question", "改写、移动、合并或拆分题目的要点"});
  point.require_subcommand(1);
  PointArguments& given = arguments_.point;
  CLI::App& rename = add_for_question(
      point, "rename", {"give a point other words; it keeps its progress", "改写要点；学习进度保留"});
  text(rename, "POINT", given.point, kPointWords)->required();
  text(rename, "CUE", given.cue, {"what to remember it by", "要点的提示语"})->required();
  text(rename, "--detail", given.detail,
       {"what is said about it; left as it is when left out", "要点的内容；不写则不变"});
  CLI::App& move = add_for_question(point, "move", {"put a point at another place", "移动要点"});
  text(move, "POINT", given.point, kPointWords)->required();
  move.add_option("PLACE", given.place, say({"the number it is to have", "移到第几条"}))
      ->required()
      ->check(CLI::Range(1, kMostCards).description(""))
      ->type_name("N");
  CLI::App& merge = add_for_question(
      point, "merge",
      {"make one point of several; it takes the history of all", "把几个要点合成一个；学习记录都归它"});
  text(merge, "POINT", given.points, kPointWords)->required()->expected(2, kMostPoints);
  text(merge, "--cue", given.cue, {"its words; those of all when left out", "提示语；不写则合在一起"});
  text(merge, "--detail", given.detail,
       {"what is said about it; that of all when left out", "内容；不写则合在一起"});
  CLI::App& split = add_for_question(
      point, "split",
      {"make several points of one; each takes its history", "把一个要点拆成几个；各自带上学习记录"});
  text(split, "POINT", given.point, kPointWords)->required();
  text(split, "PART", given.parts, {"such as \"cue: detail\"", "如“提示语：内容”"})
      ->required()
      ->expected(2, kMostPoints);
}

void Commands::add_marks() {
  add_for_question(app_, "flag", {"flag a question, for yourself alone", "给题目加旗标，只给自己看"})
      .add_option("N", arguments_.flag, say({"1 to 7, or 0 for none", "1 到 7；0 表示去掉"}))
      ->required()
      ->check(CLI::Range(0, kHighestFlag).description(""))
      ->type_name("N");
  CLI::App& tag =
      add_for_question(app_, "tag", {"tag a question, for yourself alone", "给题目加标签，只给自己看"});
  text(tag, "NAME", arguments_.tags, {"a::b is a tag below a", "标签名；a::b 是 a 的下一级"})->required();
  tag.add_flag("--remove", arguments_.remove, say({"take these tags away", "去掉这些标签"}));
  text(add_for_question(
           app_, "example",
           {"keep an example out of your own work with a question", "给题目记下自己工作中的例子"}),
       "TEXT", arguments_.example, {"what happened; empty takes it away", "例子内容；留空则去掉"})
      ->required();
}

}  // namespace rehearse
