// How the printed question sheet looks: its style sheet, kept apart from what is said on it.
#pragma once

#include <string_view>

namespace rehearse {

/// CSS for A4 and for the screen. No fonts or pictures are fetched from anywhere.
std::string_view sheet_style();

}  // namespace rehearse
