// A vocabulary deck of any size: short questions, short answers, nothing that packs better than it would for
// a learner.
#pragma once

#include <cstddef>

#include "core/deck/document.h"

namespace rehearse::bench {

/// Questions of three characters, each another one, with answers of six to fourteen characters by chance, in
/// twenty sections. The same for the same count.
Document vocabulary(std::size_t cards);

}  // namespace rehearse::bench
