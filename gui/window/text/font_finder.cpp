#include "gui/window/text/font_finder.h"

#include <fontconfig/fontconfig.h>

#include <algorithm>
#include <array>
#include <memory>

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

}  // namespace

std::optional<FoundFont> find_font(FontStyle style) {
  Pattern wanted = scalable_chinese();
  const auto add_family = [&](const char* family) {
    FcPatternAddString(wanted.get(), FC_FAMILY, reinterpret_cast<const FcChar8*>(family));
  };
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

SystemFonts find_system_fonts() {
  return {find_font(FontStyle::kRegular), find_font(FontStyle::kBold), find_font(FontStyle::kCode)};
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
