// The fault nobody can plan for: disk full, file damaged, folder gone. Caught in main, one UI action,
// one job, one HTTP request; nothing half-done is left behind.
#pragma once

#include <stdexcept>
#include <utility>

#include "core/base/words.h"

namespace rehearse {

/// What is at fault: whether it helps to try again, to mend the file, or neither.
enum class StoreFault {
  kSurroundings,  // no room, no permission, in use by another program: the file is as it was
  kDamage,        // the file cannot be read as what it is
  kNewer,         // a newer program wrote the file
};

/// One line for the user: what went wrong and what to do. what() is the English one.
class StoreError : public std::runtime_error {
 public:
  explicit StoreError(Words words, StoreFault fault = StoreFault::kSurroundings)
      : std::runtime_error(words.english), words_(std::move(words)), fault_(fault) {}

  const Words& words() const { return words_; }
  StoreFault fault() const { return fault_; }

 private:
  Words words_;
  StoreFault fault_;
};

}  // namespace rehearse
