#include "core/deck/identity.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

#include "core/base/hash.h"
#include "core/base/text.h"

namespace rehearse {
namespace {

// DO NOT CHANGE: every deck, question and card in every library is named from these bytes.
// They are UUIDv5(the DNS namespace of RFC 4122, "rehearse").
constexpr Hash128 kNamespace{0xdb, 0x07, 0xf0, 0xd3, 0xb8, 0xb6, 0x53, 0x5c,
                             0xa0, 0xd5, 0xb7, 0x42, 0x15, 0x44, 0x84, 0xce};
// Between the parts of a name; name_part() keeps it out of the parts themselves.
constexpr char kSeparator = '\x1f';
// Begins with the separator, so that no cue of a point can be named like a card.
constexpr std::string_view kCard =
    "\x1f"
    "card";
constexpr std::string_view kMerged =
    "\x1f"
    "merged";
constexpr std::string_view kPart =
    "\x1f"
    "part";

/// Normalised, any separator in it taken for a blank: no text can pass for two parts.
std::string name_part(std::string_view text) {
  if (text.find(kSeparator) == std::string_view::npos) return normalised(text);
  std::string part(text);
  std::replace(part.begin(), part.end(), kSeparator, ' ');
  return normalised(part);
}

std::string with_ordinal(std::string name, std::size_t ordinal) {
  if (ordinal > 0) name += kSeparator + std::to_string(ordinal);
  return name;
}

}  // namespace

DeckId derive_deck_id(std::string_view title) {
  return DeckId{uuid_v5(kNamespace, "deck" + std::string(1, kSeparator) + name_part(title))};
}

std::string question_identity_text(const Question& question) {
  std::string name = name_part(question.stem);
  if (!question.code.empty())
    name += kSeparator + std::string("code") + kSeparator + name_part(question.code);
  for (const Option& option : question.options)
    name += kSeparator + name_part(option.letter) + kSeparator + name_part(option.text);
  return name;
}

QuestionId derive_question_id(DeckId deck, const Question& question, std::size_t ordinal) {
  return derive_question_id(deck, question_identity_text(question), ordinal);
}

QuestionId derive_question_id(DeckId deck, std::string identity_text, std::size_t ordinal) {
  return QuestionId{uuid_v5(deck.bytes, with_ordinal(std::move(identity_text), ordinal))};
}

PointId derive_point_id(QuestionId question, std::string_view cue, std::size_t ordinal) {
  return PointId{uuid_v5(question.bytes, with_ordinal(name_part(cue), ordinal))};
}

std::vector<PointId> derive_point_ids(QuestionId question, const std::vector<KeyPoint>& points) {
  std::vector<PointId> ids;
  std::vector<std::string> cues;
  ids.reserve(points.size());
  cues.reserve(points.size());
  for (const KeyPoint& point : points) {
    // Equal cues are counted as they read, and two that do not may have one name.
    cues.push_back(normalised(point.cue));
    const std::string& cue = cues.back();
    const auto equals = static_cast<std::size_t>(std::count(cues.begin(), std::prev(cues.end()), cue));
    const bool is_name = equals == 0 && cue.find(kSeparator) == std::string::npos;
    ids.push_back(is_name ? PointId{uuid_v5(question.bytes, cue)}
                          : derive_point_id(question, point.cue, equals));
  }
  return ids;
}

PointId derive_merged_point_id(QuestionId question, std::vector<PointId> points) {
  std::sort(points.begin(), points.end());
  std::string name(kMerged);
  for (const PointId& point : points) name += kSeparator + point.hex();
  return PointId{uuid_v5(question.bytes, name)};
}

PointId derive_part_id(PointId whole, std::string_view cue, std::size_t ordinal) {
  return PointId{
      uuid_v5(whole.bytes, with_ordinal(std::string(kPart) + kSeparator + name_part(cue), ordinal))};
}

CardId question_card_id(QuestionId question) { return CardId{uuid_v5(question.bytes, kCard)}; }

CardId point_card_id(PointId point) { return CardId{uuid_v5(point.bytes, kCard)}; }

}  // namespace rehearse
