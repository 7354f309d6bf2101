#include "gui/commands/commands.h"
#include "gui/window/window.h"
