#include "core/export/anki_package.h"
