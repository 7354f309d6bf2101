// A mock interview's report as keys of its op: kind `mock_interview` in core/store/README.md.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/interview/report.h"

namespace rehearse {

/// What a report takes at most of an op's 64 KiB: the envelope has the rest.
inline constexpr std::size_t kLongestReport = 60'000;  // bytes

/// `score`, `seed` and `q`, each with its value as JSON text without blanks: what stands in the op's line
/// beside the envelope. All together take at most kLongestReport bytes: long texts are cut, then all texts
/// left out, then the items. Marks are rounded to 0.0001. Questions beyond kMostQuestionsAsked are left out.
/// Broken UTF-8 becomes U+FFFD.
std::map<std::string, std::string> write_report(const InterviewReport& report);

/// As many decimals as a report keeps.
double rounded_marks(double marks);

/// A seed as it is written: 16 lower-case hexadecimal digits.
std::string seed_text(std::uint64_t seed);
std::optional<std::uint64_t> seed_from_text(std::string_view text);

/// Reads an object, such as an op's line, that holds those keys; keys that are not known are ignored. The
/// error says which key is wrong, such as q.items. What was written and read is written the same again.
Result<InterviewReport> read_report(std::string_view json);

}  // namespace rehearse
