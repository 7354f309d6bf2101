#include "gui/commands/commands.h"
