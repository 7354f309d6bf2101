// How alike two texts are, as a number.
#pragma once

#include <string_view>

namespace rehearse::scoring {

/// Ratcliff and Obershelp's similarity, 0 to 1 (J. W. Ratcliff and D. E. Metzener, "Pattern Matching: The
/// Gestalt Approach", Dr. Dobb's Journal, July 1988): 2·M / (|a| + |b|), where M counts the characters of the
/// longest common block and, again and again, of what lies on both sides of it. Of equally long blocks the
/// one that ends first in `a`, then in `b`, is taken: the figures are those of Python's
/// difflib.SequenceMatcher(None, a, b, autojunk=False).ratio(). Two empty texts are alike. Not symmetric.
double similarity(std::u32string_view a, std::u32string_view b);

/// The same where it reaches `least`, else 0. Most pairs are told apart by their letters, without comparing
/// their order.
double similarity_from(double least, std::u32string_view a, std::u32string_view b);

}  // namespace rehearse::scoring
