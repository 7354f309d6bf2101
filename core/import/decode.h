// From bytes to UTF-8 text: the encodings that documents copied off the web come in.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/deck/document.h"

namespace rehearse {

struct DecodedText {
  std::string text;          // valid UTF-8, lines end with \n, no byte order mark
  std::string encoding;      // "UTF-8", "UTF-16LE", "UTF-16BE", "GB18030", "Big5", or one declared
  std::size_t replaced = 0;  // places where bytes made no character; each is U+FFFD in `text`
  std::size_t nuls = 0;      // NUL characters that stood in it and are left out
};

/// Tells the encoding by byte order mark, then by what the bytes can be. Errors: no text at all,
/// or bytes that are no text (a picture, a program, an old Word document).
Result<DecodedText> decode_text(std::string_view bytes);

/// The same for bytes that name their own encoding, as pages do: any name ICU knows. It is believed where the
/// bytes themselves do not show that they are Unicode, and where they make sense in it.
Result<DecodedText> decode_text(std::string_view bytes, const std::string& declared);

/// What the bytes held that is no text, and how often: codes damaged and repaired.
std::vector<Problem> decoding_problems(const DecodedText& decoded);

/// `text` (valid UTF-8) in one of the encodings above, without a byte order mark; characters the
/// encoding lacks become its substitute.
std::string encode_text(std::string_view text, const std::string& encoding);

}  // namespace rehearse
