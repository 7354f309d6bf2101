// Where a command that goes on for a while shows its pages.
#pragma once

#include <cstddef>

namespace rehearse {

inline constexpr const char* kClearScreen = "\x1b[H\x1b[2J";
inline constexpr const char* kClearLine = "\r\x1b[K";

/// Columns of a page that nobody may ever see on a screen.
inline constexpr std::size_t kPipeColumns = 100;

/// Of the terminal; kPipeColumns where there is none, or a very narrow one.
std::size_t terminal_columns(int descriptor);

}  // namespace rehearse
