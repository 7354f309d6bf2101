#include "gui/window/text/font_finder.h"

#include <fontconfig/fontconfig.h>

#include <algorithm>
#include <array>
#include <memory>
#include <set>

#include "gui/window/text/font_choice.h"

namespace rehearse {
namespace {

struct PatternDeleter {
  void operator()(FcPattern* pattern) const { FcPatternDestroy(pattern); }
};
using Pattern = std::unique_ptr<FcPattern, PatternDeleter>;

// Asking only for "sans-serif, zh-cn" yields Japanese glyph shapes where the system's own preferences
// do not order the regional faces, hence names.
constexpr std::array kTextFamilies{"Noto Sans CJK SC",    "Source Han Sans SC", "Source Han Sans CN",
                                   "WenQuanYi Micro Hei", "WenQuanYi Zen Hei",  "sans-serif"};
constexpr std::array kCodeFamilies{"Noto Sans Mono CJK SC", "Source Han Mono SC", "WenQuanYi Micro Hei Mono",
                                   "WenQuanYi Zen Hei Mono", "monospace"};

// A font that has these writes Simplified Chinese: 的 复 习 。 ，
constexpr std::array<FcChar32, 5> kChineseSample{0x7684, 0x590D, 0x4E60, 0x3002, 0xFF0C};

Pattern scalable_chinese() {
  Pattern pattern(FcPatternCreate());
  FcPatternAddString(pattern.get(), FC_LANG, reinterpret_cast<const FcChar8*>("zh-cn"));
  FcPatternAddBool(pattern.get(), FC_SCALABLE, FcTrue);
  return pattern;
}

Pattern best_match(FcPattern* wanted) {
  FcConfigSubstitute(nullptr, wanted, FcMatchPattern);
  FcDefaultSubstitute(wanted);
  FcResult result;
  return Pattern(FcFontMatch(nullptr, wanted, &result));
}

std::optional<FontFile> file_of(FcPattern* match) {
  FcChar8* path = nullptr;
  FontFile file;
  if (!match || FcPatternGetString(match, FC_FILE, 0, &path) != FcResultMatch) return std::nullopt;
  file.path = reinterpret_cast<const char*>(path);
  FcPatternGetInteger(match, FC_INDEX, 0, &file.index);
  return file;
}

bool has(FcPattern* match, FcChar32 character) {
  FcCharSet* characters = nullptr;
  return FcPatternGetCharSet(match, FC_CHARSET, 0, &characters) == FcResultMatch &&
         FcCharSetHasChar(characters, character);
}

std::optional<FoundFont> find_font_of(FontStyle style, const std::string& family) {
  Pattern wanted = scalable_chinese();
  const auto add_family = [&](const char* name) {
    FcPatternAddString(wanted.get(), FC_FAMILY, reinterpret_cast<const FcChar8*>(name));
  };
  if (!family.empty()) add_family(family.c_str());
  if (style == FontStyle::kCode)
    std::for_each(kCodeFamilies.begin(), kCodeFamilies.end(), add_family);
  else
    std::for_each(kTextFamilies.begin(), kTextFamilies.end(), add_family);
  FcPatternAddInteger(wanted.get(), FC_WEIGHT,
                      style == FontStyle::kBold ? FC_WEIGHT_BOLD : FC_WEIGHT_REGULAR);

  const Pattern match = best_match(wanted.get());
  const std::optional<FontFile> file = file_of(match.get());
  if (!file) return std::nullopt;
  FoundFont found{*file};
  found.covers_chinese = std::all_of(kChineseSample.begin(), kChineseSample.end(),
                                     [&](FcChar32 character) { return has(match.get(), character); });
  int weight = FC_WEIGHT_REGULAR;
  FcPatternGetInteger(match.get(), FC_WEIGHT, 0, &weight);
  found.is_bold = weight >= FC_WEIGHT_DEMIBOLD;
  return found;
}

}  // namespace

std::optional<FoundFont> find_font(FontStyle style) { return find_font_of(style, {}); }

SystemFonts find_system_fonts() { return find_fonts_of({}); }

SystemFonts find_fonts_of(const std::string& family) {
  return {find_font_of(FontStyle::kRegular, family), find_font_of(FontStyle::kBold, family),
          find_font_of(FontStyle::kCode, {})};
}

std::vector<std::string> chinese_families() {
  const Pattern wanted(FcPatternCreate());
  FcPatternAddBool(wanted.get(), FC_SCALABLE, FcTrue);
  FcPatternAddBool(wanted.get(), FC_COLOR, FcFalse);
  FcPatternAddInteger(wanted.get(), FC_SLANT, FC_SLANT_ROMAN);
  FcCharSet* characters = FcCharSetCreate();
  for (const FcChar32 character : kChineseSample) FcCharSetAddChar(characters, character);
  FcPatternAddCharSet(wanted.get(), FC_CHARSET, characters);
  FcCharSetDestroy(characters);
  FcObjectSet* asked = FcObjectSetBuild(FC_FAMILY, nullptr);
  FcFontSet* fonts = FcFontList(nullptr, wanted.get(), asked);
  FcObjectSetDestroy(asked);
  std::set<std::string> families;
  if (!fonts) return {};
  for (int i = 0; i < fonts->nfont; ++i) {
    FcChar8* name = nullptr;  // the first of several is the English one
    if (FcPatternGetString(fonts->fonts[i], FC_FAMILY, 0, &name) == FcResultMatch)
      families.insert(reinterpret_cast<const char*>(name));
  }
  FcFontSetDestroy(fonts);
  return {families.begin(), families.end()};
}

std::optional<FontFile> find_font_with(char32_t character) {
  Pattern wanted = scalable_chinese();
  FcPatternAddBool(wanted.get(), FC_COLOR, FcFalse);  // coloured emoji are pictures, not outlines
  FcCharSet* characters = FcCharSetCreate();
  FcCharSetAddChar(characters, character);
  FcPatternAddCharSet(wanted.get(), FC_CHARSET, characters);
  FcCharSetDestroy(characters);
  const Pattern match = best_match(wanted.get());
  if (!match || !has(match.get(), character)) return std::nullopt;
  return file_of(match.get());
}

}  // namespace rehearse
