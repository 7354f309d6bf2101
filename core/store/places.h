// Places among siblings: texts compared byte by byte, between any two of which there is another.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace rehearse {

/// The place of number `ordinal` in a list that is written as a whole; room is left between any two.
std::string place(std::size_t ordinal);

/// A place behind `low` and before `high` (empty: the end of the list). Nothing when there is none, or when
/// the two are not made of digits.
std::optional<std::string> place_between(const std::string& low, const std::string& high);

/// Places for a list in its order, of which some things stand somewhere already (nothing: a new thing). As
/// many as possible stay where they are; where no room is left, all are placed anew.
std::vector<std::string> places_for(const std::vector<std::optional<std::string>>& present);

}  // namespace rehearse
