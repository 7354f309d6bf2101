// What members have suggested to a group's editors, and what became of it.
#pragma once

#include <optional>
#include <set>
#include <vector>

#include "core/store/group_acts.h"

namespace rehearse {

struct OpenSuggestion {
  ToldAct told;
  ChangeSuggestion suggestion;
};

/// Those that no editor has settled and their authors have not taken back; of an author's on one question the
/// last.
std::vector<OpenSuggestion> open_suggestions(const std::vector<ToldAct>& acts);

/// The ops that make the group say it. Nothing where it is about a deck that the group does not have, or of
/// fields that no deck has.
std::optional<std::vector<OpBody>> plan_acceptance(const OpLog& log, Scope group,
                                                   const ChangeSuggestion& suggestion);

}  // namespace rehearse
