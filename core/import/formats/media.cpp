#include "core/import/formats/media.h"

#include <algorithm>
#include <array>

#include "core/base/text.h"

namespace rehearse {
namespace {

struct MediumWords {
  Medium medium;
  std::string_view start;
  const char* code;
  const char* english;
  const char* chinese;
};

constexpr std::array<MediumWords, 3> kMedia{{
    {Medium::kPicture, "[图片", "picture", "a picture stands here, which is not kept", "此处的图片没有保留"},
    {Medium::kSound, "[音频", "sound", "a sound stands here, which is not kept", "此处的音频没有保留"},
    {Medium::kFilm, "[视频", "sound", "a film stands here, which is not kept", "此处的视频没有保留"},
}};

std::string clean_name(std::string_view name) {
  constexpr std::size_t kLongest = 60;  // code points
  name = trimmed(name);
  if (name.substr(0, 5) == "data:" || name.substr(0, 5) == "blob:") return {};
  const bool is_address =
      name.find(' ') == std::string_view::npos && name.find('/') != std::string_view::npos;
  if (is_address) {
    name = name.substr(0, name.find_first_of("?#"));
    name = name.substr(name.rfind('/') + 1);
  }
  std::string clean;
  for (std::size_t i = 0; i < name.size();) {
    const char32_t c = next_code_point(name, i);
    append_utf8(clean, c < 0x20 ? U' ' : c == '[' ? U'(' : c == ']' ? U')' : c);
  }
  return shortened(clean, kLongest);
}

}  // namespace

std::string placeholder(Medium medium, std::string_view name) {
  const auto words = std::find_if(kMedia.begin(), kMedia.end(),
                                  [&](const MediumWords& candidate) { return candidate.medium == medium; });
  const std::string clean = clean_name(name);
  return std::string(words->start) + (clean.empty() ? "" : ": " + clean) + ']';
}

void report_media(std::string_view text, std::vector<Problem>& problems) {
  std::size_t line = 1;
  std::size_t column = 1;
  for (std::size_t i = 0; i < text.size(); ++column) {
    for (const MediumWords& words : kMedia) {
      if (text[i] != '[' || text.substr(i, words.start.size()) != words.start) continue;
      const std::string_view behind = text.substr(i + words.start.size(), 1);
      if (behind == ":" || behind == "]")
        problems.push_back({line, column, words.code, {words.english, words.chinese}});
    }
    if (next_code_point(text, i) != '\n') continue;
    ++line;
    column = 0;
  }
}

}  // namespace rehearse
