// What the window says around its screens: what keys do, and notices.
#pragma once

#include "gui/window/strings/phrase.h"

namespace rehearse::words {

// What a key does, in the line at the bottom and in the list under F1
inline constexpr Phrase kKeysTitle{"快捷键", "Keys"};
inline constexpr Phrase kKeysHere{"这一页", "On this page"};
inline constexpr Phrase kKeysEverywhere{"所有页面", "Everywhere"};
inline constexpr Phrase kActReveal{"显示要点", "next point"};
inline constexpr Phrase kActRevealAll{"全部显示", "all points"};
inline constexpr Phrase kActTick{"勾选要点", "tick a point"};
inline constexpr Phrase kActTickOrder{"勾选要点：想起 → 有提示 → 没想起",
                                      "tick a point: recalled → with a hint → missed"};
inline constexpr Phrase kActOverride{"改评分", "change the grade"};
inline constexpr Phrase kActGrade{"记分，下一题", "grade, next"};
inline constexpr Phrase kActReadNext{"读过，下一题", "Read, next"};
inline constexpr Phrase kActUndo{"撤销", "undo"};
inline constexpr Phrase kActIntervals{"各评分的间隔", "intervals of the grades"};
inline constexpr Phrase kActLeave{"回到今天", "back to Today"};
inline constexpr Phrase kActChoose{"选择", "choose"};
inline constexpr Phrase kActScroll{"翻页", "scroll"};
inline constexpr Phrase kActKeep{"导入", "import"};
inline constexpr Phrase kActCancel{"取消", "cancel"};
inline constexpr Phrase kActPick{"选择题库", "pick a deck"};
inline constexpr Phrase kActStart{"开始", "start"};
inline constexpr Phrase kActTheme{"浅色 / 深色", "light / dark"};
inline constexpr Phrase kActLanguage{"English", "中文"};
inline constexpr Phrase kActZoom{"放大 / 缩小", "zoom"};
inline constexpr Phrase kActQuit{"退出", "quit"};
inline constexpr Phrase kActKeys{"快捷键", "keys"};
inline constexpr Phrase kActClose{"关闭", "close"};
inline constexpr Phrase kKeySpace{"空格", "Space"};
inline constexpr Phrase kKeyEnter{"回车", "Enter"};

inline constexpr Phrase kActPalette{"所有命令", "all commands"};
inline constexpr Phrase kActPlaces{"去各个页面", "go to a page"};
inline constexpr Phrase kActFocus{"移到下一处；回车或空格点按", "to the next thing; Enter or Space clicks"};
inline constexpr Phrase kActUndoRedo{"撤销、重做", "undo, redo"};
inline constexpr Phrase kActRedo{"重做", "redo"};
inline constexpr Phrase kActLarger{"放大文字", "larger text"};
inline constexpr Phrase kActSmaller{"缩小文字", "smaller text"};
inline constexpr Phrase kActBack{"返回", "back"};

// Navigation
inline constexpr Phrase kPlaceToday{"今天", "Today"};
inline constexpr Phrase kPlaceLibrary{"题库", "Library"};
inline constexpr Phrase kPlaceInterview{"模拟面试", "Mock interview"};
inline constexpr Phrase kPlaceStatistics{"统计", "Statistics"};
inline constexpr Phrase kPlaceGroups{"小组", "Groups"};
inline constexpr Phrase kPlaceSettings{"设置", "Settings"};
inline constexpr Phrase kImportDocuments{"导入文档", "Import documents"};
inline constexpr Phrase kStudyDeck{"学习：{}", "Study: {}"};
inline constexpr Phrase kPaletteHint{"输入命令或题库名", "Type a command or a deck"};
inline constexpr Phrase kPaletteEmpty{"没有这样的命令", "No command of that name"};
inline constexpr Phrase kSearchFor{"在题库里查找“{}”", "Search the library for “{}”"};

// Notices
inline constexpr Phrase kUndoneAnswer{"已撤销上一次作答", "The last answer was taken back"};
inline constexpr Phrase kUndoneEdit{"已撤销上一次修改", "The last edit was taken back"};
inline constexpr Phrase kUndoneCards{"已撤销上一次卡片操作", "The last change to cards was taken back"};
inline constexpr Phrase kUndoneSetting{"已撤销上一次设置", "The last setting was taken back"};
inline constexpr Phrase kNoticeUndo{"撤销这次导入", "Undo this import"};
inline constexpr Phrase kUndoneImport{
    "已撤销《{}》的导入。之后的作答和修改都留着，按 Ctrl+Y 可恢复",
    "The import of {} was taken back. Answers and edits made since are kept; Ctrl+Y "
    "brings it back"};
inline constexpr Phrase kUndoneInterview{"已撤销上一次模拟面试", "The last mock interview was taken back"};
inline constexpr Phrase kStillBusy{"正在写入，请先等它完成或停止",
                                   "Something is still being written: let it finish or stop it first"};
inline constexpr Phrase kRedone{"已重做", "Brought back"};
inline constexpr Phrase kNothingToRedo{"没有可重做的操作", "There is nothing to redo"};
inline constexpr Phrase kPreferencesNotKept{
    "设置没能写入 {}：请检查磁盘空间和权限",
    "The settings could not be written to {}: check space and permissions"};
inline constexpr Phrase kAnswerNotSaved{"这次作答没有存上：{}", "This answer was not saved: {}"};
inline constexpr Phrase kNotUndone{"没能撤销：{}", "Could not undo: {}"};
inline constexpr Phrase kNothingToUndo{"没有可撤销的操作了", "There is nothing left to undo"};
inline constexpr Phrase kNotRead{"题库读取出错：{}", "The library could not be read: {}"};
inline constexpr Phrase kClockBehind{
    "最近一次作答比这台电脑的日期还晚 {} 天：请检查系统日期",
    "The newest answer is {} day(s) ahead of this computer's clock: check the date"};
inline constexpr Phrase kNoChineseFont{
    "No Chinese font found. On Debian: sudo apt install fonts-noto-cjk, then start Rehearse again.",
    "No Chinese font found. On Debian: sudo apt install fonts-noto-cjk, then start Rehearse again."};

}  // namespace rehearse::words
