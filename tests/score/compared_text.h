// Texts as the scorer compares them: what a person would call the same words is one string.
#pragma once

#include <string>
#include <string_view>

namespace rehearse::scoring {

/// Letters and digits alone, in NFKC and lower case: blanks, punctuation, markup and symbols are gone.
/// `text` must be valid UTF-8, here and below.
std::u32string compared_form(std::string_view text);

/// Without the mark of a list item at its beginning: "(1)", "二、", "③", "第四题：", "Q5:", "题目6".
std::string without_list_mark(std::string_view text);

/// Without the readings that mirror sites print behind Chinese characters: 質(zhì) becomes 質.
std::string without_pinyin(std::string_view text);

/// Without white space, in code points.
std::u32string without_blanks(std::string_view text);

}  // namespace rehearse::scoring
