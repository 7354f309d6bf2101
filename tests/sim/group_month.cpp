#include "tests/sim/group_month.h"

#include <algorithm>

#include "core/deck/identity.h"
#include "core/store/json_text.h"
#include "sync/server/store/account_rows.h"
#include "sync/server/store/group_rows.h"
#include "tests/library_fixture.h"
#include "tests/sim/broken.h"

namespace rehearse::sim {
namespace {

constexpr std::size_t kMembers = 30, kEditors = 3, kDays = 30, kQuestions = 12, kPoints = 2;
constexpr std::uint64_t kOtherStream = 0x9e3779b97f4a7c15;

RandomSource salts_of(Chance& chance) {
  return [&chance] { return chance.number(); };
}

}  // namespace

GroupMonth::GroupMonth(const Templates& templates, std::uint64_t seed)
    : templates_(templates),
      chance_(seed),
      salts_(seed ^ kOtherStream),
      now_{rehearse::test::morning().at + std::chrono::hours{1}, rehearse::test::morning().utc_offset},
      document_(rehearse::test::open_document("month", kQuestions, kPoints)),
      server_(templates.server_folder(), std::nullopt) {
  for (Question& question : document_.questions) question.answer = "as printed";
  server_.put({templates.server, {}});
  server_.start();
}

DeckId GroupMonth::deck() const { return derive_deck_id(document_.title); }

std::unique_ptr<Device> GroupMonth::new_device(std::int64_t account) {
  const std::int64_t session = ++sessions_;
  auto device = std::make_unique<Device>(templates_.server_folder() + "-month-" + std::to_string(session),
                                         session, salts_of(salts_), account);
  device->start();
  ++counts_.devices;
  return device;
}

void GroupMonth::live() {
  found();
  all_join();
  for (std::size_t day = 0; day < kDays; ++day) live_day();
  note("from here on nobody does anything");
  is_quiet_ = true;
  constexpr std::size_t kRounds = 3;
  for (std::size_t round = 0; round < kRounds; ++round)
    for (Member& member : members_)
      for (const auto& device : member.devices) {
        now_.at += std::chrono::minutes{1};
        sync(member, *device);
      }
  check_laws();
}

void GroupMonth::found() {
  for (std::size_t i = 0; i < kMembers; ++i) {
    Member member;
    server_.act([&](sync::ServerDatabase& database) {
      member.account = sync::add_account(
          database, {0, "member" + std::to_string(i), "hash", sync::Role::kMember, now_.at, 0, 0});
    });
    member.only_studies = i > kEditors && chance_.one_in(3);
    for (std::size_t devices = chance_.one_in(3) ? 2 : 1; devices > 0; --devices)
      member.devices.push_back(new_device(member.account));
    members_.push_back(std::move(member));
  }
  Member& owner = members_.front();
  server_.act([&](sync::ServerDatabase& database) {
    sync::add_group(database, {kScope, "group", now_.at});
    sync::add_member(database, kScope, {owner.account, "", GroupRole::kOwner, now_.at});
  });
  Device& device = *owner.devices.front();
  device.library().import_document(document_, now_);
  device.keep_all();
  sync(owner, device);
  publish(owner, device);
  sync(owner, device);
}

void GroupMonth::all_join() {
  const std::int64_t owner = members_.front().account;
  for (std::size_t i = 1; i < members_.size(); ++i) {
    const GroupRole role = i <= kEditors ? GroupRole::kEditor : GroupRole::kReader;
    const auto made = server_.groups().invite(owner, kScope, {role}, now_.at);
    const auto joined =
        server_.groups().accept(members_[i].account, std::get<sync::MadeInvite>(made).code, now_.at);
    require(std::holds_alternative<sync::MembershipRow>(joined), "who is invited gets in",
            [&] { return std::to_string(i); });
  }
}

void GroupMonth::live_day() {
  now_.at = std::chrono::ceil<std::chrono::days>(now_.at) + std::chrono::hours{1};
  note("a day begins");
  std::vector<std::pair<Member*, Device*>> all;
  for (Member& member : members_)
    for (const auto& device : member.devices)
      if (chance_.below(8) != 0) all.emplace_back(&member, device.get());
  for (std::size_t i = all.size(); i > 1; --i) std::swap(all[i - 1], all[chance_.below(i)]);
  for (const auto& [member, device] : all) {
    now_.at += std::chrono::minutes{1 + chance_.below(15)};
    study(*member, *device);
    if (chance_.one_in(12)) administer();
    if (chance_.one_in(20)) forge(chance_.any_of(members_));
    if (chance_.one_in(60)) device->crash([this] { return chance_.below(2) == 0; });
  }
}

// --- what members do ---

void GroupMonth::study(Member& member, Device& device) {
  if (chance_.below(4) != 0) sync(member, device);
  for (std::size_t left = 1 + chance_.below(3); left > 0; --left) {
    const auto questions = device.library().questions(deck());
    if (questions.empty()) break;  // put out before there was anything
    Answer answer;
    answer.card = question_card_id(chance_.any_of(questions).id);
    answer.quality = static_cast<Quality>(chance_.below(6));
    device.keep(device.library().grade(answer, now_));
    ++member.answers;
    ++counts_.answers;
    now_.at += std::chrono::seconds{10 + chance_.below(100)};
  }
  if (!member.only_studies && chance_.one_in(3)) edit(member, device);
  const auto groups = device.library().groups();  // as this device knows it
  if (!groups.empty() && groups.front().role >= GroupRole::kEditor && chance_.below(2) == 0)
    publish(member, device);
  sync(member, device);
}

void GroupMonth::edit(Member& member, Device& device) {
  const auto questions = device.library().questions(deck());
  if (questions.empty()) return;
  const QuestionId question = chance_.any_of(questions).id;
  ChangeText change;
  change.answer = "words " + std::to_string(++counts_.edits) + " of " + std::to_string(member.account) + ".";
  note("member " + std::to_string(member.account) + ": " + question.hex().substr(0, 6) + " is " +
       *change.answer);
  device.keep(*device.library().edit_question(question, change, now_));
  member.own[question] = *change.answer;
  member.unpublished.insert(*change.answer);
}

void GroupMonth::publish(Member& member, Device& device) {
  const PublishReport report = device.library().publish(deck(), kScope, now_);
  device.keep_all();
  note("member " + std::to_string(member.account) + " publishes " + std::to_string(report.changed) +
       " changed");
  member.own.clear();  // the group's to change now
  published_.merge(member.unpublished);
  counts_.published += !report.is_nothing();
}

// --- who may what ---

void GroupMonth::administer() {
  switch (chance_.below(4)) {
    case 0: return put_out(any_but_owner());
    case 1: return change_role(any_but_owner());
    default: return race_for_an_invite();
  }
}

void GroupMonth::put_out(Member& member) {
  const std::int64_t owner = members_.front().account;
  if (server_.groups().remove_member(owner, kScope, member.account)) return;  // was out
  note("member " + std::to_string(member.account) + " is put out");
  ++counts_.put_out;
}

void GroupMonth::change_role(Member& member) {
  const auto role = static_cast<GroupRole>(chance_.below(2));
  if (server_.groups().set_role(members_.front().account, kScope, member.account, role)) return;  // was out
  note("member " + std::to_string(member.account) + " is " + std::string(word_of(role)) + " now");
  ++counts_.roles_changed;
}

void GroupMonth::race_for_an_invite() {
  std::vector<Member*> outside;
  for (Member& member : members_)
    if (!role_of(member)) outside.push_back(&member);
  if (outside.empty()) return;
  Member& one = *chance_.any_of(outside);
  Member& other = *chance_.any_of(outside);
  const GroupRole role = chance_.one_in(4) ? GroupRole::kEditor : GroupRole::kReader;
  const auto made = server_.groups().invite(members_.front().account, kScope, {role}, now_.at);
  const std::string& code = std::get<sync::MadeInvite>(made).code;
  const auto gets_in = [&](const Member& member) {
    return std::holds_alternative<sync::MembershipRow>(
        server_.groups().accept(member.account, code, now_.at));
  };
  const bool one_is_in = gets_in(one), other_is_in = gets_in(other);
  if (&one == &other) return;
  ++counts_.invites_raced;
  require(one_is_in && !other_is_in, "an invite for one lets one in",
          [&] { return std::to_string(one.account) + " and " + std::to_string(other.account); });
  note("member " + std::to_string(one.account) + " is in again as " + std::string(word_of(role)));
}

/// A program that is not ours, with the token of somebody who may not write.
void GroupMonth::forge(Member& member) {
  if (const auto role = role_of(member); role && *role >= GroupRole::kEditor) return;
  Op op;
  op.envelope.device = chance_.number();
  op.envelope.salt = chance_.number();
  op.envelope.stamp.ms = now_.at.time_since_epoch().count();
  op.envelope.wall = now_.at;
  op.envelope.scope = kScope;
  op.body = SetOp{target(deck()), {{"title", json_text("forged")}}, {}, Origin::kLearner};
  const std::size_t before = server_.stream(kScope).size();
  const sync::SyncRequest request{now_.at, "forger", 10, {{group_id(kScope), {}, false, {write_op(op)}}}};
  static_cast<void>(server_.answer(member.devices.front()->sender(), sync::write_request(request), now_.at));
  require(server_.stream(kScope).size() == before, "who may not write writes nothing",
          [&] { return write_op(op); });
  ++counts_.forged;
}

}  // namespace rehearse::sim
