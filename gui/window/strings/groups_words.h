// What the window says of study groups.
#pragma once

#include "gui/window/strings/phrase.h"

namespace rehearse::words {

inline constexpr Phrase kGroupsSignedOut{"小组要先登录", "Groups want an account"};
inline constexpr Phrase kGroupsSignedOutHint{
    "一个人整理题库，全组同步就有；各人的进度和自己的改动互不影响。先在设置里登录同步服务器。",
    "One cleans up a deck, and all have it after a sync; everybody's progress and own edits stay their own. "
    "Sign in to a sync server in the settings first."};
inline constexpr Phrase kGroupsSettings{"去设置里登录", "Sign in, in the settings"};

inline constexpr Phrase kGroupsReader{"你是成员：题库更新自动收到", "You read: updates come by themselves"};
inline constexpr Phrase kGroupsEditor{"你是编辑：可以发布题库", "You are an editor: you publish decks"};
inline constexpr Phrase kGroupsOwner{"你是管理者：可以邀请成员、发布题库",
                                     "You are an owner: you invite members and publish decks"};
inline constexpr Phrase kGroupsPublish{"发布题库", "Publish a deck"};
inline constexpr Phrase kGroupsInvite{"邀请成员", "Invite somebody"};
inline constexpr Phrase kGroupsLeave{"退出小组", "Leave"};
inline constexpr Phrase kGroupsCode{"邀请码（一人可用，至 {}）：", "Invite for one person, until {}:"};
inline constexpr Phrase kGroupsCopy{"复制", "Copy"};
inline constexpr Phrase kGroupsLeaveWhat{
    "退出「{}」？小组的题库留在这里，归你自己；以后不再更新。",
    "Leave \"{}\"? Its decks stay here as your own and are updated no more."};
inline constexpr Phrase kGroupsReallyLeave{"退出", "Leave"};
inline constexpr Phrase kGroupsStay{"留下", "Stay"};

inline constexpr Phrase kGroupsWhichDeck{"发布哪个题库？", "Which deck?"};
inline constexpr Phrase kGroupsNoDecks{"题库还是空的：先导入一份文档。",
                                       "There is no deck yet: import a document first."};
inline constexpr Phrase kGroupsWouldPublish{
    "《{}》：新增 {} 题，修改 {} 题，移除 {} 题。作答记录和标记不会公开。",
    "{}: {} new, {} changed, {} removed. Answers and marks stay yours."};
inline constexpr Phrase kGroupsUpToDate{"《{}》：小组已是最新。", "{}: the group has all of it already."};
inline constexpr Phrase kGroupsUndecided{
    "{} 处其他成员也改过，先在题库里选定写法，才会发布。",
    "{} were changed by others too: choose a version in the library first."};
inline constexpr Phrase kGroupsPublishNow{"发布", "Publish"};
inline constexpr Phrase kGroupsCancel{"取消", "Cancel"};
inline constexpr Phrase kGroupsPublished{"已发布到「{}」", "Published in \"{}\""};

inline constexpr Phrase kGroupsRemoved{"小组移除了这些题", "Removed by the group"};
inline constexpr Phrase kGroupsRemovedHint{
    "题上有你的作答或改动，所以没有跟着删除。保留还是删除？",
    "Something of yours is on them, so they are still here. Keep or delete?"};
inline constexpr Phrase kGroupsKeep{"保留", "Keep"};
inline constexpr Phrase kGroupsDelete{"删除", "Delete"};
inline constexpr Phrase kGroupsAndMore{"还有 {} 题", "{} more"};

inline constexpr Phrase kGroupsJoin{"加入或建立小组", "Join or make a group"};
inline constexpr Phrase kGroupsJoinHint{"邀请码", "The code of an invite"};
inline constexpr Phrase kGroupsJoinNow{"加入", "Join"};
inline constexpr Phrase kGroupsCreate{"建立小组", "Make a group"};
inline constexpr Phrase kGroupsCreateHint{"小组名称", "The group's name"};
inline constexpr Phrase kGroupsCreateNow{"建立", "Make"};
inline constexpr Phrase kGroupsAsking{"正在询问服务器", "Asking the server"};
inline constexpr Phrase kGroupsTrouble{"没有成功：{}", "That did not work: {}"};
inline constexpr Phrase kGroupsJoined{"已加入「{}」，正在取题库", "Joined \"{}\": its decks are coming"};
inline constexpr Phrase kGroupsMade{"已建立「{}」", "\"{}\" is made"};
inline constexpr Phrase kGroupsNext{"下一项", "next"};
inline constexpr Phrase kGroupsNotKept{"没有保存：{}", "It was not kept: {}"};

}  // namespace rehearse::words
