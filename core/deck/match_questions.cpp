#include "core/deck/match_questions.h"

#include <algorithm>
#include <map>
#include <string>
#include <unordered_map>

#include "core/base/hash.h"
#include "core/base/similarity.h"
#include "core/base/text.h"
#include "core/deck/identity.h"

namespace rehearse {
namespace {

constexpr double kAlikeStem = 0.7;
constexpr double kAlikeStemInPlace = 0.5;
constexpr double kAlikeBody = 0.5;
constexpr double kRewordedStem = 0.4;
constexpr double kSameBody = 0.85;
constexpr double kStemInPlace = 0.8;
constexpr double kOtherBody = 0.25;
constexpr double kPlaceBonus = 0.25;  // of two that are equally alike the one in the same place

// What keeps the search for candidates from growing with the square of the deck.
constexpr std::size_t kSketch = 32;       // shingles of a body by which it can be found
constexpr std::size_t kCommon = 48;       // a shingle in more questions than these tells nothing
constexpr std::size_t kRarest = 24;       // shingles looked up for one question
constexpr std::size_t kMostCompared = 8;  // candidates for one question

constexpr char kPartEnd = '\x1e';

std::string body_of(const Question& question) {
  std::string body = question.answer;
  const auto add = [&](const std::string& part) { (body += '\n') += part; };
  for (const Option& option : question.options) add(option.text);
  if (question.answer.empty())
    for (const KeyPoint& point : question.points) add(point.cue + "\n" + point.detail);
  if (question.kind == QuestionKind::kFill)
    for (const std::string& key : question.answer_key) add(key);
  add(question.analysis);
  return body;
}

struct Compared {
  Shingles stem;
  Shingles body;
  bool has_options;
  std::vector<std::string> answer_key;

  explicit Compared(const Question& question)
      : stem(question.stem + "\n" + question.code),
        body(body_of(question)),
        has_options(!question.options.empty()),
        answer_key(question.answer_key) {}
};

/// A few shingles that stand for the whole: all of the stem, and those of the body whose hashes are the
/// smallest (Broder 1997), so that bodies that are alike keep the same ones.
std::vector<std::uint64_t> sketch(const Compared& compared) {
  constexpr std::uint64_t kOddConstant = 0x9E3779B97F4A7C15;  // 2^64 / φ: Fibonacci hashing, Knuth 6.4
  const auto hash = [&](std::uint64_t value) { return (value ^ (value >> 29)) * kOddConstant; };
  std::vector<std::uint64_t> body = compared.body.values();
  body.erase(std::unique(body.begin(), body.end()), body.end());
  const std::size_t kept = std::min(kSketch, body.size());
  std::partial_sort(body.begin(), body.begin() + static_cast<std::ptrdiff_t>(kept), body.end(),
                    [&](std::uint64_t a, std::uint64_t b) { return hash(a) < hash(b); });
  body.resize(kept);
  std::vector<std::uint64_t> all = compared.stem.values();
  all.insert(all.end(), body.begin(), body.end());
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return all;
}

/// How sure it is that `b` is a corrected `a`; nothing when it is not sure enough.
std::optional<double> likeness(const Compared& a, const Compared& b, bool same_place) {
  const double stem = similarity(a.stem, b.stem);
  const bool has_bodies = !a.body.empty() && !b.body.empty();
  const double body = has_bodies ? similarity(a.body, b.body) : 0;
  const bool is_choice = a.has_options || b.has_options;
  const bool own_options = !is_choice || same_place || a.answer_key == b.answer_key;
  const bool edited =
      stem >= (same_place ? kAlikeStemInPlace : kAlikeStem) && body >= kAlikeBody && own_options;
  const bool reworded = stem >= kRewordedStem && body >= kSameBody && own_options;
  const bool in_place = same_place && stem >= kStemInPlace && (!has_bodies || body >= kOtherBody);
  if (!edited && !reworded && !in_place) return std::nullopt;
  return stem + body + (same_place ? kPlaceBonus : 0);
}

/// The questions nobody has yet, found by their rarest shingles.
class Candidates {
 public:
  Candidates(const ReadKnown& read, const std::vector<std::size_t>& free) {
    for (const std::size_t index : free) {
      const auto& compared = compared_.emplace(index, Compared(read(index))).first->second;
      for (const std::uint64_t value : sketch(compared)) holders_[value].push_back(index);
    }
  }

  const Compared* at(std::size_t index) const {
    const auto found = compared_.find(index);
    return found == compared_.end() ? nullptr : &found->second;
  }

  std::vector<std::size_t> like(const Compared& wanted) const {
    std::vector<const std::vector<std::size_t>*> lists;
    for (const std::uint64_t value : sketch(wanted))
      if (const auto found = holders_.find(value); found != holders_.end() && found->second.size() <= kCommon)
        lists.push_back(&found->second);
    std::stable_sort(lists.begin(), lists.end(),
                     [](const auto* a, const auto* b) { return a->size() < b->size(); });
    lists.resize(std::min(lists.size(), kRarest));
    std::map<std::size_t, std::size_t> shared;
    for (const auto* list : lists)
      for (const std::size_t index : *list) ++shared[index];
    std::vector<std::pair<std::size_t, std::size_t>> order;  // how many are shared, with whom
    for (const auto& [index, count] : shared) order.emplace_back(count, index);
    std::stable_sort(order.begin(), order.end(),
                     [](const auto& a, const auto& b) { return a.first > b.first; });
    std::vector<std::size_t> best;
    for (std::size_t i = 0; i < std::min(order.size(), kMostCompared); ++i) best.push_back(order[i].second);
    return best;
  }

 private:
  std::unordered_map<std::size_t, Compared> compared_;
  std::unordered_map<std::uint64_t, std::vector<std::size_t>> holders_;
};

void pair_alike(Matching& matching, const WantedQuestion& wanted, const ReadKnown& read) {
  const std::vector<std::size_t> free = matching.free_known();
  const Matches& matches = matching.matches();
  if (free.empty() || std::all_of(matches.begin(), matches.end(), [](const auto& match) { return match; }))
    return;
  std::vector<Matching::Pair> pairs;
  const SamePlace places(matching);
  const Candidates candidates(read, free);
  for (std::size_t i = 0; i < matches.size(); ++i) {
    if (matching.is_matched(i)) continue;
    const Compared compared(wanted(i));
    std::vector<std::size_t> to_compare = candidates.like(compared);
    for (const std::size_t neighbour : places.of(i)) to_compare.push_back(neighbour);
    std::sort(to_compare.begin(), to_compare.end());
    to_compare.erase(std::unique(to_compare.begin(), to_compare.end()), to_compare.end());
    for (const std::size_t index : to_compare) {
      const Compared* other = candidates.at(index);
      if (other == nullptr) continue;
      const auto sure = likeness(*other, compared, places.holds(i, index));
      if (sure) pairs.push_back({*sure, i, index});
    }
  }
  matching.take_best(std::move(pairs));
}

}  // namespace

QuestionNames names_of(const Question& question) {
  QuestionNames names;
  std::string text = question_identity_text(question);
  const auto add = [&](const std::string& part) { (text += kPartEnd) += part; };
  names.text = blake2b_128(text);
  add(question.section);
  names.in_section = blake2b_128(text);
  add(question.answer);
  for (const std::string& key : question.answer_key) add(key);
  for (const KeyPoint& point : question.points) add(point.cue);
  names.whole = blake2b_128(text);
  return names;
}

Matches match_questions(std::size_t known_count, const KnownNames& known, std::size_t count,
                        const WantedQuestion& wanted, const std::vector<QuestionId>& ids,
                        const ReadKnown& read) {
  Matching matching(known_count, count);
  if (known_count == 0) return matching.matches();
  std::vector<QuestionNames> names;
  for (std::size_t i = 0; i < count; ++i) names.push_back(names_of(wanted(i)));
  for (const auto name : {&QuestionNames::whole, &QuestionNames::in_section, &QuestionNames::text})
    matching.pair_equal<Hash128>([&](std::size_t i) { return std::optional(known(i).said.*name); },
                                 [&](std::size_t i) { return std::optional(names[i].*name); });
  matching.pair_equal<QuestionId>([&](std::size_t i) { return std::optional(known(i).id); },
                                  [&](std::size_t i) { return std::optional(ids[i]); });
  matching.pair_equal<Hash128>([&](std::size_t i) { return std::optional(known(i).shown); },
                               [&](std::size_t i) { return std::optional(names[i].text); });
  pair_alike(matching, wanted, read);
  return matching.matches();
}

}  // namespace rehearse
