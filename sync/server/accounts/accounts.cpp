#include "sync/server/accounts/accounts.h"

#include <algorithm>
#include <utility>

#include "core/base/store_error.h"
#include "sync/server/accounts/account_name.h"
#include "sync/server/accounts/password_rules.h"
#include "sync/server/accounts/secrets.h"
#include "sync/server/groups/groups.h"

namespace rehearse::sync {
namespace {

// A write of this many rows keeps the others waiting for a few milliseconds.
constexpr std::size_t kRowsAtOnce = 2000;

Problem problem(ProblemKind kind, std::string detail) { return {kind, std::move(detail), std::nullopt}; }

Problem wrong_password() {
  return problem(ProblemKind::kUnauthenticated, "the name or the password is wrong");
}
/// The same words whatever is wrong with the invite: they tell nobody which there are.
Problem no_account() {
  return problem(ProblemKind::kForbidden,
                 "no account: the invite is none, used up or over, or none are made");
}
Problem bad_device() { return problem(ProblemKind::kBadRequest, "the device's name cannot be used"); }
Problem no_device() { return problem(ProblemKind::kNotFound, "no such device"); }

std::int64_t day_of(Instant at) {
  return std::chrono::floor<std::chrono::days>(at).time_since_epoch().count();
}

std::int64_t open_session(ServerDatabase& database, std::int64_t account, const std::string& device,
                          const Secret& token, Instant now) {
  const std::vector<SessionRow> before = list_sessions(database, account);
  for (std::size_t i = kMostDevices - 1; i < before.size(); ++i)
    delete_session(database, account, before[i].id);
  return add_session(database, {0, account, device, now, day_of(now)}, token.hash);
}

}  // namespace

std::string_view word_of(Registration registration) {
  switch (registration) {
    case Registration::kInvite: return "invite";
    case Registration::kOpen: return "open";
    case Registration::kClosed: break;
  }
  return "closed";
}

std::optional<Registration> registration_of(std::string_view word) {
  for (const auto each : {Registration::kInvite, Registration::kOpen, Registration::kClosed})
    if (word_of(each) == word) return each;
  return std::nullopt;
}

Accounts::Accounts(DataSource source, Commits& writer, PasswordHasher& hasher, Registration registration)
    : writer_(writer), readers_(std::move(source)), hasher_(hasher), registration_(registration) {}

std::optional<Role> Accounts::role_for(const std::optional<InviteRow>& invite, Instant now) const {
  if (registration_ == Registration::kClosed) return std::nullopt;
  if (invite && invite->is_open(now)) return invite->role;
  return registration_ == Registration::kOpen ? std::optional(Role::kMember) : std::nullopt;
}

std::variant<SignedIn, Problem> Accounts::sign_up(std::string_view invite, const Credentials& typed,
                                                  Instant now) {
  const auto code = hash_of_invite_code(invite);
  {
    // Without an invite nobody gets as far as a password, nor hears which names there are.
    ReaderPool::Lease reader(readers_);
    if (!role_for(code ? find_invite(reader.database(), *code) : std::nullopt, now)) return no_account();
  }
  const auto name = account_name(typed.name);
  if (!name) return problem(ProblemKind::kBadRequest, "the account's name cannot be used");
  const auto device = device_name(typed.device);
  if (!device) return bad_device();
  if (auto fault = problem_of_password(typed.password, *name)) return *fault;
  const std::string password = hasher_.hash(typed.password);
  const Secret token = make_token();
  std::variant<SignedIn, Problem> result;
  writer_.run([&](ServerDatabase& database) {
    std::optional<InviteRow> used;
    if (code) used = find_invite(database, *code);
    const auto role = role_for(used, now);
    if (!role) {
      result = no_account();
    } else if (find_account(database, *name)) {
      result = problem(ProblemKind::kConflict, "the name is taken");
    } else {
      if (used && used->is_open(now)) use_invite(database, used->id);
      const std::int64_t account = add_account(database, {0, *name, password, *role, now, 0, 0});
      result = SignedIn{{account, open_session(database, account, *device, token, now)}, *name, token.text};
    }
  });
  return result;
}

std::variant<SignedIn, Problem> Accounts::sign_in(const Credentials& typed, Instant now) {
  const auto device = device_name(typed.device);
  if (!device) return bad_device();
  const auto name = account_name(typed.name);
  const auto account = name ? find(*name) : std::nullopt;
  if (!is_password(account, typed.password)) return wrong_password();
  const std::string stronger =
      hasher_.is_outdated(account->password) ? hasher_.hash(typed.password) : std::string();
  const Secret token = make_token();
  std::variant<SignedIn, Problem> result;
  writer_.run([&](ServerDatabase& database) {
    // Between the look at the password and now it may have been changed, and the account deleted.
    const auto still = find_account(database, account->id);
    if (!still || still->password != account->password) {
      result = wrong_password();
      return;
    }
    if (!stronger.empty()) save_password(database, account->id, stronger);
    result =
        SignedIn{{account->id, open_session(database, account->id, *device, token, now)}, *name, token.text};
  });
  return result;
}

std::optional<Sender> Accounts::sender_of(std::string_view token, Instant now) {
  const auto hash = hash_of_token(token);
  if (!hash) return std::nullopt;
  std::optional<SessionRow> session;
  {
    ReaderPool::Lease reader(readers_);
    session = find_session(reader.database(), *hash);
  }
  // Dead for as long as the clock says so, and not deleted: a clock that was wrong signs nobody out for good.
  const std::int64_t today = day_of(now);
  if (!session || today - session->used_day > kIdleDays) return std::nullopt;
  if (session->used_day != today) {
    try {
      writer_.run([&](ServerDatabase& database) { save_used_day(database, session->id, today); });
    } catch (const StoreError&) {
      // A disk that was full when the day began must not keep people from reading what is theirs.
    }
  }
  return Sender{session->account, session->id};
}

std::optional<AccountRow> Accounts::account(std::int64_t id) {
  ReaderPool::Lease reader(readers_);
  return find_account(reader.database(), id);
}

std::optional<AccountRow> Accounts::find(std::string_view name) {
  ReaderPool::Lease reader(readers_);
  return find_account(reader.database(), name);
}

std::vector<SessionRow> Accounts::devices(std::int64_t account) {
  ReaderPool::Lease reader(readers_);
  return list_sessions(reader.database(), account);
}

std::optional<Problem> Accounts::rename_device(std::int64_t account, std::int64_t session,
                                               std::string_view name) {
  const auto device = device_name(name);
  if (!device) return bad_device();
  bool is_done = false;
  writer_.run(
      [&](ServerDatabase& database) { is_done = rename_session(database, account, session, *device); });
  if (!is_done) return no_device();
  return std::nullopt;
}

bool Accounts::revoke(std::int64_t account, std::int64_t session) {
  bool is_done = false;
  writer_.run([&](ServerDatabase& database) { is_done = delete_session(database, account, session); });
  return is_done;
}

std::optional<Problem> Accounts::change_password(const Sender& sender, std::string_view old_one,
                                                 std::string_view new_one) {
  const auto row = account(sender.account);
  if (!is_password(row, old_one)) return wrong_password();
  if (auto fault = problem_of_password(new_one, row->name)) return fault;
  const std::string hash = hasher_.hash(new_one);
  writer_.run([&](ServerDatabase& database) {
    save_password(database, sender.account, hash);
    delete_other_sessions(database, sender.account, sender.session);
  });
  return std::nullopt;
}

std::optional<Problem> Accounts::delete_account(const Sender& sender, std::string_view password) {
  const auto row = account(sender.account);
  if (!is_password(row, password)) return wrong_password();
  writer_.run([&](ServerDatabase& database) { begin_deletion(database, sender.account); });
  finish_deletion(writer_, sender.account);
  return std::nullopt;
}

void Accounts::finish_deletions() {
  std::vector<std::int64_t> begun;
  {
    ReaderPool::Lease reader(readers_);
    begun = deletions_begun(reader.database());
  }
  for (const std::int64_t account : begun) finish_deletion(writer_, account);
}

bool Accounts::is_password(const std::optional<AccountRow>& account, std::string_view password) {
  if (account) return hasher_.verify(account->password, password);
  hasher_.verify_nobody(password);
  return false;
}

std::optional<Problem> problem_of_password(std::string_view password, std::string_view name) {
  const PasswordFault fault = fault_of_password(password, name);
  if (fault == PasswordFault::kNone) return std::nullopt;
  return problem(ProblemKind::kBadRequest, words_for(fault));
}

void finish_deletion(Commits& writer, std::int64_t account) {
  for (bool is_done = false; !is_done;)
    writer.run([&](ServerDatabase& database) { is_done = delete_rows(database, account, kRowsAtOnce); });
  finish_group_deletions(writer);  // of those that nobody else was in
}

}  // namespace rehearse::sync
