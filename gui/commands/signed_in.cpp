#include "gui/commands/signed_in.h"

#include "gui/commands/command.h"
#include "gui/commands/commands.h"
#include "gui/commands/say.h"

namespace rehearse {

std::optional<sync::Account> signed_in_account(const Environment& environment) {
  auto account = sync::read_account(environment.library);
  if (!account) {
    report(environment, account.error());
    return std::nullopt;
  }
  if (!*account || !(*account)->is_signed_in()) {
    report(environment,
           Error{{"nobody is signed in", "尚未登录"}, "", {"rehearse login URL", "rehearse login URL"}});
    return std::nullopt;
  }
  return std::move(**account);
}

int report(const Environment& environment, const sync::Trouble& trouble) {
  Error error{trouble.words, "", {}};
  if (trouble.retry_after)
    error.hint = {"again in " + text(trouble.retry_after->count()) + " s",
                  text(trouble.retry_after->count()) + " 秒后再试"};
  if (trouble.kind == sync::TroubleKind::kSignedOut)
    error.hint = {"sign in again: rehearse login URL", "请重新登录：rehearse login URL"};
  report(environment, error);
  return trouble.kind == sync::TroubleKind::kStopped ? kExitInterrupted : kExitFailure;
}

}  // namespace rehearse
