// Adding questions one by one: what an import of a document does for a new question, without a look at the
// rest of the deck.
#pragma once

#include <string_view>

#include "core/base/result.h"
#include "core/base/time.h"
#include "core/deck/import_changes.h"
#include "core/deck/question.h"
#include "core/store/content.h"
#include "core/store/import_act.h"
#include "core/store/op_log.h"

namespace rehearse {

/// Writes the question behind the others of its deck, which is made when there is none of this title. Nothing
/// when the deck has it: a question that came with these words or that reads so now. An error when it is
/// longer than a line of the log may be. What is written belongs to `act`. Inside a transaction.
Result<AddedQuestion> add_question(Database& database, OpLog& log, Content& content,
                                   std::string_view deck_title, const Question& question, Instant now,
                                   ImportAct& act);

}  // namespace rehearse
