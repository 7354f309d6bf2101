// Changes to a server's data, each whole or not at all.
#pragma once

#include <functional>

#include "core/base/store_error.h"
#include "sync/server/store/server_database.h"

namespace rehearse::sync {

class Commits {
 public:
  virtual ~Commits() = default;

  using Work = std::function<void(ServerDatabase&)>;

  /// Runs `work` inside a transaction, as if no other ran meanwhile: durable when this returns. Throws what
  /// `work` threw, or the fault of the store; then nothing of it was kept, but where it is a CommitUnknown.
  /// Work that fails fails alone. It must be able to run twice, and then to find other rows.
  virtual void run(const Work& work) = 0;

  /// The same for work that locks what it relies on by itself, with rows that it writes first: it waits for
  /// others that have them, and each statement sees what was committed before it.
  virtual void run_behind_locks(const Work& work) = 0;
};

/// The store went away between being told to keep something and saying that it did. What is sent again under
/// the same ids is kept once.
class CommitUnknown : public StoreError {
 public:
  using StoreError::StoreError;
};

}  // namespace rehearse::sync
