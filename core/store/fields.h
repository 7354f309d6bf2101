// What ops say of a thing, field by field.
#pragma once

#include <map>
#include <string>

namespace rehearse {

/// Field name → JSON text of its value, with sorted keys and without blanks: it goes into the line as it is.
using Fields = std::map<std::string, std::string>;

}  // namespace rehearse
