// The text index over questions (FTS5).
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "core/base/id.h"
#include "core/search/query.h"
#include "core/store/database.h"
#include "core/store/question_fields.h"

namespace rehearse {

/// A question and the learner's example: what texts it is found by.
struct SearchedTexts {
  PlacedQuestion question;
  std::string example;
};

/// The texts, cut into tokens.
std::string searchable_text(const SearchedTexts& texts);

/// Nothing is indexed when it is written: an import would take twice its time. catch_up() does it before a
/// search.
class SearchIndex {
 public:
  explicit SearchIndex(Database& database) : database_(database) {}

  /// The question at this position is about to say something else than it does. Inside a transaction.
  void forget(std::int64_t position);
  void clear();
  /// Positions of the questions that are not indexed.
  std::set<std::int64_t> missing();
  /// Indexes those of these questions (positions) that are not yet. In a transaction of its own.
  void catch_up(const std::set<std::int64_t>& questions);
  /// Positions of the questions that have the term, ascending. Precondition: none is missing.
  std::vector<std::int64_t> find(const TextTerm& term);

 private:
  void add(std::int64_t position, const std::optional<SearchedTexts>& texts);

  Database& database_;
};

}  // namespace rehearse
