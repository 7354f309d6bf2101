// Which sentences of a paragraph open a subject, when no mark says so.
#pragma once

#include <string_view>
#include <vector>

namespace rehearse {

struct ProseSentence {
  std::string_view text;
  bool is_lead = false;
  bool is_left_out = false;  // an announcement, a closing or a verdict: part of no point
  bool is_labelled = false;  // a lead among others of the form "X:detail"
};

/// The sentences of one paragraph. What counts as a lead is decided for the paragraph as a whole. Where
/// sentences of one kind head the others behind them (X:…, parallel openings, short headings, short 我会…,
/// sentences of one clause), those are the leads; so are the sentences that count (首先 … 其次 …). Else, in a
/// few sentences, each that does not go on with the one before, clause by clause; in a longer story where it
/// begins, what I did and what came of it.
std::vector<ProseSentence> read_prose(std::string_view paragraph);

}  // namespace rehearse
