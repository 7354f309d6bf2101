#include "gui/commands/examples.h"

#include <array>

namespace rehearse {
namespace {

// The help of the program itself names no options: completion offers every option that stands in it
// everywhere.
const std::array kExamples{
    Example{"", {"rehearse import questions.docx", "rehearse import 题库.docx"}},
    Example{"", "rehearse study"},
    Example{"parse", {"rehearse parse questions.docx", "rehearse parse 题库.docx"}},
    Example{"parse", {"rehearse parse questions.docx --diff", "rehearse parse 题库.docx --diff"}},
    Example{"import", {"rehearse import questions.docx", "rehearse import 题库.docx"}},
    Example{"import", "rehearse import documents/"},
    Example{"export", {"rehearse export Behavioural interview.md", "rehearse export 质检 面试.md"}},
    Example{"export", {"rehearse export Behavioural sheet.html", "rehearse export 质检 题卷.html"}},
    Example{"due", {"rehearse due --deck Behavioural", "rehearse due --deck 质检"}},
    Example{"due", {"rehearse due --explain Behavioural 1", "rehearse due --explain 质检 1"}},
    Example{"search", {"rehearse search 'is:new kind:recall'", "rehearse search 'is:new kind:recall 客户'"}},
    Example{"search", "rehearse search 'prop:ivl>10 -is:due'"},
    Example{"stats", {"rehearse stats --deck Behavioural", "rehearse stats --deck 质检"}},
    Example{"backup", "rehearse backup list"},
    Example{"backup", "rehearse backup restore 1"},
    Example{"login", "rehearse login https://sync.example.org --user anna --invite CODE"},
    Example{"groups", {"rehearse groups create \"Night shift\"", "rehearse groups create 夜班"}},
    Example{"groups",
            {"rehearse groups invite \"Night shift\" --uses 5", "rehearse groups invite 夜班 --uses 5"}},
    Example{
        "publish",
        {"rehearse publish Behavioural \"Night shift\" --preview", "rehearse publish 质检 夜班 --preview"}},
    Example{"versions", {"rehearse versions \"Night shift\" --show 2", "rehearse versions 夜班 --show 2"}},
    Example{"suggestions",
            {"rehearse suggestions \"Night shift\" accept 3f9a", "rehearse suggestions 夜班 accept 3f9a"}},
    Example{"board", {"rehearse board \"Night shift\" join", "rehearse board 夜班 join"}},
    Example{"date", {"rehearse date Behavioural 2031-12-05", "rehearse date 质检 2031-12-05"}},
    Example{"date", {"rehearse date Behavioural none", "rehearse date 质检 none"}},
    Example{"scheduler", "rehearse scheduler fsrs6"},
    Example{"study", "rehearse study --minutes 10"},
    Example{"study", "rehearse study --weakest 10 --typed"},
    Example{"cards", "rehearse cards suspend --search is:leech"},
    Example{"cards", {"rehearse cards due Behavioural 1 --day 3", "rehearse cards due 质检 1 --day 3"}},
    Example{"settings", "rehearse settings --minutes 20 --new 5"},
    Example{"settings",
            {"rehearse settings Behavioural --reviews 40", "rehearse settings 质检 --reviews 40"}},
    Example{"interview",
            {"rehearse interview Behavioural --questions 3", "rehearse interview 质检 --questions 3"}},
    Example{"interviews", "rehearse interviews --show 1"},
    Example{
        "edit",
        {"rehearse edit Behavioural 1 --stem \"Who are you?\"", "rehearse edit 质检 1 --stem \"你是谁？\""}},
    Example{"point rename",
            {"rehearse point rename Behavioural 1 1 \"The start\"", "rehearse point rename 质检 1 1 开头"}},
    Example{"point move", {"rehearse point move Behavioural 1 2 1", "rehearse point move 质检 1 2 1"}},
    Example{"point merge",
            {"rehearse point merge Behavioural 1 1 2 --cue \"The way here\"",
             "rehearse point merge 质检 1 1 2 --cue 来路"}},
    Example{"point split",
            {"rehearse point split Behavioural 1 1 \"Then: six years\" \"Now: a team of nine\"",
             "rehearse point split 质检 1 1 \"从前：六年\" \"现在：九人的班组\""}},
    Example{"flag", {"rehearse flag Behavioural 1 3", "rehearse flag 质检 1 3"}},
    Example{"tag",
            {"rehearse tag Behavioural 1 weak company::culture", "rehearse tag 质检 1 薄弱 公司::文化"}},
    Example{"example",
            {"rehearse example Behavioural 1 \"The year I moved our night shift to a new depot.\"",
             "rehearse example 质检 1 \"我把夜班搬到新场站的那一年。\""}},
};

}  // namespace

std::span<const Example> command_examples() { return kExamples; }

}  // namespace rehearse
