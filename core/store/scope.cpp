#include "core/store/scope.h"

#include <charconv>

#include "core/store/op.h"

namespace rehearse {
namespace {

constexpr std::string_view kPrefix = "g_";
constexpr std::size_t kDigits = 16;

}  // namespace

std::string group_id(Scope group) {
  return std::string(kPrefix) + hex_text(static_cast<std::uint64_t>(-group));
}

std::optional<Scope> group_scope(std::string_view id) {
  if (!id.starts_with(kPrefix) || id.size() != kPrefix.size() + kDigits) return std::nullopt;
  const std::string_view digits = id.substr(kPrefix.size());
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number, 16);
  if (error != std::errc() || end != digits.data() + digits.size() || number <= 0) return std::nullopt;
  if (group_id(-number) != id) return std::nullopt;  // capitals
  return -number;
}

}  // namespace rehearse
