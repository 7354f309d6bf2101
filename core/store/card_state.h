// What the fold knows of one card, and the bytes it is kept in: those of all cards of a question stand side
// by side in one value, by slot.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/time.h"
#include "core/schedule/memory_state.h"

namespace rehearse {

struct CardState {
  MemoryState memory;
  StudyDay first{};           // of the first answer; nothing while memory is not met
  std::uint32_t answers = 0;  // ops that spoke of the card, schedules too

  friend bool operator==(const CardState&, const CardState&) = default;
};

inline constexpr std::size_t kCardStateBytes = 40;

std::string write_card_states(const std::vector<CardState>& states);
/// Cards behind the end of `bytes` were never met.
std::vector<CardState> read_card_states(std::string_view bytes);
/// The card in `slot` alone.
CardState read_card_state(std::string_view bytes, std::size_t slot);

}  // namespace rehearse
