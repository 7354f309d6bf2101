#include "tests/sim/group_world.h"

#include "core/deck/identity.h"
#include "core/store/json_text.h"
#include "core/store/question_fields.h"
#include "sync/server/store/group_rows.h"
#include "tests/library_fixture.h"
#include "tests/sim/broken.h"

namespace rehearse::sim {
namespace {

constexpr std::size_t kMostMembers = 5;
constexpr std::size_t kFewestSteps = 20, kMostSteps = 120;
constexpr std::uint64_t kOtherStream = 0x9e3779b97f4a7c15;

RandomSource salts_of(Chance& chance) {
  return [&chance] { return chance.number(); };
}

}  // namespace

GroupWorld::GroupWorld(const Templates& templates, std::uint64_t seed)
    : templates_(templates),
      chance_(seed),
      salts_(seed ^ kOtherStream),
      network_fails_(chance_.below(2) == 0),
      clocks_are_wrong_(chance_.one_in(3)),
      crashes_(chance_.below(2) == 0),
      server_is_restored_(chance_.one_in(3)),
      roles_change_(chance_.below(2) == 0),
      now_{rehearse::test::morning().at + std::chrono::hours{1}, rehearse::test::morning().utc_offset},
      server_(templates.server_folder(), std::nullopt) {
  server_.put({templates.server, {}});
  server_.start();
  server_.act([&](sync::ServerDatabase& database) { sync::add_group(database, {kGroup, "group", now_.at}); });
  const std::size_t members = 2 + chance_.below(kMostMembers - 1);
  for (std::size_t i = 0; i < members; ++i) {
    Member member{static_cast<std::int64_t>(i) + 1, {}, i > 0 && chance_.one_in(3)};
    const bool has_deck = i == 0 || (!member.only_reads && chance_.one_in(4));
    const std::size_t devices = chance_.one_in(3) ? 2 : 1;
    for (std::size_t d = 0; d < devices; ++d) {
      const std::size_t which = members_.size() + d;
      member.devices.push_back(new_device(
          member.account, d == 0 && has_deck ? templates.with_deck[which] : templates.blank[which]));
    }
    const GroupRole role = i == 0 ? GroupRole::kOwner : static_cast<GroupRole>(chance_.below(2));
    roles_[member.account] = role;
    server_.act([&](sync::ServerDatabase& database) {
      sync::add_member(database, kGroup, {member.account, "", role, now_.at});
    });
    members_.push_back(std::move(member));
  }
  copies_.push_back({server_.copy(), roles_});
}

std::unique_ptr<Device> GroupWorld::new_device(std::int64_t account, const DeviceCopy& copy) {
  const std::int64_t session = ++sessions_;
  // Folders of their own: two members' devices may begin from one copy.
  auto device = std::make_unique<Device>(templates_.server_folder() + "-device-" + std::to_string(session),
                                         session, salts_of(salts_), account);
  device->put(copy);
  device->start();
  return device;
}

std::string GroupWorld::name_of(const Member& member, const Device& device) const {
  return "member " + std::to_string(member.account) + " on " + std::to_string(device.sender().session);
}

DeckId GroupWorld::deck() const { return derive_deck_id(templates_.deck.title); }

void GroupWorld::live() {
  for (std::size_t left = kFewestSteps + chance_.below(kMostSteps - kFewestSteps); left > 0; --left) step();
  note("from here on nothing fails");
  is_quiet_ = true;
  for (Member& member : members_)
    for (const auto& device : member.devices) device->clock_error = std::chrono::milliseconds{0};
  sync_until_quiet();
  check_laws();
}

void GroupWorld::step() {
  now_.at +=
      chance_.one_in(8) ? std::chrono::hours{chance_.below(40)} : std::chrono::seconds{chance_.below(3600)};
  Member& member = chance_.any_of(members_);
  Device& device = *chance_.any_of(member.devices);
  const std::size_t what = chance_.below(20);
  if (what < 9) return deed(member, device);
  if (what < 16) return sync(device);
  if (what == 16) return roles_change_ ? change_roles() : sync(device);
  if (what == 17) return forge(device);
  if (what == 18 && crashes_) return crash(device);
  if (chance_.one_in(3)) return seal();
  if (clocks_are_wrong_ && chance_.one_in(2))
    device.clock_error = std::chrono::hours{chance_.below(24 * 365)} * (chance_.one_in(2) ? 1 : -1);
  if (!server_is_restored_) return;
  if (chance_.one_in(2)) return copies_.push_back({server_.copy(), roles_});
  restore_server();
}

// --- what happens to them ---

void GroupWorld::change_roles() {
  Member& member = chance_.any_of(members_);
  if (member.account == 1) return;  // its owner
  const auto role = roles_.find(member.account);
  server_.act([&](sync::ServerDatabase& database) {
    if (role == roles_.end())
      sync::add_member(database, kGroup, {member.account, "", GroupRole::kEditor, now_.at});
    else if (chance_.one_in(2))
      sync::delete_member(database, kGroup, member.account);
    else
      sync::set_role(database, kGroup, member.account, static_cast<GroupRole>(chance_.below(3)));
  });
  if (const auto now = server_.role(kGroup, member.account))
    roles_[member.account] = *now;
  else
    roles_.erase(member.account);
  const auto now = roles_.find(member.account);
  note("member " + std::to_string(member.account) + " is " +
       (now == roles_.end() ? "out" : std::string(word_of(now->second))) + " now");
}

/// A program that is not ours, with a member's token.
void GroupWorld::forge(Device& device) {
  Op op;
  op.envelope.device = chance_.number();
  op.envelope.salt = chance_.number();
  op.envelope.stamp.ms = now_.at.time_since_epoch().count();
  op.envelope.wall = now_.at;
  op.envelope.scope = chance_.one_in(3) ? kOwnOps : kGroup;
  op.body = SetOp{target(deck()), {{"title", json_text("forged")}}, {}, Origin::kLearner};
  if (chance_.one_in(2)) op.body = ConfigOp{"library", {{"minutes", "1"}}, {}};
  if (chance_.one_in(3)) op.body = GroupActOp{DeckVersion{deck()}};
  if (chance_.one_in(4)) op.body = GroupActOp{SuggestionVerdict{OpId{}, true}};
  const bool to_group = chance_.below(4) != 0;
  const auto role = roles_.find(device.sender().account);
  const bool may = !to_group ? op.envelope.scope == kOwnOps
                             : role != roles_.end() && role->second >= GroupRole::kEditor &&
                                   op.envelope.scope == kGroup && !std::holds_alternative<ConfigOp>(op.body);
  if (may) return;
  const std::size_t before = server_.stream(kGroup).size() + server_.stream(device.sender().account).size();
  const std::string scope = to_group ? group_id(kGroup) : sync::kOwnScope;
  static_cast<void>(server_.answer(
      device.sender(), sync::write_request({now_.at, "forger", 10, {{scope, {}, false, {write_op(op)}}}}),
      now_.at));
  const std::size_t after = server_.stream(kGroup).size() + server_.stream(device.sender().account).size();
  require(before == after, "who may not write writes nothing", [&] { return write_op(op); });
}

void GroupWorld::crash(Device& device) {
  device.crash([this] { return chance_.below(2) == 0; });
}

void GroupWorld::seal() {
  note("the server seals what it has");
  const std::vector<std::string> faults = server_.seal(now_.at, std::chrono::days{0});
  require(faults.empty(), "no fault without a cause", [&] { return faults.front(); });
}

void GroupWorld::restore_server() {
  note("the server is put back to another copy");
  const Copy& copy = chance_.any_of(copies_);
  server_.stop();
  server_.put(copy.server);
  server_.start();
  roles_ = copy.roles;
  seen_ = server_.stream(kGroup).size();
  was_restored_ = true;
}

// --- sync ---

void GroupWorld::sync(Device& device) {
  if (!sync_scope(device, kOwnOps)) return;
  const auto role = server_.role(kGroup, device.sender().account);
  device.library().set_groups(role ? std::vector{JoinedGroup{kGroup, "group", *role}}
                                   : std::vector<JoinedGroup>());
  if (role) sync_scope(device, kGroup);
}

bool GroupWorld::sync_scope(Device& device, Scope scope) {
  constexpr std::size_t kMostRequests = 100;
  sync::SyncSession session(device.library(), ComparedClock::kComputers, scope);
  for (std::size_t i = 0; i < kMostRequests; ++i) {
    if (network_fails_ && !is_quiet_ && chance_.one_in(8)) return false;
    const sync::SyncStep step = exchange(device, session, scope);
    if (step != sync::SyncStep::kGoOn) return step == sync::SyncStep::kDone;
  }
  throw Broken("a sync comes to its end", group_id(scope));
}

sync::SyncStep GroupWorld::exchange(Device& device, sync::SyncSession& session, Scope scope) {
  sync::SyncRequest request = session.next_request(now_of(device).at);
  if (network_fails_ && !is_quiet_) request.most = 1 + chance_.below(20);
  // Put out of the group while the request was under way.
  if (roles_change_ && !is_quiet_ && scope == kGroup && chance_.one_in(12)) change_roles();
  const auto answer = server_.answer(device.sender(), sync::write_request(request), now_.at);
  look_at_stream();
  if (network_fails_ && !is_quiet_ && chance_.one_in(10))
    return sync::SyncStep::kNoSense;  // the reply is lost
  if (const auto* problem = std::get_if<sync::Problem>(&answer))
    return problem->kind == sync::ProblemKind::kCursorGone ? session.take_cursor_gone()
                                                           : sync::SyncStep::kNoSense;
  const auto reply = sync::read_reply(std::get<std::string>(answer));
  require(reply.has_value(), "replies are understood", [] { return std::string("one was not"); });
  const sync::SyncStep step = session.take(*reply, now_of(device).at);
  return step;
}

void GroupWorld::sync_until_quiet() {
  constexpr std::size_t kRounds = 4;
  for (std::size_t round = 0; round < kRounds; ++round)
    for (Member& member : members_)
      for (const auto& device : member.devices) {
        now_.at += std::chrono::minutes{1};
        sync(*device);
      }
}

}  // namespace rehearse::sim
