// Names derived from content, so that reading a document again, or on two machines, meets the same
// questions. Every name is a UUIDv5 over normalised text (core/base/text.h: NFKC, blanks collapsed).
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "core/base/id.h"
#include "core/deck/question.h"

namespace rehearse {

/// UUIDv5(a namespace of ours, title).
DeckId derive_deck_id(std::string_view title);

/// UUIDv5(deck, stem + code + options + ordinal). `ordinal` counts the earlier questions of the deck
/// with the same stem, code and options: ten stems may read 输出是什么？
QuestionId derive_question_id(DeckId deck, const Question& question, std::size_t ordinal);
/// The same from its question_identity_text().
QuestionId derive_question_id(DeckId deck, std::string identity_text, std::size_t ordinal);

/// UUIDv5(question, cue + ordinal). `ordinal` counts the earlier points of the question with this cue.
PointId derive_point_id(QuestionId question, std::string_view cue, std::size_t ordinal);
/// Of all points of a question that is new, one each.
std::vector<PointId> derive_point_ids(QuestionId question, const std::vector<KeyPoint>& points);

/// The point that several are merged into, whatever their order: UUIDv5(question, the points, sorted). Two
/// machines that merge the same points make the same one.
PointId derive_merged_point_id(QuestionId question, std::vector<PointId> points);

/// One part of a point that is split: UUIDv5(the whole, cue + ordinal among equal cues of its parts).
PointId derive_part_id(PointId whole, std::string_view cue, std::size_t ordinal);

/// What decides whether two questions of one deck are the same: stem, code and options, normalised.
std::string question_identity_text(const Question& question);

/// The card that asks for the whole question: a recall card, or a choice card that checks itself.
CardId question_card_id(QuestionId question);
/// The card that asks for one key point.
CardId point_card_id(PointId point);

}  // namespace rehearse
