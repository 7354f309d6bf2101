#include "sync/client/trust.h"

#include <cctype>

#include "core/base/id.h"

namespace rehearse::sync {

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
