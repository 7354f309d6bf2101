// What a field of a question said once: its history, for people to look at.
#pragma once

#include <string>

#include "core/base/time.h"

namespace rehearse {

enum class VersionAuthor { kDocument, kThisMachine, kOtherMachine };

struct FieldVersion {
  std::string field;  // its name in ops (core/store/README.md): stem, answer, point:<id> …
  std::string words;  // for people: a list in lines, a point in one line; empty: it was taken away
  Instant at{};
  VersionAuthor author = VersionAuthor::kDocument;
  bool is_taken_back = false;
};

}  // namespace rehearse
