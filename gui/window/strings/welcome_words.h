// What the window says at the first start.
#pragma once

#include "gui/window/strings/phrase.h"

namespace rehearse::words {

inline constexpr Phrase kWelcome{"欢迎使用熟答", "Welcome to Rehearse"};
inline constexpr Phrase kWelcomeWhat{
    "每天十几分钟：先想答案，再一个要点一个要点地核对，到面试那天，每道题的框架都在。",
    "A quarter of an hour a day: recall the answer, check it point by point, and know it on the day."};
inline constexpr Phrase kWelcomeDecks{"先学哪些题库", "Decks to begin with"};
inline constexpr Phrase kWelcomeDeck{"{}（{} 题）", "{} ({} question(s))"};
inline constexpr Phrase kWelcomeOwn{"有自己的题库？把 .docx、.pdf、.txt 等文件拖进窗口。",
                                    "Have your own? Drop a .docx, .pdf or .txt file into the window."};
inline constexpr Phrase kWelcomePick{"选择文件……", "Choose a file..."};
inline constexpr Phrase kWelcomePlan{"安排", "Your plan"};
inline constexpr Phrase kWelcomeInterview{"面试日期", "Interview"};
inline constexpr Phrase kWelcomeNoDate{"还没定", "not known yet"};
inline constexpr Phrase kWelcomeDay{"{} · 还有 {} 天", "{} · in {} day(s)"};
inline constexpr Phrase kWelcomeToday{"{} · 就是今天", "{} · today"};
inline constexpr Phrase kWelcomePlusDays{"+{} 天", "+{} day(s)"};
inline constexpr Phrase kWelcomeClearDate{"不定", "No date"};
inline constexpr Phrase kWelcomeMinutes{"每天学多久", "Time a day"};
inline constexpr Phrase kWelcomeMinutesValue{"{} 分钟", "{} minute(s)"};
inline constexpr Phrase kWelcomeStart{"开始", "Begin"};
inline constexpr Phrase kWelcomeSkip{"跳过", "skip"};
inline constexpr Phrase kWelcomeNotKept{"没能加入题库：{}", "The decks were not added: {}"};
// Before a language is known both are on the screen.
inline constexpr Phrase kWelcomeLanguage{"语言 · Language", "语言 · Language"};
inline constexpr Phrase kWelcomeChinese{"中文", "中文"};
inline constexpr Phrase kWelcomeEnglish{"English", "English"};

}  // namespace rehearse::words
