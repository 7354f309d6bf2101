#include "core/import/formats/plain_characters.h"

#include "core/base/text.h"

namespace rehearse {
namespace {

bool is_left_out(char32_t c) {
  if (c < 0x20) return c != '\t' && c != '\n' && c != '\r';
  if (c >= 0x7F && c < 0xA0) return true;
  const bool zero_width = c == 0x200B || (c >= 0x200E && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
                          (c >= 0x2060 && c <= 0x2064) || c == 0xFEFF;
  return zero_width || c == 0xAD;
}

}  // namespace

std::string plain_characters(std::string_view text) {
  std::string plain;
  plain.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte >= 0x20 && byte < 0x7F) {
      plain += text[i++];
      continue;
    }
    const char32_t c = next_code_point(text, i);
    if (!is_left_out(c)) append_utf8(plain, c);
  }
  return plain;
}

}  // namespace rehearse
