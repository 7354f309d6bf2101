// What the members of a group do beside writing its decks: the kinds of ops that only a group's stream has.
// None of them says anything of a question; they are read when somebody asks (group_acts.h).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/base/id.h"
#include "core/base/time.h"
#include "core/store/fields.h"

namespace rehearse {

/// Of a deck: what the group says of it up to here in its stream.
struct DeckVersion {
  DeckId deck;
  std::string note{};                                 // what its author says of it; may be empty
  std::uint32_t added = 0, changed = 0, removed = 0;  // questions, against what was said before
  std::optional<OpId> back_to{};                      // the version that it brings back
};

/// What a member would have the group say of a question. It is shown to its editors and changes nothing by
/// itself.
struct ChangeSuggestion {
  std::string target;
  Fields fields;
  std::vector<OpId> base;   // as a `set` would name them
  bool is_removal = false;  // the question should go
  std::string note;
};

/// What an editor says of a suggestion. One that was accepted is written as the group's in the same step.
struct SuggestionVerdict {
  OpId suggestion;
  bool is_accepted = false;
};

/// Its author takes a suggestion back.
struct SuggestionWithdrawal {
  OpId suggestion;
};

/// A member's week, for the board of the group: nothing else of his progress ever stands in its stream. The
/// latest word counts.
struct WeekFigures {
  StudyDay week{};  // its Monday
  std::uint32_t reviews = 0, minutes = 0;
  std::optional<std::uint32_t> readiness;  // per cent, for the group's decks
  bool is_withdrawn = false;               // he is on the board no more
};

using GroupAct =
    std::variant<DeckVersion, ChangeSuggestion, SuggestionVerdict, SuggestionWithdrawal, WeekFigures>;

inline constexpr std::size_t kLongestGroupNote = 200;  // code points

/// version, suggest, verdict, withdraw, week.
std::string_view kind_of(const GroupAct& act);

}  // namespace rehearse
