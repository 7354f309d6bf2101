// Libraries as earlier versions of the program would have written them, to be opened by this one.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "tests/faults/kill_ledger.h"

namespace rehearse::test {

class OlderLibraries {
 public:
  /// One of each version in `folder`, which is made, with what is in `library` and more.
  OlderLibraries(std::filesystem::path folder, const std::filesystem::path& library);

  /// Puts one of them to `folder`, which is not there yet: its version.
  int put(std::uint64_t number, const std::filesystem::path& folder) const;
  /// What is wrong with it once it was opened, or the program that did was killed. Counts what was looked
  /// for.
  std::vector<std::string> compare(int version, const std::filesystem::path& folder,
                                   std::size_t& looked_for) const;

 private:
  std::filesystem::path folder_;
  Ledger ledger_;
  std::size_t ops_ = 0;
};

}  // namespace rehearse::test
