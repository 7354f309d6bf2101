// A group as it is typed.
#pragma once

#include <string>

#include "core/base/result.h"
#include "core/library.h"

namespace rehearse {

/// By its id, its name, or a part of its name that no other has.
Result<JoinedGroup> find_group(const Library& library, const std::string& name);

/// What a reader is told who wants to publish.
Error no_editor(const JoinedGroup& group);

}  // namespace rehearse
