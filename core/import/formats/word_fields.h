// The fields of a Word document: codes of which Word shows a result (ECMA-376 part 1, 17.16).
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace rehearse {

/// What a field shows that has no result of its own: "EQ \o\ac(○,3)", which draws a number in a circle, is
/// "③". Empty for all others.
std::string drawn_field(std::string_view instruction);

/// The fields open at one place of a paragraph.
class WordFields {
 public:
  void begin() { fields_.emplace_back(); }
  void add_instruction(std::string_view text);
  void separate();
  /// What the field draws.
  std::string end();
  void clear() { fields_.clear(); }

  /// The text here is the number of a page, which is none of the document.
  bool hides_text() const;

 private:
  struct Field {
    std::string instruction;
    bool in_result = false;
  };
  std::vector<Field> fields_;
};

/// PAGE, NUMPAGES and the like.
bool is_page_number(std::string_view instruction);

}  // namespace rehearse
