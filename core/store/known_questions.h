// The questions of a deck as an import compares them with those of a document.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/deck/match_points.h"
#include "core/store/deck_state.h"
#include "core/store/question_fields.h"

namespace rehearse {

/// Counts how often a name was met, so that equals get different ordinals.
class Ordinals {
 public:
  std::size_t next(const std::string& name) { return met_[name]++; }

 private:
  std::unordered_map<std::string, std::size_t> met_;
};

struct DeckQuestion {
  QuestionId id;
  Registers registers;
  PlacedQuestion said;  // as the documents had it last
  PlacedQuestion shown;
};

/// One that only documents wrote, without its registers: enough to see whether a document says the same.
/// Nothing for another one.
std::optional<DeckQuestion> read_documented_question(const DeckState& state, QuestionId id);

/// One of the deck's; nothing when an op is there without a deck it belongs to.
std::optional<DeckQuestion> read_deck_question(const DeckState& state, QuestionId id);

/// The question with its points inside.
Question with_points(const PlacedQuestion& placed);

/// The points of a document's question by the names and in the places they have in the deck. `ids`: the names
/// of new ones, one per point. `known`: the question it is there, or null.
std::vector<PlacedPoint> place_points(QuestionId question, std::vector<KeyPoint> wanted,
                                      const std::vector<PointId>& ids, const DeckQuestion* known);

}  // namespace rehearse
