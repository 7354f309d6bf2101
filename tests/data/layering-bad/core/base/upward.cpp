#include <vector>
#include "core/deck/question.h"
