// What a question has of the learner's own. No document says it, and nobody else sees it in a shared deck.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/base/result.h"

namespace rehearse {

inline constexpr int kHighestFlag = 7;
inline constexpr std::size_t kLongestTag = 100;  // code points

struct QuestionMarks {
  int flag = 0;                   // 1 to kHighestFlag; 0: none
  std::vector<std::string> tags;  // in order of their bytes, each once
  std::string example;            // out of the learner's own work; empty: none

  friend bool operator==(const QuestionMarks&, const QuestionMarks&) = default;
};

/// 0 takes the flag away.
struct SetFlag {
  int flag = 0;
};
/// Names as they are typed. One that differs only in width or case from a tag that is there is that tag.
struct AddTags {
  std::vector<std::string> names;
};
struct RemoveTags {
  std::vector<std::string> names;
};
/// An empty text takes the example away.
struct SetExample {
  std::string text;
};

using MarkChange = std::variant<SetFlag, AddTags, RemoveTags, SetExample>;

/// The tag that a learner means: without blanks at the ends, each run of white space one blank. The error
/// says why it is none: empty, longer than kLongestTag, with a control character, or `none`, which in a
/// search means no tag.
Result<std::string> tag_name(std::string_view typed);

/// The tag as Anki has it, which parts tags by blanks: `_` for each.
std::string anki_tag(std::string tag);

/// The error says why it cannot be: no such flag, no such tag.
Result<QuestionMarks> changed(QuestionMarks marks, const MarkChange& change);

}  // namespace rehearse
