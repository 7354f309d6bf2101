#include "gui/window/strings.h"

#include <array>
#include <cstddef>

namespace rehearse {
namespace {

struct Entry {
  Text text;
  std::string_view chinese;
  std::string_view english;
};

constexpr std::array kEntries{
    Entry{Text::kToday, "今天", "Today"},
    Entry{Text::kAllDecks, "全部题库", "All decks"},
    Entry{Text::kDue, "待复习", "due"},
    Entry{Text::kNew, "新题", "new"},
    Entry{Text::kMinutes, "分钟", "minutes"},
    Entry{Text::kStart, "开始学习", "Start studying"},
    Entry{Text::kNothingDue, "这里今天没有要学的题了", "Nothing left here for today"},
    Entry{Text::kNothingDueHint, "明天再来，或把新的题库文件拖进这个窗口。",
          "Come back tomorrow, or drop another question bank into this window."},
    Entry{Text::kNoDecks, "还没有题库", "No decks yet"},
    Entry{Text::kNoDecksHint, "把面试题文档（.docx、.pdf、.txt、.md 等）拖进这个窗口，题目就会变成卡片。",
          "Drop an interview document (.docx, .pdf, .txt, .md and others) into this window: its questions "
          "become cards."},
    Entry{Text::kInterviewIn, "距面试 {} 天", "interview in {} days"},
    Entry{Text::kInterviewTomorrow, "明天面试", "interview tomorrow"},
    Entry{Text::kInterviewToday, "今天面试", "interview today"},
    Entry{Text::kStreak, "已连续 {} 天", "{}-day streak"},
    Entry{Text::kDeckQuestions, "{} 题", "{} questions"},
    Entry{Text::kDeckQuestion, "1 题", "1 question"},
    Entry{Text::kDoneToday, "今天已答 {} 张", "{} answered today"},

    Entry{Text::kPoints, "要点", "Key points"},
    Entry{Text::kShownOf, "已显示 {} / {}", "{} of {} shown"},
    Entry{Text::kRecalledCount, "想起 {}", "{} recalled"},
    Entry{Text::kRevealHint, "按空格显示下一个要点", "Space shows the next point"},
    Entry{Text::kPointOf, "第 {} 点 / 共 {} 点", "Point {} of {}"},
    Entry{Text::kFirstMeeting, "新题", "New"},
    Entry{Text::kTimesAnswered, "第 {} 次复习", "review {}"},
    Entry{Text::kFirstMeetingAdvice, "第一次见：先逐条读完要点，再试着不看屏幕说一遍。",
          "First meeting: read it point by point, then say it once without looking."},
    Entry{Text::kMarks, "{} 分", "{} marks"},
    Entry{Text::kMark, "1 分", "1 mark"},
    Entry{Text::kTimeLimit, "限时 {} 分钟", "{} min"},
    Entry{Text::kSeconds, "限时 {} 秒", "{} s"},
    Entry{Text::kReferenceAnswer, "参考答案", "Reference answer"},
    Entry{Text::kAnalysis, "解析", "Analysis"},
    Entry{Text::kCriteria, "评分标准", "Scoring criteria"},
    Entry{Text::kRevealAnswer, "先自己答一遍，再按空格看答案", "Answer first, then Space shows the answer"},
    Entry{Text::kChooseOne, "单选", "Choose one"},
    Entry{Text::kChooseSeveral, "多选", "Choose all that apply"},
    Entry{Text::kTrueOrFalse, "判断", "True or false"},
    Entry{Text::kFillIn, "填空", "Fill in"},
    Entry{Text::kRight, "答对了", "Right"},
    Entry{Text::kWrong, "答错了", "Wrong"},
    Entry{Text::kRightAnswer, "正确答案：{}", "Right answer: {}"},
    Entry{Text::kTrue, "正确", "True"},
    Entry{Text::kFalse, "错误", "False"},
    Entry{Text::kSeveralBlanks, "有 {} 个空，用分号隔开", "{} blanks: divide them by a semicolon"},
    Entry{Text::kNoKey, "文档没有给出答案，请自己评分。",
          "The document does not say what is right: grade yourself."},
    Entry{Text::kCheck, "检查答案", "Check"},
    Entry{Text::kGrade0, "空白", "Blank"},
    Entry{Text::kGrade1, "眼熟", "Familiar"},
    Entry{Text::kGrade2, "差点", "Almost"},
    Entry{Text::kGrade3, "吃力", "Hard"},
    Entry{Text::kGrade4, "顺利", "Good"},
    Entry{Text::kGrade5, "完美", "Perfect"},
    Entry{Text::kDays, "{} 天", "{} days"},
    Entry{Text::kDay, "1 天", "1 day"},
    Entry{Text::kSameDay, "今天", "today"},

    Entry{Text::kSessionDone, "这一轮学完了", "Session done"},
    Entry{Text::kMinutesUp, "时间到了，还有 {} 张。想接着学，回到今天再开始一轮。",
          "The minutes are up and {} cards wait: start again from Today to go on."},
    Entry{Text::kStudied, "答了几张卡", "cards answered"},
    Entry{Text::kPointsRecalled, "想起的要点", "points recalled"},
    Entry{Text::kDueTomorrow, "明天要复习", "due tomorrow"},
    Entry{Text::kWeakest, "最该再看的", "Worth another look"},
    Entry{Text::kNoWeak, "没有答得弱的题，继续保持。", "No weak answers this time."},
    Entry{Text::kBackToToday, "回到今天", "Back to Today"},

    Entry{Text::kImportTitle, "导入预览", "Before importing"},
    Entry{Text::kImportFiles, "文件 {}", "files {}"},
    Entry{Text::kImportQuestions, "题目 {}", "questions {}"},
    Entry{Text::kImportProblems, "疑问 {}", "problems {}"},
    Entry{Text::kImportWillDo, "新增 {} 题，更新 {} 题，{} 题未变", "{} new, {} changed, {} unchanged"},
    Entry{Text::kImportMoreQuestions, "……还有 {} 题", "… and {} more"},
    Entry{Text::kImportMoreFiles, "……还有 {} 个文件", "… and {} more files"},
    Entry{Text::kImportLeftOut, "不会导入的文件：{}", "Files left out: {}"},
    Entry{Text::kImportKeep, "导入 {} 题", "Import {} questions"},
    Entry{Text::kImportReading, "正在读取 {} / {}", "Reading {} of {}"},
    Entry{Text::kImportKeeping, "正在导入 {} / {}", "Importing {} of {}"},
    Entry{Text::kImportCancel, "取消", "Cancel"},
    Entry{Text::kImportStop, "停止", "Stop"},
    Entry{Text::kStemWithKind, "{}（{}）", "{} ({})"},

    Entry{Text::kKeysTitle, "快捷键", "Keys"},
    Entry{Text::kActReveal, "显示要点", "next point"},
    Entry{Text::kActRevealAll, "全部显示", "all points"},
    Entry{Text::kActTick, "勾选要点", "tick a point"},
    Entry{Text::kActTickOrder, "勾选要点：想起 → 有提示 → 没想起",
          "tick a point: recalled → with a hint → missed"},
    Entry{Text::kActOverride, "改评分", "change the grade"},
    Entry{Text::kActGrade, "记分，下一题", "grade, next"},
    Entry{Text::kActReadNext, "读过，下一题", "read, next"},
    Entry{Text::kActUndo, "撤销", "undo"},
    Entry{Text::kActIntervals, "各评分的间隔", "intervals of the grades"},
    Entry{Text::kActLeave, "回到今天", "back to Today"},
    Entry{Text::kActChoose, "选择", "choose"},
    Entry{Text::kActScroll, "翻页", "scroll"},
    Entry{Text::kActKeep, "导入", "import"},
    Entry{Text::kActCancel, "取消", "cancel"},
    Entry{Text::kActPick, "选择题库", "pick a deck"},
    Entry{Text::kActStart, "开始", "start"},
    Entry{Text::kActTheme, "浅色 / 深色", "light / dark"},
    Entry{Text::kActLanguage, "English", "中文"},
    Entry{Text::kActZoom, "放大 / 缩小", "zoom"},
    Entry{Text::kActQuit, "退出", "quit"},
    Entry{Text::kActKeys, "快捷键", "keys"},
    Entry{Text::kActClose, "关闭", "close"},
    Entry{Text::kKeySpace, "空格", "Space"},
    Entry{Text::kKeyEnter, "回车", "Enter"},

    Entry{Text::kAnswerNotSaved, "这次作答没有存上：{}", "This answer was not saved: {}"},
    Entry{Text::kNotUndone, "没能撤销：{}", "Could not undo: {}"},
    Entry{Text::kNothingToUndo, "这一轮里没有可撤销的作答了", "Nothing left to undo in this session"},
    Entry{Text::kImported, "《{}》：新增 {} 题，更新 {} 题，{} 题未变",
          "{}: {} added, {} updated, {} unchanged"},
    Entry{Text::kImportedDecks, "{} 个文件（{}）：新增 {} 题，更新 {} 题，{} 题未变",
          "{} files ({}): {} added, {} updated, {} unchanged"},
    Entry{Text::kImportedAnswers, "带入的作答记录：{}", "answers brought in: {}"},
    Entry{Text::kImportedKept, "保留你自己的修改：{} 处", "your own edits that were kept: {}"},
    Entry{Text::kImportedProblems, "疑问 {} 处，请对照原文：", "problems: {}; compare with the document:"},
    Entry{Text::kImportedStopped, "已停止：还有 {} 个文件没有导入", "stopped: {} files were not imported"},
    Entry{Text::kImportBusy, "正在导入，请稍后再拖入其他文件",
          "Still importing: drop more files when it is done"},
    Entry{Text::kMoreLines, "……还有 {} 行", "… and {} more lines"},
    Entry{Text::kNotImported, "没能导入：{}", "Not imported: {}"},
    Entry{Text::kNotRead, "题库读取出错：{}", "The library could not be read: {}"},
    Entry{Text::kClockBehind, "最近一次作答比这台电脑的日期还晚 {} 天：请检查系统日期",
          "The newest answer is {} days ahead of this computer's clock: check the date"},
    // Shown when the system cannot draw Chinese: both columns must do without it.
    Entry{Text::kNoChineseFont,
          "No Chinese font found. On Debian: sudo apt install fonts-noto-cjk, then start Rehearse again.",
          "No Chinese font found. On Debian: sudo apt install fonts-noto-cjk, then start Rehearse again."},
};

constexpr bool in_order() {
  for (std::size_t i = 0; i < kEntries.size(); ++i)
    if (static_cast<std::size_t>(kEntries[i].text) != i) return false;
  return kEntries.size() == static_cast<std::size_t>(Text::kTextCount);
}
static_assert(in_order(), "every text once, in the order of the enumeration");

}  // namespace

std::string_view text_of(Language language, Text text) {
  const Entry& entry = kEntries[static_cast<std::size_t>(text)];
  return language == Language::kChinese ? entry.chinese : entry.english;
}

std::string filled(Language language, Text text, std::initializer_list<std::string_view> values) {
  std::string_view pattern = text_of(language, text);
  std::string result;
  for (const std::string_view value : values) {
    const std::size_t hole = pattern.find("{}");
    if (hole == std::string_view::npos) break;
    result += pattern.substr(0, hole);
    result += value;
    pattern.remove_prefix(hole + 2);
  }
  return result += pattern;
}

Words in_both(Text text, std::initializer_list<std::string_view> values) {
  return {filled(Language::kEnglish, text, values), filled(Language::kChinese, text, values)};
}

}  // namespace rehearse
