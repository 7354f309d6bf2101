// The fault nobody can plan for: disk full, file damaged, folder gone. Caught in main, one UI action,
// one job, one HTTP request; nothing half-done is left behind.
#pragma once

#include <stdexcept>
#include <utility>

#include "core/base/words.h"

namespace rehearse {

/// One line for the user: what went wrong and what to do. what() is the English one.
class StoreError : public std::runtime_error {
 public:
  explicit StoreError(Words words) : std::runtime_error(words.english), words_(std::move(words)) {}

  const Words& words() const { return words_; }

 private:
  Words words_;
};

}  // namespace rehearse
