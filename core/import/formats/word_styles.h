// What the styles of a Word document say about its paragraphs (ECMA-376 part 1, 17.7).
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "core/import/formats/xml_part.h"

namespace rehearse {

/// A reference to a list (17.9.18): what is absent is inherited.
struct ListReference {
  std::optional<int> list;   // numId; 0 is no list
  std::optional<int> level;  // from 0
};

/// Of a paragraph's or a style's properties.
ListReference list_reference_in(pugi::xml_node properties);
/// 1 to 6 for an outline level among a paragraph's or a style's properties, 0 for body text.
std::optional<std::size_t> heading_level_in(pugi::xml_node properties);
/// A property that is there is on, unless it says otherwise (17.17.4).
bool is_on(pugi::xml_node property);
/// A whole number in an attribute.
std::optional<int> number_in_attribute(pugi::xml_node node, std::string_view name);

class WordStyles {
 public:
  WordStyles() = default;
  explicit WordStyles(pugi::xml_node styles);

  /// 1 to 6, by outline level or name (heading 1, 标题 1, Title); 0 for other styles and unknown ones.
  std::size_t heading_level(std::string_view style) const;
  ListReference list(std::string_view style) const;
  /// An entry of the table of contents.
  bool is_contents(std::string_view style) const;
  /// What a paragraph without a style has.
  const std::string& default_style() const { return default_; }

 private:
  struct Style {
    std::string name;  // lower case
    std::string base;
    std::optional<std::size_t> heading;
    ListReference list;
  };

  const Style* find(std::string_view style) const;
  /// The style and those it is based on, nearest first, until `visit` returns true.
  template <class Visit>
  void for_bases(std::string_view style, Visit visit) const;

  std::map<std::string, Style, std::less<>> styles_;
  std::string default_;
};

}  // namespace rehearse
