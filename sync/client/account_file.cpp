#include "sync/client/account_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <nlohmann/json.hpp>

#include "core/base/descriptor.h"
#include "sync/client/json_call.h"

namespace rehearse::sync {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kLargestFile = 64 * 1024;
constexpr mode_t kOwnerAlone = S_IRUSR | S_IWUSR;
constexpr mode_t kOthers = S_IRWXG | S_IRWXO;

Error fault(const std::filesystem::path& file, Words what, Words hint = {}) {
  return {std::move(what), file.string(), std::move(hint)};
}

Error system_fault(const std::filesystem::path& file, int error) {
  const std::string why = std::strerror(error);
  return fault(file, {"cannot be used: " + why, "无法使用：" + why});
}

Error not_an_account(const std::filesystem::path& file) {
  return fault(file, {"is damaged", "已损坏"},
               {"sign in again: rehearse login", "请重新登录：rehearse login"});
}

std::optional<Account> account_in(const std::string& bytes) {
  const Json json = Json::parse(bytes, nullptr, /*allow_exceptions=*/false);
  if (!json.is_object()) return std::nullopt;
  Account account;
  const auto server = parse_server_address(text_in(json, "server"));
  if (!server) return std::nullopt;
  account.server = *server;
  if (const std::string pinned = text_in(json, "fingerprint"); !pinned.empty()) {
    const auto fingerprint = parse_fingerprint(pinned);
    if (!fingerprint) return std::nullopt;
    account.trust = *fingerprint;
  } else if (const std::string file = text_in(json, "ca"); !file.empty()) {
    account.trust = PrivateAuthority{file};
  }
  account.id = text_in(json, "account");
  account.name = text_in(json, "name");
  account.device = text_in(json, "device");
  account.device_name = text_in(json, "device_name");
  account.token = text_in(json, "token");
  if (account.id.empty() || account.name.empty()) return std::nullopt;
  return account;
}

std::string bytes_of(const Account& account) {
  Json json{{"server", to_text(account.server)},
            {"account", account.id},
            {"name", account.name},
            {"device", account.device},
            {"device_name", account.device_name},
            {"token", account.token}};
  if (const auto* pinned = std::get_if<Fingerprint>(&account.trust)) json["fingerprint"] = to_text(*pinned);
  if (const auto* authority = std::get_if<PrivateAuthority>(&account.trust)) json["ca"] = authority->file;
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
}

bool write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t count = ::write(descriptor, bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  return ::fsync(descriptor) == 0;
}

}  // namespace

std::filesystem::path account_file(const std::filesystem::path& library_folder) {
  return library_folder / "sync-account.json";
}

Result<std::optional<Account>> read_account(const std::filesystem::path& library_folder) {
  const std::filesystem::path file = account_file(library_folder);
  const Descriptor in(::open(file.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
  if (in.number() < 0) {
    if (errno == ENOENT || errno == ENOTDIR) return std::optional<Account>();
    return system_fault(file, errno);
  }
  struct stat state {};
  if (::fstat(in.number(), &state) != 0) return system_fault(file, errno);
  if (!S_ISREG(state.st_mode)) return fault(file, {"is no ordinary file", "不是普通文件"});
  if ((state.st_mode & kOthers) != 0)
    return fault(file, {"others may read it, and with it sync as you", "其他人可以读取它，并以你的身份同步"},
                 {"chmod 600, then sign in again", "请先 chmod 600，再重新登录"});
  std::string bytes(kLargestFile + 1, '\0');
  std::size_t size = 0;
  for (ssize_t count = 1; count > 0 && size < bytes.size(); size += static_cast<std::size_t>(count)) {
    count = ::read(in.number(), bytes.data() + size, bytes.size() - size);
    if (count < 0) return system_fault(file, errno);
  }
  bytes.resize(size);
  const auto account = size <= kLargestFile ? account_in(bytes) : std::nullopt;
  if (!account) return not_an_account(file);
  return account;
}

Result<std::monostate> write_account(const std::filesystem::path& library_folder, const Account& account) {
  const std::filesystem::path file = account_file(library_folder);
  std::filesystem::path unfinished = file;
  unfinished += ".part";
  ::unlink(unfinished.c_str());  // of a program that was killed
  const Descriptor out(
      ::open(unfinished.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, kOwnerAlone));
  if (out.number() < 0) return system_fault(file, errno);
  if (!write_all(out.number(), bytes_of(account)) || ::rename(unfinished.c_str(), file.c_str()) != 0) {
    const int error = errno;
    ::unlink(unfinished.c_str());
    return system_fault(file, error);
  }
  const Descriptor folder(::open(library_folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (folder.number() >= 0) ::fsync(folder.number());
  return std::monostate{};
}

}  // namespace rehearse::sync
