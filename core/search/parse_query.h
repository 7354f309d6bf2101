// Reads what a learner types into the search field: README.md beside this file says what there is.
#pragma once

#include <cstddef>
#include <string_view>
#include <variant>

#include "core/search/query.h"
#include "core/search/query_fault.h"

namespace rehearse {

inline constexpr std::size_t kLongestQuery = 4096;  // bytes
inline constexpr std::size_t kDeepestQuery = 50;    // parentheses within parentheses

/// Any bytes may come: what is no UTF-8 reads as U+FFFD. Time and memory are in proportion to the length.
std::variant<SearchQuery, QueryFault> parse_query(std::string_view text);

}  // namespace rehearse
