// What the window says in the library.
#pragma once

#include "gui/window/strings/phrase.h"

namespace rehearse::words {

// The tree
inline constexpr Phrase kLibraryAllDecks{"全部题库", "All decks"};
inline constexpr Phrase kLibraryDuplicates{"查找重复题", "Find duplicates"};

// The search
inline constexpr Phrase kLibrarySearchHint{"查找：词语、deck: tag: is:due prop:ivl>10 …",
                                           "Search: words, deck: tag: is:due prop:ivl>10 ..."};

// The list
inline constexpr Phrase kLibraryQuestions{"题目", "Questions"};
inline constexpr Phrase kLibraryCards{"卡片", "Cards"};
inline constexpr Phrase kLibraryQuestionCount{"{} 题", "{} question(s)"};
inline constexpr Phrase kLibraryCardCount{"{} 张卡片", "{} card(s)"};
inline constexpr Phrase kLibraryMarked{"已选 {}", "{} selected"};
inline constexpr Phrase kLibraryGroups{"{} 组相同或相近的题", "{} group(s) of equal or similar questions"};
inline constexpr Phrase kLibraryColumnStem{"题目", "Question"};
inline constexpr Phrase kLibraryColumnPlace{"章节 · 题库", "Section · deck"};
inline constexpr Phrase kLibraryColumnKind{"类型", "Kind"};
inline constexpr Phrase kLibraryColumnDue{"到期", "Due"};
inline constexpr Phrase kLibraryColumnInterval{"间隔", "Interval"};
inline constexpr Phrase kLibraryColumnState{"状态", "State"};
inline constexpr Phrase kLibraryDueToday{"今天", "today"};
inline constexpr Phrase kLibraryDueIn{"{} 天后", "in {} d"};
inline constexpr Phrase kLibraryDueAgo{"过期 {} 天", "{} d ago"};
inline constexpr Phrase kLibraryDays{"{} 天", "{} d"};
inline constexpr Phrase kLibraryStateNew{"新", "new"};
inline constexpr Phrase kLibraryStateContested{"两种写法", "conflict"};
inline constexpr Phrase kLibraryStateLeech{"反复忘", "leech"};
inline constexpr Phrase kLibraryStateSuspended{"已暂停", "suspended"};
inline constexpr Phrase kLibraryStateBuried{"明天再说", "buried"};
inline constexpr Phrase kLibraryNothing{"还没有题目", "No questions yet"};
inline constexpr Phrase kLibraryNothingHint{"按 Ctrl+O，或把面试题文档拖进这个窗口。",
                                            "Press Ctrl+O, or drop an interview document into this window."};
inline constexpr Phrase kLibraryHalfTyped{"查找还没有写完", "The search is not complete yet"};
inline constexpr Phrase kLibraryHalfTypedHint{"接着输入，或按 Tab 采用一个建议。",
                                              "Go on typing, or take a suggestion with Tab."};
inline constexpr Phrase kLibraryNotFound{"没有找到", "Nothing found"};
inline constexpr Phrase kLibraryNotFoundHint{"换个词试试；Esc 清除查找。",
                                             "Try other words; Esc clears the search."};
inline constexpr Phrase kLibraryNoDuplicates{"没有重复的题", "No duplicates"};
inline constexpr Phrase kLibraryNoDuplicatesHint{"各题库里没有相同或相近的题干。",
                                                 "No two questions in any deck read alike."};
inline constexpr Phrase kLibraryGone{"（已不在）", "(gone)"};

// Kinds
inline constexpr Phrase kLibraryOpen{"问答", "open"};
inline constexpr Phrase kLibrarySingle{"单选", "single"};
inline constexpr Phrase kLibraryMultiple{"多选", "multiple"};
inline constexpr Phrase kLibraryTrueFalse{"判断", "true/false"};
inline constexpr Phrase kLibraryFill{"填空", "fill in"};
inline constexpr Phrase kLibraryCase{"案例", "case"};
inline constexpr Phrase kLibraryRecallCard{"整题", "whole"};
inline constexpr Phrase kLibraryPointCard{"要点", "point"};
inline constexpr Phrase kLibraryChoiceCard{"自查", "choice"};

// Keys
inline constexpr Phrase kActLibraryMove{"在列表里移动", "move in the list"};
inline constexpr Phrase kActLibraryExtend{"连续选取", "select a range"};
inline constexpr Phrase kActLibraryMark{"选取这一行", "select the row"};
inline constexpr Phrase kActLibraryAll{"全选", "select all"};
inline constexpr Phrase kActLibraryOpen{"编辑", "edit"};
inline constexpr Phrase kActLibrarySearch{"查找", "search"};
inline constexpr Phrase kActLibraryTree{"题库与章节", "decks and sections"};
inline constexpr Phrase kActLibraryTreeMove{"展开、收起章节", "open and close a deck"};
inline constexpr Phrase kActLibraryActs{"操作所选", "act on the selection"};
inline constexpr Phrase kActLibraryDeck{"题库选项", "deck options"};
inline constexpr Phrase kActLibraryUnit{"题目 / 卡片", "questions / cards"};
inline constexpr Phrase kActLibrarySuggestion{"用这个建议", "take a suggestion"};

// What can be done with what is selected
inline constexpr Phrase kLibraryActs{"操作所选", "Act on selection"};
inline constexpr Phrase kLibraryActsShort{"操作", "Act"};
inline constexpr Phrase kLibraryDeckOptions{"题库选项", "Deck options"};
inline constexpr Phrase kLibraryActsTitle{"对 {} 项做什么？", "What to do with {}?"};
inline constexpr Phrase kLibraryActStudy{"现在就学这些", "Study these now"};
inline constexpr Phrase kLibraryActSuspend{"暂停", "Suspend"};
inline constexpr Phrase kLibraryActRelease{"恢复（取消暂停、搁置）", "Release"};
inline constexpr Phrase kLibraryActBury{"今天不再出现", "Bury until tomorrow"};
inline constexpr Phrase kLibraryActFlag{"旗标…", "Flag..."};
inline constexpr Phrase kLibraryActTag{"加标签…", "Add a tag..."};
inline constexpr Phrase kLibraryActUntag{"去掉标签…", "Remove a tag..."};
inline constexpr Phrase kLibraryActDue{"改到某天出现…", "Set due day..."};
inline constexpr Phrase kLibraryActReschedule{"从今天起按某天重排…", "Reschedule to a day..."};
inline constexpr Phrase kLibraryActReset{"重置进度", "Reset progress"};
inline constexpr Phrase kLibraryNoFlag{"去掉旗标", "no flag"};
inline constexpr Phrase kLibraryFlag{"旗标 {}", "flag {}"};
inline constexpr Phrase kLibraryTagHint{"标签名，如 压力面 或 管理::团队",
                                        "A tag, such as pressure or team::lead"};
inline constexpr Phrase kLibraryDayHint{"日期，如 2026-12-05", "A day, such as 2026-12-05"};
inline constexpr Phrase kLibraryInDays{"+{} 天", "+{} d"};
inline constexpr Phrase kLibraryApply{"确定", "OK"};
inline constexpr Phrase kLibraryDayWrong{"请写成 2026-12-05 这样的日期", "Write the day as 2026-12-05"};
inline constexpr Phrase kLibraryDayPast{"这一天已经过去", "That day is over"};

// What was done: notices
inline constexpr Phrase kLibraryDoneSuspend{"已暂停 {} 项", "{} suspended"};
inline constexpr Phrase kLibraryDoneRelease{"已恢复 {} 项", "{} released"};
inline constexpr Phrase kLibraryDoneBury{"{} 项今天不再出现", "{} buried until tomorrow"};
inline constexpr Phrase kLibraryDoneFlag{"已改 {} 题的旗标", "Flag of {} question(s) changed"};
inline constexpr Phrase kLibraryDoneTag{"已给 {} 题加上标签", "{} question(s) tagged"};
inline constexpr Phrase kLibraryDoneUntag{"已去掉 {} 题的标签", "Tag of {} question(s) removed"};
inline constexpr Phrase kLibraryDoneDue{"{} 项改到了 {}", "{} set due on {}"};
inline constexpr Phrase kLibraryDoneReschedule{"{} 项重排到了 {}", "{} rescheduled to {}"};
inline constexpr Phrase kLibraryDoneReset{"已重置 {} 项的进度", "{} reset"};
inline constexpr Phrase kLibraryNothingChanged{"没有变化", "Nothing to change"};
inline constexpr Phrase kLibraryWorking{"正在处理 {} / {}", "{} of {} done"};
inline constexpr Phrase kLibraryIndexing{"正在准备搜索 {} / {}", "Preparing the search: {} of {}"};
inline constexpr Phrase kLibraryComparing{"正在比较题干 {} / {}", "Comparing questions: {} of {}"};
inline constexpr Phrase kLibraryUndone{"已撤销对 {} 项的操作", "What was done with {} was taken back"};
inline constexpr Phrase kLibraryRedone{"已重做对 {} 项的操作", "What was done with {} was brought back"};
inline constexpr Phrase kLibraryNotDone{"没能完成：{}", "This could not be done: {}"};

// Deck options
inline constexpr Phrase kLibraryInterview{"面试日期", "Interview date"};
inline constexpr Phrase kLibraryClear{"清除", "Clear"};
inline constexpr Phrase kLibraryFreshPerDay{"每天新题", "New questions a day"};
inline constexpr Phrase kLibraryReviewsPerDay{"每天复习", "Reviews a day"};
inline constexpr Phrase kLibraryMinutesPerDay{"每天分钟数", "Minutes a day"};
inline constexpr Phrase kLibraryNoLimit{"不限", "no limit"};
inline constexpr Phrase kLibraryAfterInterview{"面试之后", "After the interview"};
inline constexpr Phrase kLibraryKeepsComing{"继续维持", "Keep it fresh"};
inline constexpr Phrase kLibraryGoesQuiet{"不再出现", "Stop asking"};
inline constexpr Phrase kLibraryExport{"导出", "Export"};
inline constexpr Phrase kLibraryExportNow{"写出文件", "Write file"};
inline constexpr Phrase kLibraryExported{"已导出到 {}", "Exported to {}"};
inline constexpr Phrase kLibraryFileThere{"{} 已经存在，换个名字",
                                          "{} is there already: choose another name"};
inline constexpr Phrase kLibraryNoFile{"请写文件名", "A file name is needed"};
inline constexpr Phrase kLibraryNotExported{"没能导出：{}", "Not exported: {}"};
inline constexpr Phrase kLibrarySave{"保存", "Save"};
inline constexpr Phrase kLibraryDeckSaved{"已保存题库选项", "Deck options saved"};
inline constexpr Phrase kLibraryDeckNotSaved{"题库选项没有存上：{}", "The deck options were not saved: {}"};
inline constexpr Phrase kLibraryChooseDeck{"先在左边选一个题库", "Choose a deck at the left first"};

}  // namespace rehearse::words
