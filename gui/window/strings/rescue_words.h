// What the window says of a library that is damaged.
#pragma once

#include "gui/window/strings/phrase.h"

namespace rehearse::words {

// In the window, while the library is open
inline constexpr Phrase kDamageFound{
    "题库文件已损坏。请先修复再继续：最新的完好备份，以及之后仍能读出的作答，都会保留。",
    "The library's file is damaged. Mend it before you go on: the newest good backup is kept, and every "
    "later answer that can still be read."};
inline constexpr Phrase kNotLookedThrough{"没能检查题库文件：{}",
                                          "The library's file could not be checked: {}"};
inline constexpr Phrase kNoticeMend{"关闭题库并修复", "Close the library and mend it"};

// In its place
inline constexpr Phrase kRescue{"题库文件已损坏", "The library's file is damaged"};
inline constexpr Phrase kRescueWhat{
    "{} 里的题库有一部分读不出来了。可能是磁盘故障、断电，或别的程序改动了它。现在还什么都没有改动。",
    "A part of the library in {} cannot be read any more. A failing disk, a power cut or another program may "
    "have done it. Nothing has been changed yet."};
inline constexpr Phrase kRescueLooking{"正在查找完好的备份……", "Looking for a good backup..."};
inline constexpr Phrase kRescueSteps{"修复会做三件事", "What mending does"};
inline constexpr Phrase kRescueFrom{"1. 换成 {} 的备份：{}", "1. Takes the backup of {}: {}"};
inline constexpr Phrase kRescueNew{"1. 没有完好的备份，所以新建一个题库",
                                   "1. Makes a new library: there is no good backup"};
inline constexpr Phrase kRescueLater{"2. 补回其余仍能读出的作答和改动",
                                     "2. Brings back all other answers and changes that can still be read"};
inline constexpr Phrase kRescueKept{"3. 把损坏的文件移到 {}，不会删除",
                                    "3. Moves the damaged file to {}: nothing is deleted"};
inline constexpr Phrase kRescueSync{"用同步的话，之后同步一次，别的设备上有的也会补齐。",
                                    "If you sync, sync afterwards: what other devices have comes back, too."};
inline constexpr Phrase kRescueMend{"修复", "Mend it"};
inline constexpr Phrase kRescueLeave{"先不动它，退出", "Leave it as it is and quit"};
inline constexpr Phrase kRescueMending{"正在修复……", "Mending..."};
inline constexpr Phrase kRescueMended{"已修复", "The library is mended"};
inline constexpr Phrase kRescueMendedFrom{
    "题库是 {} 的备份，又补回了 {} 条仍能读出的记录。",
    "It is the backup of {}, and {} later record(s) that could be read."};
inline constexpr Phrase kRescueMendedOnly{"题库是 {} 的备份。此后的记录已经读不出来了。",
                                          "It is the backup of {}. Nothing later could be read."};
inline constexpr Phrase kRescueMendedNew{"新题库里有仍能读出的 {} 条记录。",
                                         "It is a new one with {} record(s) that could be read."};
inline constexpr Phrase kRescueNothing{"不用修复", "There is nothing to mend"};
inline constexpr Phrase kRescueSound{"从头检查了一遍，题库是完好的，可以直接打开。",
                                     "The whole library was checked and is sound: it can be opened."};
inline constexpr Phrase kRescueOpen{"打开题库", "Open the library"};
inline constexpr Phrase kRescueNotMended{"没有修复", "Not mended"};
inline constexpr Phrase kRescueAgain{"再试一次", "Try again"};

}  // namespace rehearse::words
