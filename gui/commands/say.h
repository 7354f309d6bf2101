// Lines for people, in their language.
#pragma once

#include <ostream>
#include <string>

#include "core/base/words.h"
#include "gui/commands/environment.h"

namespace rehearse {

/// Prints lines to standard output.
class Say {
 public:
  explicit Say(const Environment& environment) : environment_(environment) {}
  void operator()(const Words& line) const { environment_.out << line.in(environment_.language) << '\n'; }

 private:
  const Environment& environment_;
};

template <class Number>
std::string text(Number number) {
  return std::to_string(number);
}

/// "1 card", "2 cards"
template <class Number>
std::string counted(Number number, const std::string& thing) {
  return text(number) + " " + thing + (number == 1 ? "" : "s");
}

}  // namespace rehearse
