// What the window says of files on their way in.
#pragma once

#include "gui/window/strings/phrase.h"

namespace rehearse::words {

inline constexpr Phrase kImportTitle{"导入预览", "Before importing"};
inline constexpr Phrase kImportFiles{"文件 {}", "{} file(s)"};
inline constexpr Phrase kImportQuestions{"题目 {}", "{} question(s)"};
inline constexpr Phrase kImportProblems{"疑问 {}", "{} problem(s)"};
inline constexpr Phrase kImportWillDo{"新增 {} 题，更新 {} 题，未变 {} 题",
                                      "{} new, {} changed, {} unchanged"};
inline constexpr Phrase kImportMoreQuestions{"……还有 {} 题", "... and {} more"};
inline constexpr Phrase kImportMoreFiles{"……还有 {} 个文件", "... and {} more file(s)"};
inline constexpr Phrase kImportLeftOut{"不会导入的文件：{}", "Files left out: {}"};
inline constexpr Phrase kImportKeep{"导入 {} 题", "Import {} question(s)"};
inline constexpr Phrase kImportKeepOne{"导入 1 题", "Import 1 question"};
inline constexpr Phrase kImportReading{"正在读取 {} / {}", "Reading {} of {}"};
inline constexpr Phrase kImportKeeping{"正在导入 {} / {}", "Importing {} of {}"};
inline constexpr Phrase kImportCancel{"取消", "Cancel"};
inline constexpr Phrase kImportStop{"停止", "Stop"};
inline constexpr Phrase kStemWithKind{"{}（{}）", "{} ({})"};
inline constexpr Phrase kImported{"《{}》：新增 {} 题，更新 {} 题，未变 {} 题",
                                  "{}: {} added, {} updated, {} unchanged"};
inline constexpr Phrase kImportedDecks{"{} 个文件（{}）：新增 {} 题，更新 {} 题，未变 {} 题",
                                       "{} file(s) ({}): {} added, {} updated, {} unchanged"};
inline constexpr Phrase kImportedAnswers{"带入的作答记录：{}", "answers brought in: {}"};
inline constexpr Phrase kImportedKept{"保留你自己的修改：{} 处", "your own edits that were kept: {}"};
inline constexpr Phrase kImportedProblems{"疑问 {} 处，请对照原文：",
                                          "problems: {}; compare with the document:"};
inline constexpr Phrase kImportedStopped{"已停止：还有 {} 个文件没有导入",
                                         "stopped: not imported: {} file(s)"};
inline constexpr Phrase kImportBusy{"正在导入，请稍后再拖入其他文件",
                                    "Still importing: drop more files when it is done"};
inline constexpr Phrase kMoreLines{"……还有 {} 行", "... and {} more line(s)"};
inline constexpr Phrase kNotImported{"没能导入：{}", "Not imported: {}"};

// One file beside its text
inline constexpr Phrase kFieldStem{"题目", "question"};
inline constexpr Phrase kFieldCode{"代码", "code"};
inline constexpr Phrase kFieldOption{"选项", "option"};
inline constexpr Phrase kFieldKey{"正确答案", "key"};
inline constexpr Phrase kFieldPoint{"要点", "key point"};
inline constexpr Phrase kFieldNumber{"{} {}", "{} {}"};
inline constexpr Phrase kFieldAnswer{"参考答案", "answer"};
inline constexpr Phrase kFieldAnalysis{"解析", "analysis"};
inline constexpr Phrase kFieldCriteria{"评分标准", "criteria"};
inline constexpr Phrase kFieldNotInText{"{} · 原文中没有单独的位置", "{} · no place of its own in the text"};
inline constexpr Phrase kReviewSource{"原文", "Source"};
inline constexpr Phrase kReviewSourceFrom{"原文，从第 {} 行起", "Source, from line {}"};
inline constexpr Phrase kReviewNoSource{"这种格式没有可对照的原文。",
                                        "This format has no text to compare with."};
inline constexpr Phrase kReviewIsLeftOut{"这道题不会导入。按 Delete 恢复。",
                                         "This question stays out. Delete takes it in again."};
inline constexpr Phrase kReviewLeftOut{"略去 {}", "left out {}"};
inline constexpr Phrase kReviewLook{"对照原文", "Compare with the text"};
inline constexpr Phrase kCorrectTitle{"改正：{}", "Correct: {}"};
inline constexpr Phrase kCorrectSave{"好（Ctrl+回车）", "Done (Ctrl+Enter)"};
inline constexpr Phrase kCorrectDrop{"取消（Esc）", "Cancel (Esc)"};
inline constexpr Phrase kCorrectLater{"这一部分可在导入后到题库里修改",
                                      "This part can be changed in the library after the import"};
inline constexpr Phrase kCorrectNotEmpty{"题目不能为空：要略去整道题，请按 Delete",
                                         "A question cannot be empty: Delete leaves it out"};
inline constexpr Phrase kActQuestion{"选题目", "question"};
inline constexpr Phrase kActField{"选部分", "part"};
inline constexpr Phrase kActLeaveOut{"略去 / 恢复", "leave out / take in"};
inline constexpr Phrase kActNextDoubt{"下一处疑问", "next doubt"};
inline constexpr Phrase kActCorrect{"改正", "correct"};

// Choosing a file
inline constexpr Phrase kPickerTitle{"选择文档", "Choose a document"};
inline constexpr Phrase kPickerHint{"输入名字筛选，或粘贴完整路径", "Type a part of a name, or paste a path"};
inline constexpr Phrase kPickerNothing{"这里没有可导入的文档", "No documents here"};
inline constexpr Phrase kPickerNothingHint{"可以换个文件夹，或直接把文件拖进窗口。",
                                           "Go to another folder, or drop the file into the window."};
inline constexpr Phrase kPickerNotThere{"没有这个文件：{}", "There is no such file: {}"};
inline constexpr Phrase kPickerFolderClosed{"打不开文件夹 {}：{}", "The folder {} cannot be opened: {}"};
inline constexpr Phrase kPickerChoose{"选择", "choose"};
inline constexpr Phrase kPickerOpen{"打开", "open"};
inline constexpr Phrase kPickerUp{"上一级", "folder above"};
inline constexpr Phrase kPickerParent{"上一级文件夹", "Folder above"};

}  // namespace rehearse::words
