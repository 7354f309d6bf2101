#include "core/store/json_text.h"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstring>
#include <nlohmann/json.hpp>

#include "core/base/text.h"
#include "core/store/plain_line.h"

namespace rehearse {

namespace {

using Json = nlohmann::json;

bool needs_escape(char c) { return static_cast<unsigned char>(c) < ' ' || c == '"' || c == '\\'; }

/// RFC 8259 §7, the short form where there is one.
void append_escaped(std::string& json, char c) {
  constexpr char kDigits[] = "0123456789abcdef";
  json += '\\';
  switch (c) {
    case '\b': json += 'b'; break;
    case '\t': json += 't'; break;
    case '\n': json += 'n'; break;
    case '\f': json += 'f'; break;
    case '\r': json += 'r'; break;
    case '"':
    case '\\': json += c; break;
    default: json.append("u00").append(1, kDigits[c >> 4]).append(1, kDigits[c & 15]);
  }
}

/// How many of the next bytes are pairs of characters of three bytes, as Chinese has them. Those with a lead
/// E0 or ED, which ask for a closer look, are left out.
std::size_t chinese_pairs(std::string_view text, std::size_t begin) {
  static_assert(std::endian::native == std::endian::little);
  constexpr std::uint64_t kUpperBits = 0xC0C0F0'C0C0F0, kOfThree = 0x8080E0'8080E0;
  constexpr std::uint64_t kPlainLeads = 0xDFFE;  // a bit for each lower half of a lead byte, but 0 and D
  std::size_t end = begin;
  for (std::uint64_t eight; text.size() - end >= sizeof eight; end += 6) {
    std::memcpy(&eight, text.data() + end, sizeof eight);
    const bool are_three = (eight & kUpperBits) == kOfThree;
    const bool are_plain = (kPlainLeads >> (eight & 15) & kPlainLeads >> (eight >> 24 & 15) & 1) != 0;
    if (!are_three || !are_plain) break;
  }
  return end - begin;
}

}  // namespace

std::size_t plain_json_end(std::string_view text, std::size_t at) {
  constexpr std::string_view kReplacement = "\uFFFD";
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  while (true) {
    at += chinese_pairs(text, at);  // nearly everything
    // What is left of it: three bytes, of which a lead E0 or ED would ask for a closer look.
    while (text.size() - at > 2 && byte(at) > 0xE0 && byte(at) < 0xF0 && byte(at) != 0xED &&
           (byte(at + 1) & 0xC0) == 0x80 && (byte(at + 2) & 0xC0) == 0x80)
      at += 3;
    if (at == text.size() || needs_escape(text[at])) return at;
    if (byte(at) < 0x80) {
      ++at;
      continue;
    }
    std::size_t behind = at;
    const bool is_replacement = next_code_point(text, behind) == U'\uFFFD';
    if (is_replacement && !text.substr(at).starts_with(kReplacement)) return at;
    at = behind;
  }
}

void append_json_text(std::string& json, std::string_view text) {
  const std::size_t begin = json.size();
  json += '"';
  for (std::size_t at = 0;; ++at) {
    const std::size_t end = plain_json_end(text, at);
    json.append(text, at, end - at);
    at = end;
    if (at == text.size()) break;
    if (!needs_escape(text[at])) {
      // Broken UTF-8: how much of it becomes one U+FFFD is the library's business.
      json.resize(begin);
      json += Json(std::string(text)).dump(-1, ' ', false, Json::error_handler_t::replace);
      return;
    }
    append_escaped(json, text[at]);
  }
  json += '"';
}

std::string json_text(std::string_view text) {
  std::string json;
  json.reserve(text.size() + 2);
  append_json_text(json, text);
  return json;
}

std::optional<std::string> text_from_json(const std::string& json) {
  if (const auto plain = plain_text(json)) return std::string(*plain);
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
    append_json_text(object, name);
    object.append(1, ':').append(value);
  }
  return object.empty() ? "{}" : object + '}';
}

}  // namespace rehearse
