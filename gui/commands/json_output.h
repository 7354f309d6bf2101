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
/// [{"field","before","after"}]
std::string fields_json(const QuestionChange& change);
/// {"deck","title_or_sections","added":[{"id","question"}],"changed":[{"id","question","fields":[…]}],
///  "removed":[{"id","question"}]}
std::string deck_changes_json(DeckId deck, const DeckChanges& changes);
/// {"deck","questions":[question_json…]}
std::string questions_json(DeckId deck, const std::vector<ListedQuestion>& questions);
/// {"number","id","kind","section","stem","points":[{"id","cue","detail"}],"flag","tags":[…],"example"}
std::string question_json(const ListedQuestion& question);
/// The same of a question as it is again, with "undone":[{"field","before","after"}]
std::string undone_json(const ListedQuestion& question, const QuestionChange& undone);
/// {"undone":"answer", "edit", "setting" or the word of an act,"question"}; {"undone":"import","title"}
std::string undone_json(const GivenChange& change, const std::optional<Card>& card);
/// {"cards","act","day"}
std::string acted_json(std::size_t cards, const CardAct& act);
/// {"minutes","new","reviews","after_interview","spread","day_starts"}: null where nothing is set here;
/// reviews and spread may be "none"; day_starts: the hour, of all decks
std::string settings_json(const StudySettings& settings, std::chrono::hours day_starts_at);
/// {"decks":[{"id","name","questions","cards","due","new","interview"}]}
std::string decks_json(const std::vector<DeckSummary>& decks);
/// {"day","due","new","minutes","cards":[{"id","kind","question","due","new"}]}
/// `library` says what the cards ask.
std::string due_json(const DueToday& due, const Library& library);
struct ExplainedCard {
  Card card;
  CardExplanation why;
};
/// {"cards":[{"id","kind","question","point","reason","words","words_zh","wanted","position","recall","gain"}]};
/// point: its number in the question, or null; wanted: the first day it asks for a review by itself, or null;
/// position: from 1 among today's new questions or reviews of its deck, or null
std::string explained_json(const std::vector<ExplainedCard>& cards);
/// {"id","kind","deck","question"}: one of the list of search
std::string found_json(const FoundCard& card);
std::string scheduler_json(const Scheduler& scheduler);
/// {"reviews","cards","questions","reviews_today","streak_days"} of the library, and of what `statistics` are
/// of:
/// "longest_streak_days","days":[{"day","answers","first","drilled","seconds","young","mature","points"}],
/// "hours","states","forecast","intervals","stability","easiness","difficulty","recall","most_missed",
/// "least_recalled","readiness":[{"day","share"}]
std::string stats_json(const LibraryStats& stats, const StudyStatistics& statistics);
/// {"today","interview","met","expected","never_met","not_gone_over","readiness":{"share","marks"},
///  "sections":[{"section","share","marks"}],"days":[{"day","new","reviews","left_over","seconds"}],
///  "minutes_needed","leave_out":[card ids],"backlog":{"cards","seconds","last_day","spread"}}
std::string outlook_json(const DeckOutlook& outlook);
/// {"ok","ops","faults":[…]}
std::string check_json(const CheckReport& report);

}  // namespace rehearse
