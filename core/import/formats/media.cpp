#include "core/import/formats/media.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/base/text.h"
#include "core/import/characters.h"

namespace rehearse {
namespace {

struct MediumWords {
  Medium medium;
  std::string_view chinese_start;
  std::string_view english_start;
  const char* code;
  Words problem;
};

const std::array<MediumWords, 3>& all_media() {
  static const std::array<MediumWords, 3> media{{
      {Medium::kPicture,
       "[图片",
       "[image",
       "picture",
       {"a picture stands here, which is not kept", "此处的图片没有保留"}},
      {Medium::kSound,
       "[音频",
       "[audio",
       "sound",
       {"a sound stands here, which is not kept", "此处的音频没有保留"}},
      {Medium::kFilm,
       "[视频",
       "[video",
       "sound",
       {"a film stands here, which is not kept", "此处的视频没有保留"}},
  }};
  return media;
}

/// The last part of an address. TCP/IP in a description is none: what it ends in is no file.
std::string_view file_name_in(std::string_view name) {
  const std::size_t slash = name.find('/');
  if (slash == std::string_view::npos || name.find(' ') != std::string_view::npos) return name;
  const std::string_view path = name.substr(0, name.find_first_of("?#"));
  const std::string_view last = path.substr(path.rfind('/') + 1);
  const bool is_address = slash == 0 || name[0] == '.' || name.find("//") != std::string_view::npos ||
                          last.find('.') != std::string_view::npos;
  return is_address ? last : name;
}

std::string clean_name(std::string_view name) {
  constexpr std::size_t kLongest = 60;  // code points
  name = trimmed(name);
  if (name.substr(0, 5) == "data:" || name.substr(0, 5) == "blob:") return {};
  name = file_name_in(name);
  std::string clean;
  for (std::size_t i = 0; i < name.size();) {
    const char32_t c = next_code_point(name, i);
    append_utf8(clean, c < 0x20 ? U' ' : c == '[' ? U'(' : c == ']' ? U')' : c);
  }
  return shortened(clean, kLongest);
}

/// A placeholder at the start of `text` ends its word with a colon or with the bracket.
bool begins_with(std::string_view text, std::string_view start) {
  return text.substr(0, start.size()) == start && text.size() > start.size() &&
         (text[start.size()] == ':' || text[start.size()] == ']');
}

/// Letters of both scripts outside placeholders.
struct Letters {
  std::size_t chinese = 0;
  std::size_t latin = 0;

  void count(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
      const auto& media = all_media();
      const bool is_placeholder =
          text[i] == '[' && std::any_of(media.begin(), media.end(), [&](const MediumWords& words) {
            return begins_with(text.substr(i), words.chinese_start);
          });
      if (is_placeholder) {
        i = std::min(text.find(']', i), text.size());
        continue;
      }
      const char32_t c = next_code_point(text, i);
      chinese += is_han(c);
      latin += (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
  }

  /// A few Chinese names make no Chinese document; a Chinese one about programs holds many Latin letters.
  bool are_english() const {
    constexpr std::size_t kLatinPerChinese = 20;
    return latin > kLatinPerChinese * chinese;
  }
};

bool has_chinese_placeholder(std::string_view text) {
  const auto& media = all_media();
  return std::any_of(media.begin(), media.end(), [&](const MediumWords& words) {
    return text.find(words.chinese_start) != std::string_view::npos;
  });
}

void put_into_english(std::string& text) {
  std::string english;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t bracket = std::min(text.find('[', i), text.size());
    english.append(text, i, bracket - i);
    i = bracket;
    if (i == text.size()) break;
    std::string_view word = "[";
    std::size_t length = 1;
    for (const MediumWords& words : all_media())
      if (begins_with(std::string_view(text).substr(i), words.chinese_start)) {
        word = words.english_start;
        length = words.chinese_start.size();
      }
    english += word;
    i += length;
  }
  text = std::move(english);
}

template <class Take>
void for_each_text(Document& document, Take take) {
  take(document.title);
  for (Section& section : document.sections) {
    take(section.title);
    take(section.description);
  }
  for (Question& question : document.questions) {
    for (std::string* text : {&question.section, &question.stem, &question.answer, &question.analysis})
      take(*text);
    for (Option& option : question.options) take(option.text);
    for (std::string& key : question.answer_key) take(key);
    for (std::string& criterion : question.criteria) take(criterion);
    for (KeyPoint& point : question.points) {
      take(point.cue);
      take(point.detail);
    }
  }
}

}  // namespace

std::string placeholder(Medium medium, std::string_view name) {
  const auto& media = all_media();
  const auto words = std::find_if(media.begin(), media.end(),
                                  [&](const MediumWords& candidate) { return candidate.medium == medium; });
  const std::string clean = clean_name(name);
  return std::string(words->chinese_start) + (clean.empty() ? "" : ": " + clean) + ']';
}

bool is_only_medium(std::string_view line) {
  if (line.empty() || line.front() != '[' || line.find(']') + 1 != line.size()) return false;
  const auto& media = all_media();
  return std::any_of(media.begin(), media.end(), [&](const MediumWords& words) {
    return begins_with(line, words.chinese_start) || begins_with(line, words.english_start);
  });
}

void put_media_into_language(std::string& text) {
  if (!has_chinese_placeholder(text)) return;
  Letters letters;
  letters.count(text);
  if (letters.are_english()) put_into_english(text);
}

void put_media_into_language(Document& document) {
  bool has_media = false;
  for_each_text(document,
                [&](const std::string& text) { has_media = has_media || has_chinese_placeholder(text); });
  if (!has_media) return;
  Letters letters;
  for_each_text(document, [&](const std::string& text) { letters.count(text); });
  if (letters.are_english()) for_each_text(document, put_into_english);
}

void report_media(std::string_view text, std::vector<Problem>& problems) {
  std::size_t line = 1;
  std::size_t column = 1;
  for (std::size_t i = 0; i < text.size(); ++column) {
    if (text[i] == '[')
      for (const MediumWords& words : all_media())
        if (begins_with(text.substr(i), words.chinese_start) ||
            begins_with(text.substr(i), words.english_start))
          problems.push_back({line, column, words.code, words.problem});
    if (next_code_point(text, i) != '\n') continue;
    ++line;
    column = 0;
  }
}

}  // namespace rehearse
