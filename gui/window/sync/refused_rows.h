// What the server will not keep, in words.
#pragma once

#include <chrono>
#include <vector>

#include "core/library.h"
#include "gui/window/sync/sync_view.h"

namespace rehearse {

inline constexpr std::size_t kMostRefusedRows = 50;

/// The first of those that somebody should look at.
std::vector<RefusedRow> read_refused(const Library& library, std::chrono::minutes utc_offset);

}  // namespace rehearse
