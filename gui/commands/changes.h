// What an import or a study group changed, or would change, in lines for people.
#pragma once

#include "core/library.h"
#include "gui/commands/environment.h"

namespace rehearse {

/// An import that was done does not list what it added: the deck shows it.
enum class AddedQuestions { kListed, kCounted };

/// Field by field: added, changed (before → after), the learner's edits that stay, questions no longer in the
/// file. Nothing where there is none of these.
void print_changes(const Environment& environment, const ImportChanges& changes, AddedQuestions added);

/// The question, and below it what each field said before and says now.
void print_change(const Environment& environment, const QuestionChange& change);

/// What differs between two versions of a deck.
void print_deck_changes(const Environment& environment, const DeckChanges& changes);

}  // namespace rehearse
