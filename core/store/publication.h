// What a deck says here and not yet in a group: the ops that make the group say it.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "core/base/id.h"
#include "core/store/database.h"
#include "core/store/op_log.h"
#include "core/store/question_fields.h"

namespace rehearse {

/// Of the questions of a deck, as the group's members will see it.
struct Publication {
  std::vector<OpBody> ops;  // for the group's scope
  std::size_t added = 0, changed = 0, removed = 0;
  bool is_deck_changed = false;  // its title or its sections
  /// Fields of which the group says something that nobody has looked at here: they stay as they are there.
  std::size_t undecided = 0;
};

/// Every op names what it replaces, the group's versions and the learner's own: so what was published is the
/// group's word here too, and later updates are shown. Settings, marks and answers are no part of a deck.
Publication plan_publication(Database& database, const OpLog& log, DeckId deck, Scope group);

/// What is shown here because the group says it, as ops of the learner's own scope: for who leaves and keeps
/// it.
std::vector<SetOp> own_copy_of(Database& database, const OpLog& log, Scope group);

}  // namespace rehearse
