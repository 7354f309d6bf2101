// Commands to study, to hold mock interviews, and to say what is asked when.
#include <CLI/CLI.hpp>

#include "gui/commands/command_arguments.h"

namespace rehearse {

void Commands::add_studying() {
  CLI::App& date = add("date", {"set the day of the interview", "设定面试日期"}, Output::kText);
  text(date, "DECK", arguments_.deck, kDeckWords)->required();
  text(date, "DAY", arguments_.day, {"such as 2026-12-05, or none", "如 2026-12-05；none 表示取消"})
      ->required();
  CLI::App& scheduler =
      add("scheduler", {"show or choose what says when a card comes again", "查看或选择复习间隔的算法"},
          Output::kJson);
  text(scheduler, "CHOICE", arguments_.choice,
       {"sm2, fsrs6, or fit: FSRS-6 fitted to your own answers",
        "sm2、fsrs6，或 fit：按自己的作答拟合 FSRS-6"})
      ->check(CLI::IsMember({"sm2", "fsrs6", "fit"}).description(""));
  add_study();
}

void Commands::add_study() {
  StudyArguments& given = arguments_.study;
  CLI::App& study = add("study", {"study in the terminal", "在终端里学习"}, Output::kText);
  const auto number = [&](const char* name, auto& value, int most, const Words& about) {
    return text(study, name, value, about)->check(CLI::Range(1, most).description(""))->type_name("N");
  };
  text(study, "--deck", given.deck, {"only this deck", "只学这个题库"});
  number("--minutes", given.minutes, kMostMinutes,
         {"so many minutes; 15 when neither this nor --limit is given",
          "学这么多分钟；不写 --limit 时默认 15 分钟"});
  number("--limit", given.limit, kMostCards, {"at most so many cards", "最多学这么多张"});
  CLI::Option* ahead = number("--ahead", given.ahead, kMostDays,
                              {"also what comes within so many days", "提前学这么多天之内要复习的"});
  for (CLI::Option* custom :
       {text(study, "--section", given.section,
             {"only questions of this section (a part of its title), due or not",
              "只学这一章节（标题的一部分），不论是否到期"}),
        text(study, "--search", given.query,
             {"only the cards this query finds, due or not: see rehearse search --help",
              "只学查到的卡片，不论是否到期；写法见 rehearse search --help"}),
        number("--weakest", given.weakest, kMostCards,
               {"the so many cards you are least likely to recall", "只学最可能想不起的这么多张"}),
        study.add_flag("--missed-today", given.missed_today,
                       say({"once more what was missed today", "再学一遍今天没想起的"}))})
    ahead->excludes(custom);
  study.add_flag("--typed", given.typed,
                 say({"type the answers: which points they cover is checked, and nothing typed is kept",
                      "打字作答：自动核对覆盖了哪些要点，不保存所写的文字"}));
}

void Commands::add_acts() {
  ActArguments& given = arguments_.act;
  CLI::App& cards = add("cards",
                        {"set cards aside, move, reset or forgive them; undo takes it back",
                         "暂停、推迟、改期、重置卡片等；可用 undo 撤销"},
                        Output::kJson);
  text(cards, "ACT", given.act,
       {"suspend, bury (until tomorrow), release, due (comes on --day), reschedule (interval until --day),"
        " reset (as if never answered), forgive (no leech any more)",
        "suspend 暂停、bury 推到明天、release 恢复、due 改到 --day 那天、reschedule 间隔改为到 --day、"
        "reset 重置为未学、forgive 不再算难卡"})
      ->required()
      ->check(CLI::IsMember({"suspend", "bury", "release", "due", "reschedule", "reset", "forgive"})
                  .description(""));
  text(cards, "DECK", given.question.deck, kDeckWords);
  text(cards, "QUESTION", given.question.question,
       {"its number in the deck, or its id", "题目在题库中的序号，或编号"});
  text(cards, "POINT", given.point, kPointWords);
  text(cards, "--search", given.query, {"all cards this query finds", "查到的所有卡片"});
  text(cards, "--day", given.day,
       {"such as 2026-12-05, or a number of days from today", "如 2026-12-05，或从今天起的天数"});
  SettingArguments& settings = arguments_.settings;
  CLI::App& set =
      add("settings", {"show or set how much is asked a day", "查看或设定每天的学习量"}, Output::kJson);
  text(set, "DECK", settings.deck, {"for this deck alone; left out: for all", "只对这个题库；不写则对全部"});
  set.add_option("--minutes", settings.minutes, say({"minutes a day", "每天分钟数"}))
      ->check(CLI::Range(1, kMostMinutes).description(""))
      ->type_name("N");
  set.add_option("--new", settings.fresh,
                 say({"new questions a day, 0 for none", "每天新题数，0 为不学新题"}))
      ->check(CLI::Range(0, kMostCards).description(""))
      ->type_name("N");
  text(set, "--reviews", settings.reviews,
       {"cards asked again a day at most, or none for no limit", "每天最多复习张数；none 为不限"});
  text(set, "--after-interview", settings.after_interview,
       {"quiet: nothing comes after the interview; maintenance: what was learned still comes",
        "quiet：面试后不再出现；maintenance：面试后继续维持"})
      ->check(CLI::IsMember({"quiet", "maintenance"}).description(""));
  text(set, "--spread", settings.spread,
       {"spread what has piled up until this day, or none", "把积压的复习摊到这一天为止；none 为不摊"});
  set.add_option("--day-starts", settings.day_starts,
                 say({"the hour at which a day starts, 0 to 12, for all decks",
                      "一天从几点算起，0 到 12，对全部题库"}))
      ->check(CLI::Range(0, static_cast<int>(kLatestDayStart.count())).description(""))
      ->type_name("HOUR");
}

void Commands::add_interviewing() {
  InterviewArguments& given = arguments_.interview;
  CLI::App& interview =
      add("interview",
          {"hold a mock interview: against the clock, marked item by item", "模拟面试：限时作答，逐项打分"},
          Output::kJson);
  text(interview, "DECK", given.deck, kDeckWords)->required();
  interview
      .add_option("--questions", given.questions, say({"so many questions (5)", "抽这么多道题（默认 5）"}))
      ->check(CLI::Range(1, static_cast<int>(kMostQuestionsAsked)).description(""))
      ->type_name("N");
  text(interview, "--section", given.sections,
       {"only from this section: its title or a part of it; several times for several",
        "只从这个章节抽题：章节名或其中一部分；可以写多次"})
      ->allow_extra_args(false);
  interview.add_flag_callback(
      "--all-kinds", [&given] { given.kinds = DrawnKinds::kAll; },
      say({"also questions that are not answered aloud", "也抽选择、判断、填空题"}));
  text(interview, "--seed", given.seed,
       {"the seed of an earlier one, for the same questions", "用以前的抽题种子，抽到同样的题"})
      ->type_name("HEX");
  InterviewsArguments& kept = arguments_.interviews;
  CLI::App& interviews =
      add("interviews", {"list the mock interviews that were kept", "列出模拟面试的成绩"}, Output::kJson);
  text(interviews, "DECK", kept.deck, {"only of this deck", "只看这个题库"});
  CLI::Option* show =
      interviews.add_option("--show", kept.show, say({"show this one item by item", "逐项显示这一次"}))
          ->check(CLI::Range(1, kMostCards).description(""))
          ->type_name("N");
  interviews.add_option("--undo", kept.undo, say({"take this one back", "撤销这一次"}))
      ->check(CLI::Range(1, kMostCards).description(""))
      ->type_name("N")
      ->excludes(show);
}

}  // namespace rehearse
