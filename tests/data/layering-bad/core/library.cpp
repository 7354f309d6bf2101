#include "core/store/log.h"
#include "core/study/sitting.h"
