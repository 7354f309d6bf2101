// What a damaged library shows in place of itself, and what a person can ask for there.
#pragma once

#include <optional>
#include <string>
#include <variant>

#include "core/base/words.h"
#include "core/library_backup.h"

namespace rehearse {

struct RescueView {
  enum class Stage {
    kLooking,  // for a backup
    kAsking,
    kMending,
    kMended,
    kFailed,
  };
  Stage stage = Stage::kLooking;
  Words trouble;  // why mending failed
  std::string library_folder;
  std::string damaged_folder;         // where the damaged file goes
  std::optional<std::string> backup;  // the newest good one's name
  LibraryContents contents;           // of it
  std::size_t brought_in = 0;         // by mending
  bool was_damaged = true;            // as mending found
};

struct MendLibrary {};
struct LeaveDamaged {};
struct OpenMended {};

using RescueIntent = std::variant<std::monostate, MendLibrary, LeaveDamaged, OpenMended>;

}  // namespace rehearse
