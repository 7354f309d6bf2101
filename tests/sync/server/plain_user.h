// Programs that refuse to be root's, or had better not be: where root runs the tests they run as another
// user.
#pragma once

#include <filesystem>

namespace rehearse::test {

/// Before fork: whether there is such a user; always so where it is not root who runs the tests.
bool has_plain_user();
/// The folder and all that is in it becomes that user's.
void give_to_plain_user(const std::filesystem::path& folder);
/// Of a child that was just forked: it is that user from here on, or it ends.
void become_plain_user();

}  // namespace rehearse::test
