#include "core/statistics/review_tally.h"
