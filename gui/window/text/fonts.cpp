#include "gui/window/text/fonts.h"

#include <ft2build.h>
#include FT_FREETYPE_H

#include <cmath>
#include <stdexcept>

#include "core/base/text.h"

namespace rehearse {
namespace {

constexpr std::array<float, kFontCount> kEmSizes{17.0f, 25.0f, 13.5f, 17.0f, 15.0f,
                                                 30.0f, 15.5f, 11.5f, 15.5f, 60.0f};
constexpr int kBlanksOfTab = 4;

std::uint64_t glyph_key(Font font, char32_t character) {
  return static_cast<std::uint64_t>(font) << 32 | static_cast<std::uint64_t>(character);
}

}  // namespace

Fonts::Fonts(GlyphAtlas& atlas, const SystemFonts& found) : atlas_(atlas) {
  if (FT_Init_FreeType(&library_) != 0) throw std::runtime_error("FreeType does not start");
  const auto open = [&](const std::optional<FoundFont>& font, Embolden embolden) {
    return font ? FontFace::open(library_, font->file, embolden) : nullptr;
  };
  const bool has_bold = found.bold && found.bold->is_bold;
  regular_ = open(found.regular, Embolden::kNo);
  bold_ = open(found.bold, has_bold ? Embolden::kNo : Embolden::kYes);
  code_ = open(found.code, Embolden::kNo);
  covers_chinese_ = found.regular && found.regular->covers_chinese;
}

Fonts::~Fonts() {
  regular_.reset();
  bold_.reset();
  code_.reset();
  others_.clear();
  FT_Done_FreeType(library_);
}

void Fonts::set_scale(float scale) {
  if (scale == scale_) return;
  scale_ = scale;
  is_full_ = true;
  begin_frame();
}

void Fonts::begin_frame() {
  if (!is_full_) return;
  glyphs_.clear();
  atlas_.clear();
  is_full_ = false;
}

float Fonts::em(Font font) const { return kEmSizes[static_cast<std::size_t>(font)] * scale_; }

FontFace* Fonts::face_of(Font font) const {
  const bool is_bold = font == Font::kStem || font == Font::kLabel || font == Font::kFigure ||
                       font == Font::kDetailBold || font == Font::kClock;
  if (is_bold && bold_) return bold_.get();
  if (font == Font::kCode && code_) return code_.get();
  return regular_.get();
}

FontFace* Fonts::face_with(char32_t character, FontFace* preferred) {
  if (preferred->has(character)) return preferred;
  if (regular_->has(character)) return regular_.get();
  for (const auto& other : others_)
    if (other->has(character)) return other.get();
  if (const std::optional<FontFile> file = find_font_with(character)) {
    if (auto face = FontFace::open(library_, *file, Embolden::kNo); face && face->has(character)) {
      others_.push_back(std::move(face));
      return others_.back().get();
    }
  }
  return preferred;
}

const Glyph& Fonts::glyph(Font font, char32_t character) {
  const std::uint64_t key = glyph_key(font, character);
  if (const auto known = glyphs_.find(key); known != glyphs_.end()) return known->second;
  Glyph glyph;
  if (character == U'\t') {
    glyph.advance = kBlanksOfTab * this->glyph(font, U' ').advance;
  } else if (character >= U' ' && can_draw()) {
    const GlyphBitmap bitmap = face_with(character, face_of(font))->draw(character, em(font));
    glyph.advance = bitmap.advance;
    if (bitmap.width > 0) {
      if (const std::optional<TextureRect> place = atlas_.add(bitmap)) {
        glyph.texture = *place;
        glyph.left = static_cast<float>(bitmap.left);
        glyph.top = static_cast<float>(-bitmap.top);
        glyph.width = static_cast<float>(bitmap.width);
        glyph.height = static_cast<float>(bitmap.height);
      } else {
        is_full_ = true;  // blank for this frame, drawn in the next
      }
    }
  }
  return glyphs_.emplace(key, glyph).first->second;
}

float Fonts::width(Font font, std::string_view text) {
  if (!can_draw()) return ImGui::CalcTextSize(text.data(), text.data() + text.size()).x;
  float sum = 0;
  for (std::size_t at = 0; at < text.size();) sum += glyph(font, next_code_point(text, at)).advance;
  return sum;
}

}  // namespace rehearse
