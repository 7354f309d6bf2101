// The shape of a question bank: which marks are meant. A number begins a question only when it goes on
// with the sequence; answers may stand below each question or all together later.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "core/import/blocks.h"
#include "core/import/guess.h"
#include "core/import/marks.h"
#include "core/import/passage.h"

namespace rehearse {

inline constexpr std::size_t kNoSection = static_cast<std::size_t>(-1);

/// One question as it was written, or (in Outline::later_answers) one answer.
struct DraftQuestion {
  std::size_t section = kNoSection;  // index into Outline::sections
  std::size_t number = 0;
  std::optional<QuestionKind> kind;  // named at the question itself
  std::optional<double> marks;
  Passage material;  // of the case it belongs to
  Passage stem;      // with its options; for a later answer its heading
  Passage answer;
  Passage analysis;
  Passage criteria;
  bool has_answer_label = false;
};

struct DraftSection {
  std::size_t number = 0;
  SectionHead head;
  std::string description;
  const char* begin = nullptr;  // where its heading stands in the text
};

struct Outline {
  std::string title;
  std::vector<DraftSection> sections;
  std::vector<DraftQuestion> questions;
  std::vector<DraftQuestion> later_answers;
  Guesses guesses;
};

/// Never fails; text it cannot place belongs to the part it stands in. Linear in the number of blocks.
Outline read_outline(const std::vector<Block>& blocks);

}  // namespace rehearse
