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
///  "problems":[{"file","line","column","code","message"}]}, the files taken together;
///  and of diff_json "changed", "renamed", "kept" and "missing", with "file" in each
std::string import_json(const std::vector<ImportedFile>& files);
/// {"decks":[{"id","name"}],"added":[{"id","number","question"}],"changed":[{"id","number","question",
///  "fields":[{"field","before","after"}]}],"renamed":[{"id","before","after"}],
///  "kept":[{"id","question","field","here","document","document_changed"}],"missing":[{"id","question"}],
///  "unchanged","problems"}. number: in the document; renamed: the changed whose stem is another.
std::string diff_json(const ImportedFile& file);
/// {"deck","questions":[question_json…]}
std::string questions_json(DeckId deck, const std::vector<ListedQuestion>& questions);
/// {"number","id","kind","section","stem","points":[{"id","cue","detail"}]}
std::string question_json(const ListedQuestion& question);
/// The same of a question as it is again, with "undone":[{"field","before","after"}]
std::string undone_json(const ListedQuestion& question, const QuestionChange& undone);
/// {"decks":[{"id","name","questions","cards","due","new","interview"}]}
std::string decks_json(const std::vector<DeckSummary>& decks);
/// {"day","due","new","minutes","cards":[{"id","kind","question","due","new"}]}
/// `library` says what the cards ask.
std::string due_json(const DueToday& due, const Library& library);
/// {"reviews","cards","questions","reviews_today","streak_days"}
std::string found_json(const std::vector<FoundCard>& cards);
std::string scheduler_json(const Scheduler& scheduler);
std::string stats_json(const LibraryStats& stats);
/// {"ok","ops","faults":[…]}
std::string check_json(const CheckReport& report);

}  // namespace rehearse
