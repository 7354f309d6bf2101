#include "sync/client/library_account.h"

namespace rehearse::sync {
namespace {

Trouble other_account(const std::optional<Account>& before) {
  const std::string who = before ? before->name + " (" + to_text(before->server) + ")" : "";
  return {
      TroubleKind::kOtherAccount,
      {"this library was synced with another account before" + (who.empty() ? "" : ": " + who) +
           "; all of it would go to the new one too",
       "本题库以前与另一个账号同步过" + (who.empty() ? "" : "：" + who) + "；继续将把全部内容也交给新账号"},
      std::nullopt};
}

Trouble trouble_of(const Error& error) {
  return {
      TroubleKind::kRefused, {error.line(Language::kEnglish), error.line(Language::kChinese)}, std::nullopt};
}

/// A file that is damaged or refused counts as none: it is written anew.
std::optional<Account> account_before(const std::filesystem::path& folder) {
  auto account = read_account(folder);
  return account ? std::move(*account) : std::nullopt;
}

}  // namespace

std::variant<Account, Trouble> sign_library_in(Library& library, const std::filesystem::path& folder,
                                               HttpClient& client, const Trust& trust, const SignIn& typed,
                                               OtherAccount other) {
  const std::optional<Account> before = account_before(folder);
  const std::string cursor = library.sync_position().cursor;
  const bool is_new = typed.invite.has_value();
  if (other == OtherAccount::kRefused && is_new && !cursor.empty()) return other_account(before);
  auto result = sign_in(client, trust, typed);
  if (std::holds_alternative<Trouble>(result)) return result;
  const Account& account = std::get<Account>(result);
  const bool is_another = owner_of(before, cursor, account) == Owner::kAnother;
  if (is_another && other == OtherAccount::kRefused) {
    sign_out(client, account);
    return other_account(before);
  }
  if (is_another) {
    library.start_sync_again();
    library.set_groups({});
  }
  if (const auto written = write_account(folder, account); !written) {
    sign_out(client, account);
    return trouble_of(written.error());
  }
  // The token that is no longer anywhere here. What becomes of it is in the list of devices.
  if (before && before->is_signed_in() && before->server == account.server) sign_out(client, *before);
  return result;
}

std::optional<Trouble> sign_library_out(const std::filesystem::path& folder, HttpClient& client,
                                        const Account& account) {
  Account signed_out = account;
  signed_out.token.clear();
  if (const auto written = write_account(folder, signed_out); !written) return trouble_of(written.error());
  return sign_out(client, account);
}

}  // namespace rehearse::sync
