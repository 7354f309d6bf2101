// Root looks after a server that runs as another user: what root makes in its folder has to be that user's,
// or the server could not open it.
#pragma once

#include <filesystem>

namespace rehearse::sync {

/// Gives the file to who owns its folder. Does nothing for others than root, and where it is not there.
void give_to_owner_of_folder(const std::filesystem::path& file);

/// The same file; one that is not there yet is made empty for who owns its folder, when root asks.
const std::filesystem::path& made_for_owner_of_folder(const std::filesystem::path& file);

}  // namespace rehearse::sync
