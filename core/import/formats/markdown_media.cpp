#include "core/import/formats/markdown_media.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "core/base/text.h"
#include "core/import/characters.h"
#include "core/import/formats/media.h"

namespace rehearse {
namespace {

constexpr std::array<std::pair<Medium, std::string_view>, 3> kTags{
    {{Medium::kPicture, "<img"}, {Medium::kSound, "<audio"}, {Medium::kFilm, "<video"}}};

/// Quick: most texts hold none.
bool may_hold_media(std::string_view text) {
  constexpr std::array<std::string_view, 5> kStarts{"![", "<img", "<IMG", "<audio", "<video"};
  return std::any_of(kStarts.begin(), kStarts.end(),
                     [&](std::string_view start) { return text.find(start) != std::string_view::npos; });
}

// Bytes; bounds the time that hostile text can take.
constexpr std::size_t kLongestMedium = 1000;

struct Replacement {
  std::size_t length = 0;  // of what it takes the place of
  std::string text;
};

/// A repository's signs, such as how many stars it has: they belong to no question.
bool is_badge_address(std::string_view address) {
  return contains_any(address, {"shields.io", "badge", "star-history"});
}

/// ![name](address "title")
std::optional<Replacement> markdown_picture(std::string_view text) {
  const std::string_view near = text.substr(0, kLongestMedium);
  if (!starts_with(near, "![")) return std::nullopt;
  const std::size_t middle = near.find("](");
  if (middle == std::string_view::npos) return std::nullopt;
  const std::size_t end = near.find(')', middle);
  if (end == std::string_view::npos) return std::nullopt;
  if (is_badge_address(near.substr(middle, end - middle))) return std::nullopt;
  std::string_view name = near.substr(2, middle - 2);
  if (trimmed(name).empty()) {
    name = trimmed(near.substr(middle + 2, end - middle - 2));
    name = name.substr(0, name.find(' '));
  }
  return Replacement{end + 1, placeholder(Medium::kPicture, name)};
}

std::string_view attribute_in(std::string_view tag, std::string_view name) {
  for (std::size_t at = tag.find(name); at != std::string_view::npos; at = tag.find(name, at + 1)) {
    std::string_view behind = tag.substr(at + name.size());
    if (at == 0 || tag[at - 1] != ' ' || behind.substr(0, 1) != "=") continue;
    behind.remove_prefix(1);
    const char quote = behind.empty() ? '\0' : behind.front();
    if (quote != '"' && quote != '\'') return behind.substr(0, behind.find_first_of(" >"));
    behind.remove_prefix(1);
    return behind.substr(0, behind.find(quote));
  }
  return {};
}

std::optional<Replacement> tagged_medium(std::string_view text) {
  for (const auto& [medium, start] : kTags) {
    const std::string_view behind = text.substr(std::min(start.size(), text.size()), 1);
    if (!starts_with_english(text, start) || (behind != " " && behind != ">")) continue;
    const std::size_t end = text.substr(0, kLongestMedium).find('>');
    if (end == std::string_view::npos) return std::nullopt;
    const std::string_view tag = text.substr(0, end);
    std::string_view name = attribute_in(tag, "alt");
    if (trimmed(name).empty()) name = attribute_in(tag, "src");
    return Replacement{end + 1, placeholder(medium, name)};
  }
  return std::nullopt;
}

/// One line outside listings.
std::string line_with_placeholders(std::string_view line) {
  static const ByteSet marks("`!<");
  std::string result;
  for (std::size_t i = 0; i < line.size();) {
    const std::size_t mark = marks.find_in(line, i);
    result += line.substr(i, mark - i);
    i = mark;
    if (i == line.size()) break;
    const std::string_view rest = line.substr(i);
    const std::size_t quoted = rest[0] == '`' ? rest.find('`', 1) : std::string_view::npos;
    const bool is_linked = i > 0 && line[i - 1] == '[';  // a badge, too
    const auto medium = rest[0] != '!' ? tagged_medium(rest)
                        : is_linked    ? std::nullopt
                                       : markdown_picture(rest);
    const std::size_t length = quoted != std::string_view::npos ? quoted + 1 : medium ? medium->length : 1;
    result += medium ? medium->text : rest.substr(0, length);
    i += length;
  }
  return result;
}

/// Lines stay lines.
std::string with_placeholders(std::string_view markdown) {
  std::string result;
  std::string_view fence;
  for (const std::string_view line : split_lines(markdown)) {
    const std::string_view text = trimmed(line);
    const bool is_fence = fence.empty() ? starts_with_any(text, {"```", "~~~"}) : starts_with(text, fence);
    if (is_fence) fence = fence.empty() ? text.substr(0, 3) : std::string_view();
    result += is_fence || !fence.empty() ? std::string(line) : line_with_placeholders(line);
    result += '\n';
  }
  if (!markdown.empty() && markdown.back() != '\n') result.pop_back();
  return result;
}

}  // namespace

void replace_media(ExtractedText& extracted) {
  if (!may_hold_media(extracted.text)) return;
  extracted.text = with_placeholders(extracted.text);
  put_media_into_language(extracted.text);
  report_media(extracted.text, extracted.problems);
}

}  // namespace rehearse
