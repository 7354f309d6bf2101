#include "core/deck/document.h"
#include "core/import/read_document.h"
