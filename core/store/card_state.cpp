#include "core/store/card_state.h"

#include <algorithm>
#include <bit>
#include <cstring>

#include "core/base/clamped.h"

namespace rehearse {
namespace {

// As the processor has them: little-endian on every machine Debian 12 runs a desktop on.
static_assert(std::endian::native == std::endian::little);

// DO NOT REORDER without a new step of the schema: these bytes are in every library file.
struct Bytes {
  std::uint32_t answers;
  std::uint8_t flags;
  std::uint8_t scheduler;
  std::uint16_t lapses;
  std::int32_t anchor_day;
  std::int32_t seen_day;
  std::int32_t first_day;
  std::uint32_t interval_days;
  std::uint64_t first;   // SM-2: repetitions; FSRS-6: stability
  std::uint64_t second;  // SM-2: easiness in hundredths; FSRS-6: difficulty
  std::int32_t moved_to_day;
  std::int32_t named_day;
  std::int32_t buried_day;
  std::uint16_t passed;
  std::uint16_t failed;
};
static_assert(sizeof(Bytes) == kCardStateBytes);

enum Flag : std::uint8_t { kMet = 1, kSuspended = 2, kMoved = 4, kNamed = 8, kBuried = 16 };

/// Raises `flag` where there is a day.
std::int32_t day_bytes(const std::optional<StudyDay>& day, Flag flag, std::uint8_t& flags) {
  if (!day) return 0;
  flags |= flag;
  return clamped<std::int32_t>(day_number(*day));
}

std::optional<StudyDay> day_from(std::int32_t number, Flag flag, std::uint8_t flags) {
  if ((flags & flag) == 0) return std::nullopt;
  return day_from_number(number);
}

Bytes bytes_of(const CardState& state) {
  Bytes bytes{};
  bytes.answers = state.answers;
  bytes.named_day = day_bytes(state.named, kNamed, bytes.flags);
  bytes.buried_day = day_bytes(state.buried, kBuried, bytes.flags);
  bytes.passed = clamped<std::uint16_t>(state.tests.passed);
  bytes.failed = clamped<std::uint16_t>(state.tests.failed);
  if (state.is_suspended) bytes.flags |= kSuspended;
  const MemoryState& memory = state.memory;
  if (!memory.met) return bytes;
  bytes.flags |= kMet;
  bytes.moved_to_day = day_bytes(memory.moved_to, kMoved, bytes.flags);
  bytes.scheduler = static_cast<std::uint8_t>(memory.scheduler);
  bytes.lapses = clamped<std::uint16_t>(memory.lapses);
  bytes.anchor_day = clamped<std::int32_t>(day_number(memory.anchor));
  bytes.seen_day = clamped<std::int32_t>(day_number(memory.seen));
  bytes.first_day = clamped<std::int32_t>(day_number(state.first));
  bytes.interval_days = clamped<std::uint32_t>(memory.interval_days());
  if (memory.scheduler == SchedulerKind::kSm2) {
    bytes.first = static_cast<std::uint64_t>(memory.sm2.repetitions);
    bytes.second = static_cast<std::uint64_t>(memory.sm2.easiness);
  } else {
    bytes.first = std::bit_cast<std::uint64_t>(memory.fsrs.stability);
    bytes.second = std::bit_cast<std::uint64_t>(memory.fsrs.difficulty);
  }
  return bytes;
}

CardState state_of(const Bytes& bytes) {
  CardState state;
  state.answers = bytes.answers;
  state.named = day_from(bytes.named_day, kNamed, bytes.flags);
  state.buried = day_from(bytes.buried_day, kBuried, bytes.flags);
  state.tests = {bytes.passed, bytes.failed};
  state.is_suspended = (bytes.flags & kSuspended) != 0;
  if ((bytes.flags & kMet) == 0) return state;
  MemoryState& memory = state.memory;
  memory.met = true;
  memory.scheduler = bytes.scheduler == 0 ? SchedulerKind::kSm2 : SchedulerKind::kFsrs6;
  memory.lapses = bytes.lapses;
  memory.anchor = day_from_number(bytes.anchor_day);
  memory.seen = day_from_number(bytes.seen_day);
  memory.moved_to = day_from(bytes.moved_to_day, kMoved, bytes.flags);
  state.first = day_from_number(bytes.first_day);
  if (memory.scheduler == SchedulerKind::kSm2) {
    memory.sm2 = {static_cast<int>(bytes.first), static_cast<int>(bytes.second), bytes.interval_days};
  } else {
    memory.fsrs_interval_days = bytes.interval_days;
    memory.fsrs.stability = std::bit_cast<double>(bytes.first);
    memory.fsrs.difficulty = std::bit_cast<double>(bytes.second);
  }
  return state;
}

}  // namespace

bool has_answers(const std::vector<CardState>& states) {
  return std::any_of(states.begin(), states.end(), [](const CardState& state) { return state.answers > 0; });
}

std::string write_card_states(const std::vector<CardState>& states) {
  std::string text(states.size() * kCardStateBytes, '\0');
  char* place = text.data();
  for (const CardState& state : states) {
    const Bytes bytes = bytes_of(state);
    std::memcpy(place, &bytes, sizeof bytes);
    place += sizeof bytes;
  }
  return text;
}

CardState read_card_state(std::string_view bytes, std::size_t slot) {
  if (bytes.size() < (slot + 1) * kCardStateBytes) return {};
  Bytes one;
  std::memcpy(&one, bytes.data() + slot * kCardStateBytes, sizeof one);
  return state_of(one);
}

std::vector<CardState> read_card_states(std::string_view bytes) {
  std::vector<CardState> states(bytes.size() / kCardStateBytes);
  for (std::size_t slot = 0; slot < states.size(); ++slot) states[slot] = read_card_state(bytes, slot);
  return states;
}

}  // namespace rehearse
