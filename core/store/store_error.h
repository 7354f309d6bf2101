// The fault nobody can plan for: disk full, file damaged, folder gone. Caught in main, one UI action,
// one job, one HTTP request; nothing half-done is left behind.
#pragma once

#include <stdexcept>

namespace rehearse {

/// what() is one line for the user: what went wrong and what to do.
class StoreError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

}  // namespace rehearse
