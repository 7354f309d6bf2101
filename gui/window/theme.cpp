#include "gui/window/theme.h"

namespace rehearse {
namespace {

constexpr ImU32 rgb(unsigned value) {
  return IM_COL32((value >> 16) & 0xFF, (value >> 8) & 0xFF, value & 0xFF, 0xFF);
}

constexpr Theme kLightTheme{
    .background = rgb(0xF5F6F8),
    .card = rgb(0xFFFFFF),
    .border = rgb(0xE3E6EB),
    .text = rgb(0x1D2129),
    .muted = rgb(0x5F6877),
    .faint = rgb(0x9AA3B2),
    .accent = rgb(0x3B6EF5),
    .accent_soft = rgb(0xE9EFFE),
    .on_accent = rgb(0xFFFFFF),
    .placeholder = rgb(0xE3E6EB),
    .again = {rgb(0xD64545), rgb(0xFDECEC)},
    .hard = {rgb(0xC77700), rgb(0xFFF4E0)},
    .good = {rgb(0x2E8B57), rgb(0xE7F6EE)},
    .easy = {rgb(0x2F6FDB), rgb(0xE8F0FD)},
    .shadow = 0.01f,
};

constexpr Theme kDarkTheme{
    .background = rgb(0x15181E),
    .card = rgb(0x1E222A),
    .border = rgb(0x2D333E),
    .text = rgb(0xE8EBF0),
    .muted = rgb(0x9CA6B5),
    .faint = rgb(0x677080),
    .accent = rgb(0x6C93FF),
    .accent_soft = rgb(0x25304D),
    .on_accent = rgb(0x10131A),
    .placeholder = rgb(0x2D333E),
    .again = {rgb(0xF08080), rgb(0x3A2427)},
    .hard = {rgb(0xE8A94A), rgb(0x3A2F1E)},
    .good = {rgb(0x6CC793), rgb(0x1F3529)},
    .easy = {rgb(0x7FAEFF), rgb(0x222F47)},
    .shadow = 0.04f,
};

}  // namespace

const Theme& theme_of(ThemeName name) { return name == ThemeName::kLight ? kLightTheme : kDarkTheme; }

}  // namespace rehearse
