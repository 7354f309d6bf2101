// What is searched for, as a value: the tree that a learner's words are read into. The language itself is on
// the page beside this file, README.md.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "core/deck/card.h"
#include "core/deck/question.h"

namespace rehearse {

/// Words with gaps: `先*后` is the pieces 先 and 后, between which anything may stand. Never empty; a text
/// without a * is one piece. Pieces stand as they were typed, without their escapes.
struct Pattern {
  std::vector<std::string> pieces;

  friend bool operator==(const Pattern&, const Pattern&) = default;
};

/// What the last word of a text may do where the text goes on.
enum class WordEnd {
  kMayGoOn,  // typed bare: cach finds caching
  kIsThere,  // typed in quotes: "cach" finds only cach
};

/// The question, its answer or its other texts hold these words, one behind the other.
struct TextTerm {
  Pattern pattern;
  WordEnd end = WordEnd::kMayGoOn;
  friend bool operator==(const TextTerm&, const TextTerm&) = default;
};

enum class NameField { kDeck, kSection, kTag };

/// The deck's or the section's title holds the pattern; a tag is the pattern, or lies below it (a::b below
/// a).
struct NameTerm {
  NameField field;
  Pattern pattern;
  friend bool operator==(const NameTerm&, const NameTerm&) = default;
};

enum class CardCondition { kDue, kNew, kLeech, kSuspended, kBuried, kContested };

struct ConditionTerm {
  CardCondition condition;
  friend bool operator==(const ConditionTerm&, const ConditionTerm&) = default;
};

enum class CardProperty {
  kInterval,  // days
  kDue,       // days from today; negative when overdue
  kAnswers,   // given to the card
  kLapses,
  kEase,            // as in 2.5
  kStability,       // days
  kDifficulty,      // of FSRS, 1 to 10
  kRetrievability,  // 0 to 1, today
};
enum class Comparison { kLess, kAtMost, kEqual, kUnequal, kAtLeast, kMore };

struct PropertyTerm {
  CardProperty property;
  Comparison comparison;
  double value;
  friend bool operator==(const PropertyTerm&, const PropertyTerm&) = default;
};

/// Answered last on one of the last `days` study days, today included.
struct RatedTerm {
  int days;
  friend bool operator==(const RatedTerm&, const RatedTerm&) = default;
};

struct KindTerm {
  std::variant<QuestionKind, CardKind> kind;
  friend bool operator==(const KindTerm&, const KindTerm&) = default;
};

/// The flag (1 to 7) of the question; 0: it has none.
struct FlagTerm {
  int flag;
  friend bool operator==(const FlagTerm&, const FlagTerm&) = default;
};

struct SearchQuery;

enum class Join { kAll, kAny };

/// Of no parts: with kAll every card, with kAny none.
struct Group {
  Join join = Join::kAll;
  std::vector<SearchQuery> parts;
  friend bool operator==(const Group&, const Group&);
};

struct SearchQuery {
  bool is_negated = false;
  std::variant<Group, TextTerm, NameTerm, ConditionTerm, PropertyTerm, RatedTerm, KindTerm, FlagTerm> what;
  friend bool operator==(const SearchQuery&, const SearchQuery&) = default;
};

inline bool operator==(const Group& a, const Group& b) { return a.join == b.join && a.parts == b.parts; }

/// True when it asks for words in texts: only then the text index is looked at.
bool asks_for_texts(const SearchQuery& query);

/// The query in its shortest usual form; read again it is the same query. Empty for every card.
/// Precondition: `query` was read by parse_query, or is put together as that would.
std::string to_text(const SearchQuery& query);

}  // namespace rehearse
