// The command line of the server.
#pragma once

#include "sync/server/commands/environment.h"

namespace rehearse::sync {

/// Parses the arguments and runs the command they name. Throws StoreError, and std::runtime_error where the
/// network or a certificate is at fault.
int run_command(int argc, const char* const* argv, Environment& environment);

}  // namespace rehearse::sync
