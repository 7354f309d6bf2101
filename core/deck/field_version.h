// What a field of a question said once: its history, for people to look at; and what machines say of it that
// did not know of each other.
#pragma once

#include <string>
#include <vector>

#include "core/base/id.h"
#include "core/base/time.h"

namespace rehearse {

enum class VersionAuthor { kDocument, kGroup, kThisMachine, kOtherMachine };

struct FieldVersion {
  std::string field;  // its name in ops (core/store/README.md): stem, answer, point:<id> …
  std::string words;  // for people: a list in lines, a point in one line; empty: it was taken away
  Instant at{};
  VersionAuthor author = VersionAuthor::kDocument;
  bool is_taken_back = false;
  std::string device{};  // what its learner calls the machine; empty: not known, or a document
};

/// One that nobody has replaced.
struct StandingVersion {
  OpId op;
  FieldVersion version;
};

/// A field of which the learner's machines say different things.
struct ContestedField {
  std::string field;                      // as in FieldVersion
  std::vector<StandingVersion> versions;  // the one that is shown, then the others, the newest first
};

}  // namespace rehearse
