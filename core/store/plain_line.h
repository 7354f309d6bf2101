// A line of JSON in the bytes our own writer gives it, cut into its members without building a tree.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace rehearse {

/// The text of a plain JSON string that has no escapes: the bytes between its quotes.
std::optional<std::string_view> plain_text(std::string_view json);
/// A whole number of at most 18 digits, in the only way to write it.
std::optional<std::int64_t> plain_number(std::string_view json);

/// The members of a JSON object in the order of their names, each once. Each value is in the bytes that the
/// general reader would print.
class PlainMembers {
 public:
  /// Nothing for other bytes than our writer's: the general reader decides. `object` outlives it.
  static std::optional<PlainMembers> cut(std::string_view object);

  using Member = std::pair<std::string_view, std::string_view>;  // name, JSON of the value

  /// The JSON of a member; empty when there is none.
  std::string_view operator[](std::string_view name) const;
  const std::vector<Member>& all() const { return members_; }

 private:
  std::vector<Member> members_;
};

}  // namespace rehearse
