// What the window says of mock interviews.
#pragma once

#include "gui/window/strings/phrase.h"

namespace rehearse::words {

// Setting one up
inline constexpr Phrase kInterviewDeck{"题库", "Deck"};
inline constexpr Phrase kInterviewSections{"章节", "Sections"};
inline constexpr Phrase kInterviewAllSections{"全部", "All"};
inline constexpr Phrase kInterviewCount{"题数", "Questions"};
inline constexpr Phrase kInterviewKinds{"题型", "Kinds"};
inline constexpr Phrase kInterviewSpoken{"口头作答", "Spoken"};
inline constexpr Phrase kInterviewAllKinds{"全部题型", "All kinds"};
inline constexpr Phrase kInterviewDrawn{"抽到", "Drawn"};
inline constexpr Phrase kInterviewDrawAgain{"换一批", "Draw again"};
inline constexpr Phrase kInterviewSeed{"抽题号 {}", "draw {}"};
inline constexpr Phrase kInterviewBegin{"开始面试", "Start the interview"};
inline constexpr Phrase kInterviewHow{
    "每题限时。先出声作答，说完按空格，再对照参考答案逐项给自己打分。",
    "Each question has its time. Answer aloud, press Space when done, then mark yourself item by item."};
inline constexpr Phrase kInterviewOnlyWritten{
    "这里没有需要口头作答的题：可以改选“全部题型”。",
    "Nothing here is answered aloud: choose “All kinds” to be asked the other questions."};
inline constexpr Phrase kInterviewNoQuestions{"这个题库还没有题。", "This deck has no questions yet."};
inline constexpr Phrase kInterviewNoDeck{"还没有题库", "No decks yet"};
inline constexpr Phrase kInterviewNoDeckHint{
    "模拟面试从题库里抽题。先按 Ctrl+O 导入一份面试题文档，或把它拖进这个窗口。",
    "A mock interview draws its questions from a deck. Press Ctrl+O to import an interview document, or drop "
    "one into this window."};

// An interview that was broken off
inline constexpr Phrase kInterviewBrokenOff{"《{}》的面试还没有结束：第 {} 题，共 {} 题",
                                            "The interview on {} was broken off at question {} of {}"};
inline constexpr Phrase kInterviewGoOn{"继续面试", "Go on"};
inline constexpr Phrase kInterviewForget{"不要了", "Forget it"};

// Those that were kept
inline constexpr Phrase kInterviewPast{"以往的面试", "Earlier interviews"};
inline constexpr Phrase kInterviewNoPast{
    "还没有成绩。第一场面试之后，这里会有每次的总分和走势。",
    "None yet. After the first one, its total and the trend stand here."};
inline constexpr Phrase kInterviewDeckGone{"（题库已删除）", "(the deck is gone)"};
inline constexpr Phrase kInterviewTrend{"《{}》的走势", "Trend of {}"};

// A number of things
inline constexpr Phrase kInterviewQuestions{"{} 题", "{} question(s)"};
inline constexpr Phrase kInterviewOneQuestion{"{} 题", "{} question"};
inline constexpr Phrase kInterviewMarks{"{} 分", "{} mark(s)"};
inline constexpr Phrase kInterviewLimit{"限时 {}", "{} in all"};

// Against the clock
inline constexpr Phrase kInterviewOver{"已超时", "over time"};
inline constexpr Phrase kInterviewLeft{"限时 {}", "of {}"};
inline constexpr Phrase kInterviewDone{"答完了", "Done"};
inline constexpr Phrase kInterviewNothingToSay{"答不上来", "Nothing to say"};

// Marking
inline constexpr Phrase kInterviewSpent{"用时 {} / {}", "{} of {}"};
inline constexpr Phrase kInterviewPoints{"参考要点", "Key points"};
inline constexpr Phrase kInterviewMissedHint{"漏说的，点一下", "click those you missed"};
inline constexpr Phrase kInterviewAnswer{"参考答案", "Reference answer"};
inline constexpr Phrase kInterviewRightAnswer{"正确答案：{}", "Right answer: {}"};
inline constexpr Phrase kInterviewAnalysis{"解析", "Analysis"};
inline constexpr Phrase kInterviewByCriteria{"评分标准", "Criteria"};
inline constexpr Phrase kInterviewByPoints{"按要点给分", "Marked by its points"};
inline constexpr Phrase kInterviewAsWhole{"整体给分", "Marked as a whole"};
inline constexpr Phrase kInterviewTheWhole{"整个回答", "The answer as a whole"};
inline constexpr Phrase kInterviewTakesAway{"只扣分，不单独给分", "takes away only: not marked"};
inline constexpr Phrase kInterviewUnmarked{"还有 {} 项没打分", "{} item(s) to mark"};
inline constexpr Phrase kInterviewOneUnmarked{"还有 {} 项没打分", "{} item to mark"};
inline constexpr Phrase kInterviewFull{"满分", "full marks"};
inline constexpr Phrase kInterviewNext{"下一题", "Next question"};
inline constexpr Phrase kInterviewToReport{"看成绩", "See the report"};

// Leaving in the middle
inline constexpr Phrase kInterviewLeave{"离开这场面试？", "Leave the interview?"};
inline constexpr Phrase kInterviewLeaveMarked{"已打分 {} 题，目前 {} 分（满分 100）。",
                                              "{} marked so far, {} out of 100."};
inline constexpr Phrase kInterviewLeaveEmpty{"还没有打完分的题，离开就没有成绩。",
                                             "No question is marked yet: nothing would be kept."};
inline constexpr Phrase kInterviewClockRuns{"时间还在走。", " The clock is running."};
inline constexpr Phrase kInterviewStay{"继续面试", "Go on"};
inline constexpr Phrase kInterviewKeepMarked{"保存已打分的题，离开", "Keep what is marked and leave"};
inline constexpr Phrase kInterviewThrowAway{"不保存，离开", "Leave and keep nothing"};

// The report
inline constexpr Phrase kInterviewOutOf{"满分 100", "out of 100"};
inline constexpr Phrase kInterviewBetter{"比上次 +{}", "{} more than last time"};
inline constexpr Phrase kInterviewTrendTip{"{}\n{} 分（满分 100）", "{}\n{} out of 100"};
inline constexpr Phrase kInterviewWorse{"比上次 −{}", "{} lower than last time"};
inline constexpr Phrase kInterviewSame{"与上次持平", "the same as last time"};
inline constexpr Phrase kInterviewTime{"用时", "time used"};
inline constexpr Phrase kInterviewInTime{"按时答完", "in time"};
inline constexpr Phrase kInterviewOfQuestions{"{} / {} 题", "{} of {}"};
inline constexpr Phrase kInterviewEach{"每题", "Questions"};
inline constexpr Phrase kInterviewBySection{"按章节", "Sections"};
inline constexpr Phrase kInterviewNoSection{"（无章节）", "(no section)"};
inline constexpr Phrase kInterviewQuestionGone{"（题库中已没有这道题）", "(no longer in the deck)"};
inline constexpr Phrase kInterviewDrilled{"漏掉的，{} 重练", "Missed, drilled on {}"};
inline constexpr Phrase kInterviewDrilledTomorrow{"漏掉的，明天重练", "Missed, drilled tomorrow"};
inline constexpr Phrase kInterviewAllOfIt{"整题", "all of it"};
inline constexpr Phrase kInterviewPointsGone{"已删除的要点", "points that are gone"};
inline constexpr Phrase kInterviewNothingMissed{"没有漏掉的要点。", "Nothing was missed."};
inline constexpr Phrase kInterviewNotKept{"这份成绩还没有存上", "This report is not kept yet"};
inline constexpr Phrase kInterviewKeepAgain{"再存一次", "Keep it"};
inline constexpr Phrase kInterviewNewOne{"再来一场", "Another interview"};
inline constexpr Phrase kInterviewSameQuestions{"同样的题再来", "Same questions"};
inline constexpr Phrase kInterviewTakenBack{"已撤销 {} 的模拟面试和它安排的重练",
                                            "The mock interview of {} and its drill were taken back"};
inline constexpr Phrase kInterviewOtherFirst{
    "上一场面试还没有结束：请先在这里继续或丢弃它",
    "Another interview is not over: go on with it or drop it first, on this page"};
inline constexpr Phrase kInterviewNotSaved{"这场面试没有存上：{}", "This interview was not kept: {}"};
inline constexpr Phrase kInterviewNotSafe{
    "进行中的面试没能写入 {}：请检查磁盘空间和权限，现在关闭窗口会丢失它",
    "The running interview could not be written to {}: check space and permissions; closing the window now "
    "would lose it"};
inline constexpr Phrase kInterviewListSeparator{"、", ", "};

// What keys do
inline constexpr Phrase kInterviewActCount{"题数", "number of questions"};
inline constexpr Phrase kInterviewActPast{"以往的面试", "earlier interviews"};
inline constexpr Phrase kInterviewActOpen{"看成绩", "open"};
inline constexpr Phrase kInterviewActMark{"得分", "marks"};
inline constexpr Phrase kInterviewActFull{"满分，下一项", "full marks, next"};
inline constexpr Phrase kInterviewActHalf{"加减半分", "half a mark"};
inline constexpr Phrase kInterviewActMove{"移动", "move"};
inline constexpr Phrase kInterviewActMissed{"漏说了", "missed"};
inline constexpr Phrase kInterviewActItems{"逐项看分", "item by item"};
inline constexpr Phrase kInterviewActLeave{"离开", "leave"};
inline constexpr Phrase kInterviewActBack{"改上一题的分", "the question before"};
inline constexpr Phrase kInterviewActTakeBack{"撤销这次成绩", "take it back"};
inline constexpr Phrase kInterviewPaletteStart{"模拟面试：开始", "Mock interview: start"};

}  // namespace rehearse::words
