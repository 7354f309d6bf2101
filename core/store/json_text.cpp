#include "core/store/json_text.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/base/text.h"

namespace rehearse {

using Json = nlohmann::json;

std::string json_text(std::string_view text) {
  // Nearly always; the library takes several times as long to see it.
  const bool needs_no_escape = std::none_of(text.begin(), text.end(), [](char c) {
    return static_cast<unsigned char>(c) < ' ' || c == '"' || c == '\\';
  });
  if (needs_no_escape && is_valid_utf8(text)) return '"' + std::string(text) + '"';
  return Json(std::string(text)).dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::optional<std::string> text_from_json(const std::string& json) {
  const Json value = Json::parse(json, nullptr, /*allow_exceptions=*/false);
  if (!value.is_string()) return std::nullopt;
  return value.get<std::string>();
}

std::string json_list(const std::vector<std::string>& values) {
  std::string list;
  for (const std::string& value : values) {
    list += list.empty() ? '[' : ',';
    list += value;
  }
  return list.empty() ? "[]" : list + ']';
}

std::string json_object(const Fields& members) {
  std::string object;
  for (const auto& [name, value] : members) {
    object += object.empty() ? '{' : ',';
    object.append(json_text(name)).append(1, ':').append(value);
  }
  return object.empty() ? "{}" : object + '}';
}

}  // namespace rehearse
