#include "sync/server/accounts/administration.h"

#include "sync/server/accounts/account_name.h"
#include "sync/server/accounts/accounts.h"
#include "sync/server/store/session_rows.h"

namespace rehearse::sync {

std::optional<Problem> create_account(Commits& writer, PasswordHasher& hasher, std::string_view typed,
                                      std::string_view password, Role role, Instant now) {
  const auto name = account_name(typed);
  if (!name) return Problem{ProblemKind::kBadRequest, "the account's name cannot be used", std::nullopt};
  if (auto fault = problem_of_password(password, *name)) return fault;
  const std::string hash = hasher.hash(password);
  bool is_taken = false;
  writer.run([&](ServerDatabase& database) {
    is_taken = find_account(database, *name).has_value();
    if (!is_taken) add_account(database, {0, *name, hash, role, now, 0, 0});
  });
  if (is_taken) return Problem{ProblemKind::kConflict, "the name is taken", std::nullopt};
  return std::nullopt;
}

std::optional<Problem> set_password(Commits& writer, PasswordHasher& hasher, const AccountRow& account,
                                    std::string_view password) {
  if (auto fault = problem_of_password(password, account.name)) return fault;
  const std::string hash = hasher.hash(password);
  writer.run([&](ServerDatabase& database) {
    save_password(database, account.id, hash);
    delete_other_sessions(database, account.id, 0);
  });
  return std::nullopt;
}

void remove_account(Commits& writer, std::int64_t account) {
  writer.run([&](ServerDatabase& database) { begin_deletion(database, account); });
  finish_deletion(writer, account);
}

}  // namespace rehearse::sync
