// Question banks of any size in our own words, to measure with.
#pragma once

#include <cstddef>
#include <string>

#include "core/deck/document.h"

namespace rehearse::bench {

/// `questions` open questions with five points each.
Document sample_deck(std::size_t questions);

/// The same kind of content as a plain text a person might have copied, of at least `bytes` bytes.
std::string sample_text(std::size_t bytes);

}  // namespace rehearse::bench
