// Reference material that lies beside the source folder and is no part of it.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <optional>

namespace rehearse::test {

/// REHEARSE_SHARED, else the folder `shared` beside the source folder; nothing when there is none.
inline std::optional<std::filesystem::path> shared_folder() {
  const char* named = std::getenv("REHEARSE_SHARED");
  const std::filesystem::path folder =
      named != nullptr ? named : std::filesystem::path(REHEARSE_SOURCE_DIR).parent_path() / "shared";
  if (!std::filesystem::is_directory(folder)) return std::nullopt;
  return folder;
}

}  // namespace rehearse::test
