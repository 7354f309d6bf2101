#include "gui/window/ui/flag_colours.h"

namespace rehearse {

ImU32 flag_colour(const Theme& theme, int flag) {
  switch (flag) {
    case 1: return theme.again.text;
    case 2: return theme.hard.text;
    case 3: return theme.good.text;
    case 4: return theme.easy.text;
    // Of a middle lightness: seen on the light sheet and on the dark one.
    case 5: return IM_COL32(0xDB, 0x5F, 0x9C, 0xFF);
    case 6: return IM_COL32(0x1F, 0xA0, 0xA8, 0xFF);
    case 7: return IM_COL32(0x96, 0x6A, 0xDB, 0xFF);
    default: return theme.faint;
  }
}

}  // namespace rehearse
