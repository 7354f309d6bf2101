// What the members of a study group do.
#include "core/deck/identity.h"
#include "tests/sim/group_world.h"

namespace rehearse::sim {

std::optional<ListedQuestion> GroupWorld::any_question(Device& device) {
  auto questions = device.library().questions(deck());
  if (questions.empty()) return std::nullopt;
  return chance_.any_of(questions);
}

void GroupWorld::deed(Member& member, Device& device) {
  if (member.only_reads) return sync(device);
  switch (chance_.below(12)) {
    case 0:
    case 1: return answer(device);
    case 2:
    case 3: return edit(member, device);
    case 4: return remove(device);
    case 5: return choose(member, device);
    case 6: return suggest(member, device);
    case 7: return settle(device);
    case 8: return go_back(device);
    case 9: return show_week(device);
    default: return publish(member, device);
  }
}

void GroupWorld::answer(Device& device) {
  const auto question = any_question(device);
  if (!question) return;
  Answer answer;
  answer.card = question_card_id(question->id);
  answer.quality = static_cast<Quality>(chance_.below(6));
  device.keep(device.library().grade(answer, now_of(device)));
}

void GroupWorld::edit(Member& member, Device& device) {
  const auto question = any_question(device);
  if (!question) return;
  ChangeText change;
  change.answer = "text " + std::to_string(++texts_);
  note(name_of(member, device) + ": answer of " + question->id.hex().substr(0, 6) + " is " + *change.answer);
  device.keep(*device.library().edit_question(question->id, change, now_of(device)));
  member.own[question->id] = *change.answer;
}

void GroupWorld::remove(Device& device) {
  const std::vector<OfferedRemoval> offered = device.library().offered_removals();
  if (!offered.empty()) {
    device.keep(
        device.library().set_removed(chance_.any_of(offered).question, chance_.one_in(2), now_of(device)));
  } else if (const auto question = any_question(device); question && chance_.one_in(2)) {
    note("removes " + question->id.hex().substr(0, 6));
    device.keep(device.library().set_removed(question->id, true, now_of(device)));
  }
}

void GroupWorld::choose(Member& member, Device& device) {
  const auto question = any_question(device);
  if (!question) return;
  for (const ContestedField& field : device.library().other_versions(question->id)) {
    const StandingVersion& version = chance_.any_of(field.versions);
    if (!device.library().choose_version(question->id, field.field, version.op, now_of(device))) continue;
    device.keep_all();
    note(name_of(member, device) + ": chooses " + version.version.words);
    if (field.field == "answer") member.own.erase(question->id);
  }
}

void GroupWorld::publish(Member& member, Device& device) {
  const PublishReport report = device.library().publish(deck(), kGroup, now_of(device));
  device.keep_all();
  note(name_of(member, device) + ": publishes " + std::to_string(report.added) + " new, " +
       std::to_string(report.changed) + " changed, " + std::to_string(report.removed) + " removed");
  member.own.clear();  // the group's to change now
}

void GroupWorld::suggest(Member& member, Device& device) {
  const SuggestReport report = device.library().suggest(deck(), kGroup, "", now_of(device));
  device.keep_all();
  note(name_of(member, device) + ": suggests " + std::to_string(report.suggested));
  member.own.clear();  // what is accepted is the group's to change
}

void GroupWorld::settle(Device& device) {
  const std::vector<SuggestedChange> waiting = device.library().suggestions(kGroup);
  if (waiting.empty()) return;
  const OpId one = chance_.any_of(waiting).id;
  const std::size_t how = chance_.below(4);
  note("suggestion " + one.hex().substr(0, 6) + " is settled " + std::to_string(how));
  if (how == 0)
    device.library().decline_suggestion(kGroup, one, now_of(device));
  else if (how == 1)
    device.library().withdraw_suggestion(kGroup, one, now_of(device));
  else
    static_cast<void>(device.library().accept_suggestion(kGroup, one, now_of(device)));
  device.keep_all();
}

void GroupWorld::go_back(Device& device) {
  const std::vector<GroupVersion> versions = device.library().group_versions(kGroup);
  if (versions.empty()) return;
  const GroupVersion& version = chance_.any_of(versions);
  note("goes back to version " + std::to_string(version.number));
  static_cast<void>(device.library().go_back(kGroup, version.id, now_of(device)));
  device.keep_all();
}

void GroupWorld::show_week(Device& device) {
  device.library().set_on_board(kGroup, !chance_.one_in(4), now_of(device));
  device.library().post_to_boards(now_of(device));
  device.keep_all();
}

}  // namespace rehearse::sim
