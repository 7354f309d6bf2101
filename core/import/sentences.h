// An answer in prose, sentence by sentence, and what a sentence is there for.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace rehearse {

/// Sentences with their closing signs. Not parted inside quotation marks and brackets; parted before
/// 二是 or 其次 behind a semicolon, and behind an announcement's colon.
std::vector<std::string_view> split_sentences(std::string_view paragraph);

/// Without the closing signs.
std::string_view without_closing(std::string_view sentence);

/// 我会采取以下步骤: says that points follow, is none.
bool is_announcement(std::string_view sentence);
/// 总之, 通过这样的处理: sums up what was said.
bool is_closing(std::string_view sentence);
/// 这…, 例如, 因此: goes on with the sentence before.
bool is_elaboration(std::string_view sentence);

/// The place in an enumeration that the sentence names (首先 其次 一是 第二, …); kNone for none.
enum class Ordinal { kNone, kFirst, kLater };
Ordinal ordinal_of(std::string_view sentence);

/// Bytes of a connective at the start (同时, 此外, 因此,), its comma included; 0 for none.
std::size_t connective_length(std::string_view sentence);

}  // namespace rehearse
