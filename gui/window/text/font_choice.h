// The learner's own choice among the fonts of the system.
#pragma once

#include <string>
#include <vector>

#include "gui/window/text/font_finder.h"

namespace rehearse {

/// As find_system_fonts(), of this family where the system has it; code apart. Empty: of any.
SystemFonts find_fonts_of(const std::string& family);

/// The families whose upright face has Simplified Chinese, sorted. Asks about every font of the system: some
/// milliseconds.
std::vector<std::string> chinese_families();

}  // namespace rehearse
