// A library of the size that speed is promised for, as columns: what searches and statistics walk over.
#pragma once

#include <cstddef>

#include "core/search/search_table.h"

namespace rehearse::bench {

inline constexpr std::size_t kManyQuestions = 20'000;
inline constexpr std::size_t kManyCards = 100'000;
inline constexpr int kLastDay = 20'000;  // day_number of the day after the last answer

/// Four questions of five have five points and so six cards; the rest check themselves.
SearchTable many_cards();

}  // namespace rehearse::bench
