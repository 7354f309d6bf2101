// Questions that read alike, across decks.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/base/similarity.h"
#include "core/library.h"

namespace rehearse {

/// What stems are compared by: blanks and punctuation among Chinese do not even part words.
Shingles shingles_of_stem(std::string_view stem);

/// Stems that say the same but for width, case, blanks and punctuation, or nearly so: four fifths of their
/// shingles in common (core/base/similarity.h). Stems without a word are like no other.
class SimilarStems {
 public:
  /// One more, compared with those before it.
  void add(Shingles stem);
  std::size_t size() const { return stems_.size(); }
  /// Stems by the order in which they came. Each group, of two or more, ascends; so do the groups by their
  /// first.
  std::vector<std::vector<std::size_t>> groups() const;

 private:
  std::size_t group_of(std::size_t stem) const;

  std::vector<Shingles> stems_;
  std::vector<std::size_t> joined_;  // to an earlier stem of its group; the first of a group to itself
  std::unordered_map<std::uint64_t, std::vector<std::size_t>> met_;  // by key
};

/// Reads and compares the stems part by part, so that the window goes on meanwhile.
class DuplicateSearch {
 public:
  /// The own cards of the questions.
  explicit DuplicateSearch(std::vector<CardId> questions) : questions_(std::move(questions)) {}

  void step(Library& library, LocalInstant now);
  bool is_done() const { return read_.size() == questions_.size(); }
  std::size_t size() const { return questions_.size(); }
  std::size_t done() const { return read_.size(); }

  /// Precondition: is_done().
  std::vector<std::vector<CardId>> groups() const;

 private:
  std::vector<CardId> questions_;
  SimilarStems read_;
};

}  // namespace rehearse
