#include "core/import/decode.h"

#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <stdexcept>

#include "core/base/text.h"

namespace rehearse {
namespace {

using Converter = std::unique_ptr<UConverter, decltype(&ucnv_close)>;

Converter open_converter(const char* name) {
  UErrorCode status = U_ZERO_ERROR;
  Converter converter(ucnv_open(name, &status), ucnv_close);
  // Only a broken installation lacks them.
  if (U_FAILURE(status)) throw std::runtime_error(std::string("ICU: no converter ") + name);
  return converter;
}

std::string convert(std::string_view bytes, const char* name) {
  const Converter converter = open_converter(name);
  icu::UnicodeString text;
  UErrorCode status = U_ZERO_ERROR;
  const auto size = static_cast<std::int32_t>(bytes.size());
  const std::int32_t room = size + 1;  // no supported encoding makes more UTF-16 units than bytes
  const std::int32_t length =
      ucnv_toUChars(converter.get(), text.getBuffer(room), room, bytes.data(), size, &status);
  text.releaseBuffer(U_SUCCESS(status) ? length : 0);
  std::string result;
  text.toUTF8String(result);
  return result;
}

std::size_t count_of(std::string_view text, std::string_view word) {
  std::size_t count = 0;
  for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + word.size()))
    ++count;
  return count;
}

std::size_t count_replacements(std::string_view text) { return count_of(text, "\xEF\xBF\xBD"); }

/// What a text is made of, to tell whether it is one.
struct Census {
  std::size_t characters = 0;
  std::size_t controls = 0;  // that no text has
  std::size_t strange = 0;   // that no writing uses: what bytes that are no text come out as
  std::size_t replaced = 0;  // U+FFFD
};

Census census_of(std::string_view text) {
  Census census;
  for (std::size_t i = 0; i < text.size(); ++census.characters) {
    const char32_t c = next_code_point(text, i);
    if (c >= 0x4E00 && c <= 0x9FFF) continue;  // most of a text, and all assigned
    if (c < 0x80) {
      const bool is_usual = c >= 0x20 ? c != 0x7F : c >= '\t' && c <= '\r';
      if (!is_usual) ++census.controls;
      continue;
    }
    if (c == 0xFFFD) ++census.replaced;
    const auto type = u_charType(static_cast<UChar32>(c));
    if (type == U_UNASSIGNED || type == U_PRIVATE_USE_CHAR || type == U_SURROGATE) ++census.strange;
  }
  return census;
}

double share(std::size_t part, std::size_t whole) {
  return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

/// How much of a two-byte text lies in the rows that hold an encoding's frequent characters.
double frequent_share(std::string_view bytes, unsigned char first_row, unsigned char last_row) {
  std::size_t pairs = 0;
  std::size_t frequent = 0;
  for (std::size_t i = 0; i + 1 < bytes.size(); ++i) {
    const auto lead = static_cast<unsigned char>(bytes[i]);
    if (lead < 0x81) continue;
    ++pairs;
    ++i;
    if (lead >= first_row && lead <= last_row) ++frequent;
  }
  return pairs == 0 ? 0 : static_cast<double>(frequent) / static_cast<double>(pairs);
}

const char* two_byte_encoding(std::string_view bytes) {
  const std::size_t lost_as_gb = count_replacements(convert(bytes, "GB18030"));
  const std::size_t lost_as_big5 = count_replacements(convert(bytes, "Big5"));
  if (lost_as_big5 > lost_as_gb) return "GB18030";
  // GB 2312 level 1: rows B0 to D7. Big5 level 1: rows A4 to C6. Punctuation is left out on both sides.
  const bool rather_big5 = frequent_share(bytes, 0xA4, 0xC6) > frequent_share(bytes, 0xB0, 0xD7);
  return rather_big5 || lost_as_gb > lost_as_big5 ? "Big5" : "GB18030";
}

/// Most bytes above 0x7F stand in whole UTF-8 sequences: UTF-8 with a few bytes broken.
bool is_nearly_utf8(std::string_view bytes) {
  std::size_t whole = 0;
  std::size_t broken = 0;
  for (std::size_t i = 0; i < bytes.size();) {
    const std::size_t start = i;
    const char32_t c = next_code_point(bytes, i);
    if (c == 0xFFFD && i - start < 3)
      ++broken;
    else if (i - start > 1)
      ++whole;
  }
  return whole >= 10 * broken;
}

constexpr double kMostStrange = 0.03;

/// Bytes of another encoding that hold a NUL come out as characters that no writing uses.
bool makes_sense_in(const char* encoding, std::string_view bytes) {
  const std::string text = convert(bytes, encoding);
  const Census census = census_of(text);
  return census.replaced == 0 && share(census.strange, census.characters) <= kMostStrange;
}

enum class Utf8 { kValid, kBroken };

const char* encoding_of(std::string_view bytes, Utf8 as_utf8) {
  const bool is_utf8 = as_utf8 == Utf8::kValid;
  if (bytes.substr(0, 3) == "\xEF\xBB\xBF") return "UTF-8";
  if (bytes.substr(0, 2) == "\xFF\xFE") return "UTF-16LE";
  if (bytes.substr(0, 2) == "\xFE\xFF") return "UTF-16BE";
  // Text of one byte a character has no zeros; in UTF-16 they stand beside blanks, digits, line ends.
  std::array<std::size_t, 2> zeros{};
  for (std::size_t i = bytes.find('\0'); i != std::string_view::npos; i = bytes.find('\0', i + 1))
    ++zeros[i % 2];
  const std::size_t all_zeros = zeros[0] + zeros[1];
  const bool mostly_zeros = all_zeros * 4 > bytes.size();  // Latin text in UTF-16 is valid UTF-8 too
  if (all_zeros > 0 && (!is_utf8 || mostly_zeros)) {
    const char* const wide = zeros[1] > zeros[0] ? "UTF-16LE" : "UTF-16BE";
    if (mostly_zeros || makes_sense_in(wide, bytes)) return wide;
  }
  if (is_utf8 || is_nearly_utf8(bytes)) return "UTF-8";
  return two_byte_encoding(bytes);
}

/// ICU's name for what a document calls its encoding; nothing for a name it does not know. Browsers read the
/// smaller of two encodings as the larger one too (WHATWG Encoding Standard, section 4.2).
std::optional<std::string> known_encoding(const std::string& declared) {
  UErrorCode status = U_ZERO_ERROR;
  const Converter converter(declared.empty() ? nullptr : ucnv_open(declared.c_str(), &status), ucnv_close);
  if (!converter || U_FAILURE(status)) return std::nullopt;
  const std::string name = ucnv_getName(converter.get(), &status);
  if (U_FAILURE(status)) return std::nullopt;
  if (name.find("gb") != std::string::npos || name.find("GB") != std::string::npos ||
      name == "windows-936-2000")
    return "GB18030";
  if (name == "ISO-8859-1" || name == "US-ASCII") return "windows-1252";
  return declared;
}

std::string encoding_of(std::string_view bytes, Utf8 as_utf8, const std::string& declared) {
  const std::string seen = encoding_of(bytes, as_utf8);
  const auto known = seen.substr(0, 3) == "UTF" ? std::nullopt : known_encoding(declared);
  return known && count_replacements(convert(bytes, known->c_str())) == 0 ? *known : seen;
}

/// What the first bytes say a file is, where that is no text.
std::optional<Words> known_binary(std::string_view bytes) {
  struct Signature {
    std::string_view start;
    const char* english;
    const char* chinese;
  };
  static constexpr std::array<Signature, 8> signatures{{
      {"%PDF-", "a PDF", "PDF"},
      {"\xD0\xCF\x11\xE0", "an old Word document (.doc)", "旧版 Word 文档（.doc）"},
      {"{\\rtf", "an RTF document", "RTF 文档"},
      {"\x89PNG", "a picture", "图片"},
      {"\xFF\xD8\xFF", "a picture", "图片"},
      {"GIF8", "a picture", "图片"},
      {"\x7F"
       "ELF",
       "a program", "程序"},
      {"SQLite format 3", "a database", "数据库"},
  }};
  for (const Signature& signature : signatures)
    if (bytes.substr(0, signature.start.size()) == signature.start)
      return Words(signature.english, signature.chinese);
  return std::nullopt;
}

std::size_t take_out_nuls(std::string& text) {
  const std::size_t size = text.size();
  text.erase(std::remove(text.begin(), text.end(), '\0'), text.end());
  return size - text.size();
}

std::string with_plain_line_ends(std::string text) {
  if (text.find('\r') == std::string::npos) return text;
  std::string plain;
  plain.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\r') {
      plain += '\n';
      if (i + 1 < text.size() && text[i + 1] == '\n') ++i;
    } else {
      plain += text[i];
    }
  }
  return plain;
}

Error empty_file() {
  return {
      {"the file is empty", "文件是空的"}, "", {"choose a file that holds questions", "请选择有题目的文件"}};
}

}  // namespace

Result<DecodedText> decode_text(std::string_view bytes) { return decode_text(bytes, {}); }

Result<DecodedText> decode_text(std::string_view bytes, const std::string& declared) {
  constexpr double kMostControls = 0.02;
  constexpr double kMostReplaced = 0.05;
  constexpr double kMostNuls = 0.01;
  if (bytes.empty()) return empty_file();
  if (const auto kind = known_binary(bytes))
    return Error{{"this is " + kind->english + ", which is not read yet", "暂时读不了：" + kind->chinese},
                 "",
                 {"open it where it was made and save it as .docx or plain text (.txt)",
                  "请在原来的软件里另存为 .docx 或纯文本（.txt）"}};
  const Utf8 as_utf8 = is_valid_utf8(bytes) ? Utf8::kValid : Utf8::kBroken;
  const std::string encoding = encoding_of(bytes, as_utf8, declared);
  std::string text =
      as_utf8 == Utf8::kValid && encoding == "UTF-8" ? std::string(bytes) : convert(bytes, encoding.c_str());
  if (text.substr(0, 3) == "\xEF\xBB\xBF") text.erase(0, 3);
  const std::size_t nuls = take_out_nuls(text);
  const Census census = census_of(text);
  const auto characters = static_cast<double>(census.characters);
  // A few strange ones are usual, such as the private bullets of a word processor's symbol font.
  const bool is_text = share(census.controls, text.size()) <= kMostControls &&
                       share(census.strange, census.characters) <= kMostStrange &&
                       static_cast<double>(census.replaced) <= kMostReplaced * characters + 1 &&
                       static_cast<double>(nuls) <= kMostNuls * characters + 1;
  if (!is_text)
    return Error{{"this is no text file", "这不是文本文件"},
                 "",
                 {"save the document as plain text (.txt) or Markdown (.md)",
                  "请另存为纯文本（.txt）或 Markdown（.md）"}};
  text = with_plain_line_ends(std::move(text));
  if (trimmed(text).empty()) return empty_file();
  return DecodedText{std::move(text), encoding, census.replaced, nuls};
}

std::vector<Problem> decoding_problems(const DecodedText& decoded) {
  std::vector<Problem> problems;
  if (decoded.replaced > 0) {
    const std::string count = std::to_string(decoded.replaced);
    problems.push_back({0,
                        0,
                        "damaged",
                        {count + " places hold bytes that are no " + decoded.encoding + " text",
                         "有 " + count + " 处字节不是 " + decoded.encoding + " 文字"}});
  }
  if (decoded.nuls > 0) {
    const std::string count = std::to_string(decoded.nuls);
    problems.push_back({0,
                        0,
                        "repaired",
                        {"NUL characters, which no text has, were left out: " + count,
                         "已去掉文字里不该有的空字符（NUL）：" + count + " 个"}});
  }
  return problems;
}

std::string encode_text(std::string_view text, const std::string& encoding) {
  const auto source =
      icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
  const Converter converter = open_converter(encoding.c_str());
  std::string bytes(static_cast<std::size_t>(UCNV_GET_MAX_BYTES_FOR_STRING(source.length(), 4)), '\0');
  UErrorCode status = U_ZERO_ERROR;
  const std::int32_t length =
      ucnv_fromUChars(converter.get(), bytes.data(), static_cast<std::int32_t>(bytes.size()),
                      source.getBuffer(), source.length(), &status);
  bytes.resize(U_SUCCESS(status) ? static_cast<std::size_t>(length) : 0);
  return bytes;
}

}  // namespace rehearse
