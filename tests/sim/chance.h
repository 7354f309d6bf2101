// The one source of chance of a history: the same seed, the same history on every machine.
#pragma once

#include <cstddef>
#include <cstdint>
#include <random>

namespace rehearse::sim {

class Chance {
 public:
  explicit Chance(std::uint64_t seed) : random_(seed) {}

  std::uint64_t number() { return random_(); }
  /// 0 … count - 1.
  std::size_t below(std::size_t count) { return static_cast<std::size_t>(random_() % count); }
  bool one_in(std::size_t count) { return below(count) == 0; }
  template <class Items>
  auto& any_of(Items& items) {
    return items[below(items.size())];
  }

 private:
  std::mt19937_64 random_;
};

}  // namespace rehearse::sim
