#include "core/store/group_act_json.h"

#include <limits>
#include <nlohmann/json.hpp>
#include <string>

#include "core/store/question_fields.h"

namespace rehearse {
namespace {

using namespace op_keys;

constexpr std::int64_t kMost = std::numeric_limits<std::uint32_t>::max();
constexpr std::int64_t kMostPercent = 100;
constexpr std::string_view kAccepted = "accepted", kDeclined = "declined";

struct Write {
  Fields& members;  // of the line: key → JSON

  void operator()(const DeckVersion& version) const {
    members["o"] = json_text(target(version.deck));
    members["q"] = json_list(
        {std::to_string(version.added), std::to_string(version.changed), std::to_string(version.removed)});
    if (version.back_to) members["to"] = json_text(version.back_to->hex());
    write_note(version.note);
  }
  void operator()(const ChangeSuggestion& suggestion) const {
    members["o"] = json_text(suggestion.target);
    members["v"] = json_object(suggestion.fields);
    if (!suggestion.base.empty()) members["base"] = ids(suggestion.base);
    if (suggestion.is_removal) members["gone"] = "true";
    write_note(suggestion.note);
  }
  void operator()(const SuggestionVerdict& verdict) const {
    members["o"] = json_text(verdict.suggestion.hex());
    members["v"] = json_text(verdict.is_accepted ? kAccepted : kDeclined);
  }
  void operator()(const SuggestionWithdrawal& withdrawal) const {
    members["o"] = json_text(withdrawal.suggestion.hex());
  }
  void operator()(const WeekFigures& figures) const {
    members["on"] = json_text(format_day(figures.week));
    if (figures.is_withdrawn) {
      members["gone"] = "true";
      return;
    }
    members["n"] = std::to_string(figures.reviews);
    members["min"] = std::to_string(figures.minutes);
    if (figures.readiness) members["ready"] = std::to_string(*figures.readiness);
  }

 private:
  void write_note(const std::string& note) const {
    if (!note.empty()) members["note"] = json_text(note);
  }
};

std::uint32_t count(const Json& value, const char* key) {
  return static_cast<std::uint32_t>(integer(value, key, 0, kMost));
}

std::string note(const Json& json) { return json.contains("note") ? text(json, "note") : ""; }
bool is_gone(const Json& json) { return json.contains("gone") && flag(json, "gone"); }
OpId suggestion(const Json& json) { return id_from<OpId>(text(json, "o"), "o"); }

DeckVersion read_version(const Json& json) {
  DeckVersion version;
  const std::string deck = text(json, "o");
  if (!deck.starts_with(kDeckTarget)) throw BadKey{"o", "is not a deck"};
  version.deck = id_from<DeckId>(deck.substr(kDeckTarget.size()), "o");
  const Json& questions = member(json, "q");
  if (!questions.is_array() || questions.size() != 3) throw BadKey{"q", "is not a list of three"};
  version.added = count(questions[0], "q");
  version.changed = count(questions[1], "q");
  version.removed = count(questions[2], "q");
  if (json.contains("to")) version.back_to = id_from<OpId>(text(json, "to"), "to");
  version.note = note(json);
  return version;
}

/// Nothing for a verdict this version does not know.
std::optional<GroupAct> read_verdict(const Json& json) {
  const std::string word = text(json, "v");
  if (word != kAccepted && word != kDeclined) return std::nullopt;
  return SuggestionVerdict{suggestion(json), word == kAccepted};
}

WeekFigures read_week(const Json& json) {
  WeekFigures figures;
  figures.week = checked(parse_day(text(json, "on")), "on");
  figures.is_withdrawn = is_gone(json);
  if (figures.is_withdrawn) return figures;
  figures.reviews = count(member(json, "n"), "n");
  figures.minutes = count(member(json, "min"), "min");
  if (json.contains("ready"))
    figures.readiness = static_cast<std::uint32_t>(integer_member(json, "ready", 0, kMostPercent));
  return figures;
}

}  // namespace

void write_group_act(const GroupAct& act, Fields& members) { std::visit(Write{members}, act); }

std::optional<GroupAct> read_group_act(std::string_view kind, const Json& json) {
  if (kind == "version") return read_version(json);
  if (kind == "suggest")
    return ChangeSuggestion{text(json, "o"), fields(json), base(json), is_gone(json), note(json)};
  if (kind == "verdict") return read_verdict(json);
  if (kind == "withdraw") return SuggestionWithdrawal{suggestion(json)};
  if (kind == "week") return read_week(json);
  return std::nullopt;
}

}  // namespace rehearse
