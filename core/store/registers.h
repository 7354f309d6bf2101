// The fields of one thing, merged from every op about it.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/store/op_log.h"

namespace rehearse {

/// The value of one field and what it stands on.
struct Register {
  std::string value;                 // JSON text
  Origin origin = Origin::kLearner;  // of the version that is shown
  std::vector<OpId> heads;           // versions that no other version names as its base
  /// What the documents said last, shown or not; nothing when no import wrote the field.
  std::optional<std::string> imported;
  std::vector<OpId> imported_heads;  // versions of imports that no other import replaced
  bool is_shared = false;            // a group has said something of it
  bool is_contested = false;         // the learner's heads say different things
  /// A group's version stands that the learner has not seen, and says something else than what is shown.
  bool is_offered = false;
};

using Registers = std::map<std::string, Register>;

// Fields that ops other than `set` write.
inline constexpr const char* kAliveField = "@alive";  // true or false
inline constexpr const char* kOrderField = "at";
inline constexpr const char* kConfigPrefix = "config.";

/// True where somebody should say which of several versions is meant. Where something stands is not worth the
/// question, nor what documents say without its learner.
bool is_worth_choosing(const std::string& name, const Register& field);
bool has_other_versions(const Registers& registers);

/// Field by field, of the versions nobody replaced the latest in the order of the fold wins: an edit names
/// what its author saw, so clocks decide only between edits that were truly concurrent. A version of an
/// import or a group is shown only where none of the learner's stands, and no group's word deletes anything
/// by itself: that a deck has lost a question is offered.
Registers fold_registers(const OpLog& log, const std::string& target);
/// The same of the ops about one target, in the order of the fold.
Registers fold_registers(const OpLog& log, const std::vector<StoredOp>& ops);
/// What a group alone says.
Registers fold_group(const OpLog& log, const std::string& target, Scope group);

}  // namespace rehearse
