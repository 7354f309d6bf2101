// Keys of the line of an op, read and written: for the files that know kinds of ops (op_json.cpp,
// group_act_json.cpp) and no others.
#pragma once

#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/id.h"
#include "core/base/result.h"
#include "core/store/fields.h"
#include "core/store/json_text.h"

namespace rehearse::op_keys {

using Json = nlohmann::json;  // keys come out sorted, so that one op always gives the same bytes

/// What is wrong with a line: thrown where it is read, caught where reading begins.
struct BadKey {
  std::string key;
  std::string what;
};

std::string dump(const Json& json);

// Each throws BadKey where the key is missing or has another shape.

const Json& member(const Json& json, const char* key);
std::string text(const Json& json, const char* key);
std::int64_t integer(const Json& value, const char* key, std::int64_t least, std::int64_t most);
std::int64_t integer_member(const Json& json, const char* key, std::int64_t least, std::int64_t most);
bool flag(const Json& json, const char* key);
/// A list of texts; none where the key is missing.
std::vector<std::string> texts(const Json& json, const char* key);
std::uint64_t hex_number(const Json& json, const char* key);
/// The fields in `v`.
Fields fields(const Json& json);
/// The ids in `base`; none where the key is missing.
std::vector<OpId> base(const Json& json);

template <class AnyId>
AnyId id_from(const std::string& hex, const char* key) {
  const auto id = AnyId::from_hex(hex);
  if (!id) throw BadKey{key, "is not an id"};
  return *id;
}

template <class AnyId>
std::vector<AnyId> read_ids(const Json& json, const char* key) {
  std::vector<AnyId> list;
  for (const std::string& hex : texts(json, key)) list.push_back(id_from<AnyId>(hex, key));
  return list;
}

template <class Value>
Value checked(Result<Value> result, const char* key) {
  if (!result) throw BadKey{key, result.error().what.english};
  return *result;
}

template <class AnyId>
std::string ids(const std::vector<AnyId>& of) {
  std::vector<std::string> list;
  for (const AnyId& id : of) list.push_back(json_text(id.hex()));
  return json_list(list);
}

}  // namespace rehearse::op_keys
