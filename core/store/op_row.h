// What the row of an op says beside its line, for those who look for ops of a kind or about a thing.
#pragma once

#include <optional>
#include <string>

#include "core/store/op.h"

namespace rehearse {

/// DO NOT RENUMBER: the column `kind` of every library file.
enum class StoredKind {
  kOther = 0,
  kEdit = 1,  // a `set` by the learner
  kAlive = 2,
  kOrder = 3,
  kConfig = 4,
  kReview = 5,
  kSchedule = 6,
  kVoid = 7,
  kImport = 8,  // a `set` out of a document
  kCards = 9,
  kMockInterview = 10,
  kImportAct = 11,  // an import as a whole
  kShared = 12,     // a group's `set`, `alive` or `order`
  kGroupAct = 13,   // what else members of a group do: group_act.h
};

StoredKind stored_kind(const Op& op);

/// target_of(op), packed, for the kinds that are looked for by it: those that write registers, and voids.
/// Nothing for the rest.
std::optional<std::string> stored_target(const Op& op);

}  // namespace rehearse
