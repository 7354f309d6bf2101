// The XML inside a word processor's container, read by pugixml: no entity is expanded, nothing external is
// fetched.
#pragma once

#include <memory>
#include <pugixml.hpp>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace rehearse {

struct XmlPart {
  std::string text;  // parsed in place: the tree points into it
  pugi::xml_document tree;
  bool is_whole = true;  // false: the markup breaks off, and the tree is what stands before
};

/// The text of an element is its child_value(). The error: a tree that would take more memory than six times
/// its text and 32 MB, as no word processor writes one.
Result<std::unique_ptr<XmlPart>> parse_xml(std::string text);

// Elements and attributes by their name without the prefix: transitional and strict documents differ in
// nothing else.

std::string_view local_name(pugi::xml_node node);
/// The first child of that name.
pugi::xml_node child_of(pugi::xml_node node, std::string_view name);
/// Empty when absent.
std::string_view attribute_of(pugi::xml_node node, std::string_view name);

}  // namespace rehearse
