#include "core/store/known_questions.h"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

#include "core/deck/identity.h"
#include "core/store/places.h"

namespace rehearse {
namespace {

/// Every point the question has or had: in the documents' order, those they do not have behind.
std::vector<KnownPoint> known_points(const DeckQuestion& known) {
  std::vector<KnownPoint> points;
  for (const PlacedPoint& point : known.said.points) points.push_back({point.id, point.point, std::nullopt});
  for (const auto& [name, field] : known.registers) {
    const auto id = point_of_field(name);
    if (!id) continue;
    auto found =
        std::find_if(points.begin(), points.end(), [&](const KnownPoint& point) { return point.id == *id; });
    if (found == points.end()) found = points.insert(points.end(), {*id, std::nullopt, std::nullopt});
    if (const auto shown = point_from(*id, field.value)) found->shown = shown->point;
  }
  return points;
}

std::vector<PlacedPoint> place_new_points(QuestionId question, std::vector<KeyPoint> wanted,
                                          const std::vector<PointId>& ids) {
  std::vector<PlacedPoint> placed;
  placed.reserve(wanted.size());
  const auto is_used = [&](PointId id) {
    return std::any_of(placed.begin(), placed.end(),
                       [&](const PlacedPoint& other) { return other.id == id; });
  };
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    PointId id = ids[i];
    for (std::size_t ordinal = 1; is_used(id); ++ordinal)
      id = derive_point_id(question, wanted[i].cue, ordinal);
    placed.push_back({id, place(i), std::move(wanted[i]), {}});
  }
  return placed;
}

}  // namespace

Question with_points(const PlacedQuestion& placed) {
  Question question = placed.question;
  for (const PlacedPoint& point : placed.points) question.points.push_back(point.point);
  return question;
}

std::optional<DeckQuestion> read_documented_question(const DeckState& state, QuestionId id) {
  const auto fields = state.documented(id);
  const auto placed = fields ? question_from(id, *fields) : std::nullopt;
  if (!placed) return std::nullopt;
  return DeckQuestion{id, {}, *placed, *placed};
}

std::optional<DeckQuestion> read_deck_question(const DeckState& state, QuestionId id) {
  DeckQuestion known{id, state.registers(id), {}, {}};
  auto shown = question_from(id, known.registers);
  if (!shown) return std::nullopt;
  known.said = question_from(id, imported_registers(known.registers)).value_or(*shown);
  known.shown = std::move(*shown);
  return known;
}

std::vector<PlacedPoint> place_points(QuestionId question, std::vector<KeyPoint> wanted,
                                      const std::vector<PointId>& ids, const DeckQuestion* known) {
  if (known == nullptr) return place_new_points(question, std::move(wanted), ids);
  std::vector<PlacedPoint> placed;
  const std::vector<KnownPoint> points = known_points(*known);
  const Matches matches = match_points(points, wanted, ids);
  std::set<PointId> used;
  for (const KnownPoint& point : points) used.insert(point.id);
  std::vector<std::optional<std::string>> present(wanted.size());
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    PointId id = ids[i];
    if (matches[i]) {
      id = points[*matches[i]].id;
      for (const PlacedPoint& said : known->said.points)
        if (said.id == id && points[*matches[i]].said) present[i] = said.at;
    } else {
      // The name belongs to a point whose cue was another once.
      for (std::size_t ordinal = 1; used.contains(id); ++ordinal)
        id = derive_point_id(question, wanted[i].cue, ordinal);
    }
    used.insert(id);
    placed.push_back({id, "", std::move(wanted[i]), {}});
  }
  const std::vector<std::string> places = places_for(present);
  for (std::size_t i = 0; i < placed.size(); ++i) placed[i].at = places[i];
  return placed;
}

}  // namespace rehearse
