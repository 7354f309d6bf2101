#include "core/import/formats/xml_part.h"

#include <cstddef>
#include <utility>

namespace rehearse {
namespace {

/// What pugixml's tree takes for `xml`: 64 bytes for an element, 40 for an attribute.
std::size_t memory_of_tree(std::string_view xml) {
  std::size_t bytes = 0;
  for (std::size_t i = 0; i + 1 < xml.size(); ++i) {
    if (xml[i] == '<' && xml[i + 1] != '/') bytes += 64;
    if (xml[i] == '=' && (xml[i + 1] == '"' || xml[i + 1] == '\'')) bytes += 40;
  }
  return bytes;
}

std::string_view without_prefix(std::string_view name) {
  const std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

}  // namespace

Result<std::unique_ptr<XmlPart>> parse_xml(std::string text) {
  constexpr std::size_t kMostTimes = 6;
  constexpr std::size_t kAlwaysAllowed = 32 * 1024 * 1024;
  if (memory_of_tree(text) > kMostTimes * text.size() + kAlwaysAllowed)
    return Error{{"its markup is made to fill the memory", "文件标记异常，疑似恶意构造"},
                 "",
                 {"do not trust where it came from", "来源不可信，请勿使用"}};
  auto part = std::make_unique<XmlPart>();
  part->text = std::move(text);
  // Blanks between elements are none of the text; a run that is one blank is.
  constexpr unsigned kOptions = pugi::parse_default | pugi::parse_ws_pcdata_single | pugi::parse_embed_pcdata;
  part->is_whole =
      static_cast<bool>(part->tree.load_buffer_inplace(part->text.data(), part->text.size(), kOptions));
  return part;
}

std::string_view local_name(pugi::xml_node node) { return without_prefix(node.name()); }

pugi::xml_node child_of(pugi::xml_node node, std::string_view name) {
  for (pugi::xml_node child = node.first_child(); child; child = child.next_sibling())
    if (local_name(child) == name) return child;
  return {};
}

std::string_view attribute_of(pugi::xml_node node, std::string_view name) {
  for (pugi::xml_attribute attribute = node.first_attribute(); attribute;
       attribute = attribute.next_attribute())
    if (without_prefix(attribute.name()) == name) return attribute.value();
  return {};
}

}  // namespace rehearse
