// Who may use the server: accounts with a password, and their devices with a token each.
// Any thread; every change is durable when the call returns.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/base/time.h"
#include "sync/protocol/problem.h"
#include "sync/server/accounts/password_hasher.h"
#include "sync/server/store/account_rows.h"
#include "sync/server/store/commits.h"
#include "sync/server/store/invite_rows.h"
#include "sync/server/store/reader_pool.h"
#include "sync/server/store/session_rows.h"
#include "sync/server/store/stream_store.h"

namespace rehearse::sync {

inline constexpr std::int64_t kIdleDays = 400;    // a token that was not used for longer is dead
inline constexpr std::size_t kMostDevices = 100;  // of an account: the one idle longest makes room

/// Who may make an account: those with an invite, everybody, or nobody but who runs the server.
enum class Registration { kInvite, kOpen, kClosed };
/// invite, open, closed.
std::string_view word_of(Registration registration);
std::optional<Registration> registration_of(std::string_view word);

/// What somebody typed to be let in.
struct Credentials {
  std::string name, password;
  std::string device;  // what to call it
};

struct SignedIn {
  Sender sender;
  std::string name;
  std::string token;  // is nowhere else: the server keeps its hash
};

class Accounts {
 public:
  /// `writer` is of the same data; both outlive it.
  Accounts(DataSource source, Commits& writer, PasswordHasher& hasher,
           Registration registration = Registration::kInvite);

  Registration registration() const { return registration_; }
  /// A new account for who has an invite; where registration is open, for whatever was typed as one. Takes no
  /// use of an invite unless the account was made.
  std::variant<SignedIn, Problem> sign_up(std::string_view invite, const Credentials& typed, Instant now);
  /// Takes the same time whether the name or the password is the wrong one, and says the same.
  std::variant<SignedIn, Problem> sign_in(const Credentials& typed, Instant now);
  /// Whose token it is; nothing when it is nobody's, revoked or dead.
  std::optional<Sender> sender_of(std::string_view token, Instant now);

  std::optional<AccountRow> account(std::int64_t id);
  std::vector<SessionRow> devices(std::int64_t account);
  /// A problem when this account has no such device, or the name can be none.
  std::optional<Problem> rename_device(std::int64_t account, std::int64_t session, std::string_view name);
  /// False when this account has no such device.
  bool revoke(std::int64_t account, std::int64_t session);
  /// All other devices are signed out.
  std::optional<Problem> change_password(const Sender& sender, std::string_view old_one,
                                         std::string_view new_one);
  std::optional<Problem> delete_account(const Sender& sender, std::string_view password);
  /// Goes on with deletions that a stop of the server has cut short.
  void finish_deletions();

 private:
  /// Whether it is the password of the account; takes its time for none as well.
  bool is_password(const std::optional<AccountRow>& account, std::string_view password);
  std::optional<AccountRow> find(std::string_view name);
  /// What an account that is made with this invite may be; nothing: none may be made.
  std::optional<Role> role_for(const std::optional<InviteRow>& invite, Instant now) const;

  Commits& writer_;
  ReaderPool readers_;
  PasswordHasher& hasher_;
  Registration registration_;
};

/// A problem when the words can be no new password; bad-request, with the reason.
std::optional<Problem> problem_of_password(std::string_view password, std::string_view name);

/// Deletes an account whose deletion was begun, a little at a time: others may write in between.
void finish_deletion(Commits& writer, std::int64_t account);

}  // namespace rehearse::sync
