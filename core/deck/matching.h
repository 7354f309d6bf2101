// Pairing two lists one to one: what a library knows, and what a document says now ("wanted").
#pragma once

#include <cstddef>
#include <functional>
#include <limits>
#include <map>
#include <optional>
#include <vector>

namespace rehearse {

/// For each thing that is wanted: the index of the known one it is, or nothing. No known one is there twice.
using Matches = std::vector<std::optional<std::size_t>>;

class Matching {
 public:
  Matching(std::size_t known, std::size_t wanted) : matches_(wanted), taken_(known, false) {}

  bool is_matched(std::size_t wanted) const { return matches_[wanted].has_value(); }
  bool is_taken(std::size_t known) const { return taken_[known]; }
  std::size_t known_count() const { return taken_.size(); }
  std::vector<std::size_t> free_known() const;
  const Matches& matches() const { return matches_; }

  /// Pairs those that have an equal name and nobody yet, in their order. Nothing for one without a name.
  template <class Name>
  void pair_equal(const std::function<std::optional<Name>(std::size_t)>& known_name,
                  const std::function<std::optional<Name>(std::size_t)>& wanted_name) {
    std::map<Name, std::vector<std::size_t>> free;
    for (std::size_t i = taken_.size(); i-- > 0;)
      if (const auto name = taken_[i] ? std::nullopt : known_name(i)) free[*name].push_back(i);
    for (std::size_t i = 0; i < matches_.size() && !free.empty(); ++i) {
      const auto name = is_matched(i) ? std::nullopt : wanted_name(i);
      const auto found = name ? free.find(*name) : free.end();
      if (found == free.end() || found->second.empty()) continue;
      take(i, found->second.back());
      found->second.pop_back();
    }
  }

  struct Pair {
    double likeness;
    std::size_t wanted, known;
  };
  /// Pairs the most alike first, and of equals the earlier ones; each thing once.
  void take_best(std::vector<Pair> pairs);

 private:
  void take(std::size_t wanted, std::size_t known) {
    matches_[wanted] = known;
    taken_[known] = true;
  }

  Matches matches_;
  std::vector<bool> taken_;
};

/// Where things stand among neighbours that were found on both sides: two stand in the same place when they
/// are as far behind the same neighbour, or as far before it. Where no neighbour was found, two lists of one
/// length are held side by side.
class SamePlace {
 public:
  explicit SamePlace(const Matching& matching);

  bool holds(std::size_t wanted, std::size_t known) const;
  /// Indices of what may be known in the same place; some may not exist.
  std::vector<std::size_t> of(std::size_t wanted) const;

 private:
  static constexpr std::size_t kNone = std::numeric_limits<std::size_t>::max();

  bool any_neighbour_ = false;
  bool equal_length_ = false;
  std::vector<std::size_t> behind_, before_;  // by the neighbour before, and by the one behind
};

}  // namespace rehearse
