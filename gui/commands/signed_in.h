// What the commands of a sync server have in common.
#pragma once

#include <optional>

#include "gui/commands/environment.h"
#include "sync/client/account_file.h"
#include "sync/client/trouble.h"

namespace rehearse {

/// The account of the library; nothing, and it was said what to do, when nobody is signed in.
std::optional<sync::Account> signed_in_account(const Environment& environment);

/// Prints it as one line, with when to come again, and returns the exit code for it.
int report(const Environment& environment, const sync::Trouble& trouble);

}  // namespace rehearse
