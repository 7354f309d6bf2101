// Answers of a learner as a device writes them, one after the other: nothing that packs better than theirs.
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "core/base/id.h"
#include "sync/server/store/stream_store.h"

namespace rehearse::bench {

class Reviews {
 public:
  /// Of device `number`, which has a deck of its own. The same for the same number.
  explicit Reviews(std::uint64_t number);

  /// The next `count` of them, in order; their lines stay until the next call.
  std::vector<sync::PushedOp> next(std::size_t count);

 private:
  std::string next_line();

  std::mt19937_64 random_;
  std::uint64_t device_, counter_ = 0;
  std::int64_t at_ms_ = 1'796'000'000'000;
  std::vector<CardId> cards_;
  std::vector<std::string> lines_;
};

}  // namespace rehearse::bench
