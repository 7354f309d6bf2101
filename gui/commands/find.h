// Questions and points by the words they are typed with.
#pragma once

#include <cstddef>
#include <string>

#include "core/library.h"
#include "gui/commands/command.h"

namespace rehearse {

Result<ListedQuestion> find_question(const Library& library, const QuestionName& name);

/// Index of the point with this number (from 1) or with the first digits of this id.
Result<std::size_t> find_point(const ListedQuestion& listed, const std::string& name);

}  // namespace rehearse
