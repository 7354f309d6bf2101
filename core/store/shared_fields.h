// Fields of a deck that a group shares, as plans for its stream look at them.
#pragma once

#include <set>
#include <string>

#include "core/store/json_text.h"
#include "core/store/question_fields.h"
#include "core/store/registers.h"

namespace rehearse {

inline constexpr const char* kNoValue = "null";

/// What a deck says. Settings are everybody's own, and whether a question is there is said by `alive`.
inline bool is_shared_field(const std::string& name) {
  return name != kAliveField && !name.starts_with(kConfigPrefix);
}

inline std::string value_in(const Registers& registers, const std::string& name) {
  const auto found = registers.find(name);
  return found == registers.end() ? kNoValue : found->second.value;
}

inline void add_heads(const Registers& registers, const std::string& name, std::set<OpId>& heads) {
  if (const auto found = registers.find(name); found != registers.end())
    heads.insert(found->second.heads.begin(), found->second.heads.end());
}

inline bool is_of_deck(const Registers& registers, DeckId deck) {
  return value_in(registers, kDeckField) == json_text(deck.hex());
}

/// The same, and nobody has removed it. `there`: what a group says.
inline bool is_in_deck(const Registers& there, DeckId deck) {
  return is_of_deck(there, deck) && !is_removal_offered(there);
}

}  // namespace rehearse
