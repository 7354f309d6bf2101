// What the window says on the first screen and on the sheets over it.
#pragma once

#include "gui/window/strings/phrase.h"

namespace rehearse::words {

inline constexpr Phrase kToday{"今天", "Today"};
inline constexpr Phrase kAllDecks{"全部题库", "All decks"};
inline constexpr Phrase kDue{"待复习", "due"};
inline constexpr Phrase kNew{"新题", "new"};
inline constexpr Phrase kMinutes{"分钟", "minutes"};
inline constexpr Phrase kStart{"开始学习", "Start studying"};
inline constexpr Phrase kNothingDue{"这里今天没有要学的题了", "Nothing left here for today"};
inline constexpr Phrase kNothingDueHint{
    "明天再来，用 Ctrl+回车 自选题目，或把新的题库文件拖进窗口。",
    "Come back tomorrow, choose cards yourself (Ctrl+Enter), or drop in another document."};
inline constexpr Phrase kNoDecks{"还没有题库", "No decks yet"};
inline constexpr Phrase kNoDecksHint{
    "把面试题文档（.docx、.pdf、.txt、.md 等）拖进这个窗口，题目就会变成卡片。",
    "Drop an interview document (.docx, .pdf, .txt, .md and others) into this window: its questions become "
    "cards."};
inline constexpr Phrase kTodayImport{"导入文档", "Import documents"};
inline constexpr Phrase kTodayBundled{"用自带的题库", "Use the decks that come with it"};
inline constexpr Phrase kInterviewIn{"距面试 {} 天", "interview in {} day(s)"};
inline constexpr Phrase kInterviewTomorrow{"明天面试", "interview tomorrow"};
inline constexpr Phrase kInterviewToday{"今天面试", "interview today"};
inline constexpr Phrase kStreak{"已连续 {} 天", "{}-day streak"};
inline constexpr Phrase kDeckQuestions{"{} 题", "{} question(s)"};
inline constexpr Phrase kDeckQuestion{"1 题", "1 question"};
inline constexpr Phrase kDoneToday{"今天已答 {} 张", "{} answered today"};
inline constexpr Phrase kTodayReady{"面试当天约能答出 {}%", "about {}% ready for the day"};

// Advice
inline constexpr Phrase kTodayOfDeck{"《{}》：{}", "{}: {}"};
inline constexpr Phrase kTodayMoreMinutes{"改为每天 {} 分钟", "Take {} minute(s) a day"};
inline constexpr Phrase kTodayLeaveOut{"暂停 {} 道题", "Leave out {} question(s)"};
inline constexpr Phrase kTodayLeaveOutOne{"暂停 1 道题", "Leave out 1 question"};
inline constexpr Phrase kTodayChangeDate{"改面试日期", "Move the date"};
inline constexpr Phrase kTodaySpread{"分到几天里", "Spread them"};
inline constexpr Phrase kTodayMinutesSet{"每天 {} 分钟（Ctrl+Z 撤销）",
                                         "{} minute(s) a day (Ctrl+Z takes it back)"};
inline constexpr Phrase kTodayLeftOut{"已暂停 {} 道题（Ctrl+Z 撤销）",
                                      "{} question(s) left out (Ctrl+Z takes it back)"};
inline constexpr Phrase kTodayNotDone{"没有做成：{}", "This was not done: {}"};

// The habit
inline constexpr Phrase kTodayHabit{"学习日历", "Your days"};

// The sheet of the interview's date
inline constexpr Phrase kTodayDate{"面试日期", "Interview date"};
inline constexpr Phrase kTodayDateHint{"年-月-日，或还有几天，例如 14",
                                       "year-month-day, or in how many days: 14"};
inline constexpr Phrase kTodayDateWrong{"要写成 2026-12-05，或还有几天",
                                        "Write it as 2026-12-05, or a number of days"};
inline constexpr Phrase kTodayDatePast{"这一天已经过去了", "This day is over"};
inline constexpr Phrase kTodayDateFar{"还有 {} 天", "in {} day(s)"};
inline constexpr Phrase kTodayPlusDays{"+{} 天", "+{} day(s)"};
inline constexpr Phrase kTodaySaveDate{"设为面试日期", "Set the date"};
inline constexpr Phrase kTodayNoDate{"不设日期", "No date"};
inline constexpr Phrase kTodayDateSet{"面试日期：{}（Ctrl+Z 撤销）",
                                      "Interview on {} (Ctrl+Z takes it back)"};
inline constexpr Phrase kTodayDateCleared{"已取消面试日期（Ctrl+Z 撤销）",
                                          "No interview date now (Ctrl+Z takes it back)"};
inline constexpr Phrase kTodayPickDeckFirst{"先用 ↑/↓ 选一个题库，再设它的面试日期",
                                            "Pick one deck with ↑/↓ first: each has a date of its own"};

// The sheet of custom study
inline constexpr Phrase kTodayCustom{"自选学习", "Custom study"};
inline constexpr Phrase kTodayCustomDeck{"题库", "Deck"};
inline constexpr Phrase kTodayCustomWhat{"学什么", "What"};
inline constexpr Phrase kTodayCustomAhead{"今天的，加上以后几天的", "Today's cards and coming days'"};
inline constexpr Phrase kTodayCustomWeakest{"最没把握的", "The weakest"};
inline constexpr Phrase kTodayCustomMissed{"今天没答上来的", "Missed today"};
inline constexpr Phrase kTodayCustomSection{"一个章节", "One section"};
inline constexpr Phrase kTodayCustomDays{"提前几天", "Days ahead"};
inline constexpr Phrase kTodayCustomCards{"几张卡片", "Cards"};
inline constexpr Phrase kTodayCustomChapter{"章节", "Section"};
inline constexpr Phrase kTodayCustomMinutes{"最多几分钟", "Minutes at most"};
inline constexpr Phrase kTodayNoSection{"未分章节", "No section"};
inline constexpr Phrase kTodayCustomPickDeck{"先选一个题库", "Choose a deck first"};
inline constexpr Phrase kTodayDays{"{} 天", "{} day(s)"};
inline constexpr Phrase kTodayCards{"{} 张", "{} card(s)"};
inline constexpr Phrase kTodayMinutes{"{} 分钟", "{} minute(s)"};
inline constexpr Phrase kTodayCustomStart{"开始", "Start"};
inline constexpr Phrase kTodayCancel{"取消", "Cancel"};

// The sheet that spreads a backlog
inline constexpr Phrase kTodaySpreadTitle{"把积压分到几天里", "Spread the backlog"};
inline constexpr Phrase kTodaySpreadOver{"分到几天", "Spread over"};
inline constexpr Phrase kTodaySpreadEach{
    "每天约 {} 张，{} 分钟；最容易忘的先来。",
    "About {} card(s) and {} minute(s) a day; the most endangered come first."};
inline constexpr Phrase kTodaySpreadDo{"就这样安排", "Do so"};
inline constexpr Phrase kTodaySpreadDone{"积压的卡片分到 {} 为止（Ctrl+Z 撤销）",
                                         "The backlog is spread until {} (Ctrl+Z takes it back)"};

}  // namespace rehearse::words
