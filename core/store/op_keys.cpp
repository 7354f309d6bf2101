#include "core/store/op_keys.h"

#include <charconv>
#include <limits>
#include <nlohmann/json.hpp>

#include "core/store/op.h"

namespace rehearse::op_keys {

std::string dump(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

const Json& member(const Json& json, const char* key) {
  const auto found = json.find(key);
  if (found == json.end()) throw BadKey{key, "is missing"};
  return *found;
}

std::string text(const Json& json, const char* key) {
  const Json& value = member(json, key);
  if (!value.is_string()) throw BadKey{key, "is not a text"};
  return value.get<std::string>();
}

std::int64_t integer(const Json& value, const char* key, std::int64_t least, std::int64_t most) {
  if (!value.is_number_integer()) throw BadKey{key, "is not a whole number"};
  if (value.is_number_unsigned() &&
      value.get<std::uint64_t>() > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max()))
    throw BadKey{key, "is too large"};
  const auto number = value.get<std::int64_t>();
  if (number < least || number > most) throw BadKey{key, "is out of range"};
  return number;
}

std::int64_t integer_member(const Json& json, const char* key, std::int64_t least, std::int64_t most) {
  return integer(member(json, key), key, least, most);
}

std::uint64_t hex_number(const Json& json, const char* key) {
  const std::string hex = text(json, key);
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(hex.data(), hex.data() + hex.size(), value, 16);
  if (hex.size() != 16 || error != std::errc{} || end != hex.data() + hex.size() || hex != hex_text(value))
    throw BadKey{key, "is not 16 lower-case hexadecimal digits"};
  return value;
}

std::vector<std::string> texts(const Json& json, const char* key) {
  std::vector<std::string> list;
  const auto found = json.find(key);
  if (found == json.end()) return list;
  if (!found->is_array()) throw BadKey{key, "is not a list"};
  for (const Json& text : *found) {
    if (!text.is_string()) throw BadKey{key, "holds something that is not an id"};
    list.push_back(text.get<std::string>());
  }
  return list;
}

bool flag(const Json& json, const char* key) {
  const Json& value = member(json, key);
  if (!value.is_boolean()) throw BadKey{key, "is not true or false"};
  return value.get<bool>();
}

Fields fields(const Json& json) {
  const Json& map = member(json, "v");
  if (!map.is_object()) throw BadKey{"v", "is not a map of fields"};
  Fields fields;
  for (const auto& [name, value] : map.items()) fields[name] = dump(value);
  return fields;
}

std::vector<OpId> base(const Json& json) { return read_ids<OpId>(json, "base"); }

}  // namespace rehearse::op_keys
