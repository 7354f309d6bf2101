#include "sync/server/groups/group_id.h"

#include <sodium.h>

#include <charconv>
#include <cstdint>

#include "core/store/op.h"

namespace rehearse::sync {
namespace {

constexpr std::string_view kPrefix = "g_";
constexpr std::size_t kDigits = 16;

}  // namespace

ScopeId new_group_scope() {
  std::uint64_t bits = 0;
  randombytes_buf(&bits, sizeof bits);
  constexpr std::uint64_t kPositive = std::uint64_t{1} << 63;
  return -static_cast<ScopeId>((bits % (kPositive - 1)) + 1);
}

std::string group_id(ScopeId scope) {
  return std::string(kPrefix) + hex_text(static_cast<std::uint64_t>(-scope));
}

std::optional<ScopeId> group_scope(std::string_view id) {
  if (!id.starts_with(kPrefix) || id.size() != kPrefix.size() + kDigits) return std::nullopt;
  const std::string_view digits = id.substr(kPrefix.size());
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number, 16);
  if (error != std::errc() || end != digits.data() + digits.size() || number <= 0) return std::nullopt;
  if (group_id(-number) != id) return std::nullopt;  // capitals
  return -number;
}

}  // namespace rehearse::sync
