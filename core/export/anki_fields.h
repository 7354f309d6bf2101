// A question as the fields of our Anki note type: HTML to look at, and everything again as data.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "core/deck/question.h"
#include "core/schedule/history.h"

namespace rehearse {

inline constexpr std::array<const char*, 8> kAnkiFieldNames{"Stem",     "Options",  "Answer",  "Points",
                                                            "Analysis", "Criteria", "Section", "Rehearse"};

struct AnkiFields {
  std::array<std::string, kAnkiFieldNames.size()> html;
  std::string first_as_text;  // the first field without markup: what Anki sorts and compares by
};

/// What the learner did with a question.
struct AnkiFieldsPast {
  const QuestionOrigin& origin;
  const QuestionHistory& history;
  const QuestionMarks& marks;
  const std::vector<std::int64_t>&
      revlog_ids;  // one per event: the id of its revlog row, 0 where it has none
};

/// `deck_title` and `section` tell the importing library what the question belongs to.
AnkiFields anki_fields(const std::string& deck_title, const Section& section, const Question& question,
                       const AnkiFieldsPast& past);

}  // namespace rehearse
