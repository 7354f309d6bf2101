// The law of every fold: the order in which lines arrive says nothing.
#pragma once

#include <doctest/doctest.h>

#include <algorithm>
#include <optional>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "core/store/fold_in.h"
#include "tests/library_fixture.h"

namespace rehearse::test {

/// Takes the lines into an empty store, each an op of its own, in an order that `random` chooses.
inline void receive_shuffled(OpenStore& store, std::vector<std::string> lines, std::mt19937_64& random) {
  std::shuffle(lines.begin(), lines.end(), random);
  Transaction transaction(store.database);
  for (const std::string& line : lines) {
    const auto received = store.log.receive(line, std::nullopt);
    REQUIRE(received);
    if (*received) fold_in(**received, store.log, store.content, store.memory);
  }
  transaction.commit();
}

}  // namespace rehearse::test
