// Glyphs are drawn when they are needed and keep apart in the texture.
#include "gui/window/text/fonts.h"

#include <doctest/doctest.h>

#include "tests/skip.h"

namespace rehearse {
namespace {

/// An ImGui context, which an atlas belongs to.
struct Context {
  Context() { ImGui::CreateContext(); }
  ~Context() { ImGui::DestroyContext(); }
};

bool overlap(const TextureRect& a, const TextureRect& b) {
  return a.begin.x < b.end.x && b.begin.x < a.end.x && a.begin.y < b.end.y && b.begin.y < a.end.y;
}

constexpr char32_t kFirstIdeograph = 0x4E00;

}  // namespace

TEST_SUITE("gui/window/text/fonts") {
  TEST_CASE("no two glyphs share a pixel of the texture") {
    const Context context;
    GlyphAtlas atlas(512);
    Fonts fonts(atlas, find_system_fonts());
    if (!fonts.can_draw()) SKIP_IN_WORDS("the system has no font");
    std::vector<TextureRect> places;
    for (char32_t i = 0; i < 200; ++i) {
      const Glyph& glyph = fonts.glyph(i % 2 == 0 ? Font::kBody : Font::kSmall, kFirstIdeograph + i);
      if (glyph.width > 0) places.push_back(glyph.texture);
    }
    for (std::size_t i = 0; i < places.size(); ++i)
      for (std::size_t j = i + 1; j < places.size(); ++j) CHECK(!overlap(places[i], places[j]));
  }

  TEST_CASE("a glyph asked for twice is drawn once") {
    const Context context;
    GlyphAtlas atlas(256);
    Fonts fonts(atlas, find_system_fonts());
    fonts.glyph(Font::kBody, U'复');
    atlas.take_changed();
    fonts.glyph(Font::kBody, U'复');
    CHECK(atlas.take_changed().empty());
  }

  TEST_CASE("a full texture starts over with the next frame and keeps every advance") {
    const Context context;
    GlyphAtlas atlas(256);
    Fonts fonts(atlas, find_system_fonts());
    if (!fonts.can_draw()) SKIP_IN_WORDS("the system has no font");
    std::vector<float> advances;
    for (char32_t i = 0; i < 300; ++i)
      advances.push_back(fonts.glyph(Font::kBody, kFirstIdeograph + i).advance);
    fonts.begin_frame();
    CHECK(fonts.glyph(Font::kBody, kFirstIdeograph + 299).width > 0);
    CHECK(fonts.glyph(Font::kBody, kFirstIdeograph + 299).advance == advances[299]);
  }

  TEST_CASE("text is as wide as its glyphs and twice as wide at twice the scale") {
    const Context context;
    GlyphAtlas atlas(1024);
    Fonts fonts(atlas, find_system_fonts());
    if (!fonts.can_draw()) SKIP_IN_WORDS("the system has no font");
    const std::string_view text = "熟答 Rehearse";
    const float width = fonts.width(Font::kStem, text);
    fonts.set_scale(2);
    CHECK(fonts.width(Font::kStem, text) == doctest::Approx(2 * width).epsilon(0.05));
  }
}

}  // namespace rehearse
