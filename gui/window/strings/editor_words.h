// What the window says where a question is edited.
#pragma once

#include "gui/window/strings/phrase.h"

namespace rehearse::words {

inline constexpr Phrase kEditorTitle{"编辑题目", "Edit question"};
inline constexpr Phrase kEditorUnsaved{"有未保存的修改", "unsaved changes"};
inline constexpr Phrase kEditorGone{"这道题已经不在了", "This question is gone"};
inline constexpr Phrase kEditorGoneHint{"按 Esc 返回。", "Press Esc to go back."};

// Fields
inline constexpr Phrase kEditorStem{"题干", "Question"};
inline constexpr Phrase kEditorOptions{"选项（每行一个）", "Options, one a line"};
inline constexpr Phrase kEditorOptionsField{"选项", "Options"};
inline constexpr Phrase kEditorKey{"答案键（字母；判断写 正确 或 错误；填空每空一行）",
                                   "Key: letters; 正确 or 错误; one line a blank"};
inline constexpr Phrase kEditorKeyField{"答案键", "Key"};
inline constexpr Phrase kEditorPoints{"要点", "Key points"};
inline constexpr Phrase kEditorCue{"要点提示", "What to remember"};
inline constexpr Phrase kEditorDetail{"说明（可不填）", "What is said about it; may be empty"};
inline constexpr Phrase kEditorAnswer{"参考答案", "Reference answer"};
inline constexpr Phrase kEditorCriteria{"评分标准（每行一条）", "Scoring criteria, one a line"};
inline constexpr Phrase kEditorCriteriaField{"评分标准", "Scoring criteria"};
inline constexpr Phrase kEditorAnalysis{"解析", "Analysis"};
inline constexpr Phrase kEditorSection{"章节", "Section"};
inline constexpr Phrase kEditorKind{"题型", "Kind"};
inline constexpr Phrase kEditorMarks{"分值", "Marks"};
inline constexpr Phrase kEditorTime{"限时（秒）", "Time limit in seconds"};
inline constexpr Phrase kEditorTimeField{"限时", "Time limit"};
inline constexpr Phrase kEditorSeconds{"{} 秒", "{} second(s)"};
inline constexpr Phrase kEditorTags{"标签（逗号分开，只有自己看见）", "Tags, divided by commas; yours alone"};
inline constexpr Phrase kEditorTagsField{"标签", "Tags"};
inline constexpr Phrase kEditorFlag{"旗标", "Flag"};
inline constexpr Phrase kEditorNoFlag{"无", "none"};
inline constexpr Phrase kEditorExample{"我自己的例子（只有自己看见）", "My own example; yours alone"};
inline constexpr Phrase kEditorExampleField{"自己的例子", "My own example"};
inline constexpr Phrase kEditorPlace{"顺序", "Place"};
inline constexpr Phrase kEditorDeck{"题库", "Deck"};
inline constexpr Phrase kEditorCode{"代码", "Code"};

// Points
inline constexpr Phrase kEditorAddPoint{"+ 添加要点", "+ Add a point"};
inline constexpr Phrase kEditorNewPoint{"新要点", "New point"};
inline constexpr Phrase kEditorSplit{"拆开", "Split"};
inline constexpr Phrase kEditorMerge{"与下一条合并", "Merge with next"};
inline constexpr Phrase kEditorDelete{"删除", "Delete"};
inline constexpr Phrase kEditorCutWhere{"把光标放在要拆开的地方，再按 Ctrl+回车",
                                        "Put the caret where the point is to be cut, then press Ctrl+Enter"};
inline constexpr Phrase kEditorNoNext{"后面没有要点可合并", "There is no next point to merge with"};

// Keys
inline constexpr Phrase kActEditorSave{"保存", "save"};
inline constexpr Phrase kActEditorNext{"下一栏", "next field"};
inline constexpr Phrase kActEditorAdd{"在后面添加要点", "add a point behind"};
inline constexpr Phrase kActEditorSplit{"在光标处拆开要点", "split the point at the caret"};
inline constexpr Phrase kActEditorMerge{"与下一个要点合并", "merge with the next point"};
inline constexpr Phrase kActEditorMove{"上移、下移要点", "move the point up or down"};
inline constexpr Phrase kActEditorDelete{"删除要点", "delete the point"};
inline constexpr Phrase kActEditorHistory{"修改历史", "history"};

// Notices
inline constexpr Phrase kEditorSaved{"已保存", "Saved"};
inline constexpr Phrase kEditorNotSaved{"没有保存：{}", "Not saved: {}"};
inline constexpr Phrase kEditorMarksWrong{"分值要写成数字，如 10 或 2.5",
                                          "Marks are a number such as 10 or 2.5"};
inline constexpr Phrase kEditorTimeWrong{"限时要写成整数秒，如 180",
                                         "The time limit is a whole number of seconds, such as 180"};
inline constexpr Phrase kEditorUndone{"已撤销上一次保存", "The last save was taken back"};
inline constexpr Phrase kEditorRedone{"已重做", "Brought back"};

// Leaving
inline constexpr Phrase kEditorStay{"修改还没有保存：Ctrl+S 保存，Esc 可放弃",
                                    "The changes are not saved: Ctrl+S saves them, Esc can drop them"};
inline constexpr Phrase kEditorLeaveTitle{"修改还没有保存", "Changes are not saved"};
inline constexpr Phrase kEditorLeaveSave{"保存并返回", "Save and go back"};
inline constexpr Phrase kEditorLeaveDrop{"放弃修改", "Drop the changes"};
inline constexpr Phrase kEditorLeaveStay{"继续编辑", "Go on editing"};

// History
inline constexpr Phrase kEditorHistoryTitle{"修改历史", "History"};
inline constexpr Phrase kEditorHistoryAll{"全部修改", "All changes"};
inline constexpr Phrase kEditorHistoryNone{"还没有记录", "Nothing recorded yet"};
inline constexpr Phrase kEditorByDocument{"文档", "document"};
inline constexpr Phrase kEditorDeleteQuestion{"删除这道题", "Delete this question"};
inline constexpr Phrase kEditorQuestionDeleted{"题目已删除；Ctrl+Z 连同作答记录一并恢复",
                                               "Deleted; Ctrl+Z brings it back with its answers"};
inline constexpr Phrase kEditorByGroup{"小组", "group"};
inline constexpr Phrase kEditorByThisMachine{"本机", "this machine"};
inline constexpr Phrase kEditorByOther{"其他电脑", "another machine"};
inline constexpr Phrase kEditorByNamed{"{}（其他电脑）", "{} (another machine)"};
inline constexpr Phrase kEditorContested{
    "同一处有两种写法：来自你的两台设备，或来自小组的题库。两种都在，请选一种，其他设备随后也会用它。",
    "The same place has two versions: of two of your machines, or of a group's deck. Both are kept: choose "
    "one, "
    "and your other machines follow."};
inline constexpr Phrase kEditorShownVersion{"现在显示的", "shown now"};
inline constexpr Phrase kEditorOtherVersion{"另一种", "other version"};
inline constexpr Phrase kEditorUseThis{"用这一种", "Use this one"};
inline constexpr Phrase kEditorKeepThis{"保留这一种", "Keep this one"};
inline constexpr Phrase kEditorChosen{"已选定；Ctrl+Z 可撤销", "Chosen; Ctrl+Z takes it back"};
inline constexpr Phrase kEditorContestedMark{"有 {} 处写法不同", "Places with two versions: {}"};
inline constexpr Phrase kEditorLookAtVersions{"选择", "Choose"};
inline constexpr Phrase kEditorTakenBack{"已撤销", "taken back"};
inline constexpr Phrase kEditorRemoved{"（删去）", "(removed)"};

}  // namespace rehearse::words
