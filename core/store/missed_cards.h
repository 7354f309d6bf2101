// Which cards were missed on a day.
#pragma once

#include <vector>

#include "core/base/id.h"
#include "core/base/time.h"
#include "core/store/database.h"

namespace rehearse {

/// The points that were missed on that day, and the cards without points that were failed, whatever became of
/// them later that day. A first meeting is no miss. Walks all answers once.
std::vector<CardId> cards_missed_on(Database& database, StudyDay day);

}  // namespace rehearse
