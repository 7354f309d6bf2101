// A person with a library of their own at a given moment, and the decks they type commands about.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

#include "tests/commands/program.h"

namespace rehearse::command_tests {

class Learner {
 public:
  Outcome run(Arguments command, std::string_view keys = "") const;
  /// What a command prints with --json. The command must succeed and say nothing but that.
  nlohmann::json json(Arguments command) const;
  /// `command` with this learner's library and moment, for a Program of one's own.
  Arguments here(Arguments command) const;

  /// Everything the library says about itself: equal before and after means untouched.
  std::string state() const;

  const Scratch& scratch() const { return scratch_; }
  std::string library() const { return scratch_.path("library"); }
  void set_now(std::string now) { now_ = std::move(now); }

 private:
  Scratch scratch_;
  std::string now_ = "2026-12-01T09:30:00+08:00";
};

/// Half past nine in the morning, `days` (0 to 30) after 2026-12-01.
std::string morning(int days);

/// A deck in the project's Markdown: `count` open questions of two points, each stem with a word of its own.
std::string deck_text(std::string_view title, int count);
/// How many of those stems stand in what the program printed, each counted once.
std::size_t stems_in(std::string_view printed);

}  // namespace rehearse::command_tests
