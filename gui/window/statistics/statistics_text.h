// The statistics as text, for another program: the same numbers, in columns parted by tabs.
#pragma once

#include <string>

#include "core/base/language.h"
#include "gui/window/statistics/statistics_view.h"

namespace rehearse {

std::string statistics_text(const StatisticsView& view, Language language);

}  // namespace rehearse
