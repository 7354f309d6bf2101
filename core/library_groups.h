// What a library knows of the groups it is a member of, and does in them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/id.h"
#include "core/base/time.h"
#include "core/deck/deck_changes.h"
#include "core/store/joined_groups.h"

namespace rehearse {

/// What publishing a deck did, or would do.
struct PublishReport {
  std::size_t added = 0, changed = 0, removed = 0;  // questions
  bool is_deck_changed = false;                     // its title or its sections
  std::size_t undecided = 0;  // conflicts that nobody has looked at: what the group says of them stays

  bool is_nothing() const { return added + changed + removed == 0 && !is_deck_changed; }
  friend bool operator==(const PublishReport&, const PublishReport&) = default;
};

/// A question that a group has removed from its deck, and that is the learner's to keep.
struct OfferedRemoval {
  QuestionId question;
  std::string stem;
};

/// What becomes of the decks of a group that is left.
enum class LeftDecks {
  kKept,       // they are the learner's own from then on
  kForgotten,  // as if the group had never been there; what the learner did himself stays
};

/// Of a deck: what the group said of it once.
struct GroupVersion {
  OpId id;
  std::size_t number = 0;  // of the deck's, from 1
  DeckId deck;
  std::string title;   // of the deck, as the group says now
  std::string author;  // a_19; empty: was written here and is not sent
  Instant at{};
  std::string note;
  std::size_t added = 0, changed = 0, removed = 0;  // questions
  std::optional<std::size_t> back_to;               // the number of the version that it brought back
  bool is_news = false;                             // somebody else's, and not looked at yet
};

/// What a member would have the group say of a question.
struct SuggestedChange {
  enum class Kind { kAdd, kChange, kRemove };

  OpId id;
  QuestionId question;
  std::string author;   // a_19; empty: was written here and is not sent
  bool is_own = false;  // of the account: he may take it back
  Instant at{};
  std::string note;
  Kind kind = Kind::kChange;
  QuestionChange change;  // from what the group says now
};

/// What suggesting a deck's changes did, or would do.
struct SuggestReport {
  std::size_t suggested = 0;  // questions
  std::size_t waiting = 0;    // were suggested before, and nobody has said anything of them
  std::size_t undecided = 0;  // as in PublishReport

  friend bool operator==(const SuggestReport&, const SuggestReport&) = default;
};

/// A member's week, on the board of a group.
struct BoardRow {
  std::string author;  // a_19; empty: was written here and is not sent
  bool is_own = false;
  StudyDay week{};  // its Monday
  std::uint32_t reviews = 0, minutes = 0;
  std::optional<std::uint32_t> readiness;  // per cent
};

}  // namespace rehearse
