#include "core/interview/interview_progress.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "core/interview/draw.h"
#include "core/interview/report_json.h"

namespace rehearse {
namespace {

using Json = nlohmann::json;

/// What is not as it was written ends the reading. Never leaves this file.
struct Fault {};

constexpr std::int64_t kLongestSpent = 86'400'000;  // milliseconds

const Json& member(const Json& object, const char* key) {
  const auto found = object.is_object() ? object.find(key) : object.end();
  if (!object.is_object() || found == object.end()) throw Fault{};
  return *found;
}

const Json& list_in(const Json& object, const char* key) {
  const Json& list = member(object, key);
  if (!list.is_array()) throw Fault{};
  return list;
}

std::string text_in(const Json& object, const char* key) {
  const Json& text = member(object, key);
  if (!text.is_string()) throw Fault{};
  return text.get<std::string>();
}

std::int64_t whole_number_in(const Json& object, const char* key, std::int64_t highest) {
  const Json& number = member(object, key);
  if (!number.is_number_integer()) throw Fault{};
  const auto value = number.get<std::int64_t>();
  if (value < 0 || value > highest) throw Fault{};
  return value;
}

bool truth_of(const Json& json) {
  if (!json.is_boolean()) throw Fault{};
  return json.get<bool>();
}

template <class AnyId>
AnyId id_in(const Json& object, const char* key) {
  const auto id = AnyId::from_hex(text_in(object, key));
  if (!id) throw Fault{};
  return *id;
}

InterviewProgress::Turn turn_in(const Json& json) {
  InterviewProgress::Turn turn;
  turn.question = id_in<QuestionId>(json, "question");
  for (const Json& share : list_in(json, "reached")) {
    if (share.is_null()) {
      turn.reached.emplace_back();
      continue;
    }
    if (!share.is_number()) throw Fault{};
    const auto value = share.get<double>();
    if (!(value >= 0 && value <= 1)) throw Fault{};
    turn.reached.emplace_back(value);
  }
  for (const Json& missed : list_in(json, "missed")) turn.missed.push_back(truth_of(missed));
  turn.spent = std::chrono::milliseconds{whole_number_in(json, "spent_ms", kLongestSpent)};
  turn.is_answered = truth_of(member(json, "is_answered"));
  return turn;
}

Json turn_json(const InterviewProgress::Turn& turn) {
  Json reached = Json::array(), missed = Json::array();
  for (const std::optional<double>& share : turn.reached) reached.push_back(share ? Json(*share) : Json());
  for (const bool is_missed : turn.missed) missed.push_back(is_missed);
  return {{"question", turn.question.hex()},
          {"reached", std::move(reached)},
          {"missed", std::move(missed)},
          {"spent_ms", std::min<std::int64_t>(turn.spent.count(), kLongestSpent)},
          {"is_answered", turn.is_answered}};
}

}  // namespace

std::string write_progress(const InterviewProgress& progress) {
  Json turns = Json::array();
  for (const InterviewProgress::Turn& turn : progress.turns) turns.push_back(turn_json(turn));
  return Json{{"deck", progress.deck.hex()},
              {"seed", seed_text(progress.seed)},
              {"position", progress.position},
              {"turns", std::move(turns)}}
      .dump();
}

std::optional<InterviewProgress> read_progress(std::string_view json) {
  const Json parsed = Json::parse(json, nullptr, false);
  try {
    InterviewProgress progress;
    progress.deck = id_in<DeckId>(parsed, "deck");
    const auto seed = seed_from_text(text_in(parsed, "seed"));
    const Json& turns = list_in(parsed, "turns");
    if (!seed || turns.empty() || turns.size() > kMostQuestionsAsked) return std::nullopt;
    progress.seed = *seed;
    progress.position = static_cast<std::size_t>(
        whole_number_in(parsed, "position", static_cast<std::int64_t>(turns.size())));
    for (const Json& turn : turns) progress.turns.push_back(turn_in(turn));
    return progress;
  } catch (const Fault&) {
    return std::nullopt;
  }
}

}  // namespace rehearse
