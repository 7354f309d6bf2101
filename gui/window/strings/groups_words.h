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
inline constexpr Phrase kGroupsInviteAs{"身份", "Joins as"};
inline constexpr Phrase kGroupsInviteUses{"可用人数", "For how many people"};
inline constexpr Phrase kGroupsInviteDays{"有效天数", "For how many days"};
inline constexpr Phrase kGroupsInviteMake{"生成邀请码", "Make the code"};
inline constexpr Phrase kGroupsCode{"邀请码（{} 人可用，至 {}）：", "Invite, good for {}, until {}:"};
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
inline constexpr Phrase kGroupsClose{"收起", "Close"};
inline constexpr Phrase kGroupsPublished{"已发布到「{}」", "Published in \"{}\""};

inline constexpr Phrase kGroupsNoteHint{"给成员的说明（可不写）", "A word about it (optional)"};
inline constexpr Phrase kGroupsWithdraw{"从小组撤回", "Withdraw from the group"};
inline constexpr Phrase kGroupsWithdrawWhat{
    "从小组撤回《{}》？你自己的仍保留；学过的成员会被问是否保留。",
    "Withdraw {}? It stays yours; members who have studied it are asked whether to keep it."};
inline constexpr Phrase kGroupsWithdrawn{"已从「{}」撤回", "Withdrawn from \"{}\""};

inline constexpr Phrase kGroupsVersions{"版本", "Versions"};
inline constexpr Phrase kGroupsVersionsNews{"新版本（{}）", "Versions, {} new"};
inline constexpr Phrase kGroupsNoVersions{"还没有发布过题库。", "Nothing was published here yet."};
inline constexpr Phrase kGroupsVersion{"《{}》第 {} 版 · {} · {}", "{}, version {} · {} · {}"};
inline constexpr Phrase kGroupsIsNews{"新 · {}", "New · {}"};
inline constexpr Phrase kGroupsCounts{"新增 {} 题，修改 {} 题，移除 {} 题", "{} new, {} changed, {} removed"};
inline constexpr Phrase kGroupsBackTo{"退回第 {} 版", "Back to version {}"};
inline constexpr Phrase kGroupsShowChanges{"看改动", "See the changes"};
inline constexpr Phrase kGroupsBack{"退回这一版", "Go back to it"};
inline constexpr Phrase kGroupsWouldGoBack{
    "退回第 {} 版会这样改动小组题库；各人自己的写法不受影响：",
    "Going back to version {} would change the group's deck like this; everybody keeps words of his own:"};
inline constexpr Phrase kGroupsReallyBack{"退回", "Go back"};
inline constexpr Phrase kGroupsWentBack{"小组题库已退回第 {} 版", "The group's deck is back at version {}"};
inline constexpr Phrase kGroupsNoChanges{"没有差别。", "Nothing differs."};
inline constexpr Phrase kGroupsDeckChanged{"题库标题或章节有改动", "The deck's title or sections"};
inline constexpr Phrase kGroupsAdded{"新增（{}）", "New ({})"};
inline constexpr Phrase kGroupsChanged{"修改（{}）", "Changed ({})"};
inline constexpr Phrase kGroupsGone{"移除（{}）", "Removed ({})"};
inline constexpr Phrase kGroupsPointsMoved{"要点顺序", "The order of the points"};
inline constexpr Phrase kGroupsBefore{"原：{}", "Before: {}"};
inline constexpr Phrase kGroupsAfter{"现：{}", "Now: {}"};

inline constexpr Phrase kGroupsSuggest{"提修改建议", "Suggest changes"};
inline constexpr Phrase kGroupsSuggestWhich{"把哪个题库的改动提给编辑？", "Your changes of which deck?"};
inline constexpr Phrase kGroupsWouldSuggest{"《{}》：把你改过的 {} 题提给小组编辑。",
                                            "{}: what you changed of {} question(s) goes to the editors."};
inline constexpr Phrase kGroupsNothingToSuggest{"《{}》：没有新的改动可以建议。先在题库里改，再来提。",
                                                "{}: nothing new to suggest. Edit it in the library first."};
inline constexpr Phrase kGroupsSuggestedBefore{"{} 题之前已提交，等待处理。",
                                               "{} suggested before, and still waiting."};
inline constexpr Phrase kGroupsSuggestNow{"提交建议", "Suggest"};
inline constexpr Phrase kGroupsSuggested{"建议已提交给「{}」的编辑", "The editors of \"{}\" are told"};
inline constexpr Phrase kGroupsSuggestionsWait{"建议（{}）", "Suggestions ({})"};
inline constexpr Phrase kGroupsNoSuggestions{"没有待处理的建议。", "No suggestion is waiting."};
inline constexpr Phrase kGroupsSuggestsNew{"{} 建议新增 · {}", "{}: a new question · {}"};
inline constexpr Phrase kGroupsSuggestsChange{"{} 建议修改 · {}", "{}: a change · {}"};
inline constexpr Phrase kGroupsSuggestsRemoval{"{} 建议移除 · {}", "{}: a removal · {}"};
inline constexpr Phrase kGroupsAccept{"采纳", "Accept"};
inline constexpr Phrase kGroupsDecline{"谢绝", "Decline"};
inline constexpr Phrase kGroupsTakeBack{"撤回", "Take back"};

inline constexpr Phrase kGroupsYou{"你", "you"};
inline constexpr Phrase kGroupsSomebody{"成员 {}", "member {}"};
inline constexpr Phrase kGroupsMembers{"成员", "Members"};
inline constexpr Phrase kGroupsMembersUnknown{"还不知道有谁：连上服务器后再看。",
                                              "Not known yet: look again when the server is there."};
inline constexpr Phrase kGroupsMember{"{}：{}", "{}: {}"};
inline constexpr Phrase kGroupsMemberSelf{"{}（你）", "{} (you)"};
inline constexpr Phrase kGroupsMemberMuted{"{}，已屏蔽", "{}, muted"};
inline constexpr Phrase kGroupsDeletedMember{"已注销的成员", "a former member"};
inline constexpr Phrase kGroupsRoleReader{"成员", "reader"};
inline constexpr Phrase kGroupsRoleEditor{"编辑", "editor"};
inline constexpr Phrase kGroupsRoleOwner{"管理者", "owner"};
inline constexpr Phrase kGroupsMakeReader{"设为成员", "Make reader"};
inline constexpr Phrase kGroupsMakeEditor{"设为编辑", "Make editor"};
inline constexpr Phrase kGroupsMakeOwner{"设为管理者", "Make owner"};
inline constexpr Phrase kGroupsPutOut{"移出小组", "Put out"};
inline constexpr Phrase kGroupsMute{"屏蔽", "Mute"};
inline constexpr Phrase kGroupsUnmute{"取消屏蔽", "Unmute"};
inline constexpr Phrase kGroupsMuteHint{
    "屏蔽：他发布的内容对你不起作用，别人不受影响。",
    "Muted: what he publishes does not count for you, and for nobody else "
    "is it different."};

inline constexpr Phrase kGroupsBoard{"本周榜", "This week"};
inline constexpr Phrase kGroupsOnBoard{"其他成员能看到你这几个数字，除此之外什么都看不到。",
                                       "The others see these figures of yours, and nothing else."};
inline constexpr Phrase kGroupsOffBoard{
    "你没有公开自己的一周。加入后，其他成员只看到复习次数、时间和准备度。",
    "Your week is yours alone. On the board the others see reviews, minutes "
    "and readiness, and nothing else."};
inline constexpr Phrase kGroupsBoardEmpty{"本周还没有人上榜。", "Nobody is on the board this week."};
inline constexpr Phrase kGroupsBoardRow{"{}：复习 {} 次，{} 分钟", "{}: {} review(s), {} min"};
inline constexpr Phrase kGroupsBoardReady{"{}，准备度 {}%", "{}, ready {}%"};
inline constexpr Phrase kGroupsJoinBoard{"加入本周榜", "Join the board"};
inline constexpr Phrase kGroupsLeaveBoard{"不再公开", "Leave the board"};

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
