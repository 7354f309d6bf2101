#include "sync/server/store/postgres/postgres_value.h"

namespace rehearse::sync {
namespace {

// From pg_type.dat: they are the same in every PostgreSQL.
constexpr std::uint32_t kBytea = 17, kBigint = 20, kText = 25, kByteaArray = 1001, kBigintArray = 1016;

constexpr int kBitsOfByte = 8;

/// The largest byte first.
template <class Integer>
void append(std::string& bytes, Integer value) {
  for (int shift = (static_cast<int>(sizeof value) - 1) * kBitsOfByte; shift >= 0; shift -= kBitsOfByte)
    bytes += static_cast<char>(static_cast<std::uint64_t>(value) >> shift);
}

/// The head of an array without NULL; each element follows behind its size.
std::string array_head(std::uint32_t type_of_elements, std::size_t size) {
  std::string bytes;
  append(bytes, std::int32_t{size > 0});  // dimensions
  append(bytes, std::int32_t{0});         // no NULL
  append(bytes, type_of_elements);
  if (size == 0) return bytes;
  append(bytes, static_cast<std::int32_t>(size));
  append(bytes, std::int32_t{1});  // the index of the first
  return bytes;
}

}  // namespace

PostgresValue postgres_value(std::int64_t value) {
  PostgresValue bound{kBigint, false, {}};
  append(bound.bytes, value);
  return bound;
}

PostgresValue postgres_value(std::string_view text) { return {kText, false, std::string(text)}; }
PostgresValue postgres_value(Blob blob) { return {kBytea, false, std::string(blob.bytes)}; }
PostgresValue postgres_value(std::nullptr_t) { return {0, true, {}}; }

PostgresValue postgres_value(const std::vector<std::int64_t>& column) {
  PostgresValue bound{kBigintArray, false, array_head(kBigint, column.size())};
  for (const std::int64_t value : column) {
    append(bound.bytes, static_cast<std::int32_t>(sizeof value));
    append(bound.bytes, value);
  }
  return bound;
}

PostgresValue postgres_value(const std::vector<Blob>& column) {
  PostgresValue bound{kByteaArray, false, array_head(kBytea, column.size())};
  for (const Blob& value : column) {
    append(bound.bytes, static_cast<std::int32_t>(value.bytes.size()));
    bound.bytes += value.bytes;
  }
  return bound;
}

std::int64_t integer_in(std::string_view bytes) {
  if (bytes.empty()) return 0;  // NULL, as SQLite reads it
  std::uint64_t value = static_cast<signed char>(bytes.front()) < 0 ? ~std::uint64_t{0} : 0;
  for (const char byte : bytes) value = value << kBitsOfByte | static_cast<unsigned char>(byte);
  return static_cast<std::int64_t>(value);
}

}  // namespace rehearse::sync
