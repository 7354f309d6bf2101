// How the members of a month sync, and what must hold at every moment and at its end.
#include <algorithm>

#include "core/deck/identity.h"
#include "tests/library_fixture.h"
#include "tests/sim/broken.h"
#include "tests/sim/group_month.h"

namespace rehearse::sim {
namespace {

std::string first_difference(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  const auto [in_a, in_b] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
  return (in_a == a.end() ? "nothing" : *in_a) + "\n  and not " + (in_b == b.end() ? "nothing" : *in_b);
}

/// What the deck says.
std::vector<std::string> words_of(const Library& library, DeckId deck) {
  std::vector<std::string> words;
  for (const ListedQuestion& listed : library.questions(deck))
    words.push_back(listed.id.hex() + ' ' + library.question(listed.id)->question.answer);
  std::sort(words.begin(), words.end());
  return words;
}

/// The words that somebody wrote, in a line of an op; empty where there are none.
std::string words_in(const std::string& line) {
  const std::size_t begin = line.find("words ");
  return begin == std::string::npos ? "" : line.substr(begin, line.find('.', begin) + 1 - begin);
}

}  // namespace

void GroupMonth::sync(Member& member, Device& device) {
  ++counts_.syncs;
  if (!sync_scope(member, device, kOwnOps)) return;
  const auto role = role_of(member);
  device.library().set_groups(role ? std::vector{JoinedGroup{kScope, "group", *role}}
                                   : std::vector<JoinedGroup>());
  if (role) sync_scope(member, device, kScope);
}

bool GroupMonth::sync_scope(Member& member, Device& device, Scope scope) {
  constexpr std::size_t kMostRequests = 100;
  sync::SyncSession session(device.library(), ComparedClock::kComputers, scope);
  for (std::size_t i = 0; i < kMostRequests; ++i) {
    sync::SyncRequest request = session.next_request(now_.at);
    // Between the begin of a push and its arrival.
    const bool is_push = scope == kScope && !request.scopes.front().ops.empty();
    if (is_push && !is_quiet_ && member.account != members_.front().account && chance_.one_in(8)) {
      put_out(member);
      ++counts_.put_out_in_push;
    }
    const auto answer = server_.answer(device.sender(), sync::write_request(request), now_.at);
    look_at_stream();
    if (!is_quiet_ && chance_.one_in(20)) return false;  // the reply is lost
    if (const auto* problem = std::get_if<sync::Problem>(&answer)) {
      require(problem->kind == sync::ProblemKind::kNotFound && scope == kScope, "a sync is served",
              [&] { return std::string(slug_of(problem->kind)); });
      return false;
    }
    const auto reply = sync::read_reply(std::get<std::string>(answer));
    require(reply.has_value(), "replies are understood", [] { return std::string("one was not"); });
    const sync::SyncStep step = session.take(*reply, now_.at);
    if (step != sync::SyncStep::kGoOn) return step == sync::SyncStep::kDone;
  }
  throw Broken("a sync comes to its end", group_id(scope));
}

void GroupMonth::look_at_stream() {
  const std::vector<sync::KeptOp> stream = server_.stream(kScope);
  for (; seen_ < stream.size(); ++seen_) {
    const sync::KeptOp& kept = stream[seen_];
    const auto role = server_.role(kScope, kept.author);
    require(role && *role >= GroupRole::kEditor, "only editors and owners write",
            [&] { return "a_" + std::to_string(kept.author) + ": " + kept.line; });
    const auto op = read_op(kept.line);
    require(op && op->envelope.scope == kScope &&
                (kind_of(*op) == "set" || kind_of(*op) == "alive" || kind_of(*op) == "version"),
            "nothing private is in a group's stream", [&] { return kept.line; });
    const std::string words = words_in(kept.line);
    require(words.empty() || published_.contains(words), "nobody reads what its author has not published",
            [&] { return kept.line; });
  }
}

void GroupMonth::check_laws() {
  for (Member& member : members_) check_member(member);
  check_readers();
  counts_.group_ops = server_.stream(kScope).size();
}

void GroupMonth::check_member(Member& member) {
  const std::string name = "member " + std::to_string(member.account) + ": ";
  std::size_t reviews = 0;
  for (const sync::KeptOp& kept : server_.stream(member.account)) {
    const auto op = read_op(kept.line);
    require(op && op->envelope.scope == kOwnOps, "nothing of a group is in a member's own stream",
            [&] { return kept.line; });
    reviews += kind_of(*op) == "review";
  }
  require(reviews == member.answers, "each answer is there once",
          [&] { return name + std::to_string(reviews) + " and not " + std::to_string(member.answers); });
  const auto first = told_by(member.devices.front()->layers().database);
  for (const auto& device : member.devices) {
    const CheckReport check = device->library().check();
    require(check.ok, "what is remembered is what the log says", [&] { return name + check.faults.front(); });
    for (const auto& [question, words] : member.own) {
      const auto shown = device->library().question(question);
      require(shown && shown->question.answer == words, "a member's own words stay his", [&, &words = words] {
        return name + (shown ? shown->question.answer : "nothing") + " and not " + words;
      });
      counts_.overrides_kept += device == member.devices.front();
    }
    if (!role_of(member)) continue;  // each device has of the group what it had when he was put out
    const auto told = told_by(device->layers().database);
    require(told == first, "all devices of a member show the same",
            [&] { return name + first_difference(told, first); });
  }
}

/// Who has no words of his own has what a newcomer has.
void GroupMonth::check_readers() {
  std::optional<std::vector<std::string>> said;
  for (Member& member : members_) {
    if (!member.only_studies || !role_of(member)) continue;
    if (!said) {
      const auto newcomer = new_device(member.account);
      sync(member, *newcomer);
      said = words_of(newcomer->library(), deck());
    }
    for (const auto& device : member.devices) {
      const auto words = words_of(device->library(), deck());
      require(words == *said && !words.empty(), "who has nothing of his own has what a newcomer has", [&] {
        return "member " + std::to_string(member.account) + ": " + first_difference(words, *said);
      });
    }
  }
}

}  // namespace rehearse::sim
