// The tables of a server's data file, and the steps that bring an older file up to date.
#pragma once

#include "core/store/schema.h"

namespace rehearse::sync {

const FileFormat& server_format();

}  // namespace rehearse::sync
