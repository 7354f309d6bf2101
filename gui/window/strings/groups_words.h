// What the window says of study groups.
#pragma once

#include "gui/window/strings/phrase.h"

namespace rehearse::words {

inline constexpr Phrase kGroupsNone{"小组功能还没有", "Groups are not here yet"};
inline constexpr Phrase kGroupsNoneHint{
    "一个人整理题库、全组订阅、互相看到进度：这一版的同步服务器还只连接一个人自己的几台电脑。现在可以把题库导"
    "出成文件发给同伴，他们把文件拖进自己的窗口就能学；各人的进度互不影响。",
    "One cleans up a deck, all subscribe and see who kept up: the sync server of this version joins the "
    "computers of one person only. What works now: export a deck as a file and send it. Dropped into a "
    "friend's window it is theirs to study; everybody's progress stays their own."};
inline constexpr Phrase kGroupsLibrary{"去题库里导出", "Export a deck in the library"};

}  // namespace rehearse::words
