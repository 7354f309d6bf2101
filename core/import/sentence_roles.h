// What a sentence of an answer is there for.
#pragma once

#include <cstddef>
#include <string_view>

namespace rehearse {

/// 我会采取以下步骤: says that points follow, is none.
bool is_announcement(std::string_view sentence);
/// 总之, 通过这样的处理: sums up what was said.
bool is_closing(std::string_view sentence);
/// 这…, 例如, 因此: goes on with the sentence before.
bool is_elaboration(std::string_view sentence);
/// 各位考官好。 为什么快? 不能。 It depends. — greets, asks again or answers in a word; what follows says
/// why.
bool only_takes_up_the_question(std::string_view sentence);

/// The place in an enumeration that a sentence names.
enum class Ordinal {
  kNone,
  kFirst,  // 首先 一是 第一, First
  kLater,  // 其次 二是 第二, Second
  kThen,   // 然后 最后 Finally: also told of what merely came next
};
Ordinal ordinal_of(std::string_view sentence);

/// Bytes of a connective at the start (同时, 此外, 因此,), its comma included; 0 for none.
std::size_t connective_length(std::string_view sentence);

}  // namespace rehearse
