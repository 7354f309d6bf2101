// GBK text whose bytes were regrouped one off: the first half of a character was lost as '?', and the
// bytes behind it paired up wrongly. 。客观 (A1A3 BFCD D35E) becomes ??陀^ (? A3BF CDD3 5E).
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace rehearse {

struct RealignedRun {
  std::size_t length = 0;  // code points of the damaged text, the '?' included
  std::u32string text;     // what they said
  bool is_whole = false;   // false: only the full stop came back, the rest is still damaged
};

/// Looks at a '?' that stands for the first half of a full stop: the next character is then one
/// whose full-width form begins with the stop's other half (? ; ! or, where a whole run follows, any). `text`
/// begins at the '?'. Nothing when this '?' is no such damage.
std::optional<RealignedRun> realign_after_full_stop(std::u32string_view text);

/// The length of a half pinyin group like "?jǐn)" at the start of `text`, whose bracket was swallowed;
/// 0 for none.
std::size_t half_pinyin_length(std::u32string_view text);

/// The length of a pinyin group like "(jǐn)" at the start of `text`: lower case, one tone mark at least.
std::size_t pinyin_length(std::u32string_view text);

}  // namespace rehearse
