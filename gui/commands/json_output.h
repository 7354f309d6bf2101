// The shapes that scripts rely on: what the commands print with --json. Keys may be added, never changed.
#pragma once

#include <string>
#include <vector>

#include "core/library.h"

namespace rehearse {

struct ImportedFile {
  std::string file;
  ImportReport report;
};

/// {"decks":[{"id","name","questions","cards"}],"added","updated","unchanged","answers",
///  "problems":[{"file","line","column","code","message"}]}, the files taken together
std::string import_json(const std::vector<ImportedFile>& files);
/// {"decks":[{"id","name","questions","cards","due","new","interview"}]}
std::string decks_json(const std::vector<DeckSummary>& decks);
/// {"day","due","new","minutes","cards":[{"id","kind","question","due","new"}]}
std::string due_json(const DueToday& due);
/// {"reviews","cards","questions","reviews_today","streak_days"}
std::string stats_json(const LibraryStats& stats);
/// {"ok","ops","faults":[…]}
std::string check_json(const CheckReport& report);

}  // namespace rehearse
