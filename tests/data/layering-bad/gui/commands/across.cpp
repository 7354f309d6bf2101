#include "core/library.h"
#include "gui/window/window.h"
