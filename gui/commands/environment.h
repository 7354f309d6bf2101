// What a command gets from the outside. Only main fills this in: nothing else reads the clock, the
// environment or a random device.
#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <iosfwd>
#include <string>
#include <vector>

#include "core/base/language.h"
#include "core/base/random.h"
#include "core/base/time.h"
#include "core/library_sync.h"

namespace rehearse {

struct Environment {
  std::function<LocalInstant()> clock;
  RandomSource random;
  std::filesystem::path library;        // the default; --library replaces it
  std::filesystem::path bundled_decks;  // may not exist
  Language language = Language::kEnglish;
  bool input_is_terminal = false;
  bool output_is_terminal = false;
  bool errors_are_terminal = false;
  std::istream& in;
  std::ostream& out;
  std::ostream& err;
  std::vector<std::string> files = {};  // given without a command: to be read in the window
  std::string computer_name = {};       // what a list of devices calls this one
  std::function<std::chrono::steady_clock::time_point()> steady_clock = {};  // the one that never jumps
  /// Whether `clock` is the computer's, or --now stands in its place.
  ComparedClock clock_source = ComparedClock::kComputers;
};

}  // namespace rehearse
