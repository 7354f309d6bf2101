// One face of a font file, drawn by FreeType.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "gui/window/text/font_finder.h"

struct FT_LibraryRec_;
struct FT_FaceRec_;

namespace rehearse {

/// A glyph's coverage, one byte a pixel, placed relative to the pen on the baseline. Pixels.
struct GlyphBitmap {
  int left = 0;  // from the pen to the first column
  int top = 0;   // from the baseline up to the first row
  int width = 0;
  int height = 0;
  float advance = 0;
  std::vector<std::uint8_t> coverage;
};

enum class Embolden { kNo, kYes };

class FontFace {
 public:
  /// Nothing when the file cannot be read as a font. FreeType maps the file, it does not copy it.
  /// `embolden` draws bold from a regular face. `library` must outlive the face.
  static std::unique_ptr<FontFace> open(FT_LibraryRec_* library, const FontFile& file, Embolden embolden);
  ~FontFace();
  FontFace(const FontFace&) = delete;
  FontFace& operator=(const FontFace&) = delete;

  bool has(char32_t character) const;
  /// The face's box for missing characters where it has no such glyph.
  GlyphBitmap draw(char32_t character, float em_pixels);

 private:
  FontFace(FT_FaceRec_* face, Embolden embolden) : face_(face), embolden_(embolden) {}

  FT_FaceRec_* face_;
  Embolden embolden_;
  float em_pixels_ = 0;
};

}  // namespace rehearse
