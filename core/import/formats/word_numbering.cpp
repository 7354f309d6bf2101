#include "core/import/formats/word_numbering.h"

#include <algorithm>
#include <utility>

#include "core/base/text.h"
#include "core/import/characters.h"
#include "core/import/formats/plain_characters.h"

namespace rehearse {
namespace {

struct NamedFormat {
  std::string_view name;
  NumberFormat format;
};

/// ST_NumberFormat (17.18.59), as far as Chinese and Western documents use it; all others count in decimal.
constexpr std::array kFormats{
    NamedFormat{"decimal", NumberFormat::kDecimal},
    NamedFormat{"decimalZero", NumberFormat::kLeadingZero},
    NamedFormat{"decimalFullWidth", NumberFormat::kFullWidth},
    NamedFormat{"decimalFullWidth2", NumberFormat::kFullWidth},
    NamedFormat{"upperLetter", NumberFormat::kUpperLetter},
    NamedFormat{"lowerLetter", NumberFormat::kLowerLetter},
    NamedFormat{"upperRoman", NumberFormat::kUpperRoman},
    NamedFormat{"lowerRoman", NumberFormat::kLowerRoman},
    NamedFormat{"chineseCounting", NumberFormat::kChinese},
    NamedFormat{"chineseCountingThousand", NumberFormat::kChinese},
    NamedFormat{"japaneseCounting", NumberFormat::kChinese},
    NamedFormat{"taiwaneseCounting", NumberFormat::kChinese},
    NamedFormat{"taiwaneseCountingThousand", NumberFormat::kChinese},
    NamedFormat{"ideographDigital", NumberFormat::kChineseDigits},
    NamedFormat{"japaneseDigitalTenThousand", NumberFormat::kChineseDigits},
    NamedFormat{"taiwaneseDigital", NumberFormat::kChineseDigits},
    NamedFormat{"chineseLegalSimplified", NumberFormat::kChineseLegal},
    NamedFormat{"ideographLegalTraditional", NumberFormat::kChineseLegal},
    NamedFormat{"ideographTraditional", NumberFormat::kHeavenlyStem},
    NamedFormat{"decimalEnclosedCircle", NumberFormat::kCircled},
    NamedFormat{"decimalEnclosedCircleChinese", NumberFormat::kCircled},
    NamedFormat{"decimalEnclosedParen", NumberFormat::kBracketed},
    NamedFormat{"decimalEnclosedFullstop", NumberFormat::kPointed},
    NamedFormat{"none", NumberFormat::kNone},
};

/// A number that Word sets apart by a tab alone needs a sign, or nobody can tell it from the text; Western
/// signs need a blank.
std::string parted_from_text(const std::string& mark) {
  const std::string_view bare = trimmed(mark);
  const bool is_plain = !bare.empty() && std::all_of(bare.begin(), bare.end(), [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  });
  std::string parted(bare);
  if (parted.empty()) return parted;
  if (is_plain) return parted + ". ";
  Scanner scanner(parted);
  if (scanner.take_chinese_number() && scanner.at_end()) return parted + "、";
  constexpr std::u32string_view kFullWidthSigns = U"、．）：】。〕";
  std::size_t last = parted.size() - 1;
  while (last > 0 && (static_cast<unsigned char>(parted[last]) & 0xC0) == 0x80) --last;
  const bool is_closed = kFullWidthSigns.find(next_code_point(parted, last)) != std::u32string_view::npos;
  return is_closed ? parted : parted + ' ';
}

}  // namespace

void WordNumbering::read_level(pugi::xml_node node, Level& level) {
  if (const auto start = number_in_attribute(child_of(node, "start"), "val")) level.start = *start;
  const std::string_view name = attribute_of(child_of(node, "numFmt"), "val");
  level.is_bullet = name == "bullet";
  for (const NamedFormat& known : kFormats)
    if (known.name == name) level.format = known.format;
  level.text = plain_characters(attribute_of(child_of(node, "lvlText"), "val"));
  level.numbers_are_decimal = is_on(child_of(node, "isLgl"));
  level.restarts_below = number_in_attribute(child_of(node, "lvlRestart"), "val");
  level.style = std::string(attribute_of(child_of(node, "pStyle"), "val"));
}

WordNumbering::WordNumbering(pugi::xml_node numbering, const WordStyles& styles) {
  const auto index_of = [](pugi::xml_node level) -> std::optional<std::size_t> {
    const auto index = number_in_attribute(level, "ilvl");
    if (!index || *index < 0 || *index >= static_cast<int>(kLevels)) return std::nullopt;
    return static_cast<std::size_t>(*index);
  };
  for (const pugi::xml_node node : numbering.children()) {
    if (local_name(node) == "abstractNum") {
      Definition& definition = definitions_[std::string(attribute_of(node, "abstractNumId"))];
      definition.style_link = std::string(attribute_of(child_of(node, "numStyleLink"), "val"));
      if (const auto list = styles.list(definition.style_link).list)
        list_of_style_[definition.style_link] = *list;
      for (const pugi::xml_node level : node.children())
        if (const auto index = index_of(level); index && local_name(level) == "lvl")
          read_level(level, definition.levels[*index]);
    } else if (local_name(node) == "num") {
      const auto id = number_in_attribute(node, "numId");
      if (!id) continue;
      List& list = lists_[*id];
      list.definition = std::string(attribute_of(child_of(node, "abstractNumId"), "val"));
      for (const pugi::xml_node change : node.children()) {
        const auto index = index_of(change);
        if (!index || local_name(change) != "lvlOverride") continue;
        if (const auto start = number_in_attribute(child_of(change, "startOverride"), "val"))
          list.own_starts[*index] = *start;
        if (const pugi::xml_node level = child_of(change, "lvl")) read_level(level, list.own_levels[*index]);
      }
    }
  }
}

WordNumbering::Definition* WordNumbering::definition_of(List& list) {
  auto found = definitions_.find(list.definition);
  if (found == definitions_.end()) return nullptr;
  // 17.9.21: the levels stand in the definition of the list that the style names.
  const auto linked = list_of_style_.find(found->second.style_link);
  if (linked == list_of_style_.end()) return &found->second;
  const auto other = lists_.find(linked->second);
  if (other == lists_.end()) return &found->second;
  found = definitions_.find(other->second.definition);
  return found == definitions_.end() ? nullptr : &found->second;
}

const WordNumbering::Level& WordNumbering::level_of(const List& list, const Definition& definition,
                                                    std::size_t level) {
  const auto own = list.own_levels.find(level);
  return own == list.own_levels.end() ? definition.levels[level] : own->second;
}

std::string WordNumbering::text_of(const List& list, const Definition& definition, std::size_t level) {
  const Level& shown = level_of(list, definition, level);
  if (shown.is_bullet) return std::string(2 * level, ' ') + "- ";
  std::string text;
  for (std::size_t i = 0; i < shown.text.size(); ++i) {
    const char digit = i + 1 < shown.text.size() ? shown.text[i + 1] : '\0';
    if (shown.text[i] != '%' || digit < '1' || digit > '9') {
      text += shown.text[i];
      continue;
    }
    ++i;
    const auto of = static_cast<std::size_t>(digit - '1');
    const Level& numbered = level_of(list, definition, of);
    const bool is_decimal = shown.numbers_are_decimal && numbered.format != NumberFormat::kNone;
    text += number_in(is_decimal ? NumberFormat::kDecimal : numbered.format,
                      definition.counters[of].value_or(numbered.start));
  }
  return parted_from_text(text);
}

std::string WordNumbering::next(const ListReference& reference, const std::string& style) {
  const auto found = lists_.find(reference.list.value_or(0));
  if (found == lists_.end()) return {};
  List& list = found->second;
  Definition* const definition = definition_of(list);
  if (definition == nullptr) return {};
  std::size_t level = 0;
  if (reference.level) {
    level = static_cast<std::size_t>(std::clamp(*reference.level, 0, static_cast<int>(kLevels) - 1));
  } else if (!style.empty()) {
    const auto own = std::find_if(definition->levels.begin(), definition->levels.end(),
                                  [&](const Level& candidate) { return candidate.style == style; });
    if (own != definition->levels.end()) level = static_cast<std::size_t>(own - definition->levels.begin());
  }
  std::optional<int>& counter = definition->counters[level];
  if (const auto own_start = list.own_starts.find(level); own_start != list.own_starts.end()) {
    counter = own_start->second;
    list.own_starts.erase(own_start);
  } else {
    constexpr int kMost = 1'000'000;
    counter = counter ? std::min(*counter, kMost) + 1 : level_of(list, *definition, level).start;
  }
  for (std::size_t deeper = level + 1; deeper < kLevels; ++deeper) {
    const auto below = level_of(list, *definition, deeper).restarts_below;
    if (!below || static_cast<int>(level) < *below) definition->counters[deeper].reset();
  }
  return text_of(list, *definition, level);
}

}  // namespace rehearse
