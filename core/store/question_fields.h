// A deck and its questions as the fields of `set` ops, and back. README.md here lists the fields.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/id.h"
#include "core/deck/document.h"
#include "core/deck/question.h"
#include "core/store/op.h"
#include "core/store/registers.h"

namespace rehearse {

inline constexpr std::string_view kDeckTarget = "deck:";
inline constexpr std::string_view kQuestionTarget = "question:";
inline constexpr const char* kTitleField = "title";
inline constexpr const char* kSectionsField = "sections";
inline constexpr const char* kDeckField = "deck";
inline constexpr const char* kStemField = "stem";
inline constexpr std::string_view kPointPlacePrefix = "place:";

std::string target(DeckId deck);
std::string target(QuestionId question);
/// The question that a target names; nothing for another thing.
std::optional<QuestionId> question_of(std::string_view target);

struct PlacedPoint {
  PointId id;
  std::string at;
  KeyPoint point;
  std::vector<PointId> ancestors;  // the points it was merged from or split off: their answers are its own
};

/// A question with what its place in a deck adds.
struct PlacedQuestion {
  QuestionId id;
  DeckId deck;
  std::string at;                   // place in the deck, compared byte by byte
  Question question;                // without points
  std::vector<PlacedPoint> points;  // in order
};

/// Every field that is not at its default, each point as a field of its own, so that two people who edit
/// two points do not collide.
Fields question_fields(const PlacedQuestion& question);
/// The same as one JSON object, without a map between.
std::string question_json(const PlacedQuestion& question);

/// The names of a point's fields: what it says, and a place the learner gave it.
std::string point_field(PointId point);
std::string point_place_field(PointId point);
/// The value of a point's field.
std::string point_json(const PlacedPoint& point);
/// The point whose field this is, not its place; nothing for another field.
std::optional<PointId> point_of_field(std::string_view name);
/// What a point's field says; nothing when its value is `null` or has another shape.
std::optional<PlacedPoint> point_from(PointId id, const std::string& json);

/// Nothing when the deck it belongs to is missing. A field of the wrong shape is left at its default.
std::optional<PlacedQuestion> question_from(QuestionId id, const Registers& registers);
/// The same from the fields in one JSON object, each point in the place it is shown in.
std::optional<PlacedQuestion> question_from(QuestionId id, std::string_view fields_json);
/// The same without the short way that question_from takes for what question_json wrote.
std::optional<PlacedQuestion> question_from_any(QuestionId id, std::string_view fields_json);

/// By their places; those of equal places by their ids.
void put_in_order(std::vector<PlacedPoint>& points);

/// The fields as the documents had them last, whatever the learner made of them.
Registers imported_registers(const Registers& registers);

/// The value of any field of a question for people: a text as it is, a list in lines, a point in one line.
std::string words_of_field(const std::string& json);

/// The sections of a deck as the value of its field, and back; what has the wrong shape is left out.
std::string sections_json(const std::vector<Section>& sections);
std::vector<Section> read_sections_json(const std::string& json);
std::vector<Section> sections_from(const Registers& registers);

/// Characters that the fields take in a line of the log, and how many there is room for.
std::size_t size_of(const Fields& fields);
inline std::size_t size_of(std::string_view fields_json) { return fields_json.size() - 1; }
inline constexpr std::size_t kLongestFields = kLongestOpLine - 4096;  // less the envelope and the base

/// True for the fields that an import by this version writes: those of a newer one are not ours to clear.
bool is_known_field(std::string_view name);

/// True unless the register `alive` says otherwise.
bool is_alive(const Registers& registers);
/// A group has removed it, and the learner, who has it, has said nothing of that yet.
bool is_removal_offered(const Registers& registers);

}  // namespace rehearse
