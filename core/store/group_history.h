// What a group said of a deck at points of its stream: what changed from one to another, and the ops that
// bring one back.
#pragma once

#include <vector>

#include "core/base/id.h"
#include "core/deck/deck_changes.h"
#include "core/store/group_acts.h"

namespace rehearse {

DeckChanges changes_between(Database& database, const OpLog& log, Scope group, DeckId deck, StreamPoint from,
                            StreamPoint until);

/// For the group's scope. Each names the group's versions that it replaces and nobody's own.
std::vector<OpBody> plan_return(Database& database, const OpLog& log, Scope group, DeckId deck,
                                StreamPoint to);

/// For people: the fields of a question that differ, its words first.
std::vector<FieldChange> field_changes(const Registers& before, const Registers& after);

}  // namespace rehearse
