#include "core/statistics/study_days.h"
