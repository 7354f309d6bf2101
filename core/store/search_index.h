// The text index over questions (FTS5), and what else a search looks at.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/id.h"
#include "core/search/evaluate.h"
#include "core/store/database.h"
#include "core/store/question_fields.h"

namespace rehearse {

/// What a question is found by, cut into tokens.
std::string searchable_text(const PlacedQuestion& question);

/// Nothing is indexed when it is written: an import would take twice its time. catch_up() does it before the
/// first search.
class SearchIndex {
 public:
  explicit SearchIndex(Database& database) : database_(database) {}

  /// The question at this position is about to say something else than it does. Inside a transaction.
  void forget(std::int64_t position);
  void clear();
  /// Indexes what is not yet. In a transaction of its own.
  void catch_up();
  /// Positions of the questions that have the term. Precondition: catch_up() was called.
  std::vector<std::int64_t> find(const TextTerm& term);

 private:
  Database& database_;
};

/// The living cards as columns, and what their rows are called.
struct SearchRows {
  SearchTable table;
  std::vector<std::int64_t> positions;  // of the questions, ascending
  std::vector<CardId> cards;
};
SearchRows read_search_rows(Database& database, const Scheduler& scheduler);

}  // namespace rehearse
