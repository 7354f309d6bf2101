#include "core/schedule/quality.h"
