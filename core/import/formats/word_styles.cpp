#include "core/import/formats/word_styles.h"

#include <algorithm>
#include <charconv>

namespace rehearse {
namespace {

constexpr std::size_t kDeepestHeading = 6;

bool is_true(std::string_view value) { return value == "1" || value == "true" || value == "on"; }

/// By the name that Word gives it in either language.
std::optional<std::size_t> heading_level_of_name(std::string_view name) {
  if (name == "title" || name == "标题") return 1;
  for (std::string_view word : {"heading ", "标题 ", "标题"}) {
    if (name.substr(0, word.size()) != word) continue;
    const std::string_view level = name.substr(word.size());
    if (level.size() == 1 && level[0] >= '1' && level[0] <= '9')
      return std::min<std::size_t>(static_cast<std::size_t>(level[0] - '0'), kDeepestHeading);
  }
  return std::nullopt;
}

}  // namespace

bool is_on(pugi::xml_node property) {
  if (!property) return false;
  const std::string_view value = attribute_of(property, "val");
  return value != "0" && value != "false" && value != "off" && value != "none";
}

std::optional<int> number_in_attribute(pugi::xml_node node, std::string_view name) {
  const std::string_view text = attribute_of(node, name);
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

ListReference list_reference_in(pugi::xml_node properties) {
  const pugi::xml_node reference = child_of(properties, "numPr");
  return {number_in_attribute(child_of(reference, "numId"), "val"),
          number_in_attribute(child_of(reference, "ilvl"), "val")};
}

std::optional<std::size_t> heading_level_in(pugi::xml_node properties) {
  const auto level = number_in_attribute(child_of(properties, "outlineLvl"), "val");
  if (!level) return std::nullopt;
  constexpr int kBodyText = 9;
  if (*level < 0 || *level >= kBodyText) return 0;
  return std::min(static_cast<std::size_t>(*level) + 1, kDeepestHeading);
}

WordStyles::WordStyles(pugi::xml_node styles) {
  for (const pugi::xml_node node : styles.children()) {
    if (local_name(node) != "style") continue;
    const std::string id(attribute_of(node, "styleId"));
    const pugi::xml_node properties = child_of(node, "pPr");
    Style style;
    style.name = std::string(attribute_of(child_of(node, "name"), "val"));
    for (char& c : style.name)
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 'a' - 'A');
    style.base = std::string(attribute_of(child_of(node, "basedOn"), "val"));
    style.heading = heading_level_in(properties);
    if (!style.heading) style.heading = heading_level_of_name(style.name);
    style.list = list_reference_in(properties);
    if (attribute_of(node, "type") == "paragraph" && is_true(attribute_of(node, "default"))) default_ = id;
    styles_.emplace(id, std::move(style));
  }
}

const WordStyles::Style* WordStyles::find(std::string_view style) const {
  const auto found = styles_.find(style);
  return found == styles_.end() ? nullptr : &found->second;
}

template <class Visit>
void WordStyles::for_bases(std::string_view style, Visit visit) const {
  constexpr int kMostBases = 32;  // a circle of styles ends here
  const Style* base = find(style);
  for (int i = 0; base != nullptr && i < kMostBases; ++i) {
    if (visit(*base)) return;
    base = find(base->base);
  }
}

std::size_t WordStyles::heading_level(std::string_view style) const {
  std::size_t level = 0;
  for_bases(style, [&](const Style& base) {
    if (base.heading) level = *base.heading;
    return base.heading.has_value();
  });
  return level;
}

ListReference WordStyles::list(std::string_view style) const {
  ListReference reference;
  for_bases(style, [&](const Style& base) {
    if (!reference.list) reference.list = base.list.list;
    if (!reference.level) reference.level = base.list.level;
    return reference.list.has_value();
  });
  return reference;
}

bool WordStyles::is_contents(std::string_view style) const {
  const Style* found = find(style);
  if (found == nullptr) return false;
  const std::string_view name = found->name;
  return name.substr(0, 4) == "toc " || name.substr(0, std::string_view("目录 ").size()) == "目录 ";
}

}  // namespace rehearse
