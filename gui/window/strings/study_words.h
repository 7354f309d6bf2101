// What the window says while studying and when a sitting ends.
#pragma once

#include "gui/window/strings/phrase.h"

namespace rehearse::words {

// Study
inline constexpr Phrase kPoints{"要点", "Key points"};
inline constexpr Phrase kShownOf{"已显示 {} / {}", "{} of {} shown"};
inline constexpr Phrase kRecalledCount{"想起 {}", "{} recalled"};
inline constexpr Phrase kRevealHint{"按空格显示下一个要点", "Space shows the next point"};
inline constexpr Phrase kRevealPoint{"按空格显示这个要点", "Space shows the point"};
inline constexpr Phrase kPointOf{"第 {} 点 / 共 {} 点", "Point {} of {}"};
inline constexpr Phrase kFirstMeeting{"新题", "New"};
inline constexpr Phrase kTimesAnswered{"第 {} 次复习", "review {}"};
inline constexpr Phrase kFirstMeetingAdvice{
    "第一次见：先逐条读完要点，再试着不看屏幕说一遍。",
    "First meeting: read it point by point, then say it once without looking."};
inline constexpr Phrase kMarks{"{} 分", "{} mark(s)"};
inline constexpr Phrase kMark{"1 分", "1 mark"};
inline constexpr Phrase kTimeLimit{"限时 {} 分钟", "{} min"};
inline constexpr Phrase kSeconds{"限时 {} 秒", "{} s"};
inline constexpr Phrase kReferenceAnswer{"参考答案", "Reference answer"};
inline constexpr Phrase kAnalysis{"解析", "Analysis"};
inline constexpr Phrase kCriteria{"评分标准", "Scoring criteria"};
inline constexpr Phrase kRevealAnswer{"先自己答一遍，再按空格看答案",
                                      "Answer first, then Space shows the answer"};
inline constexpr Phrase kChooseOne{"单选", "Choose one"};
inline constexpr Phrase kChooseSeveral{"多选", "Choose all that apply"};
inline constexpr Phrase kTrueOrFalse{"判断", "True or false"};
inline constexpr Phrase kFillIn{"填空", "Fill in"};
inline constexpr Phrase kRight{"答对了", "Right"};
inline constexpr Phrase kWrong{"答错了", "Wrong"};
inline constexpr Phrase kRightAnswer{"正确答案：{}", "Right answer: {}"};
inline constexpr Phrase kTrue{"正确", "True"};
inline constexpr Phrase kFalse{"错误", "False"};
inline constexpr Phrase kSeveralBlanks{"有 {} 个空，用分号隔开", "{} blank(s): divide them by a semicolon"};
inline constexpr Phrase kNoKey{"文档没有给出答案，请自己评分。",
                               "The document does not say what is right: grade yourself."};
inline constexpr Phrase kCheck{"检查答案", "Check"};

// A typed answer
inline constexpr Phrase kStudyTypePlaceholder{"把想到的要点写下来，写完按 Ctrl+Enter 检查",
                                              "Type what comes to mind; Ctrl+Enter checks it"};
inline constexpr Phrase kStudyYourAnswer{"你的回答", "Your answer"};
inline constexpr Phrase kStudyNothingTyped{"什么也没写", "nothing was typed"};
inline constexpr Phrase kStudyCovers{"答到 {} / {}", "{} of {} covered"};
inline constexpr Phrase kStudyFound{"答到了：{}", "Covered: {}"};
inline constexpr Phrase kStudyFoundPartly{"答到一部分：{}", "Partly: {}"};
inline constexpr Phrase kStudyNotFound{"没有答到", "Not covered"};
inline constexpr Phrase kStudyQuoted{"“{}”", "“{}” "};
inline constexpr Phrase kStudyHintKey{"Ctrl+H 提示下一个要点", "Ctrl+H gives a hint"};
inline constexpr Phrase kStudyHint{"提示：{}", "Hint: {}"};

// The learner's own example
inline constexpr Phrase kStudyExample{"我的例子", "My own example"};
inline constexpr Phrase kStudyExamplePlaceholder{"自己经历过的一件事，面试时可以讲",
                                                 "Something out of your own work that you could tell"};
inline constexpr Phrase kStudyWriteExample{"＋ 写下我的例子（Ctrl+N）", "+ Add my own example (Ctrl+N)"};
inline constexpr Phrase kStudyChangeExample{"修改", "Change"};
inline constexpr Phrase kStudyKeepExample{"保存（Ctrl+Enter）", "Keep (Ctrl+Enter)"};
inline constexpr Phrase kStudyLeaveExample{"不改了（Esc）", "Leave it (Esc)"};

// What else can be done with a card
inline constexpr Phrase kStudyMenuTitle{"这张卡片", "This card"};
inline constexpr Phrase kStudyFlag{"旗标：按数字选，0 取消", "Flag: press its digit, 0 takes it away"};
inline constexpr Phrase kStudyActEdit{"修改题目", "Edit the question"};
inline constexpr Phrase kStudyActBury{"搁到明天", "Put off until tomorrow"};
inline constexpr Phrase kStudyActSuspend{"暂停这张卡片", "Suspend the card"};
inline constexpr Phrase kStudyActWhy{"为什么考这张？", "Why this card?"};
inline constexpr Phrase kStudyActExample{"写我的例子", "Write my own example"};
inline constexpr Phrase kStudyActFlag{"加旗标", "Flag the question"};
inline constexpr Phrase kStudyActMenu{"更多", "more"};
inline constexpr Phrase kStudyActMenuLong{"更多：旗标、搁置、暂停……", "more: flag, put off, suspend..."};
inline constexpr Phrase kStudyActHint{"提示", "hint"};
inline constexpr Phrase kStudyActHintLong{"提示下一个要点", "a hint at the next point"};
inline constexpr Phrase kStudyActType{"打字作答", "type"};
inline constexpr Phrase kStudyActTypeLong{"打字作答，逐点核对", "type the answer, checked point by point"};
inline constexpr Phrase kStudyActCloseField{"不打字了", "stop typing"};
inline constexpr Phrase kStudyActKeep{"保存", "keep"};
inline constexpr Phrase kStudyActDiscard{"不改了", "leave it"};
inline constexpr Phrase kStudyBuried{"搁到明天再学。Ctrl+Z 拿回来",
                                     "Put off until tomorrow. Ctrl+Z brings it back"};
inline constexpr Phrase kStudySuspended{"已暂停，不再出现。Ctrl+Z 拿回来",
                                        "Suspended: it is not asked any more. Ctrl+Z brings it back"};
inline constexpr Phrase kStudyNotSaved{"没有存上：{}", "This was not saved: {}"};
inline constexpr Phrase kStudyNoReason{"这张卡片已经不在题库里了", "This card is no longer in the library"};
inline constexpr Phrase kStudyNothing{"没有可学的卡片：这里今天都学完了",
                                      "Nothing to study: everything here is done for today"};

// Grades
inline constexpr Phrase kGrade0{"空白", "Blank"};
inline constexpr Phrase kGrade1{"眼熟", "Familiar"};
inline constexpr Phrase kGrade2{"差点", "Almost"};
inline constexpr Phrase kGrade3{"吃力", "Hard"};
inline constexpr Phrase kGrade4{"顺利", "Good"};
inline constexpr Phrase kGrade5{"完美", "Perfect"};
inline constexpr Phrase kDays{"{} 天", "{} day(s)"};
inline constexpr Phrase kDay{"1 天", "1 day"};
inline constexpr Phrase kSameDay{"今天", "today"};

// Summary
inline constexpr Phrase kSessionDone{"这一轮学完了", "Session done"};
inline constexpr Phrase kMinutesUp{"时间到了，还有 {} 张在等",
                                   "The minutes are up; {} card(s) still to come"};
inline constexpr Phrase kStudyWaiting{"还有 {} 张在等", "{} card(s) still to come"};
inline constexpr Phrase kStudyBeyond{"今天的份额学完了，之外还有 {} 张",
                                     "Today's share is done; {} more cards lie beyond it"};
inline constexpr Phrase kStudyMissesWait{"没想起的 {} 张还没有再问", "{} missed cards were not asked again"};
inline constexpr Phrase kStudyNothingDue{"今天没有要学的了", "Nothing is due today"};
inline constexpr Phrase kStudyMet{"新见的题", "new questions met"};
inline constexpr Phrase kStudyGoOn{"接着学", "Go on"};
inline constexpr Phrase kStudyDrill{"再问没想起的", "Ask the missed ones again"};
inline constexpr Phrase kStudied{"答了几张卡", "cards answered"};
inline constexpr Phrase kPointsRecalled{"想起的要点", "points recalled"};
inline constexpr Phrase kDueTomorrow{"明天要复习", "due tomorrow"};
inline constexpr Phrase kWeakest{"最该再看的", "Worth another look"};
inline constexpr Phrase kNoWeak{"没有答得弱的题，继续保持。", "No weak answers this time."};
inline constexpr Phrase kBackToToday{"回到今天", "Back to Today"};

}  // namespace rehearse::words
