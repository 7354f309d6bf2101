#include "gui/window/window.h"
#include "core/base/text.h"
const char* kQuery = "SELECT 1";
