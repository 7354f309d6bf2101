#include "core/import/prose_points.h"

#include <algorithm>
#include <utility>

#include "core/base/language.h"
#include "core/base/text.h"
#include "core/import/characters.h"
#include "core/import/english_sentences.h"
#include "core/import/sentence_look.h"
#include "core/import/sentences.h"

namespace rehearse {
namespace {

// Up to so many, each may be a point: English says less in a sentence.
constexpr std::size_t kFewSentences = 7;
constexpr std::size_t kFewEnglishSentences = 13;

using Look = SentenceLook;
using Looks = std::vector<Look>;
using SentenceQuality = bool Look::*;

std::size_t count_where(const Looks& looks, SentenceQuality quality) {
  return static_cast<std::size_t>(
      std::count_if(looks.begin(), looks.end(), [&](const Look& look) { return look.*quality; }));
}

bool has_any(const Look& look, const std::vector<SentenceQuality>& qualities) {
  return std::any_of(qualities.begin(), qualities.end(),
                     [&](SentenceQuality quality) { return look.*quality; });
}

/// Sentences that have something longer behind them which looks otherwise: what they head.
std::size_t count_heads(const Looks& looks, SentenceQuality quality) {
  std::size_t heads = 0;
  for (std::size_t i = 0; i < looks.size(); ++i) {
    std::size_t next = i + 1;
    while (next < looks.size() && looks[next].length == 0) ++next;
    if (next == looks.size()) break;
    if (looks[i].*quality && !(looks[next].*quality) && looks[next].length > looks[i].length) ++heads;
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

/// Where the sentences that count begin and end; what explains them stands between.
struct Enumeration {
  std::size_t begin = 0;
  std::size_t end = 0;
  /// The sentence behind the last one explains it.
  bool holds(std::size_t i) const { return begin <= i && i <= end; }
};

/// From the first sentence that counts to behind the last one; empty where there is no enumeration.
Enumeration enumeration_in(const Looks& looks) {
  if (!enumerates(looks)) return {};
  Enumeration found{looks.size(), 0};
  for (std::size_t i = 0; i < looks.size(); ++i) {
    if (looks[i].ordinal == Ordinal::kNone) continue;
    found.begin = std::min(found.begin, i);
    found.end = i + 1;
  }
  return found;
}

/// Nothing but 同时,… or 对…,… stands between those that count: then none of them needs another to explain
/// it.
bool explains_nothing(const Enumeration& enumeration, const Looks& looks) {
  return std::all_of(looks.begin() + static_cast<std::ptrdiff_t>(enumeration.begin),
                     looks.begin() + static_cast<std::ptrdiff_t>(enumeration.end), [](const Look& look) {
                       return look.ordinal != Ordinal::kNone || look.goes_on || look.aside ||
                              look.sets_condition;
                     });
}

/// Told in the first person, with an outcome.
bool is_story(const Looks& looks) {
  constexpr std::size_t kFewestDeeds = 2;
  return count_where(looks, &Look::deed) >= kFewestDeeds && count_where(looks, &Look::outcome) > 0;
}

/// Short, long, short, long from the first to the last sentence: each short one heads the one behind it.
bool alternates(const Looks& looks) {
  constexpr std::size_t kFewestPairs = 3;
  std::vector<std::size_t> lengths;
  for (const Look& look : looks)
    if (look.length > 0) lengths.push_back(look.length);
  if (lengths.size() < 2 * kFewestPairs) return false;
  for (std::size_t i = 0; i + 1 < lengths.size(); i += 2)
    if (lengths[i + 1] * 4 < lengths[i] * 5) return false;
  return true;
}

/// Which qualities make a lead in a paragraph with these sentences; none: each sentence speaks for itself.
std::vector<SentenceQuality> lead_qualities(const Looks& looks) {
  const std::size_t parallels = count_where(looks, &Look::parallel);
  const std::size_t headings = count_where(looks, &Look::heading);
  const std::size_t intentions = count_where(looks, &Look::intention);
  const std::size_t conditions = count_where(looks, &Look::condition);
  if (count_where(looks, &Look::labelled) >= 2) return {&Look::labelled};
  if (parallels >= 2 && parallels >= headings) return {&Look::parallel};
  const bool is_list = headings * 4 > looks.size() * 3;
  if (headings >= 2 && (is_list || count_heads(looks, &Look::heading) >= 2)) return {&Look::heading};
  if (count_heads(looks, &Look::intention) >= 2 || (intentions > 0 && conditions >= 2))
    return {&Look::intention, &Look::condition};
  if (!is_story(looks) && count_heads(looks, &Look::clause) >= 2) return {&Look::clause, &Look::addition};
  return {};
}

/// 关键在于三个到位:a;b;c — a. Not where the other clauses have a name before a colon too.
std::string_view without_lead_in(const std::vector<std::string_view>& clauses) {
  const auto colon = [](std::string_view clause) {
    Scanner scanner(clause);
    while (!scanner.at_end() && scanner.peek() != ':') scanner.take();
    return scanner.offset();
  };
  const bool names_each = std::any_of(clauses.begin() + 1, clauses.end(),
                                      [&](std::string_view clause) { return colon(clause) < clause.size(); });
  Scanner scanner(clauses.front());
  scanner.rewind(colon(clauses.front()));
  return names_each || scanner.take() != ':' ? clauses.front() : trimmed(scanner.rest());
}

/// Each clause of a lead that has several is a lead: 第一年,…;第二年,…
std::vector<ProseSentence> with_clauses_parted(const std::vector<ProseSentence>& sentences) {
  // Code points. Two short halves are one thought, three short clauses are a list.
  constexpr std::size_t kShortestClause = 6;
  constexpr std::size_t kShortestItem = 2;
  std::vector<ProseSentence> parted;
  for (const ProseSentence& sentence : sentences) {
    std::vector<std::string_view> clauses;
    if (sentence.is_lead && contains_any(sentence.text, {";", "；"})) clauses = split_clauses(sentence.text);
    const std::size_t shortest = clauses.size() > 2 ? kShortestItem : kShortestClause;
    const bool whole = std::any_of(clauses.begin(), clauses.end(), [&](std::string_view clause) {
      return length_in_code_points(clause) < shortest;
    });
    if (whole || clauses.size() < 2) {
      parted.push_back(sentence);
      continue;
    }
    if (clauses.size() > 2) clauses.front() = without_lead_in(clauses);
    for (std::string_view clause : clauses) parted.push_back({clause, true, false});
  }
  return parted;
}

/// The leads of a paragraph where sentences of one kind head the others behind them.
class HeadedParagraph {
 public:
  HeadedParagraph(const Looks& looks, std::vector<SentenceQuality> qualities)
      : looks_(looks), qualities_(std::move(qualities)), leads_(looks.size()) {
    const auto heads = static_cast<std::size_t>(std::count_if(
        looks.begin(), looks.end(), [&](const Look& look) { return has_any(look, qualities_); }));
    is_list_ = heads * 4 > looks.size() * 3;
    short_heads_ = qualities_.front() == &Look::heading;
    for (std::size_t i = 0; i < looks.size(); ++i) leads_[i] = is_head(i);
    if (short_heads_) add_heads_by_place();
  }

  const std::vector<bool>& leads() const { return leads_; }

 private:
  bool is_head(std::size_t i) const {
    const Look& look = looks_[i];
    const bool behind_lead = i > 0 && leads_[i - 1] && !(i == 1 && looks_[0].thesis);
    if (only_opens_the_answer(i)) return false;
    if (has_any(look, qualities_))
      return !behind_lead || is_list_ || look.condition || look.parallel || look.addition || look.labelled;
    const bool is_last_step = i + 1 == looks_.size() && look.ordinal != Ordinal::kNone;
    return short_heads_ && !behind_lead && (is_last_step || (look.statement && heads_next(i)));
  }
  /// The first sentence right in front of the first heading.
  bool only_opens_the_answer(std::size_t i) const {
    if (i > 0 || looks_.size() < 3 || is_list_) return false;
    const bool before_heading = short_heads_ && (looks_[1].heading || looks_[1].statement) && heads_next(1);
    return before_heading || (qualities_.front() == &Look::parallel && looks_[1].parallel);
  }
  bool heads_next(std::size_t i) const {
    return i + 1 < looks_.size() && !looks_[i + 1].heading && !looks_[i + 1].statement &&
           looks_[i + 1].length * 2 >= looks_[i].length * 3;
  }
  /// Where one sentence explained each heading so far, the next sentence is a heading whatever it looks like.
  void add_heads_by_place() {
    constexpr std::size_t kFewestHeads = 2;
    std::size_t explained_by_one = 0;
    for (std::size_t i = 2; i < leads_.size(); ++i) {
      if (!leads_[i - 2] || leads_[i - 1]) continue;
      ++explained_by_one;
      if (leads_[i]) continue;
      const Look& look = looks_[i];
      if (look.length == 0 || look.elaboration || look.aside || look.quotes ||
          explained_by_one < kFewestHeads)
        return;
      leads_[i] = true;
    }
  }

  const Looks& looks_;
  std::vector<SentenceQuality> qualities_;
  std::vector<bool> leads_;
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
  return !look.elaboration || !has_lead;
}

/// Which of the sentences are leads. One that is left out has no length.
std::vector<bool> leads_in(const Looks& looks, const std::vector<SentenceQuality>& qualities,
                           Language language) {
  const Enumeration enumeration = enumeration_in(looks);
  const bool enumerated = enumeration.end > 0;
  const bool explained = enumerated && !explains_nothing(enumeration, looks);
  const bool alternate = alternates(looks) && (qualities.empty() || qualities.front() == &Look::heading);
  const bool headed = !qualities.empty() && !alternate;
  const std::size_t most = language == Language::kEnglish ? kFewEnglishSentences : kFewSentences;
  const bool long_story = looks.size() > most && count_where(looks, &Look::deed) > 1;
  const bool one_by_one = !headed && !alternate && !explained && !long_story;
  const bool told = !headed && !alternate && !enumerated && long_story;

  std::vector<bool> leads =
      headed ? HeadedParagraph(looks, qualities).leads() : std::vector<bool>(looks.size());
  bool has_lead = false;
  std::size_t place = 0;  // among those that are not left out
  for (std::size_t i = 0; i < looks.size(); ++i) {
    const Look& look = looks[i];
    if (look.length == 0) {
      leads[i] = false;
      continue;
    }
    const bool counts = enumerated && look.ordinal != Ordinal::kNone;
    if (alternate) leads[i] = place % 2 == 0;
    if (one_by_one) leads[i] = is_lead_of_few(looks, i, has_lead);
    if (told) leads[i] = is_lead_of_story(looks, i);
    if (explained && enumeration.holds(i)) leads[i] = false;
    if (counts || (i == 0 && look.thesis)) leads[i] = true;
    has_lead = has_lead || leads[i];
    ++place;
  }
  const auto first =
      std::find_if(looks.begin(), looks.end(), [](const Look& look) { return look.length > 0; });
  if (!has_lead && first != looks.end()) leads[static_cast<std::size_t>(first - looks.begin())] = true;
  return leads;
}

}  // namespace

std::vector<ProseSentence> read_prose(std::string_view paragraph) {
  const std::vector<std::string_view> parts = split_sentences(paragraph);
  std::vector<ProseSentence> sentences;
  Looks looks;
  for (std::string_view text : parts) {
    const bool takes_up_the_question =
        sentences.empty() && parts.size() > 1 && only_takes_up_the_question(text);
    const bool left_out =
        takes_up_the_question || is_announcement(text) || is_closing(text) || last_character(text) == ':';
    sentences.push_back({text, false, left_out});
    looks.push_back(left_out ? Look() : look_at(text));
  }
  const std::vector<SentenceQuality> qualities = lead_qualities(looks);
  const std::vector<bool> leads =
      leads_in(looks, qualities, is_english(paragraph) ? Language::kEnglish : Language::kChinese);
  const bool labelled = !qualities.empty() && qualities.front() == &Look::labelled;
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    sentences[i].is_lead = leads[i];
    sentences[i].is_labelled = leads[i] && labelled && looks[i].labelled;
  }
  return qualities.empty() ? with_clauses_parted(sentences) : sentences;
}

}  // namespace rehearse
