#include "core/export/html_text.h"

namespace rehearse {

std::string html_text(std::string_view text) {
  std::string html;
  for (const char c : text) {
    switch (c) {
      case '&': html += "&amp;"; break;
      case '<': html += "&lt;"; break;
      case '>': html += "&gt;"; break;
      case '"': html += "&quot;"; break;
      case '\'': html += "&#39;"; break;
      default:
        if (is_html_character(c)) html += c;
    }
  }
  return html;
}

}  // namespace rehearse
