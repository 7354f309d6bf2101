// What a command of the server gets from the outside. Only main fills this in.
#pragma once

#include <filesystem>
#include <functional>
#include <iosfwd>
#include <string>

#include "core/base/language.h"
#include "core/base/time.h"
#include "sync/server/routes/services.h"

namespace rehearse::sync {

struct Environment {
  Clocks clocks;
  std::filesystem::path folder;  // of the data; --data replaces it
  std::string store;  // the address of a PostgreSQL database, instead of files; --store replaces it
  Language language = Language::kEnglish;
  bool input_is_terminal = false;
  std::istream& in;
  std::ostream& out;
  std::ostream& err;
};

// What a command returns to the shell.
inline constexpr int kExitSuccess = 0;
inline constexpr int kExitFailure = 1;
inline constexpr int kExitUsage = 2;

}  // namespace rehearse::sync
