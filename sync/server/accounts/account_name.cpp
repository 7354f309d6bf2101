#include "sync/server/accounts/account_name.h"

#include <algorithm>

#include "core/base/text.h"

namespace rehearse::sync {
namespace {

bool is_control(char32_t c) { return c < 0x20 || (c >= 0x7F && c < 0xA0); }

/// UAX #9: characters that turn the direction of what stands around them; and line ends beyond ASCII.
bool turns_text(char32_t c) {
  return c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x2028 && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x2069);
}

bool has(std::string_view text, bool (*is_one)(char32_t)) {
  const std::u32string characters = to_utf32(text);
  return std::any_of(characters.begin(), characters.end(), is_one);
}

}  // namespace

std::optional<std::string> account_name(std::string_view typed) {
  // Before it is normalised: that may make a text longer, never a long one short enough.
  if (typed.size() > 4 * kLongestName || !is_valid_utf8(typed)) return std::nullopt;
  std::string name = nfkc_case_folded(trimmed(typed));
  if (name.empty() || name.size() > kLongestName) return std::nullopt;
  if (has(name, is_control) || has(name, turns_text) || has(name, is_white_space)) return std::nullopt;
  return name;
}

std::optional<std::string> device_name(std::string_view typed) {
  if (typed.size() > 4 * kLongestName || !is_valid_utf8(typed)) return std::nullopt;
  std::string name = nfkc(trimmed(typed));
  if (name.empty() || name.size() > kLongestName) return std::nullopt;
  if (has(name, is_control) || has(name, turns_text)) return std::nullopt;
  return name;
}

}  // namespace rehearse::sync
