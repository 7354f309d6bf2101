// What a person can ask for while looking at files before they are kept.
#pragma once

#include <variant>

#include "gui/window/ui/scroll_wish.h"

namespace rehearse {

struct KeepImport {};
struct LeaveImport {};

using ImportIntent = std::variant<std::monostate, KeepImport, LeaveImport, ScrollPage>;

}  // namespace rehearse
