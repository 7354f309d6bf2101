// A text in prose, sentence by sentence, Chinese or English.
#pragma once

#include <string_view>
#include <vector>

namespace rehearse {

/// Sentences with their closing signs. Not parted inside quotation marks and brackets; parted before
/// 二是 or 其次 behind a semicolon, and behind an announcement's colon.
std::vector<std::string_view> split_sentences(std::string_view paragraph);

/// The clauses of a sentence between its semicolons, with them. Not parted inside quotation marks and
/// brackets.
std::vector<std::string_view> split_clauses(std::string_view sentence);

/// Without the closing signs.
std::string_view without_closing(std::string_view sentence);

}  // namespace rehearse
