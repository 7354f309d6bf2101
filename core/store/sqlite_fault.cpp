#include "core/store/sqlite_fault.h"

#include <sqlite3.h>

#include <cerrno>

#include "core/store/schema.h"

namespace rehearse {
namespace {

Words no_room() { return {"the disk is full: free some space and try again", "磁盘已满，请腾出空间后再试"}; }

Words not_to_be_written() {
  return {"it may not be written: check the permissions of the file and its folder",
          "没有写入权限，请检查文件和文件夹的权限"};
}

/// What SQLite calls a fault of the disk where the system knows better: a quota, a limit on the size of
/// files, a disk that has been made read-only.
Words words_for_fault_of_disk(int system_error) {
  switch (system_error) {
    case ENOSPC:
    case EDQUOT:
    case EFBIG: return no_room();
    case EROFS:
    case EACCES:
    case EPERM: return not_to_be_written();
    default: return {"the disk reported a fault: check it, then try again", "磁盘报告错误，请检查磁盘后再试"};
  }
}

Words words_for(int code, int system_error) {
  switch (code & 0xff) {
    case SQLITE_FULL: return no_room();
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return {"another program is using it: close that and try again", "另一个程序正在使用它，请关闭后再试"};
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH: return not_to_be_written();
    case SQLITE_CANTOPEN:
      return {"it cannot be opened: check that the folder exists and may be written",
              "无法打开，请检查文件夹是否存在、能否写入"};
    case SQLITE_CORRUPT:
      return {"the file is damaged: close Rehearse and type: rehearse backup restore",
              "文件已损坏，请关闭熟答后运行：rehearse backup restore"};
    case SQLITE_NOTADB:
      return {"this is not a library of Rehearse: choose another folder",
              "这不是熟答的题库，请选择别的文件夹"};
    case SQLITE_NOMEM:
      return {"this computer has no memory left: close other programs and try again",
              "内存不足，请关闭其他程序后再试"};
    case SQLITE_IOERR: return words_for_fault_of_disk(system_error);
    default: return {};
  }
}

/// What the system refuses leaves the file as it was; all else is something in it that does not belong there.
StoreFault fault_of(int code, int system_error) {
  if (code < 0) return StoreFault::kSurroundings;  // SQLite itself did not say it
  switch (code & 0xff) {
    case SQLITE_FULL:
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
    case SQLITE_CANTOPEN:
    case SQLITE_INTERRUPT:
    case SQLITE_NOMEM: return StoreFault::kSurroundings;
    // A sector that cannot be read any more is damage.
    case SQLITE_IOERR: return system_error == EIO ? StoreFault::kDamage : StoreFault::kSurroundings;
    default: return StoreFault::kDamage;
  }
}

}  // namespace

void throw_about(const NamedFile& named, const Words& why, StoreFault fault) {
  const Words& name = named.format->name;
  const std::string file = named.file.string();
  throw StoreError({name.english + " " + file + ": " + why.english,
                    name.in(Language::kChinese) + " " + file + "：" + why.in(Language::kChinese)},
                   fault);
}

void throw_about(const NamedFile& named, int code, const char* message) {
  const int system_error = errno;
  const Words words = words_for(code, system_error);
  throw_about(named, words.empty() ? Words(message) : words, fault_of(code, system_error));
}

}  // namespace rehearse
