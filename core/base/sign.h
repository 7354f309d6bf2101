// How a character takes part in writing: what texts are compared by.
#pragma once

namespace rehearse {

/// An ideograph, kana or hangul stands for a part of a word by itself; letters and digits make words of their
/// neighbours; white space, controls and punctuation part them (# does not: C and C# are two languages).
enum class Sign { kIdeograph, kLetter, kSeparator };

Sign sign_of(char32_t c);

/// Mathematical, currency and other symbols, and #: letters to sign_of, which make C, C++ and C# three words.
bool is_symbol(char32_t c);

}  // namespace rehearse
