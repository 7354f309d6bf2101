#include "gui/window/text/font_face.h"

#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_SYNTHESIS_H

#include <cmath>
#include <cstring>

namespace rehearse {

std::unique_ptr<FontFace> FontFace::open(FT_LibraryRec_* library, const FontFile& file, Embolden embolden) {
  FT_Face face = nullptr;
  if (FT_New_Face(library, file.path.c_str(), file.index, &face) != 0) return nullptr;
  return std::unique_ptr<FontFace>(new FontFace(face, embolden));
}

FontFace::~FontFace() { FT_Done_Face(face_); }

bool FontFace::has(char32_t character) const { return FT_Get_Char_Index(face_, character) != 0; }

GlyphBitmap FontFace::draw(char32_t character, float em_pixels) {
  if (em_pixels != em_pixels_) {
    em_pixels_ = em_pixels;
    FT_Set_Char_Size(face_, 0, static_cast<FT_F26Dot6>(std::lround(em_pixels * 64)), 72, 72);
  }
  GlyphBitmap result;
  const FT_UInt index = FT_Get_Char_Index(face_, character);
  if (FT_Load_Glyph(face_, index, FT_LOAD_TARGET_LIGHT | FT_LOAD_NO_BITMAP) != 0) return result;
  FT_GlyphSlot slot = face_->glyph;
  if (embolden_ == Embolden::kYes) FT_GlyphSlot_Embolden(slot);
  result.advance = static_cast<float>(slot->advance.x) / 64.0f;
  if (FT_Render_Glyph(slot, FT_RENDER_MODE_NORMAL) != 0) return result;
  const FT_Bitmap& bitmap = slot->bitmap;
  if (bitmap.pixel_mode != FT_PIXEL_MODE_GRAY) return result;
  result.left = slot->bitmap_left;
  result.top = slot->bitmap_top;
  result.width = static_cast<int>(bitmap.width);
  result.height = static_cast<int>(bitmap.rows);
  result.coverage.resize(bitmap.width * bitmap.rows);
  for (unsigned row = 0; row < bitmap.rows; ++row)
    std::memcpy(result.coverage.data() + row * bitmap.width,
                bitmap.buffer + static_cast<std::ptrdiff_t>(row) * bitmap.pitch, bitmap.width);
  return result;
}

}  // namespace rehearse
