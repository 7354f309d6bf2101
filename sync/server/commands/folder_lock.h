// One server for one folder.
#pragma once

#include <filesystem>
#include <optional>

#include "core/base/descriptor.h"

namespace rehearse::sync {

/// Held as long as it lives; the system lets it go when the program dies.
class FolderLock {
 public:
  /// Nothing when another process has it. Throws StoreError when the folder cannot be written.
  static std::optional<FolderLock> take(const std::filesystem::path& folder);

 private:
  explicit FolderLock(Descriptor file) : file_(std::move(file)) {}

  Descriptor file_;
};

}  // namespace rehearse::sync
