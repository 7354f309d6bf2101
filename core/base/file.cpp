#include "core/base/file.h"

#include <cerrno>
#include <cstring>
#include <fstream>
#include <system_error>

namespace rehearse {
namespace {

Error failure(const std::filesystem::path& path, Words what, Words hint = {}) {
  return Error{std::move(what), path.string(), std::move(hint)};
}

Words cannot_be_read(const std::string& why) { return {"cannot be read: " + why, "无法读取：" + why}; }

/// What would do; nothing where the fault says it by itself.
Words hint_for(int fault) {
  switch (fault) {
    case ENOSPC:
    case EDQUOT:
    case EFBIG: return {"the disk is full: free some space", "磁盘已满，请腾出空间"};
    case EACCES:
    case EPERM:
    case EROFS: return {"it may not be written: choose another folder", "没有写入权限，请换个文件夹"};
    case ENOENT: return {"the folder is not there: make it first", "文件夹不存在，请先创建"};
    default: return {};
  }
}

Error not_written(const std::filesystem::path& path, int fault) {
  const std::string why = std::strerror(fault);
  return failure(path, {"cannot be written: " + why, "无法写入：" + why}, hint_for(fault));
}

}  // namespace

Result<std::string> read_file(const std::filesystem::path& path, std::uintmax_t largest) {
  std::error_code error;
  const auto status = std::filesystem::status(path, error);
  if (error && status.type() != std::filesystem::file_type::not_found)
    return failure(path, cannot_be_read(error.message()));
  switch (status.type()) {
    case std::filesystem::file_type::regular: break;
    case std::filesystem::file_type::not_found: return failure(path, {"no such file", "没有这个文件"});
    case std::filesystem::file_type::directory:
      return failure(path, {"is a folder", "是一个文件夹"}, {"name a file in it", "请指定其中的文件"});
    default: return failure(path, {"is not an ordinary file", "不是普通文件"});
  }
  const std::uintmax_t size = std::filesystem::file_size(path, error);
  if (error) return failure(path, cannot_be_read(error.message()));
  if (size > largest)
    return failure(path,
                   {"is larger than " + std::to_string(largest / 1'000'000) + " MB",
                    "超过 " + std::to_string(largest / 1'000'000) + " MB"},
                   {"split it into smaller files", "请拆成几个小文件"});
  errno = 0;
  std::ifstream in(path, std::ios::binary);
  if (!in) return failure(path, cannot_be_read(std::strerror(errno)));
  std::string bytes(static_cast<std::size_t>(size), '\0');
  in.read(bytes.data(), static_cast<std::streamsize>(size));
  if (in.bad()) return failure(path, {"cannot be read to its end", "没能读到文件末尾"});
  bytes.resize(static_cast<std::size_t>(in.gcount()));
  return bytes;
}

Result<std::monostate> write_file(const std::filesystem::path& path, std::string_view bytes) {
  std::filesystem::path unfinished = path;
  unfinished += ".part";
  errno = 0;
  std::ofstream out(unfinished, std::ios::binary | std::ios::trunc);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  out.close();
  std::error_code error;
  if (!out) {
    const int fault = errno;
    std::filesystem::remove(unfinished, error);
    return not_written(path, fault);
  }
  std::filesystem::rename(unfinished, path, error);
  if (error) {
    const int fault = error.value();
    std::filesystem::remove(unfinished, error);
    return not_written(path, fault);
  }
  return std::monostate{};
}

}  // namespace rehearse
