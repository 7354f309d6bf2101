// What the window says of files on their way in.
#pragma once

#include "gui/window/strings/phrase.h"

namespace rehearse::words {

inline constexpr Phrase kImportTitle{"导入预览", "Before importing"};
inline constexpr Phrase kImportFiles{"文件 {}", "files {}"};
inline constexpr Phrase kImportQuestions{"题目 {}", "questions {}"};
inline constexpr Phrase kImportProblems{"疑问 {}", "problems {}"};
inline constexpr Phrase kImportWillDo{"新增 {} 题，更新 {} 题，{} 题未变",
                                      "{} new, {} changed, {} unchanged"};
inline constexpr Phrase kImportMoreQuestions{"……还有 {} 题", "… and {} more"};
inline constexpr Phrase kImportMoreFiles{"……还有 {} 个文件", "… and {} more files"};
inline constexpr Phrase kImportLeftOut{"不会导入的文件：{}", "Files left out: {}"};
inline constexpr Phrase kImportKeep{"导入 {} 题", "Import {} questions"};
inline constexpr Phrase kImportReading{"正在读取 {} / {}", "Reading {} of {}"};
inline constexpr Phrase kImportKeeping{"正在导入 {} / {}", "Importing {} of {}"};
inline constexpr Phrase kImportCancel{"取消", "Cancel"};
inline constexpr Phrase kImportStop{"停止", "Stop"};
inline constexpr Phrase kStemWithKind{"{}（{}）", "{} ({})"};
inline constexpr Phrase kImported{"《{}》：新增 {} 题，更新 {} 题，{} 题未变",
                                  "{}: {} added, {} updated, {} unchanged"};
inline constexpr Phrase kImportedDecks{"{} 个文件（{}）：新增 {} 题，更新 {} 题，{} 题未变",
                                       "{} files ({}): {} added, {} updated, {} unchanged"};
inline constexpr Phrase kImportedAnswers{"带入的作答记录：{}", "answers brought in: {}"};
inline constexpr Phrase kImportedKept{"保留你自己的修改：{} 处", "your own edits that were kept: {}"};
inline constexpr Phrase kImportedProblems{"疑问 {} 处，请对照原文：",
                                          "problems: {}; compare with the document:"};
inline constexpr Phrase kImportedStopped{"已停止：还有 {} 个文件没有导入",
                                         "stopped: {} files were not imported"};
inline constexpr Phrase kImportBusy{"正在导入，请稍后再拖入其他文件",
                                    "Still importing: drop more files when it is done"};
inline constexpr Phrase kMoreLines{"……还有 {} 行", "… and {} more lines"};
inline constexpr Phrase kNotImported{"没能导入：{}", "Not imported: {}"};

}  // namespace rehearse::words
