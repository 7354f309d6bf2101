#include "sync/server/store/folder_owner.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace rehearse::sync {
namespace {

/// `folder` empty: the one that a name without any stands in.
bool find_owner(const std::filesystem::path& file, struct stat& owner) {
  const std::filesystem::path folder = file.parent_path();
  return ::stat(folder.empty() ? "." : folder.c_str(), &owner) == 0;
}

}  // namespace

void give_to_owner_of_folder(const std::filesystem::path& file) {
  struct stat owner {};
  if (::geteuid() != 0 || !find_owner(file, owner)) return;
  // A failure shows when the server opens it.
  static_cast<void>(!::lchown(file.c_str(), owner.st_uid, owner.st_gid));
}

const std::filesystem::path& made_for_owner_of_folder(const std::filesystem::path& file) {
  if (::geteuid() != 0) return file;
  const int made =
      ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, S_IRUSR | S_IWUSR);
  if (made < 0) return file;  // it is there, or cannot be: whoever opens it will say so
  ::close(made);
  give_to_owner_of_folder(file);
  return file;
}

}  // namespace rehearse::sync
