// A law that a history broke.
#pragma once

#include <stdexcept>
#include <string>
#include <utility>

namespace rehearse::sim {

struct Broken : std::runtime_error {
  Broken(std::string broken_law, const std::string& how)
      : std::runtime_error(broken_law + ": " + how), law(std::move(broken_law)) {}

  std::string law;
};

/// `how` is called when it does not hold.
template <class How>
void require(bool holds, const char* law, How&& how) {
  if (!holds) throw Broken(law, how());
}

}  // namespace rehearse::sim
