// How well a document was read, as one number and the parts it is made of.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/deck/document.h"
#include "tests/score/expected.h"

namespace rehearse::scoring {

enum class Part { kQuestions, kKinds, kOptions, kKeys, kCriteria, kPoints, kAnswers, kAnalyses, kNoise };
inline constexpr std::size_t kPartCount = 9;

struct PartOfScore {
  std::string_view name;
  double weight;
};
inline constexpr std::array<PartOfScore, kPartCount> kParts{
    {{"questions", 0.30},  // F1 of stems matched at 0.9
     {"kinds", 0.08},
     {"options", 0.07},
     {"keys", 0.12},
     {"criteria", 0.05},  // F1
     {"points", 0.25},    // F1
     {"answers", 0.06},   // where they begin and end
     {"analyses", 0.03},  // the same
     {"noise", 0.04}}};   // questions free of it

struct DocumentScore {
  std::size_t expected = 0;  // questions
  std::size_t read = 0;
  std::size_t matched = 0;
  std::array<std::optional<double>, kPartCount> parts;  // 0 to 1; none for what the document does not have
  std::vector<std::string> missed;                      // stems
  std::vector<std::string> invented;
  double total = 0;  // the parts by their weights, over those there are

  const std::optional<double>& part(Part wanted) const { return parts[static_cast<std::size_t>(wanted)]; }
};

/// Questions are matched one to one, in any order. Kinds, options, keys and texts count over all expected
/// questions that have them: a question that was missed is wrong in each.
DocumentScore score(const ExpectedDocument& expected, const Document& read);

}  // namespace rehearse::scoring
