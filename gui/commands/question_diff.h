// What differs between a question then and now.
#pragma once

#include "core/library.h"

namespace rehearse {

/// Field by field, as ImportChanges names them: first the texts, then each point's wording, then `points`
/// where points were moved, merged or split, then `flag`, `tags` and `example`. Stem and number are those of
/// `after`.
QuestionChange difference(const ListedQuestion& before, const ListedQuestion& after);

}  // namespace rehearse
