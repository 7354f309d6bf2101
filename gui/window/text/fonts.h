// The program's type: a few styles over the system's fonts, at any scale, for every character there is.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "gui/window/text/glyph_atlas.h"

namespace rehearse {

enum class Font { kBody, kStem, kSmall, kLabel, kCode, kFigure, kDetail, kTiny, kDetailBold, kClock };
inline constexpr std::size_t kFontCount = 10;

struct Glyph {
  TextureRect texture;
  float left = 0, top = 0, width = 0, height = 0;  // pixels, relative to the pen on the baseline, y down
  float advance = 0;
};

class Fonts {
 public:
  /// `atlas` must outlive the fonts.
  Fonts(GlyphAtlas& atlas, const SystemFonts& found);
  ~Fonts();
  Fonts(const Fonts&) = delete;
  Fonts& operator=(const Fonts&) = delete;

  /// False when the system has no font at all: only ImGui's own letters can be drawn.
  bool can_draw() const { return regular_ != nullptr; }
  bool covers_chinese() const { return covers_chinese_; }

  /// Pixels for one logical unit. Glyphs of another scale are forgotten. Outside frames.
  void set_scale(float scale);
  float scale() const { return scale_; }
  /// Before the first text of a frame: makes room when the last frame found none left.
  void begin_frame();

  /// Pixels.
  float em(Font font) const;
  const Glyph& glyph(Font font, char32_t character);
  float width(Font font, std::string_view text);

 private:
  FontFace* face_of(Font font) const;
  FontFace* face_with(char32_t character, FontFace* preferred);

  GlyphAtlas& atlas_;
  FT_LibraryRec_* library_ = nullptr;
  std::unique_ptr<FontFace> regular_, bold_, code_;
  std::vector<std::unique_ptr<FontFace>> others_;  // for characters that the three above lack
  bool covers_chinese_ = false;
  float scale_ = 1;
  bool is_full_ = false;
  std::unordered_map<std::uint64_t, Glyph> glyphs_;
};

}  // namespace rehearse
