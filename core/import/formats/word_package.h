// The parts of a Word document inside its container (ECMA-376 part 2: Open Packaging Conventions).
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace rehearse {

struct WordPackage {
  std::string document;                        // XML of the main part, whatever its name
  std::string styles;                          // XML, empty when the document has none
  std::string numbering;                       // XML, empty when the document has none
  std::map<std::string, std::string> targets;  // of the main part's relationships, by id
};

/// Errors: those of ZipContainer, a main part of more than 100 MB, and containers that are something else,
/// named.
Result<WordPackage> open_word_package(std::string_view bytes);

}  // namespace rehearse
