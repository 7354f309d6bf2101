#include "tests/sync/server/plain_user.h"

#include <grp.h>
#include <pwd.h>
#include <unistd.h>

#include <stdexcept>

namespace rehearse::test {
namespace {

struct UserIds {
  uid_t user = 0;
  gid_t group = 0;
};

/// PostgreSQL's own or nobody; 0 where there is none, and where it need not be looked for.
UserIds looked_up() {
  if (::geteuid() != 0) return {};
  for (const char* name : {"postgres", "nobody"})
    if (const passwd* user = ::getpwnam(name)) return {user->pw_uid, user->pw_gid};
  return {};
}

/// Asked for once: a child of a process with many threads must not look into the list of users.
const UserIds& plain_user() {
  static const UserIds user = looked_up();
  return user;
}

void give(const std::filesystem::path& path) {
  if (::lchown(path.c_str(), plain_user().user, plain_user().group) != 0)
    throw std::runtime_error("cannot give away " + path.string());
}

}  // namespace

bool has_plain_user() { return ::geteuid() != 0 || plain_user().user != 0; }

void give_to_plain_user(const std::filesystem::path& folder) {
  if (plain_user().user == 0) return;
  give(folder);
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) give(entry.path());
}

void become_plain_user() {
  if (plain_user().user == 0) return;
  if (::setgroups(0, nullptr) != 0 || ::setgid(plain_user().group) != 0 || ::setuid(plain_user().user) != 0)
    ::_exit(126);
}

}  // namespace rehearse::test
