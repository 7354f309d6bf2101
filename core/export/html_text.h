// Text as HTML shows it, whatever it holds.
#pragma once

#include <string>
#include <string_view>

namespace rehearse {

/// Line ends, tabs and what is no control character: the rest is no part of HTML.
constexpr bool is_html_character(char c) {
  return c == '\n' || c == '\t' || (static_cast<unsigned char>(c) >= 0x20 && c != 0x7F);
}

/// For an element or a quoted attribute. What is no character of HTML is left out.
std::string html_text(std::string_view text);

}  // namespace rehearse
