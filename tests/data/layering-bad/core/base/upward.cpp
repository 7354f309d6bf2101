#include "core/deck/question.h"
#include <vector>
