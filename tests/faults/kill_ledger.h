// What the processes that worked on a library said of it, held against what it says afterwards.
#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "core/library.h"
#include "tests/faults/kill_child.h"

namespace rehearse::test {

/// Something that a library says under a name: `stem <question>`, `deck <title>`, `reviews` …
using Sayings = std::map<std::string, std::string>;

/// What the library says under this name now, in one line.
std::string saying(const Library& library, const std::string& name);
/// As `scheduler` says it.
std::string scheduler_in_words(const Scheduler& scheduler);

/// What a process tells of its acts. An act changes several sayings at once or none.
class Telling {
 public:
  explicit Telling(const Voice& voice) : voice_(voice) {}
  /// Before the act: what is said now, and once it is done.
  void begin(const Sayings& before, const Sayings& after) const;
  /// The call has returned.
  void done() const { voice_.say("+"); }
  void done(OpId op) const { voice_.say("+op " + op.hex()); }
  /// Something else that has to be there from now on.
  void fact(const std::string& kind, const std::string& name) const { voice_.say("=" + kind + ' ' + name); }

 private:
  const Voice& voice_;
};

class Ledger {
 public:
  void take(const std::vector<std::string>& said);
  /// What is wrong with the library, a line each. Of what was begun and not done either all is there or
  /// nothing; from then on it is as it is.
  std::vector<std::string> compare(const std::filesystem::path& library);

  const Sayings& sayings() const { return certain_; }
  /// What was said under this name before the first act that changed it.
  const std::string& first_said(const std::string& name) const { return first_.at(name); }
  /// The facts of this kind.
  const std::set<std::string>& facts(const std::string& kind) { return facts_[kind]; }
  void forget(const std::string& kind, const std::string& name) { facts_[kind].erase(name); }
  /// Acts that were said to be done.
  std::size_t acts() const { return acts_; }
  /// Acts that change what is said, begun when a process was killed; and of them those that are there.
  std::size_t begun() const { return begun_; }
  std::size_t begun_and_there() const { return begun_and_there_; }

 private:
  void settle(const Library& library, std::vector<std::string>& faults);

  Sayings first_, certain_, pending_;
  std::map<std::string, std::set<std::string>> facts_;
  std::size_t acts_ = 0, begun_ = 0, begun_and_there_ = 0;
};

}  // namespace rehearse::test
