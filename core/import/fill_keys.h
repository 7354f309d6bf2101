// Fill-in questions: the blanks of a stem and the words that belong into them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace rehearse {

/// Blanks in the stem of a fill-in question: ____ or empty brackets.
std::size_t count_blanks(std::string_view stem);

/// The stem of a fill-in question with its blanks to be seen: where it has none, a gap of two blanks or more
/// inside a line, or one where no Chinese sentence has any, is what was left of one, and becomes ____.
std::string with_visible_blanks(std::string_view stem);

/// One text per blank: parted by ; | 、 , blanks or lines, or numbered (1) (2). One blank takes everything;
/// alternatives are joined by ";". Everything in one when the parts do not fit the blanks. `blanks` is 0
/// where they were lost: then ; and numbers part.
std::vector<std::string> fill_key(std::string_view answer, std::size_t blanks);

}  // namespace rehearse
