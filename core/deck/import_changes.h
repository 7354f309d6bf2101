// What bringing a document into a library changes, and what it leaves alone.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "core/base/id.h"

namespace rehearse {

/// One field of a question before and after, as people read it; empty when it is not there. `field` is its
/// name in the library (stem, answer, options, key …), `point` for a key point's wording, `points` for their
/// order.
struct FieldChange {
  std::string field;
  std::string before;
  std::string after;
};

struct QuestionChange {
  QuestionId id;
  std::size_t number = 0;  // in the document, from 1
  std::string stem;        // as the document has it
  std::vector<FieldChange> fields;
};

/// An edit by the learner that the document contradicts. It stays.
struct KeptEdit {
  enum class Document { kAsBefore, kChanged };  // since the last import

  QuestionId id;
  std::string stem;      // as the library shows it
  std::string field;     // as in FieldChange; `deleted` when the learner deleted the question
  std::string here;      // what the learner made of it
  std::string document;  // what the document says now
  Document text = Document::kAsBefore;
};

/// A question that an earlier document brought and this one does not have. It stays.
struct MissingQuestion {
  QuestionId id;
  std::string stem;
};

struct ImportChanges {
  std::vector<QuestionChange> added;  // without fields
  std::vector<QuestionChange> changed;
  std::vector<KeptEdit> kept;
  std::vector<MissingQuestion> missing;
  std::size_t unchanged = 0;  // questions of the document
};

/// A question that was to be added alone.
struct AddedQuestion {
  QuestionId id;
  bool is_new;  // false: the deck had it, by this id
};

}  // namespace rehearse
