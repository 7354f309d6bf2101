// Questions that read alike, across decks.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/similarity.h"
#include "core/library.h"

namespace rehearse {

/// What stems are compared by: blanks and punctuation among Chinese do not even part words.
Shingles shingles_of_stem(std::string_view stem);

/// Stems that say the same but for width, case, blanks and punctuation, or nearly so: four fifths of their
/// shingles in common (core/base/similarity.h). Stems without a word are like no other. Each group, of two or
/// more, ascends; so do the groups by their first.
std::vector<std::vector<std::size_t>> groups_of_similar(std::span<const Shingles> stems);

/// Reads the stems part by part, so that the window goes on meanwhile.
class DuplicateSearch {
 public:
  /// The own cards of the questions.
  explicit DuplicateSearch(std::vector<CardId> questions) : questions_(std::move(questions)) {}

  void step(Library& library, LocalInstant now);
  bool is_done() const { return stems_.size() == questions_.size(); }
  std::size_t size() const { return questions_.size(); }
  std::size_t done() const { return stems_.size(); }

  /// Precondition: is_done().
  std::vector<std::vector<CardId>> groups() const;

 private:
  std::vector<CardId> questions_;
  std::vector<Shingles> stems_;
};

}  // namespace rehearse
