#  include "core/import/read_document.h"
