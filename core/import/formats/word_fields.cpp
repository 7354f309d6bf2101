#include "core/import/formats/word_fields.h"

#include <algorithm>

#include "core/base/text.h"
#include "core/import/characters.h"
#include "core/import/formats/list_numbers.h"

namespace rehearse {

std::string drawn_field(std::string_view instruction) {
  instruction = trimmed(instruction);
  if (!starts_with_any(instruction, {"EQ", "eq"}) || !contains_any(instruction, {"○", "〇"})) return {};
  const std::size_t comma = instruction.find_first_of(",;");
  if (comma == std::string_view::npos) return {};
  Scanner scanner(trimmed(instruction.substr(comma + 1)));
  const auto number = scanner.take_digits();
  return number && *number <= 20 ? number_in(NumberFormat::kCircled, static_cast<int>(*number))
                                 : std::string();
}

bool is_page_number(std::string_view instruction) {
  instruction = trimmed(instruction);
  return starts_with_any(instruction, {"PAGE ", "NUMPAGES", "SECTIONPAGES", "page ", "numpages"}) ||
         instruction == "PAGE" || instruction == "page";
}

void WordFields::add_instruction(std::string_view text) {
  constexpr std::size_t kLongest = 1000;  // bytes; the codes that are read are short
  if (fields_.empty() || fields_.back().instruction.size() > kLongest) return;
  fields_.back().instruction += text.substr(0, kLongest);
}

void WordFields::separate() {
  if (!fields_.empty()) fields_.back().in_result = true;
}

std::string WordFields::end() {
  if (fields_.empty()) return {};
  std::string drawn = drawn_field(fields_.back().instruction);
  fields_.pop_back();
  return drawn;
}

bool WordFields::hides_text() const {
  return std::any_of(fields_.begin(), fields_.end(),
                     [](const Field& field) { return field.in_result && is_page_number(field.instruction); });
}

}  // namespace rehearse
