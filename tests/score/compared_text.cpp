#include "tests/score/compared_text.h"

#include <unicode/regex.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <memory>
#include <stdexcept>

#include "core/base/text.h"

namespace rehearse::scoring {
namespace {

const std::string kChineseNumber = "[一二三四五六七八九十]{1,3}";
const std::string kListMark = "\\A[\\s>#*+·•☆★–—-]*(?:" + std::string() +            //
                              "[(（]?\\d{1,3}[)）、.．:：]" +                        // (1) 2. 3、
                              "|[(（]" + kChineseNumber + "[)）]" +                  // (一)
                              "|" + kChineseNumber + "[、.．]" +                     // 一、
                              "|第(?:" + kChineseNumber + "|\\d{1,3})[题、,，:：]?"  // 第一题:
                              + "|[①-⑳]|题目\\s*\\d+[:：]?|Q\\d+[:：.。]?" +         //
                              "|问题\\s*(?:" + kChineseNumber + "|\\d*)[:：])\\s*";

// A tone mark must stand in it: (html) and (a) are words of the document.
const std::string kPinyin =
    "\\([a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]*[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ][a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]*\\)";

std::unique_ptr<icu::RegexPattern> compiled(const std::string& pattern) {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<icu::RegexPattern> regex(
      icu::RegexPattern::compile(icu::UnicodeString::fromUTF8(pattern), 0, status));
  if (U_FAILURE(status)) throw std::logic_error("a pattern of the scorer is wrong: " + pattern);
  return regex;
}

enum class Occurrences { kFirst, kAll };

std::string without(const icu::RegexPattern& pattern, std::string_view text, Occurrences which) {
  UErrorCode status = U_ZERO_ERROR;
  const auto subject =
      icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
  const std::unique_ptr<icu::RegexMatcher> matcher(pattern.matcher(subject, status));
  if (U_FAILURE(status)) throw std::bad_alloc();
  const icu::UnicodeString rest = which == Occurrences::kFirst
                                      ? matcher->replaceFirst(icu::UnicodeString(), status)
                                      : matcher->replaceAll(icu::UnicodeString(), status);
  std::string result;
  rest.toUTF8String(result);
  return result;
}

}  // namespace

std::u32string compared_form(std::string_view text) {
  std::u32string form;
  for (const char32_t c : to_utf32(nfkc(text)))
    if (U_GET_GC_MASK(static_cast<UChar32>(c)) & (U_GC_L_MASK | U_GC_N_MASK))
      form += static_cast<char32_t>(u_tolower(static_cast<UChar32>(c)));
  return form;
}

std::string without_list_mark(std::string_view text) {
  static const auto pattern = compiled(kListMark);
  return without(*pattern, text, Occurrences::kFirst);
}

std::string without_pinyin(std::string_view text) {
  if (text.find('(') == std::string_view::npos) return std::string(text);
  static const auto pattern = compiled(kPinyin);
  return without(*pattern, text, Occurrences::kAll);
}

std::u32string without_blanks(std::string_view text) {
  std::u32string rest;
  for (std::size_t at = 0; at < text.size();)
    if (const char32_t c = next_code_point(text, at); !is_white_space(c)) rest += c;
  return rest;
}

}  // namespace rehearse::scoring
