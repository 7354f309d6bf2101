// What the window says about syncing.
#pragma once

#include "gui/window/strings/phrase.h"

namespace rehearse::words {

inline constexpr Phrase kSync{"同步", "Sync"};
inline constexpr Phrase kSyncNobody{
    "尚未登录。同步让你的每台电脑有同样的题库和进度，什么都不会丢；需要一台同步服务器（自己的或小组的）。"
    "没有服务器也能一直使用。",
    "Nobody is signed in. Syncing keeps the same decks and the same progress on all your computers, and "
    "loses "
    "nothing. It takes a sync server, your own or your group's. Without one everything works all the same."};
inline constexpr Phrase kSyncWho{"账号 {}，服务器 {}", "Signed in as {} on {}"};
inline constexpr Phrase kSyncWorking{"正在同步……", "Syncing..."};
inline constexpr Phrase kSyncLast{"上次同步：{}", "Last sync: {}"};
inline constexpr Phrase kSyncNever{"还没有同步过", "Not synced yet"};
inline constexpr Phrase kSyncPending{"待发送：{}", "Waiting to be sent: {}"};
inline constexpr Phrase kSyncTrouble{"没有同步成：{}", "Not synced: {}"};
inline constexpr Phrase kSyncNow{"现在同步", "Sync now"};
inline constexpr Phrase kSyncClock{
    "{}。学习和同步照常进行；请校准系统时间，否则日期会不对。",
    "{}. You can study and sync all the same; set the clock right, or days will be counted wrongly."};

// Signing in
inline constexpr Phrase kSyncOpenSignIn{"登录服务器", "Sign in to a server"};
inline constexpr Phrase kSyncServer{"服务器网址", "Address of the server"};
inline constexpr Phrase kSyncServerHint{"https://sync.example.org", "https://sync.example.org"};
inline constexpr Phrase kSyncHasAuthority{"服务器的证书由自备的 CA 签发",
                                          "The server's certificate is from an authority of your own"};
inline constexpr Phrase kSyncAuthority{
    "CA 证书文件（PEM），也可以把它拖到窗口上",
    "Certificate file of the authority (PEM): type its path, or drop it here"};
inline constexpr Phrase kSyncAuthorityHint{"~/ca.pem", "~/ca.pem"};
inline constexpr Phrase kSyncOtherAuthority{
    "服务器的证书通不过这个 CA：不是它签发的、已过期，或不是给这个网址的",
    "This authority does not vouch for the server: its certificate is of another, has run out, or is for "
    "another address"};
inline constexpr Phrase kSyncName{"账号名", "Name"};
inline constexpr Phrase kSyncPassword{"密码", "Password"};
inline constexpr Phrase kSyncNewPassword{"密码（至少 12 个字符）", "Password (12 characters or more)"};
inline constexpr Phrase kSyncInvite{"邀请码（开放注册的服务器不用填）",
                                    "Invitation code (an open server asks for none)"};
inline constexpr Phrase kSyncDevice{"本机的名称", "What to call this computer"};
inline constexpr Phrase kSyncIsNew{"新建账号", "Make a new account"};
inline constexpr Phrase kSyncShowPassword{"显示密码", "Show the password"};
inline constexpr Phrase kSyncSignIn{"登录", "Sign in"};
inline constexpr Phrase kSyncSignUp{"新建并登录", "Make the account"};
inline constexpr Phrase kSyncSigningIn{"正在登录……", "Signing in..."};
inline constexpr Phrase kSyncCancel{"取消", "Cancel"};
inline constexpr Phrase kSyncMissing{"这里还没有填", "This is missing"};
inline constexpr Phrase kSyncOwnCertificate{
    "没有机构为这台服务器的证书作保，自建服务器通常如此。请与服务器自己显示的指纹核对，一致才继续：",
    "No authority vouches for the certificate of this server, as is usual for one of your own. Compare with "
    "the "
    "fingerprint that the server itself shows, and go on only if they are the same:"};
inline constexpr Phrase kSyncBelieve{"一致，登录", "They are the same: sign in"};
inline constexpr Phrase kSyncOtherAccount{
    "{}。确实要把本机的整个题库交给这个账号吗？",
    "{}. Shall the whole library of this computer really go to this account?"};
inline constexpr Phrase kSyncWelcomeAccount{"是，全部交给它", "Yes, all of it"};
inline constexpr Phrase kSyncSignedIn{"已登录为 {}", "Signed in as {}"};

// Signing out
inline constexpr Phrase kSyncSignOut{"退出登录", "Sign out"};
inline constexpr Phrase kSyncSignOutWhat{
    "退出后，题库和全部进度仍留在本机，服务器上的也不变，只是不再互相同步。再次登录即可继续。",
    "The whole library and all progress stay on this computer, and so does what is on the server; they only "
    "stop syncing. Sign in again to go on."};
inline constexpr Phrase kSyncSignOutUnsent{"还有 {} 项没有发送，会留到下次登录。",
                                           "Not sent yet, and waiting for the next time: {}."};
inline constexpr Phrase kSyncReallySignOut{"确定退出", "Sign out now"};
inline constexpr Phrase kSyncStay{"不退出", "Stay signed in"};
inline constexpr Phrase kSyncSignedOut{"已退出登录；题库不变", "Signed out; the library stays as it is"};
inline constexpr Phrase kSyncOnlyHere{"本机已退出，但服务器上仍列着本设备：{}",
                                      "Signed out here; the server still lists this device: {}"};

// Devices
inline constexpr Phrase kSyncDevices{"设备", "Devices"};
inline constexpr Phrase kSyncShowDevices{"查看设备", "Show devices"};
inline constexpr Phrase kSyncHideDevices{"收起设备", "Hide devices"};
inline constexpr Phrase kSyncReadingDevices{"正在询问服务器……", "Asking the server..."};
inline constexpr Phrase kSyncThisDevice{"本机", "this computer"};
inline constexpr Phrase kSyncDeviceUsed{"最近使用 {}", "last used {}"};
inline constexpr Phrase kSyncDeviceTrouble{"没有做成：{}", "Not done: {}"};
inline constexpr Phrase kSyncRevoke{"让它退出", "Sign it out"};
inline constexpr Phrase kSyncRevokeWhat{
    "让“{}”退出？它上面的题库不受影响，但要重新输入密码才能再同步。丢失或送人的电脑应当退出。",
    "Sign {} out? Its own library stays as it is, and it syncs again only with the password. Do it for a "
    "computer that is lost or given away."};
inline constexpr Phrase kSyncReallyRevoke{"确定让它退出", "Sign it out now"};
inline constexpr Phrase kSyncKeepDevice{"保留", "Leave it"};
inline constexpr Phrase kSyncRevoked{"“{}”已退出", "{} is signed out"};
inline constexpr Phrase kSyncDoubled{
    "有两台设备都叫“{}”，给本机另取一个名称就分得清了。",
    "Two devices are called {}. Give this one another name to tell them apart."};
inline constexpr Phrase kSyncNameThis{"给本机改名", "Name this computer"};
inline constexpr Phrase kSyncKeepName{"保存名称", "Save the name"};
inline constexpr Phrase kSyncNamed{"本机现在叫“{}”", "This computer is called {} now"};

// What the server will not keep
inline constexpr Phrase kSyncRefused{"服务器没有接收以下 {} 项，它们仍完整地留在本机：",
                                     "The server did not take these ({}). They are whole on this computer:"};
inline constexpr Phrase kSyncRetry{"再发一次", "Send again"};
inline constexpr Phrase kSyncKeepHere{"只留在本机", "Keep it here"};
inline constexpr Phrase kSyncRetryAll{"全部再发一次", "Send all of them again"};
inline constexpr Phrase kSyncKeepAllHere{"全部只留在本机", "Keep all of them here"};
inline constexpr Phrase kSyncAllRefused{"全部显示", "Show all"};
inline constexpr Phrase kSyncFewRefused{"收起", "Show fewer"};
inline constexpr Phrase kSyncOfAnswer{"一次作答：{}", "An answer: {}"};
inline constexpr Phrase kSyncOfEdit{"对题目的修改（{}）：{}", "An edit ({}): {}"};
inline constexpr Phrase kSyncOfCards{"对卡片的操作：{}", "Something done with cards: {}"};
inline constexpr Phrase kSyncOfSetting{"一项设置", "A setting"};
inline constexpr Phrase kSyncOfInterview{"一次模拟面试", "A mock interview"};
inline constexpr Phrase kSyncOfImport{"导入：{}", "An import: {}"};
inline constexpr Phrase kSyncOfUnknown{"更新版本的程序写下的内容",
                                       "Something a newer version of the program wrote"};
inline constexpr Phrase kSyncGoneQuestion{"已删除的题目", "a question that is gone"};
inline constexpr Phrase kSyncTooLarge{"内容超过 64 KB，服务器装不下",
                                      "it is longer than 64 KB, which no server takes"};
inline constexpr Phrase kSyncQuota{"账号在服务器上的空间已用完",
                                   "the account's share of the server's disk is used up"};
inline constexpr Phrase kSyncForbidden{"账号无权这样做", "the account may not do this"};
inline constexpr Phrase kSyncNotUnderstood{"服务器看不懂它", "the server does not understand it"};
inline constexpr Phrase kSyncRefusedBecause{"服务器的答复：{}", "the server says: {}"};

}  // namespace rehearse::words
