#include "gui/window/study/typed_answer_view.h"

#include <algorithm>

namespace rehearse {

TypedAnswerView typed_answer_view(const Card& card, const std::string& text,
                                  const std::vector<PointCoverage>& coverage) {
  TypedAnswerView view;
  view.text = text;
  // Points may share words: of each byte the best verdict counts.
  std::vector<PointVerdict> of_byte(text.size(), PointVerdict::kMissed);
  for (std::size_t i = 0; i < coverage.size(); ++i) {
    if (card.asked && *card.asked != i) continue;
    ++view.asked;
    if (coverage[i].verdict == PointVerdict::kRecalled) ++view.recalled;
    // The few words of a point that counts as missed gave nothing away.
    if (coverage[i].verdict == PointVerdict::kMissed) continue;
    for (const SourceSpan& span : coverage[i].matched)
      for (std::size_t at = span.begin; at < std::min(span.end, text.size()); ++at)
        of_byte[at] = std::max(of_byte[at], coverage[i].verdict);
  }
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (of_byte[at] == PointVerdict::kMissed) continue;
    const bool goes_on = at > 0 && of_byte[at - 1] == of_byte[at];
    if (!goes_on) view.found.push_back({at, at, of_byte[at]});
    view.found.back().end = at + 1;
  }
  return view;
}

}  // namespace rehearse
