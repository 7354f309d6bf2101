#include "core/base/text.h"
#include "gui/window/window.h"
const char* kQuery = "SELECT 1";
