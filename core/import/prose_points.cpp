#include "core/import/prose_points.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "core/base/text.h"
#include "core/import/characters.h"
#include "core/import/english_sentences.h"
#include "core/import/sentence_look.h"
#include "core/import/sentences.h"

namespace rehearse {
namespace {

constexpr std::size_t kFewSentences = 7;  // up to so many, each may be a point
constexpr std::size_t kMostPoints = 13;

using Look = SentenceLook;
using Looks = std::vector<Look>;
using Quality = bool Look::*;

std::size_t count_where(const Looks& looks, Quality quality) {
  return static_cast<std::size_t>(
      std::count_if(looks.begin(), looks.end(), [&](const Look& look) { return look.*quality; }));
}

bool has_any(const Look& look, const std::vector<Quality>& qualities) {
  return std::any_of(qualities.begin(), qualities.end(), [&](Quality quality) { return look.*quality; });
}

/// A lead is followed by what it heads: something longer that is no lead itself. The last one may stand
/// alone.
std::size_t count_heads(const Looks& looks, Quality quality) {
  std::size_t heads = 0;
  for (std::size_t i = 0; i < looks.size(); ++i) {
    if (!(looks[i].*quality)) continue;
    const bool last = i + 1 == looks.size();
    if (last || (!(looks[i + 1].*quality) && looks[i + 1].length > looks[i].length)) ++heads;
  }
  return heads;
}

/// 首先 … 其次 …: two sentences that count, unless they only go on from one to the next (然后 最后).
bool enumerates(const Looks& looks) {
  std::size_t named = 0;
  bool counts = false;
  for (const Look& look : looks) {
    if (look.ordinal != Ordinal::kNone) ++named;
    if (look.ordinal == Ordinal::kFirst || look.ordinal == Ordinal::kLater) counts = true;
  }
  return named >= 2 && (counts || named >= 3);
}

/// No sentence stands between those that count: then none of them needs another to explain it.
bool enumerates_without_explaining(const Looks& looks) {
  const auto named = [](const Look& look) { return look.ordinal != Ordinal::kNone; };
  const auto first = std::find_if(looks.begin(), looks.end(), named);
  const auto last = std::find_if(looks.rbegin(), looks.rend(), named).base();
  return std::all_of(first, last, named);
}

/// Which qualities make a lead in a paragraph with these sentences; none: each sentence speaks for itself.
std::vector<Quality> lead_qualities(const Looks& looks) {
  const std::size_t parallels = count_where(looks, &Look::parallel);
  const std::size_t headings = count_where(looks, &Look::heading);
  const std::size_t intentions = count_where(looks, &Look::intention);
  const std::size_t conditions = count_where(looks, &Look::condition);
  if (count_where(looks, &Look::labelled) >= 2) return {&Look::labelled};
  if (parallels >= 2 && parallels >= headings) return {&Look::parallel};
  if (headings >= 2) return {&Look::heading};
  if (intentions >= 2 || (intentions == 1 && conditions >= 2)) return {&Look::intention, &Look::condition};
  if (count_heads(looks, &Look::clause) >= 2) return {&Look::clause, &Look::addition};
  return {};
}

/// Each clause of a lead that has several is a lead: 第一年,…;第二年,…
std::vector<ProseSentence> with_clauses_parted(const std::vector<ProseSentence>& sentences) {
  constexpr std::size_t kShortestClause = 6;  // code points
  std::vector<ProseSentence> parted;
  for (const ProseSentence& sentence : sentences) {
    std::vector<std::string_view> clauses;
    if (sentence.is_lead) clauses = split_clauses(sentence.text);
    const bool whole = std::any_of(clauses.begin(), clauses.end(), [](std::string_view clause) {
      return length_in_code_points(clause) < kShortestClause;
    });
    if (whole || clauses.size() < 2) {
      parted.push_back(sentence);
      continue;
    }
    for (std::string_view clause : clauses) parted.push_back({clause, true, false});
  }
  return parted;
}

/// The paragraph's leads where short sentences head the longer ones behind them.
class HeadedParagraph {
 public:
  HeadedParagraph(const Looks& looks, std::vector<Quality> qualities)
      : looks_(looks), qualities_(std::move(qualities)) {
    const auto leads = static_cast<std::size_t>(std::count_if(
        looks.begin(), looks.end(), [&](const Look& look) { return has_any(look, qualities_); }));
    is_list_ = leads * 4 > looks.size() * 3;
    short_heads_ = qualities_.front() == &Look::heading;
  }

  bool is_lead(std::size_t i, bool behind_lead) const {
    const Look& look = looks_[i];
    if (short_heads_ && !is_list_ && only_opens_the_answer(i)) return false;
    if (has_any(look, qualities_))
      return !behind_lead || is_list_ || look.condition || look.parallel || look.addition || look.labelled;
    // The last step often needs no heading: 最后… 若仍不同意,… 对带头的人,…
    const bool last_step =
        i + 1 == looks_.size() && (look.ordinal != Ordinal::kNone || look.sets_condition || look.aside);
    return short_heads_ && !behind_lead && ((look.statement && heads_next(i)) || last_step);
  }

 private:
  /// A thesis right in front of the first heading.
  bool only_opens_the_answer(std::size_t i) const {
    return i == 0 && looks_.size() > 2 && (looks_[1].heading || looks_[1].statement) && heads_next(1);
  }
  bool heads_next(std::size_t i) const {
    return i + 1 < looks_.size() && !looks_[i + 1].heading && !looks_[i + 1].statement &&
           looks_[i + 1].length * 2 >= looks_[i].length * 3;
  }

  const Looks& looks_;
  std::vector<Quality> qualities_;
  bool is_list_ = false;
  bool short_heads_ = false;
};

/// A story longer than a few sentences: where it begins, what I did, what came of it.
bool is_lead_of_story(const Looks& looks, std::size_t i) {
  const bool has_scene = looks.size() > 1 && looks[1].scene;
  if (i == 0) return !has_scene;
  const bool ends_story = std::all_of(looks.begin() + static_cast<std::ptrdiff_t>(i) + 1, looks.end(),
                                      [](const Look& look) { return look.elaboration || look.length == 0; });
  return looks[i].outcome || looks[i].scene || looks[i].deed || (ends_story && !looks[i].elaboration);
}

/// Sentences that each speak for themselves.
bool is_lead_of_few(const Looks& looks, std::size_t i, bool has_lead) {
  const Look& look = looks[i];
  const bool goes_on_from_heading = i > 0 && (looks[i - 1].heading || looks[i - 1].statement);
  if (look.open && i > 0 && (look.sets_condition || goes_on_from_heading)) return false;
  return !look.elaboration || look.deed || !has_lead;
}

}  // namespace

std::vector<ProseSentence> read_prose(std::string_view paragraph) {
  std::vector<ProseSentence> sentences;
  Looks looks;
  const std::vector<std::string_view> parts = split_sentences(paragraph);
  for (std::string_view text : parts) {
    const bool left_out = is_announcement(text) || is_closing(text) ||
                          (sentences.empty() && parts.size() > 1 && is_verdict(text));
    sentences.push_back({text, false, left_out});
    looks.push_back(left_out ? Look() : look_at(text));
  }
  const std::vector<Quality> qualities = lead_qualities(looks);
  const bool enumeration = enumerates(looks);
  const std::size_t most = is_english(paragraph) ? kMostPoints : kFewSentences;
  const bool few =
      qualities.empty() && sentences.size() <= most && (!enumeration || enumerates_without_explaining(looks));
  const bool is_story = qualities.empty() && !few && !enumeration;
  std::optional<HeadedParagraph> headed;
  if (!qualities.empty()) headed.emplace(looks, qualities);
  bool has_lead = false;
  bool behind_lead = false;
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    if (sentences[i].is_left_out) {
      behind_lead = false;
      continue;
    }
    const bool named = enumeration && looks[i].ordinal != Ordinal::kNone;
    const bool lead = named || (i == 0 && looks[i].thesis) || (headed && headed->is_lead(i, behind_lead)) ||
                      (few && is_lead_of_few(looks, i, has_lead)) || (is_story && is_lead_of_story(looks, i));
    sentences[i].is_lead = lead;
    sentences[i].is_labelled = lead && headed && looks[i].labelled && qualities.front() == &Look::labelled;
    has_lead = has_lead || lead;
    behind_lead = lead && !(i == 0 && looks[i].thesis);
  }
  if (!has_lead) {
    const auto first = std::find_if(sentences.begin(), sentences.end(),
                                    [](const ProseSentence& sentence) { return !sentence.is_left_out; });
    if (first != sentences.end()) first->is_lead = true;
  }
  return headed ? sentences : with_clauses_parted(sentences);
}

}  // namespace rehearse
