// Bringing a document into a library: the ops that make the deck say what the document says.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "core/base/time.h"
#include "core/deck/document.h"
#include "core/store/content.h"
#include "core/store/history.h"
#include "core/store/op_log.h"

namespace rehearse {

struct DeckChanges {
  DeckId deck;
  std::size_t added = 0;
  std::size_t updated = 0;
  std::size_t unchanged = 0;
  std::vector<Problem> problems;                  // what could not be kept, added to the document's own
  std::vector<std::optional<KeptQuestion>> kept;  // one per question of the document; nothing: left out
};

/// Adds new questions, updates fields that the learner has not touched, and leaves edited ones alone.
/// A question that the document no longer has stays. Must run inside a transaction.
DeckChanges write_document(OpLog& log, Content& content, const Document& document, Instant now);

}  // namespace rehearse
