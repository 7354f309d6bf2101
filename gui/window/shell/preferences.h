// How the window looks on this machine. A file beside the library: another machine has its own screen.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "core/base/language.h"
#include "gui/window/theme_name.h"

namespace rehearse {

enum class ThemeChoice { kLight, kDark, kSystem };

inline constexpr int kTextSizes[] = {80, 90, 100, 110, 125, 150, 175, 200};  // per cent

struct Preferences {
  std::optional<Language> language;  // nothing: the system's
  ThemeChoice theme = ThemeChoice::kSystem;
  int text_size = 100;  // one of kTextSizes
  std::string font;     // a family; empty: found by itself
  bool was_welcomed = false;

  friend bool operator==(const Preferences&, const Preferences&) = default;
};

/// Those of the file; what it does not say or says wrongly is the default. A missing file is not an error.
Preferences read_preferences(const std::filesystem::path& file);
/// Whole or not at all. False when it could not be written.
bool write_preferences(const std::filesystem::path& file, const Preferences& preferences);

/// The next larger or smaller text size; 0 steps: 100 %.
int stepped_text_size(int size, int steps);

}  // namespace rehearse
