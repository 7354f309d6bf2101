#include "core/study/sitting.h"
#include "core/store/log.h"
