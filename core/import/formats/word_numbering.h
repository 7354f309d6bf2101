// The lists of a Word document: the numbers Word draws, which stand nowhere in the text, as text (ECMA-376
// part 1, 17.9).
#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <optional>
#include <string>

#include "core/import/formats/list_numbers.h"
#include "core/import/formats/word_styles.h"
#include "core/import/formats/xml_part.h"

namespace rehearse {

class WordNumbering {
 public:
  WordNumbering() = default;
  WordNumbering(pugi::xml_node numbering, const WordStyles& styles);

  /// What stands before the next paragraph of that list and level, its blank included: "1. ", "一、", "(2) ",
  /// or
  /// "- " for a bullet. Counts on, and starts the deeper levels again. Empty for lists that are not defined.
  /// `style`: the paragraph's, which may name the level where the reference does not.
  std::string next(const ListReference& reference, const std::string& style);

 private:
  static constexpr std::size_t kLevels = 9;

  struct Level {
    int start = 1;
    NumberFormat format = NumberFormat::kDecimal;
    bool is_bullet = false;
    bool numbers_are_decimal = false;   // isLgl: also those of the levels above
    std::string text;                   // %1 to %9 stand for the numbers of the levels
    std::optional<int> restarts_below;  // a level above this one (from 1) starts it again; 0: none does
    std::string style;
  };
  using Levels = std::array<Level, kLevels>;

  /// Lists that are instances of the same definition count together.
  struct Definition {
    Levels levels;
    std::array<std::optional<int>, kLevels> counters;
    std::string style_link;  // the definition is that of the list of this style
  };
  struct List {
    std::string definition;
    std::map<std::size_t, Level> own_levels;
    std::map<std::size_t, int> own_starts;  // each is used once
  };

  static void read_level(pugi::xml_node node, Level& level);
  Definition* definition_of(List& list);
  static const Level& level_of(const List& list, const Definition& definition, std::size_t level);
  static std::string text_of(const List& list, const Definition& definition, std::size_t level);

  std::map<std::string, Definition, std::less<>> definitions_;
  std::map<int, List> lists_;
  std::map<std::string, int> list_of_style_;
};

}  // namespace rehearse
