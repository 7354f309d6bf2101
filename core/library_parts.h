// What a library is made of: for the files that implement it (library*.cpp) and no others.
#pragma once

#include <algorithm>
#include <filesystem>
#include <limits>
#include <set>
#include <utility>

#include "core/base/row_set.h"
#include "core/library.h"
#include "core/search/query.h"
#include "core/store/asked_deck.h"
#include "core/store/card_index.h"
#include "core/store/check.h"
#include "core/store/content.h"
#include "core/store/database.h"
#include "core/store/deck_reader.h"
#include "core/store/import_act.h"
#include "core/store/import_plan.h"
#include "core/store/json_text.h"
#include "core/store/memory.h"
#include "core/store/op_log.h"
#include "core/store/projection_changes.h"
#include "core/store/search_rows.h"
#include "core/store/settings.h"
#include "core/store/sync_state.h"

namespace rehearse {

inline constexpr std::size_t kShortestIdTyped = 4;  // digits that a person must type

struct Library::Parts {
  Parts(const std::filesystem::path& file, RandomSource random)
      : database(file),
        log(database, std::move(random)),
        cards(database),
        memory(database, log, cards),
        content(database, log, memory, cards),
        sync(database),
        changes(database),
        search_rows(database) {
    rebuild_if_wanted(database, log, content, memory);
    cards.forget();  // a rebuild looks up every card, what follows mostly none
  }

  /// What an import of the document finds here.
  DeckState state_of(const Document& document, const NewIds& ids);

  /// Sets fields of `target` (core/store/settings.h) for good. Inside a transaction.
  StoredOp configure(const std::string& target, Fields fields, Instant at);

  /// Writes ops into a group's scope. Inside a transaction.
  void write_in(Scope group, std::vector<OpBody> ops, Instant at);

  /// The server will not have this op. Inside a transaction.
  void refuse(std::int64_t position, std::string_view reason);

  /// Of these ops it is another whether they count: those of groups. Inside a transaction.
  void refold_shared(const std::vector<std::int64_t>& positions);

  /// The learner's day at this instant. An answer counts on that of the earlier of two clocks
  /// (core/store/README.md), and so does today: or all that was answered under a clock that runs ahead would
  /// be due again at once.
  StudyDay day_of(LocalInstant at) const {
    at.at = std::min(at.at, on_server_clock(sync.position(), at.at));
    return study_day(at, memory.day_starts());
  }

  /// What an op says of a field of a question, for people. `value`: the JSON of it.
  FieldVersion version_of(const StoredOp& stored, const std::string& field, const std::string& value);

  /// Marks that came with a question from elsewhere. Inside a transaction.
  void bring_in(QuestionId question, const QuestionMarks& marks, LocalInstant now, ImportAct& act);

  /// What an import that begins now belongs to: the one that is open, else `own`. Inside a transaction.
  ImportAct& act_of(ImportAct& own, std::string_view title);

  /// Brings search_rows in step with what was written.
  void follow_changes(StudyDay today);
  /// The same of the text index, for at most so many questions; returns how many are left. Precondition:
  /// follow_changes() was called.
  std::size_t catch_up_index(std::size_t most = std::numeric_limits<std::size_t>::max());

  /// Rows of search_rows' cards.
  RowSet find(const SearchQuery& query, StudyDay today);

  /// The deck with what is asked of it today.
  DeckSummary summary(const DeckRow& row, StudyDay today);

  Database database;
  OpLog log;
  CardIndex cards;
  Memory memory;
  Content content;
  SyncState sync;
  ProjectionChanges changes;
  SearchRows search_rows;
  std::optional<ImportAct> open_import;  // of a OneImport that lives
  bool is_index_behind = true;           // anything may be missing in it, else:
  std::set<std::int64_t> not_indexed;    // questions that were written since
};

}  // namespace rehearse
