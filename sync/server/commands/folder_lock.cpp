#include "sync/server/commands/folder_lock.h"

#include <fcntl.h>
#include <sys/file.h>

#include <cerrno>
#include <cstring>

#include "core/base/store_error.h"
#include "sync/server/store/folder_owner.h"

namespace rehearse::sync {

std::optional<FolderLock> FolderLock::take(const std::filesystem::path& folder) {
  const std::string name = (folder / "lock").string();
  Descriptor file(::open(name.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, S_IRUSR | S_IWUSR));
  if (!file.is_open()) {
    if (errno == EACCES || errno == EROFS)
      throw StoreError({name + ": it may not be written: check the permissions of the folder",
                        name + "：没有写入权限，请检查文件夹的权限"});
    const std::string why = std::strerror(errno);
    throw StoreError({name + ": it cannot be opened: " + why, name + "：无法打开：" + why});
  }
  give_to_owner_of_folder(name);
  if (::flock(file.number(), LOCK_EX | LOCK_NB) != 0) return std::nullopt;
  return FolderLock(std::move(file));
}

}  // namespace rehearse::sync
