#include "sync/server/accounts/invites.h"

#include "sync/server/accounts/secrets.h"

namespace rehearse::sync {

std::string make_invite(Commits& writer, const InviteTerms& terms, Instant now) {
  const Secret code = make_invite_code();
  writer.run([&](ServerDatabase& database) {
    add_invite(database, {0, terms.uses, terms.role, now, now + terms.days}, code.hash);
  });
  return code.text;
}

}  // namespace rehearse::sync
