#include "sync/client/trust.h"

#include <openssl/err.h>
#include <openssl/x509_vfy.h>

#include <cctype>
#include <fstream>
#include <memory>

#include "core/base/id.h"

namespace rehearse::sync {

Result<PrivateAuthority> private_authority(const std::filesystem::path& file) {
  std::error_code unknown;
  const std::string path = std::filesystem::absolute(file, unknown).string();
  if (!std::filesystem::is_regular_file(path, unknown))
    return Error{{"no such file", "没有这个文件"}, file.string(), {}};
  if (!std::ifstream(path)) return Error{{"the file cannot be read", "无法读取这个文件"}, file.string(), {}};
  const std::unique_ptr<X509_STORE, decltype(&X509_STORE_free)> store(X509_STORE_new(), X509_STORE_free);
  const bool holds_any = store && X509_STORE_load_locations(store.get(), path.c_str(), nullptr) == 1;
  ERR_clear_error();
  if (!holds_any)
    return Error{{"the file holds no certificate", "文件里没有证书"},
                 file.string(),
                 {"PEM is wanted: text with -----BEGIN CERTIFICATE-----",
                  "需要 PEM 格式，即含有 -----BEGIN CERTIFICATE----- 的文本"}};
  return PrivateAuthority{path};
}

std::string to_text(const Fingerprint& fingerprint) {
  constexpr char kDigits[] = "0123456789ABCDEF";
  std::string text;
  for (const std::uint8_t byte : fingerprint) {
    if (!text.empty()) text += ':';
    text += {kDigits[byte >> 4], kDigits[byte & 0xf]};
  }
  return text;
}

std::optional<Fingerprint> parse_fingerprint(std::string_view typed) {
  std::string digits;
  for (const char c : typed)
    if (c != ':' && c != ' ') digits += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  Fingerprint fingerprint{};
  if (!detail::hex_to_bytes(digits, fingerprint.data(), fingerprint.size())) return std::nullopt;
  return fingerprint;
}

}  // namespace rehearse::sync
