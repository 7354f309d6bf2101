#include "gui/window/window.h"
#include "core/library.h"
