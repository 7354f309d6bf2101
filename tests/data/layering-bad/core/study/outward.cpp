#include "gui/window/window.h"
