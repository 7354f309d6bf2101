#include "core/base/file.h"

#include <cerrno>
#include <cstring>
#include <fstream>
#include <system_error>

namespace rehearse {
namespace {

Error failure(const std::filesystem::path& path, std::string what, std::string hint = "") {
  return Error{std::move(what), path.string(), std::move(hint)};
}

}  // namespace

Result<std::string> read_file(const std::filesystem::path& path, std::uintmax_t largest) {
  std::error_code error;
  const auto status = std::filesystem::status(path, error);
  if (error && status.type() != std::filesystem::file_type::not_found)
    return failure(path, "cannot be read: " + error.message());
  switch (status.type()) {
    case std::filesystem::file_type::regular: break;
    case std::filesystem::file_type::not_found: return failure(path, "no such file");
    case std::filesystem::file_type::directory: return failure(path, "is a folder", "name a file in it");
    default: return failure(path, "is not an ordinary file");
  }
  const std::uintmax_t size = std::filesystem::file_size(path, error);
  if (error) return failure(path, "cannot be read: " + error.message());
  if (size > largest)
    return failure(path, "is larger than " + std::to_string(largest / 1'000'000) + " MB",
                   "split it into smaller files");
  errno = 0;
  std::ifstream in(path, std::ios::binary);
  if (!in) return failure(path, std::string("cannot be read: ") + std::strerror(errno));
  std::string bytes(static_cast<std::size_t>(size), '\0');
  in.read(bytes.data(), static_cast<std::streamsize>(size));
  if (in.bad()) return failure(path, "cannot be read to its end");
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
    const std::string why = std::strerror(errno);
    std::filesystem::remove(unfinished, error);
    return failure(path, "cannot be written: " + why);
  }
  std::filesystem::rename(unfinished, path, error);
  if (error) {
    const std::string why = error.message();
    std::filesystem::remove(unfinished, error);
    return failure(path, "cannot be written: " + why);
  }
  return std::monostate{};
}

}  // namespace rehearse
