// What the window says in the statistics.
#pragma once

#include "gui/window/strings/phrase.h"

namespace rehearse::words {

inline constexpr Phrase kStatisticsAllDecks{"全部题库", "All decks"};
inline constexpr Phrase kStatisticsCopy{"复制为文字", "Copy as text"};
inline constexpr Phrase kStatisticsCopied{"已复制，可以粘贴到别处", "Copied: paste it where you like"};
inline constexpr Phrase kStatisticsNone{"还没有作答记录", "Nothing was answered yet"};
inline constexpr Phrase kStatisticsNoneHint{
    "学完第一轮，这里就会有图表：到期、正确率、准备程度和学习日历。按 Ctrl+1 回到今天。",
    "After the first round there are charts here: what comes, how much you remember, how ready you are, and "
    "your "
    "days. Ctrl+1 leads to Today."};
inline constexpr Phrase kStatisticsBeingRead{"正在统计……", "Counting..."};
inline constexpr Phrase kStatisticsBeingReadHint{"题库大、作答多时要几秒钟，这期间可以照常做别的。",
                                                 "Large decks with many answers take some seconds. Go on "
                                                 "with anything else meanwhile."};
inline constexpr Phrase kStatisticsWeek{"7 天", "7 days"};
inline constexpr Phrase kStatisticsMonth{"30 天", "30 days"};
inline constexpr Phrase kStatisticsQuarter{"90 天", "90 days"};
inline constexpr Phrase kStatisticsYear{"一年", "1 year"};
inline constexpr Phrase kStatisticsAll{"全部", "All"};
inline constexpr Phrase kStatisticsPickPeriod{"选择时段", "period"};
inline constexpr Phrase kStatisticsExplore{"在图里逐格看数值", "read the values of a chart one by one"};
inline constexpr Phrase kStatisticsPickDeck{"上一个 / 下一个题库", "previous / next deck"};

// Figures
inline constexpr Phrase kStatisticsAnswers{"次作答", "answers"};
inline constexpr Phrase kStatisticsMinutesSum{"分钟", "minutes"};
inline constexpr Phrase kStatisticsRemembered{"复习答对", "remembered"};
inline constexpr Phrase kStatisticsDaysStudied{"天学习过", "days studied"};
inline constexpr Phrase kStatisticsLongest{"天，最长连续", "days, longest streak"};

// Charts
inline constexpr Phrase kStatisticsReviews{"作答次数", "Answers"};
inline constexpr Phrase kStatisticsTurnNew{"新题", "new"};
inline constexpr Phrase kStatisticsTurnReview{"复习", "reviews"};
inline constexpr Phrase kStatisticsTurnDrill{"当天再练", "again that day"};
inline constexpr Phrase kStatisticsReviewsTip{"{}\n新题 {} · 复习 {} · 当天再练 {}",
                                              "{}\n{} new · {} review(s) · {} again that day"};
inline constexpr Phrase kStatisticsMinutes{"学习分钟数", "Minutes"};
inline constexpr Phrase kStatisticsMinutesTip{"{}\n{} 分钟", "{}\n{} minute(s)"};
inline constexpr Phrase kStatisticsRetention{"复习正确率", "True retention"};
inline constexpr Phrase kStatisticsRetentionNote{"隔不到 21 天 {} · 21 天以上 {}",
                                                 "under 21 days {} · from 21 days {}"};
inline constexpr Phrase kStatisticsRetentionTip{"{}\n答对 {}%（{} 次复习）", "{}\n{}% of {} review(s)"};
inline constexpr Phrase kStatisticsNoReviews{"{}\n没有复习", "{}\nno reviews"};
inline constexpr Phrase kStatisticsForecast{"今后 30 天到期", "Due in the next 30 days"};
inline constexpr Phrase kStatisticsOverdue{"逾期", "overdue"};
inline constexpr Phrase kStatisticsDue{"到期", "due"};
inline constexpr Phrase kStatisticsForecastLater{"再往后 {} 张", "{} later"};
inline constexpr Phrase kStatisticsForecastTip{"{}\n到期 {} 张", "{}\n{} card(s) due"};
inline constexpr Phrase kStatisticsForecastToday{"{}（今天）\n到期 {} 张 · 逾期 {} 张",
                                                 "{} (today)\n{} due · {} overdue"};
inline constexpr Phrase kStatisticsIntervals{"间隔（天）", "Intervals in days"};
inline constexpr Phrase kStatisticsIntervalsNote{"未学 {} · 较新 {} · 已熟 {}",
                                                 "{} new · {} young · {} mature"};
inline constexpr Phrase kStatisticsStability{"稳定度（天）", "Stability in days"};
inline constexpr Phrase kStatisticsEasiness{"易度系数（SM-2）", "Easiness (SM-2)"};
inline constexpr Phrase kStatisticsDifficulty{"难度（FSRS）", "Difficulty (FSRS)"};
inline constexpr Phrase kStatisticsCardsTip{"{}\n{} 张卡片", "{}\n{} card(s)"};
inline constexpr Phrase kStatisticsFrom{"{} 以上", "{} and more"};
inline constexpr Phrase kStatisticsHours{"一天里的时段", "Hours of the day"};
inline constexpr Phrase kStatisticsHoursTip{"{} 时\n作答 {} 次", "{} h\n{} answer(s)"};
inline constexpr Phrase kStatisticsHoursRight{"复习答对 {}%", "{}% of the reviews remembered"};
inline constexpr Phrase kStatisticsReadiness{"准备程度的变化", "Readiness over time"};
inline constexpr Phrase kStatisticsReadinessTip{"{}\n约能答出 {}% 的分", "{}\nabout {}% of the marks"};
inline constexpr Phrase kStatisticsReadinessPick{"选一个题库，就能看到它 60 天来的变化",
                                                 "Choose one deck to see its last 60 days"};
inline constexpr Phrase kStatisticsSections{"各章节的准备程度", "Readiness by section"};
inline constexpr Phrase kStatisticsDecks{"各题库的准备程度", "Readiness by deck"};
inline constexpr Phrase kStatisticsNoSection{"未分章节", "No section"};
inline constexpr Phrase kStatisticsMissed{"最常答不上来", "Missed most often"};
inline constexpr Phrase kStatisticsWeakest{"现在最没把握", "Least likely recalled today"};
inline constexpr Phrase kStatisticsNoneMissed{"没有", "None"};
inline constexpr Phrase kStatisticsCalendar{"学习日历", "Your days"};

// The table that is copied
inline constexpr Phrase kStatisticsTableDays{"日期\t新题\t复习\t再练\t分钟\t正确率",
                                             "days\tnew\treviews\tagain\tminutes\tremembered"};
inline constexpr Phrase kStatisticsTableHours{"时\t作答\t正确率", "hour\tanswers\tremembered"};

}  // namespace rehearse::words
