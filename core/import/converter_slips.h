// What a machine writes that turns Simplified characters into Traditional ones, and no person does.
#pragma once

#include <string_view>

namespace rehearse {

/// Several characters that are right alone and wrong in their words: 麵試, 隻是, 大傢, 特彆, 製度; or 并 and
/// 么 where everything else is Traditional. `text` is a sample of a document, a few thousand characters long.
bool is_written_by_a_converter(std::u32string_view text);

}  // namespace rehearse
