// What the window says about syncing.
#pragma once

#include "gui/window/strings/phrase.h"

namespace rehearse::words {

inline constexpr Phrase kSync{"同步", "Sync"};
inline constexpr Phrase kSyncNobody{
    "尚未登录。在终端运行 rehearse login 网址 "
    "即可登录同步服务器；之后本窗口会自动同步。没有服务器也能一直使用。",
    "Nobody is signed in. In a terminal, rehearse login URL signs in to a sync server; this window then "
    "syncs by "
    "itself. Without a server everything works all the same."};
inline constexpr Phrase kSyncWho{"{}，{}", "{} on {}"};
inline constexpr Phrase kSyncWorking{"正在同步……", "Syncing..."};
inline constexpr Phrase kSyncLast{"上次同步：{}", "Last sync: {}"};
inline constexpr Phrase kSyncNever{"还没有同步过", "Not synced yet"};
inline constexpr Phrase kSyncPending{"待发送：{}", "Waiting to be sent: {}"};
inline constexpr Phrase kSyncRefused{"服务器不接收的内容：{}，仍保留在本机；rehearse sync 会列出",
                                     "The server will not keep: {}. It stays here; rehearse sync lists it"};
inline constexpr Phrase kSyncTrouble{"没有同步成：{}", "Not synced: {}"};
inline constexpr Phrase kSyncNow{"现在同步", "Sync now"};
inline constexpr Phrase kSyncSignOut{"退出登录", "Sign out"};
inline constexpr Phrase kSyncSignedOut{"已退出登录；题库不变", "Signed out; the library stays as it is"};
inline constexpr Phrase kSyncOnlyHere{"本机已退出，但服务器上仍列着本设备：{}",
                                      "Signed out here; the server still lists this device: {}"};

}  // namespace rehearse::words
