#include <algorithm>

#include "core/base/text.h"
#include "gui/window/editor/question_draft.h"

namespace rehearse {
namespace {

/// What stands before the first colon or line end, and what behind it.
KeyPoint point_from(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(text, at);
    if (c != U'：' && c != U':' && c != U'\n') continue;
    const std::string_view cue = trimmed(text.substr(0, begin)), detail = trimmed(text.substr(at));
    if (!cue.empty()) return {std::string(cue), std::string(detail)};
  }
  return {std::string(trimmed(text)), ""};
}

/// Signs that ended what was cut off begin nothing.
std::string_view begun(std::string_view text) {
  text = trimmed(text);
  while (!text.empty()) {
    std::size_t at = 0;
    const char32_t c = next_code_point(text, at);
    if (std::u32string_view(U"，。；、：,.;:").find(c) == std::u32string_view::npos) break;
    text = trimmed(text.substr(at));
  }
  return text;
}

/// The same at the end; what closes a sentence stays.
std::string_view ended(std::string_view text) {
  text = trimmed(text);
  for (bool is_open = true; is_open && !text.empty();) {
    is_open = false;
    for (const std::string_view sign : {"，", "；", "、", "：", ",", ";", ":"})
      if (text.ends_with(sign)) {
        text = trimmed(text.substr(0, text.size() - sign.size()));
        is_open = true;
      }
  }
  return text;
}

std::optional<std::vector<KeyPoint>> both(KeyPoint first, KeyPoint second) {
  if (first.cue.empty() || second.cue.empty()) return std::nullopt;
  return std::vector<KeyPoint>{std::move(first), std::move(second)};
}

}  // namespace

std::optional<std::vector<KeyPoint>> cut_in_cue(const KeyPoint& point, std::size_t at) {
  const std::string_view cue = point.cue;
  at = std::min(at, cue.size());
  return both({std::string(ended(cue.substr(0, at))), ""},
              {std::string(begun(cue.substr(at))), point.detail});
}

std::optional<std::vector<KeyPoint>> cut_in_detail(const KeyPoint& point, std::size_t at) {
  const std::string_view detail = point.detail;
  at = std::min(at, detail.size());
  return both({point.cue, std::string(ended(detail.substr(0, at)))}, point_from(begun(detail.substr(at))));
}

}  // namespace rehearse
