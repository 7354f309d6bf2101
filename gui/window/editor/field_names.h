// What the fields of a question are called where people read of them.
#pragma once

#include <string>
#include <string_view>

#include "core/base/language.h"

namespace rehearse {

/// `field`: its name in ops (core/store/README.md). One that is not known keeps that name.
std::string name_of_field(Language language, std::string_view field);

}  // namespace rehearse
