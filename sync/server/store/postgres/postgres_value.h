// Values as PostgreSQL's binary format has them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/id.h"
#include "core/store/database.h"

namespace rehearse::sync {

/// A value to bind.
struct PostgresValue {
  std::uint32_t type = 0;  // its OID; 0: what the statement makes of it
  bool is_null = false;
  std::string bytes;
};

PostgresValue postgres_value(std::int64_t value);
PostgresValue postgres_value(std::string_view text);
PostgresValue postgres_value(Blob blob);
PostgresValue postgres_value(std::nullptr_t);
inline PostgresValue postgres_value(bool value) { return postgres_value(std::int64_t{value}); }
inline PostgresValue postgres_value(int value) { return postgres_value(std::int64_t{value}); }
inline PostgresValue postgres_value(const std::string& text) {
  return postgres_value(std::string_view(text));
}
inline PostgresValue postgres_value(const char* text) { return postgres_value(std::string_view(text)); }
template <class Tag>
PostgresValue postgres_value(const Id<Tag>& id) {
  return postgres_value(Blob{{reinterpret_cast<const char*>(id.bytes.data()), id.bytes.size()}});
}
template <class Value>
PostgresValue postgres_value(const std::optional<Value>& value) {
  return value ? postgres_value(*value) : postgres_value(nullptr);
}
/// One column of many rows, for unnest(): bigint[] and bytea[].
PostgresValue postgres_value(const std::vector<std::int64_t>& column);
PostgresValue postgres_value(const std::vector<Blob>& column);

/// What a column of a row holds: an integer of two, four or eight bytes.
std::int64_t integer_in(std::string_view bytes);

}  // namespace rehearse::sync
