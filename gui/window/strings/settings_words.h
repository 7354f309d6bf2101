// What the settings say.
#pragma once

#include "gui/window/strings/phrase.h"

namespace rehearse::words {

inline constexpr Phrase kSettingsChange{"改变数值", "change a value"};
inline constexpr Phrase kSettingsNext{"下一项", "next setting"};
inline constexpr Phrase kSettingsNotKept{"设置没有存上：{}", "The setting was not saved: {}"};

// Look
inline constexpr Phrase kSettingsLook{"外观", "Appearance"};
inline constexpr Phrase kSettingsLanguage{"语言", "Language"};
inline constexpr Phrase kSettingsSystem{"跟随系统", "System"};
inline constexpr Phrase kSettingsTheme{"主题", "Theme"};
inline constexpr Phrase kSettingsLight{"浅色", "Light"};
inline constexpr Phrase kSettingsDark{"深色", "Dark"};
inline constexpr Phrase kSettingsTextSize{"文字大小", "Text size"};
inline constexpr Phrase kSettingsFont{"字体", "Font"};
inline constexpr Phrase kSettingsFontByItself{"自动选择", "Chosen by itself"};
inline constexpr Phrase kSettingsSampleStem{"什么是最终一致性（eventual consistency）？",
                                            "What is eventual consistency (最终一致性)?"};
inline constexpr Phrase kSettingsSampleText{
    "若不再有新的写入，经过一段时间后所有副本都会收敛到最后一次写入的值。",
    "Once writes stop, every replica comes to hold the value that was written last."};

// Studying
inline constexpr Phrase kSettingsStudy{"每天的学习量", "How much a day"};
inline constexpr Phrase kSettingsStudyNote{"对所有题库有效；单个题库可以在题库页另外设定。",
                                           "For all decks; a deck can have its own on the Library page."};
inline constexpr Phrase kSettingsMinutes{"每天时间", "Time a day"};
inline constexpr Phrase kSettingsMinutesValue{"{} 分钟", "{} minute(s)"};
inline constexpr Phrase kSettingsFresh{"每天新题", "New questions a day"};
inline constexpr Phrase kSettingsFreshValue{"{} 题", "{}"};
inline constexpr Phrase kSettingsNoFresh{"不学新题", "none"};
inline constexpr Phrase kSettingsReviews{"每天最多复习", "Reviews a day at most"};
inline constexpr Phrase kSettingsReviewsValue{"{} 张", "{} card(s)"};
inline constexpr Phrase kSettingsNoLimit{"不限", "no limit"};
inline constexpr Phrase kSettingsAfter{"面试之后", "After the interview"};
inline constexpr Phrase kSettingsMaintain{"继续维持", "Keep it fresh"};
inline constexpr Phrase kSettingsQuiet{"不再出现", "Stop asking"};
inline constexpr Phrase kSettingsDayStart{"一天从几点算起", "A day starts at"};
inline constexpr Phrase kSettingsDayStartNote{
    "在这之前的作答算前一天的。改动后，以前的作答也按新的一天重算。",
    "What is answered before that counts for the day before. A change holds for earlier answers too."};
inline constexpr Phrase kSettingsDayStartSet{
    "一天从 {} 点算起：今天要复习 {} 张（原来 {} 张）。Ctrl+Z 撤销",
    "A day starts at {}: {} card(s) due today (before: {}). Ctrl+Z takes it "
    "back"};

// Scheduler
inline constexpr Phrase kSettingsScheduler{"复习间隔", "When cards come again"};
inline constexpr Phrase kSettingsAlgorithm{"算法", "Algorithm"};
inline constexpr Phrase kSettingsRetention{"目标记住率", "Recall to aim at"};
inline constexpr Phrase kSettingsRetentionNote{
    "越高，复习越频繁：从 90% 提到 95%，复习量大约翻倍。",
    "Higher means more reviews: from 90 % to 95 % about twice as many."};
inline constexpr Phrase kSettingsSm2Note{
    "SM-2：经典的固定规则，不需要任何数据。FSRS-6 按你自己的记忆来算，可以按作答拟合。",
    "SM-2: fixed, well-known rules that need no data. FSRS-6 models memory and can be fitted to your own "
    "answers."};
inline constexpr Phrase kSettingsFsrsDefault{"参数：默认值", "Parameters: the default ones"};
inline constexpr Phrase kSettingsFsrsFitted{"参数：已按你的作答拟合", "Parameters: fitted to your answers"};
inline constexpr Phrase kSettingsFit{"按我的作答优化", "Fit to my answers"};
inline constexpr Phrase kSettingsFitting{"正在拟合……", "Fitting..."};
inline constexpr Phrase kSettingsApplying{"正在重算所有卡片……", "Working out every card again..."};
inline constexpr Phrase kSettingsStop{"停止", "Stop"};
inline constexpr Phrase kSettingsFitResult{
    "用 {} 次复习拟合：预测误差（对数损失）从 {} 降到 {}。",
    "Fitted to {} review(s): the error of what it foretells (log-loss) goes from {} to {}."};
inline constexpr Phrase kSettingsFitNoGain{
    "用 {} 次复习拟合：默认参数已经够好，误差（对数损失）仍是 {}。",
    "Fitted to {} review(s): the default parameters serve you as well, the log-loss stays {}."};
inline constexpr Phrase kSettingsFitApply{"采用", "Use these"};
inline constexpr Phrase kSettingsFitDiscard{"不用", "Leave it"};
inline constexpr Phrase kSettingsFitTrouble{"没有拟合：{}", "Not fitted: {}"};
inline constexpr Phrase kSettingsSchedulerSet{
    "已改用 {}：今天要复习 {} 张（原来 {} 张）。Ctrl+Z 撤销",
    "{} is in use: {} card(s) due today (before: {}). Ctrl+Z takes it back"};

// Backups
inline constexpr Phrase kSettingsBackups{"备份", "Backups"};
inline constexpr Phrase kSettingsBackupsNote{
    "有改动时自动备份：使用中每 30 "
    "分钟一次，关闭时一次。每份写完都会检查。两天内的全部保留，往前每天、每周、每月各留一份。",
    "Made by themselves when something changed: every 30 minutes of use, and on closing. Each is checked "
    "once "
    "it is written. All of two days are kept, then one a day, a week and a month."};
inline constexpr Phrase kSettingsNoBackups{"还没有备份", "There is no backup yet"};
inline constexpr Phrase kSettingsBackUpNow{"现在备份", "Back up now"};
inline constexpr Phrase kSettingsBackingUp{"正在备份……", "Backing up..."};
inline constexpr Phrase kSettingsBackedUp{"已备份：{}", "Backed up: {}"};
inline constexpr Phrase kSettingsNothingNew{"上次备份之后没有改动，不用再备份",
                                            "Nothing has changed since the last backup"};
inline constexpr Phrase kSettingsNotBackedUp{"没有备份成：{}", "No backup was made: {}"};
inline constexpr Phrase kSettingsAnswerCount{"{} 次作答", "{} answer(s)"};
inline constexpr Phrase kSettingsMegabytes{"{} MB", "{} MB"};
inline constexpr Phrase kSettingsUnknownContents{"旧版本的备份", "of an older version"};
inline constexpr Phrase kSettingsShowAll{"显示全部 {} 份", "Show all {}"};
inline constexpr Phrase kSettingsShowFewer{"只显示最近几份", "Show the latest only"};
inline constexpr Phrase kSettingsContents{"{} 个题库，{} 道题，{} 次作答，最近一次在 {}",
                                          "{} deck(s), {} question(s), {} answer(s), the newest on {}"};
inline constexpr Phrase kSettingsNoAnswers{"{} 个题库，{} 道题，还没有作答",
                                           "{} deck(s), {} question(s), no answers"};
inline constexpr Phrase kSettingsRestoreNote{
    "题库、题目和设置回到那时的样子；那以后的作答一次也不会丢。恢复前会先备份现在的状态，想反悔就恢复那一份"
    "。",
    "Decks, questions and settings go back to what they were then; no answer given since is lost. What is "
    "there "
    "now is backed up first: restore that to change your mind."};
inline constexpr Phrase kSettingsRestore{"恢复到这一份", "Go back to this one"};
inline constexpr Phrase kSettingsRestoring{"正在恢复……", "Restoring..."};
inline constexpr Phrase kSettingsRestored{"已恢复到 {}：收回了 {} 项改动，保留了之后的 {} 次作答",
                                          "Back to {}. Changes taken back: {}; later answers kept: {}"};
inline constexpr Phrase kSettingsNotRestored{"没有恢复：{}", "Not restored: {}"};

// Reminder
inline constexpr Phrase kSettingsReminder{"每日提醒", "Daily reminder"};
inline constexpr Phrase kSettingsRemind{"到点提醒我学习", "Remind me to study"};
inline constexpr Phrase kSettingsRemindAt{"提醒时间", "At"};
inline constexpr Phrase kSettingsRemindNote{
    "由系统的 systemd 定时器发出桌面通知，不打开本程序也会提醒。",
    "A timer of your systemd shows a notification on the desktop; this program need not be open."};
inline constexpr Phrase kSettingsReminderOn{"每天 {} 提醒", "You are reminded every day at {}"};
inline constexpr Phrase kSettingsReminderOff{"不再提醒", "No more reminders"};
inline constexpr Phrase kSettingsNoSystemd{"没有设成：这里没有用户的 systemd（{}）",
                                           "Not set: there is no systemd for users here ({})"};
inline constexpr Phrase kSettingsReminderNotWritten{
    "没有设成：无法写入 {}，请检查磁盘空间和权限",
    "Not set: {} could not be written: check space and permissions"};
inline constexpr Phrase kSettingsReminderTitle{"熟答", "Rehearse"};
inline constexpr Phrase kSettingsReminderText{"今天的复习在等你", "Today's cards are waiting"};

// Data, keys, about
inline constexpr Phrase kSettingsData{"数据", "Data"};
inline constexpr Phrase kSettingsFolder{"题库文件夹", "Folder of the library"};
inline constexpr Phrase kSettingsCopyPath{"复制路径", "Copy path"};
inline constexpr Phrase kSettingsPathCopied{"路径已复制", "The path was copied"};
inline constexpr Phrase kSettingsKeys{"键盘", "Keyboard"};
inline constexpr Phrase kSettingsShowKeys{"显示所有页面的按键", "Show the keys of every page"};
inline constexpr Phrase kSettingsHideKeys{"收起", "Hide them"};
inline constexpr Phrase kSettingsEverywhere{"所有页面", "Everywhere"};
inline constexpr Phrase kSettingsStudying{"学习", "Studying"};
inline constexpr Phrase kSettingsImporting{"导入", "Importing"};
inline constexpr Phrase kSettingsAbout{"关于", "About"};
inline constexpr Phrase kSettingsVersion{"熟答 Rehearse {}，MIT 许可证", "Rehearse 熟答 {}, MIT licence"};
inline constexpr Phrase kSettingsLibraries{"用到的库：{}", "Made with: {}"};

}  // namespace rehearse::words
