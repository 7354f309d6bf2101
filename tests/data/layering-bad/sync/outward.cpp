#include "gui/main.h"
