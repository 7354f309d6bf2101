#include "sync/server/commands/folder_lock.h"

#include <fcntl.h>
#include <sys/file.h>

#include <cerrno>
#include <cstring>

#include "core/base/store_error.h"

namespace rehearse::sync {

std::optional<FolderLock> FolderLock::take(const std::filesystem::path& folder) {
  const std::string name = (folder / "lock").string();
  Descriptor file(::open(name.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, S_IRUSR | S_IWUSR));
  if (!file.is_open()) {
    const std::string why = std::strerror(errno);
    throw StoreError({name + ": it cannot be opened: " + why, name + "：无法打开：" + why});
  }
  if (::flock(file.number(), LOCK_EX | LOCK_NB) != 0) return std::nullopt;
  return FolderLock(std::move(file));
}

}  // namespace rehearse::sync
