// What the window says while studying and when a sitting ends.
#pragma once

#include "gui/window/strings/phrase.h"

namespace rehearse::words {

// Study
inline constexpr Phrase kPoints{"要点", "Key points"};
inline constexpr Phrase kShownOf{"已显示 {} / {}", "{} of {} shown"};
inline constexpr Phrase kRecalledCount{"想起 {}", "{} recalled"};
inline constexpr Phrase kRevealHint{"按空格显示下一个要点", "Space shows the next point"};
inline constexpr Phrase kPointOf{"第 {} 点 / 共 {} 点", "Point {} of {}"};
inline constexpr Phrase kFirstMeeting{"新题", "New"};
inline constexpr Phrase kTimesAnswered{"第 {} 次复习", "review {}"};
inline constexpr Phrase kFirstMeetingAdvice{
    "第一次见：先逐条读完要点，再试着不看屏幕说一遍。",
    "First meeting: read it point by point, then say it once without looking."};
inline constexpr Phrase kMarks{"{} 分", "{} marks"};
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
inline constexpr Phrase kSeveralBlanks{"有 {} 个空，用分号隔开", "{} blanks: divide them by a semicolon"};
inline constexpr Phrase kNoKey{"文档没有给出答案，请自己评分。",
                               "The document does not say what is right: grade yourself."};
inline constexpr Phrase kCheck{"检查答案", "Check"};
inline constexpr Phrase kGrade0{"空白", "Blank"};
inline constexpr Phrase kGrade1{"眼熟", "Familiar"};
inline constexpr Phrase kGrade2{"差点", "Almost"};
inline constexpr Phrase kGrade3{"吃力", "Hard"};
inline constexpr Phrase kGrade4{"顺利", "Good"};
inline constexpr Phrase kGrade5{"完美", "Perfect"};
inline constexpr Phrase kDays{"{} 天", "{} days"};
inline constexpr Phrase kDay{"1 天", "1 day"};
inline constexpr Phrase kSameDay{"今天", "today"};

// Summary
inline constexpr Phrase kSessionDone{"这一轮学完了", "Session done"};
inline constexpr Phrase kMinutesUp{"时间到了，还有 {} 张。想接着学，回到今天再开始一轮。",
                                   "The minutes are up and {} cards wait: start again from Today to go on."};
inline constexpr Phrase kStudied{"答了几张卡", "cards answered"};
inline constexpr Phrase kPointsRecalled{"想起的要点", "points recalled"};
inline constexpr Phrase kDueTomorrow{"明天要复习", "due tomorrow"};
inline constexpr Phrase kWeakest{"最该再看的", "Worth another look"};
inline constexpr Phrase kNoWeak{"没有答得弱的题，继续保持。", "No weak answers this time."};
inline constexpr Phrase kBackToToday{"回到今天", "Back to Today"};

}  // namespace rehearse::words
