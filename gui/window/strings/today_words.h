// What the window says on the first screen.
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
    "明天再来，或把新的题库文件拖进这个窗口。",
    "Come back tomorrow, or drop another question bank into this window."};
inline constexpr Phrase kNoDecks{"还没有题库", "No decks yet"};
inline constexpr Phrase kNoDecksHint{
    "把面试题文档（.docx、.pdf、.txt、.md 等）拖进这个窗口，题目就会变成卡片。",
    "Drop an interview document (.docx, .pdf, .txt, .md and others) into this window: its questions become "
    "cards."};
inline constexpr Phrase kInterviewIn{"距面试 {} 天", "interview in {} days"};
inline constexpr Phrase kInterviewTomorrow{"明天面试", "interview tomorrow"};
inline constexpr Phrase kInterviewToday{"今天面试", "interview today"};
inline constexpr Phrase kStreak{"已连续 {} 天", "{}-day streak"};
inline constexpr Phrase kDeckQuestions{"{} 题", "{} questions"};
inline constexpr Phrase kDeckQuestion{"1 题", "1 question"};
inline constexpr Phrase kDoneToday{"今天已答 {} 张", "{} answered today"};

}  // namespace rehearse::words
