#include "core/store/plain_line.h"

#include <algorithm>
#include <charconv>

#include "core/store/json_text.h"

namespace rehearse {
namespace {

// An op, its fields, a point, its ancestors.
constexpr int kDeepest = 4;
// Any of so many digits fits 64 bits.
constexpr std::size_t kMostDigits = 18;
constexpr std::size_t kMostDigitsOfMarks = 6;

bool take(std::string_view& text, std::string_view what) {
  if (!text.starts_with(what)) return false;
  text.remove_prefix(what.size());
  return true;
}

/// The escapes that our writer uses, but for the rare control characters.
bool is_usual_escape(std::string_view text) {
  constexpr std::string_view kEscaped = "\"\\nrtbf";
  return text.size() > 1 && text[0] == '\\' && kEscaped.find(text[1]) != std::string_view::npos;
}

/// Goes behind a string.
bool skip_string(std::string_view& text) {
  if (!take(text, "\"")) return false;
  for (std::size_t at = 0;; at += 2) {
    at = plain_json_end(text, at);
    if (at == text.size()) return false;
    if (text[at] == '"') {
      text.remove_prefix(at + 1);
      return true;
    }
    if (!is_usual_escape(text.substr(at))) return false;
  }
}

/// Goes behind a whole number of digits that is written in the only way; nothing where it is not. Returns how
/// many digits it has.
std::optional<std::size_t> skip_digits(std::string_view& text) {
  const auto end = std::find_if_not(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
  const auto digits = static_cast<std::size_t>(end - text.begin());
  if (digits == 0 || digits > kMostDigits || (digits > 1 && text.front() == '0')) return std::nullopt;
  text.remove_prefix(digits);
  return digits;
}

bool goes_on_as_number(std::string_view text) {
  constexpr std::string_view kInNumbers = ".eE0123456789";
  return !text.empty() && kInNumbers.find(text.front()) != std::string_view::npos;
}

bool skip_whole_number(std::string_view& text) {
  const bool is_negative = take(text, "-");
  if (is_negative && text.starts_with('0')) return false;
  return skip_digits(text) && !goes_on_as_number(text);
}

/// Whole, or as marks are: 5.0, 2.5. How other fractions are printed is the library's business.
bool skip_number(std::string_view& text) {
  if (text.starts_with('-')) return skip_whole_number(text);
  const auto digits = skip_digits(text);
  if (!digits) return false;
  if (*digits <= kMostDigitsOfMarks && !take(text, ".0")) take(text, ".5");
  return !goes_on_as_number(text);
}

bool skip_value(std::string_view& text, int deepest);

bool skip_list(std::string_view& text, int deepest) {
  if (take(text, "]")) return true;
  do {
    if (!skip_value(text, deepest)) return false;
  } while (take(text, ","));
  return take(text, "]");
}

/// Takes a name and the colon behind it. Names are ASCII without escapes, so that their order is that of
/// their bytes.
std::optional<std::string_view> take_name(std::string_view& text) {
  if (!take(text, "\"")) return std::nullopt;
  const auto is_plain = [](char c) { return c >= ' ' && c <= '~' && c != '"' && c != '\\'; };
  const auto end = std::find_if_not(text.begin(), text.end(), is_plain);
  const std::string_view name = text.substr(0, static_cast<std::size_t>(end - text.begin()));
  text.remove_prefix(name.size());
  if (!take(text, "\":")) return std::nullopt;
  return name;
}

/// Goes behind an object's first brace and what follows it; `hear` gets each name and the JSON of its value.
template <class Hear>
bool skip_members(std::string_view& text, int deepest, const Hear& hear) {
  if (take(text, "}")) return true;
  std::optional<std::string_view> last;
  do {
    const auto name = take_name(text);
    if (!name || (last && *name <= *last)) return false;
    last = name;
    const char* const begin = text.data();
    if (!skip_value(text, deepest)) return false;
    hear(*name, std::string_view(begin, static_cast<std::size_t>(text.data() - begin)));
  } while (take(text, ","));
  return take(text, "}");
}

bool skip_value(std::string_view& text, int deepest) {
  if (text.empty() || deepest == 0) return false;
  switch (text.front()) {
    case '"': return skip_string(text);
    case '{':
      text.remove_prefix(1);
      return skip_members(text, deepest - 1, [](std::string_view, std::string_view) {});
    case '[': text.remove_prefix(1); return skip_list(text, deepest - 1);
    case 't': return take(text, "true");
    case 'f': return take(text, "false");
    case 'n': return take(text, "null");
    default: return skip_number(text);
  }
}

}  // namespace

std::optional<std::string_view> plain_text(std::string_view json) {
  if (json.size() < 2 || json.front() != '"' || json.back() != '"') return std::nullopt;
  const std::string_view inside = json.substr(1, json.size() - 2);
  if (plain_json_end(inside, 0) != inside.size()) return std::nullopt;
  return inside;
}

std::optional<std::int64_t> plain_number(std::string_view json) {
  std::string_view rest = json;
  std::int64_t number = 0;
  if (!skip_whole_number(rest) || !rest.empty()) return std::nullopt;
  std::from_chars(json.data(), json.data() + json.size(), number);
  return number;
}

std::optional<PlainMembers> PlainMembers::cut(std::string_view object) {
  constexpr std::size_t kUsual = 12;
  PlainMembers members;
  members.members_.reserve(kUsual);
  const bool is_whole = take(object, "{") && skip_members(object, kDeepest, [&](auto name, auto json) {
                          members.members_.emplace_back(name, json);
                        });
  if (!is_whole || !object.empty()) return std::nullopt;
  return members;
}

std::string_view PlainMembers::operator[](std::string_view name) const {
  const auto found = std::find_if(members_.begin(), members_.end(),
                                  [&](const Member& member) { return member.first == name; });
  return found == members_.end() ? std::string_view() : found->second;
}

}  // namespace rehearse
