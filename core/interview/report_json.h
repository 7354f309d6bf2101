// A mock interview's report as the keys of its op: kind `mock_interview`, `o` the deck it was drawn from.
//
// | key | type | meaning |
// | --- | --- | --- |
// | `score` | 0 … 100 | the total, out of 100 |
// | `seed` | 16 lower-case hexadecimal digits | the seed the questions were drawn with |
// | `q` | list of objects, at most 40 | the questions in the order asked |
//
// and of each question
//
// | key | type | meaning |
// | --- | --- | --- |
// | `id` | question id | |
// | `of` | number above 0 | its marks |
// | `got` | 0 … `of` | the marks earned |
// | `items` | list of `[marks, earned, text]`, left out when the report would be too large | what it was
// marked by; the text is shortened, or left out where it is empty | | `sec` | 0 … 3600 | time limit, seconds
// | | `ms` | 0 … 86400000 | time spent, milliseconds | | `miss` | list of point ids, or `"all"`; left out
// when empty | what to drill: these points, or the whole question |
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/interview/report.h"

namespace rehearse {

/// What a report takes at most of an op's 64 KiB: the envelope has the rest.
inline constexpr std::size_t kLongestReport = 60'000;  // bytes

/// The keys above, each with its value as JSON text without blanks: what stands in the op's line beside the
/// envelope. All together take at most kLongestReport bytes: long texts are cut, then all texts left out,
/// then the items. Marks are rounded to 0.0001. Questions beyond kMostQuestionsAsked are left out. Broken
/// UTF-8 becomes U+FFFD.
std::map<std::string, std::string> write_report(const InterviewReport& report);

/// Reads an object, such as an op's line, that holds those keys; keys that are not known are ignored. The
/// error says which key is wrong. What was written and read is written the same again.
Result<InterviewReport> read_report(std::string_view json);

}  // namespace rehearse
