// What must hold of a study group whatever its members do.
#include <algorithm>

#include "core/deck/identity.h"
#include "tests/library_fixture.h"
#include "tests/sim/broken.h"
#include "tests/sim/group_world.h"

namespace rehearse::sim {
namespace {

/// What the deck says to who has nothing of his own in it.
std::vector<std::string> deck_of(Database& database) {
  return rehearse::test::rows(database,
                              "SELECT quote(q.id)||q.alive||quote(q.at)||quote(t.fields) FROM question q"
                              " LEFT JOIN question_text t ON t.position = q.position WHERE q.deck IS NOT "
                              "NULL AND q.alive ORDER BY q.id");
}

/// What the members of a group hear of each other.
std::vector<std::string> heard_by(const Library& library, Scope group, LocalInstant now) {
  std::vector<std::string> heard;
  for (const GroupVersion& version : library.group_versions(group))
    heard.push_back("version " + std::to_string(version.number) + " " + version.id.hex());
  for (const SuggestedChange& one : library.suggestions(group)) heard.push_back("suggestion " + one.id.hex());
  for (const BoardRow& row : library.board(group, now))
    heard.push_back("week of " + row.author + ": " + std::to_string(row.reviews));
  std::sort(heard.begin(), heard.end());
  return heard;
}

std::string difference(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  std::string text;
  for (const std::string& line : a)
    if (std::find(b.begin(), b.end(), line) == b.end()) text += line + "\n  ";
  text += "and not ";
  for (const std::string& line : b)
    if (std::find(a.begin(), a.end(), line) == a.end()) text += line + "\n  ";
  return text;
}

}  // namespace

void GroupWorld::look_at_stream() {
  const std::vector<sync::KeptOp> stream = server_.stream(kGroup);
  for (; seen_ < stream.size(); ++seen_) {
    const sync::KeptOp& kept = stream[seen_];
    const auto role = roles_.find(kept.author);
    const auto op = read_op(kept.line);
    const std::string_view kind = op ? kind_of(*op) : "";
    const bool is_editors = kind == "set" || kind == "alive" || kind == "version" || kind == "verdict";
    const bool is_members = kind == "suggest" || kind == "withdraw" || kind == "week";
    require(op && op->envelope.scope == kGroup && (is_editors || is_members),
            "nothing private is in a group's stream", [&] { return kept.line; });
    const GroupRole needed = is_editors ? GroupRole::kEditor : GroupRole::kReader;
    require(role != roles_.end() && role->second >= needed, "who writes may",
            [&] { return "a_" + std::to_string(kept.author) + ": " + kept.line; });
  }
}

void GroupWorld::check_laws() {
  for (Member& member : members_) {
    for (const sync::KeptOp& kept : server_.stream(member.account))
      require(read_op(kept.line)->envelope.scope == kOwnOps, "nothing of a group is in a member's own stream",
              [&] { return kept.line; });
    const auto first = told_by(member.devices.front()->layers().database);
    for (const auto& device : member.devices) {
      const CheckReport check = device->library().check();
      require(check.ok, "what is remembered is what the log says", [&] { return check.faults.front(); });
      // Who is out has what each device had; and nobody may give back to a server what an editor wrote who
      // is none any more.
      if (was_restored_ || !roles_.contains(member.account)) continue;
      const auto told = told_by(device->layers().database);
      require(told == first, "all devices of a member show the same",
              [&] { return name_of(member, *device) + ": " + difference(told, first); });
    }
    // Two devices of one learner decide by their clocks which of two edits was the last.
    if (member.devices.size() > 1) continue;
    for (const auto& [question, text] : member.own) {
      const auto listed = member.devices.front()->library().question(question);
      require(!listed || listed->question.answer == text, "a member's own words stay his",
              [&, &question = question, &text = text] {
                return question.hex() + ": " + listed->question.answer + " and not " + text;
              });
    }
  }
  if (was_restored_) return;
  std::optional<std::vector<std::string>> heard;
  for (Member& member : members_) {
    if (!roles_.contains(member.account)) continue;
    for (const auto& device : member.devices) {
      const auto here = heard_by(device->library(), kGroup, now_);
      if (!heard) heard = here;
      require(here == *heard, "all members hear the same of each other",
              [&] { return name_of(member, *device) + ": " + difference(here, *heard); });
    }
  }
  std::optional<std::vector<std::string>> said;
  std::vector<std::pair<std::string, std::unique_ptr<Device>>> newcomers;
  for (Member& member : members_) {
    if (!member.only_reads || !roles_.contains(member.account)) continue;
    auto fresh = new_device(member.account, templates_.blank[0]);
    sync(*fresh);
    newcomers.emplace_back(name_of(member, *fresh), std::move(fresh));
    for (const auto& device : member.devices) {
      const auto deck = deck_of(device->layers().database);
      if (!said) said = deck_of(newcomers.back().second->layers().database);
      require(deck == *said, "who has nothing of his own has what a newcomer has",
              [&] { return name_of(member, *device) + ": " + difference(deck, *said); });
    }
  }
}

}  // namespace rehearse::sim
