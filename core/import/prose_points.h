// Which sentences of a paragraph open a subject, when no mark says so.
#pragma once

#include <string_view>
#include <vector>

namespace rehearse {

struct ProseSentence {
  std::string_view text;
  bool is_lead = false;
  bool is_left_out = false;  // an announcement or a closing: part of no point
};

/// The sentences of one paragraph. What counts as a lead is decided for the paragraph as a whole: the short
/// headings where there are such, else short 我会… sentences, else parallel openings, else sentences of one
/// clause, else every sentence that says something of its own.
std::vector<ProseSentence> read_prose(std::string_view paragraph);

}  // namespace rehearse
