// Which font files of this system to draw with, by fontconfig.
#pragma once

#include <optional>
#include <string>

namespace rehearse {

/// A font collection (.ttc) holds several faces: the index is part of the name.
struct FontFile {
  std::string path;
  int index = 0;
};

enum class FontStyle { kRegular, kBold, kCode };

struct FoundFont {
  FontFile file;
  bool covers_chinese = false;
  bool is_bold = false;  // false for kBold where the family has no bold face
};

/// The best face for Simplified Chinese text, else any face. Nothing when the system has no font.
std::optional<FoundFont> find_font(FontStyle style);

/// The faces the program draws with.
struct SystemFonts {
  std::optional<FoundFont> regular, bold, code;
};
SystemFonts find_system_fonts();

/// A face that has `character`, for the rare one that the fonts above lack.
std::optional<FontFile> find_font_with(char32_t character);

}  // namespace rehearse
