// What the window says of study groups.
#pragma once

#include "gui/window/strings/phrase.h"

namespace rehearse::words {

inline constexpr Phrase kGroupsNone{"小组要等同步服务器", "Groups come with the sync server"};
inline constexpr Phrase kGroupsNoneHint{
    "一个人整理题库、全组订阅、互相看到进度：这些要靠同步服务器，这一版还没有。现在可以把题库导出成文件发给同"
    "伴，他们把文件"
    "拖进自己的窗口就能学；各人的进度互不影响。",
    "One cleans up a deck, all subscribe and see who kept up: that needs the sync server, which this version "
    "does not "
    "have yet. What works now: export a deck as a file and send it. Dropped into a friend's window it is "
    "theirs to "
    "study; everybody's progress stays their own."};
inline constexpr Phrase kGroupsLibrary{"去题库里导出", "Export a deck in the library"};

}  // namespace rehearse::words
