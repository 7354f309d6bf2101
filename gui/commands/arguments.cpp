#include "gui/commands/arguments.h"

#include <CLI/CLI.hpp>

#include "core/base/words.h"
#include "core/export/export_format.h"
#include "gui/commands/usage.h"

namespace rehearse {
namespace {

constexpr int kMostCards = 1'000'000;
constexpr int kMostPoints = 1'000;
constexpr int kMostMinutes = 24 * 60;
constexpr int kMostDays = 3'650;

const Words kDeckWords{"its title or a part of it", "题库名，或其中一部分"};
const Words kPointWords{"its number in the question, or its id", "要点在本题中的序号，或编号"};

class Commands {
 public:
  Commands(CLI::App& app, Arguments& arguments, Language language)
      : app_(app), arguments_(arguments), language_(language) {}

  void add_general() {
    app_.add_option("--library", arguments_.library, say({"the folder of the library", "题库所在的文件夹"}))
        ->type_name("DIR");
    app_.add_option("--now", arguments_.now,
                    say({"the time to go by, such as 2026-12-01T09:30:00+08:00",
                         "按这个时间运行，如 2026-12-01T09:30:00+08:00"}))
        ->type_name("TIME");
    app_.require_subcommand(0, 1);
  }

  void add_documents() {
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

  void add_looking() {
    add("decks", {"list the decks", "列出题库"}, Output::kJson);
    CLI::App& due = add("due", {"list today's cards", "列出今天的卡片"}, Output::kJson);
    text(due, "--deck", arguments_.deck, {"only this deck", "只看这个题库"});
    due.add_option(
           "--explain", arguments_.card,
           say({"say why a card is asked today or is not: the first digits of its id, or a deck and the "
                "number of a question",
                "说明卡片今天为什么要学或不学：写编号的前几位，或题库名和题号"}))
        ->expected(1, 2)
        ->type_name("CARD");
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

  void add_backups() {
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

  void add_syncing() {
    LoginArguments& given = arguments_.login;
    CLI::App& login =
        add("login",
            {"sign in to a sync server; the password is asked for, or is the first line of the input",
             "登录同步服务器；密码在提示后输入，或取自标准输入的第一行"},
            Output::kJson);
    text(login, "URL", given.server, {"such as https://sync.example.org", "如 https://sync.example.org"})
        ->required();
    text(login, "--user", given.user, {"the name of the account", "账号名"});
    text(login, "--invite", given.invite,
         {"make the account, with this invite of who runs the server", "用服务器管理者给的邀请码注册新账号"});
    login.add_flag("--new-account", given.new_account,
                   say({"make the account on a server that is open to everybody: it asks for no invite",
                        "在开放注册的服务器上注册新账号，不需要邀请码"}));
    text(login, "--device", given.device,
         {"what the list of devices calls this one; left out: the computer's name",
          "本设备的名称；不写则用计算机名"});
    CLI::Option* authority =
        text(login, "--ca", given.ca,
             {"believe certificates of this authority: a PEM file", "信任这个机构签发的证书：PEM 文件"});
    text(login, "--fingerprint", given.fingerprint,
         {"believe the one certificate with this SHA-256 fingerprint, as the server shows it",
          "只信任指纹为此值（SHA-256）的证书，指纹见服务器"})
        ->excludes(authority);
    login.add_flag("--another-account", given.another_account,
                   say({"put a library that was synced with another account into this one",
                        "把与另一个账号同步过的题库交给这个账号"}));
    add("logout", {"sign out; the library stays as it is", "退出登录；题库不变"}, Output::kText);
    CLI::App& sync =
        add("sync", {"bring this library and the server to the same state", "与服务器同步"}, Output::kJson);
    CLI::Option* watch = sync.add_flag("--watch", arguments_.watch,
                                       say({"again and again: after changes, and every five minutes",
                                            "持续同步：有改动后，以及每隔五分钟"}));
    watch->excludes("--json");
    CLI::App& devices =
        add("devices",
            {"list the devices that are signed in, or sign one out", "列出已登录的设备，或让其中一台退出"},
            Output::kJson);
    text(devices, "ACT", arguments_.devices.act, {"revoke", "revoke 让它退出登录"})
        ->check(CLI::IsMember({"revoke"}).description(""));
    text(devices, "ID", arguments_.devices.device, {"which one: its id in the list", "哪一台：列表中的编号"});
  }

  void add_studying() {
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

  void add_study() {
    StudyArguments& given = arguments_.study;
    CLI::App& study = add("study", {"study in the terminal", "在终端里学习"}, Output::kText);
    text(study, "--deck", given.deck, {"only this deck", "只学这个题库"});
    number(study, "--minutes", given.minutes, kMostMinutes,
           {"so many minutes; 15 when neither this nor --limit is given",
            "学这么多分钟；不写 --limit 时默认 15 分钟"});
    number(study, "--limit", given.limit, kMostCards, {"at most so many cards", "最多学这么多张"});
    CLI::Option* ahead = number(study, "--ahead", given.ahead, kMostDays,
                                {"also what comes within so many days", "提前学这么多天之内要复习的"});
    for (CLI::Option* custom :
         {text(study, "--section", given.section,
               {"only questions of this section (a part of its title), due or not",
                "只学这一章节（标题的一部分），不论是否到期"}),
          text(study, "--search", given.query,
               {"only the cards this query finds, due or not: see rehearse search --help",
                "只学查到的卡片，不论是否到期；写法见 rehearse search --help"}),
          number(study, "--weakest", given.weakest, kMostCards,
                 {"the so many cards you are least likely to recall", "只学最可能想不起的这么多张"}),
          study.add_flag("--missed-today", given.missed_today,
                         say({"once more what was missed today", "再学一遍今天没想起的"}))})
      ahead->excludes(custom);
    study.add_flag("--typed", given.typed,
                   say({"type the answers: which points they cover is checked, and nothing typed is kept",
                        "打字作答：自动核对覆盖了哪些要点，不保存所写的文字"}));
  }

  void add_acts() {
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
    text(set, "DECK", settings.deck,
         {"for this deck alone; left out: for all", "只对这个题库；不写则对全部"});
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

  void add_interviewing() {
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

  void add_editing() {
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

 private:
  const std::string& say(const Words& words) const { return words.in(language_); }

  CLI::App& add_to(CLI::App& parent, const char* name, const Words& about) {
    CLI::App* command = parent.add_subcommand(name, say(about));
    command->fallthrough();  // general options may stand behind the command too
    command->group(say({"Commands", "命令"}));
    command->footer("");
    command->set_help_flag("-h,--help", say(kHelpWords));  // again: into the group of the others
    return *command;
  }

  CLI::App& add(const char* name, const Words& about, Output most) {
    return with_output(add_to(app_, name, about), most);
  }

  CLI::App& with_output(CLI::App& command, Output most) {
    if (most == Output::kJson)
      command.add_flag("--json", arguments_.json, say({"print one JSON document", "输出一份 JSON"}));
    return command;
  }

  template <class Value>
  CLI::Option* number(CLI::App& command, const char* name, Value& value, int most, const Words& about) {
    return command.add_option(name, value, say(about))
        ->check(CLI::Range(1, most).description(""))
        ->type_name("N");
  }

  template <class Value>
  CLI::Option* text(CLI::App& command, const char* name, Value& value, const Words& about) {
    return command.add_option(name, value, say(about))->type_name("TEXT");
  }

  CLI::App& add_for_question(CLI::App& parent, const char* name, const Words& about) {
    CLI::App& command = with_output(add_to(parent, name, about), Output::kJson);
    text(command, "DECK", arguments_.question.deck, kDeckWords)->required();
    text(command, "QUESTION", arguments_.question.question,
         {"its number in the deck, or its id", "题目在题库中的序号，或编号"})
        ->required();
    return command;
  }

  void add_points() {
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

  void add_marks() {
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

  CLI::App& app_;
  Arguments& arguments_;
  Language language_;
};

}  // namespace

void add_arguments(CLI::App& app, Arguments& arguments, Language language) {
  Commands commands(app, arguments, language);
  commands.add_general();
  commands.add_documents();
  commands.add_looking();
  commands.add_backups();
  commands.add_syncing();
  commands.add_studying();
  commands.add_acts();
  commands.add_interviewing();
  commands.add_editing();
}

}  // namespace rehearse
