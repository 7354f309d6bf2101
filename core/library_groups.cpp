// Decks that a group shares: publishing them, and what is asked of a member.
#include "core/library_groups.h"

#include <algorithm>
#include <utility>

#include "core/base/text.h"
#include "core/library_parts.h"
#include "core/store/fold_in.h"
#include "core/store/group_removals.h"
#include "core/store/joined_groups.h"
#include "core/store/publication.h"
#include "core/store/registers.h"

namespace rehearse {
namespace {

// As the server would refuse it.
constexpr const char* kNoMember = "forbidden";

std::string name_of(Database& database, Scope group) {
  for (const JoinedGroup& joined : read_joined_groups(database))
    if (joined.scope == group) return joined.name;
  return "";
}

std::vector<OpId> left_heads(const OpLog& log, const std::string& target) {
  const Registers registers = fold_registers(log, target);
  const auto left = registers.find(std::string(kConfigPrefix) + kLeftField);
  return left == registers.end() ? std::vector<OpId>() : left->second.heads;
}

PublishReport report_of(const Publication& plan) {
  return {plan.added, plan.changed, plan.removed, plan.is_deck_changed, plan.undecided};
}

}  // namespace

std::vector<JoinedGroup> Library::groups() const { return read_joined_groups(parts_->database); }

void Library::set_groups(const std::vector<JoinedGroup>& groups) {
  const std::vector<JoinedGroup> before = read_joined_groups(parts_->database);
  // As after nearly every sync.
  if (std::is_permutation(before.begin(), before.end(), groups.begin(), groups.end())) return;
  Transaction transaction(parts_->database);
  for (const JoinedGroup& group : before) {
    const bool is_still = std::any_of(groups.begin(), groups.end(),
                                      [&](const JoinedGroup& other) { return other.scope == group.scope; });
    if (is_still) continue;
    // Nobody will take from here what was not sent.
    SyncState sync(parts_->database, group.scope);
    const auto unsent = sync.unsent(0, std::numeric_limits<std::int32_t>::max());
    for (const std::int64_t position : unsent) parts_->refuse(position, kNoMember);
    sync.forget();
  }
  write_joined_groups(parts_->database, groups);
  transaction.commit();
}

std::vector<std::string> Library::muted(Scope group) const {
  const std::string prefix = std::string(kConfigPrefix) + kMutedPrefix;
  std::vector<std::string> authors;
  for (const auto& [name, field] : fold_registers(parts_->log, group_target(group)))
    if (name.starts_with(prefix) && field.value == "true") authors.push_back(name.substr(prefix.size()));
  return authors;
}

std::vector<GroupMember> Library::members(Scope group) const { return read_members(parts_->database, group); }

void Library::set_members(Scope group, const std::vector<GroupMember>& members) {
  if (read_members(parts_->database, group) == members) return;
  Transaction transaction(parts_->database);
  write_members(parts_->database, group, members);
  transaction.commit();
}

PublishReport Library::what_to_publish(DeckId deck, Scope group) const {
  const Snapshot snapshot(parts_->database);
  return report_of(plan_publication(parts_->database, parts_->log, deck, group));
}

PublishReport Library::publish(DeckId deck, Scope group, LocalInstant now, std::string_view note) {
  Transaction transaction(parts_->database);
  Publication plan = plan_publication(parts_->database, parts_->log, deck, group);
  const PublishReport report = report_of(plan);
  if (report.is_nothing()) return report;
  const auto count = [](std::size_t questions) { return static_cast<std::uint32_t>(questions); };
  plan.ops.emplace_back(
      GroupActOp{DeckVersion{deck, shortened(trimmed(note), kLongestGroupNote), count(plan.added),
                             count(plan.changed), count(plan.removed), std::nullopt}});
  parts_->write_in(group, std::move(plan.ops), now.at);
  transaction.commit();
  return report;
}

std::vector<OfferedRemoval> Library::offered_removals() const {
  std::vector<OfferedRemoval> removals;
  for (const QuestionId& id : GroupRemovals(parts_->database).asking()) {
    const auto placed = question_from(id, fold_registers(parts_->log, target(id)));
    if (placed) removals.push_back({id, placed->question.stem});
  }
  return removals;
}

OpId Library::set_removed(QuestionId question, bool is_removed, LocalInstant now) {
  Transaction transaction(parts_->database);
  const std::string name = target(question);
  const Registers registers = fold_registers(parts_->log, name);
  AliveOp op{name, !is_removed, {}};
  if (const auto alive = registers.find(kAliveField); alive != registers.end()) op.base = alive->second.heads;
  const StoredOp stored = parts_->log.append(std::move(op), now.at);
  parts_->content.refold(name);
  transaction.commit();
  return stored.id;
}

OpId Library::leave_group(Scope group, LeftDecks decks, LocalInstant now) {
  Transaction transaction(parts_->database);
  LogChanges changes;
  // Like an import, so that one step takes all of it back.
  ImportAct act{name_of(parts_->database, group), {}};
  const OpId id = act.begin(parts_->log, now.at);
  const auto write = [&](OpBody body) {
    changes.added.push_back(parts_->log.append(std::move(body), now.at, id));
  };
  if (decks == LeftDecks::kKept)
    for (SetOp& copy : own_copy_of(parts_->database, parts_->log, group)) write(std::move(copy));
  const std::string name = group_target(group);
  write(ConfigOp{name, {{kLeftField, "true"}}, left_heads(parts_->log, name)});
  fold_in(std::move(changes), parts_->log, parts_->content, parts_->memory);
  transaction.commit();
  return id;
}

void Library::hear_group(Scope group, LocalInstant now) {
  Transaction transaction(parts_->database);
  const std::string name = group_target(group);
  const Registers registers = fold_registers(parts_->log, name);
  const auto left = registers.find(std::string(kConfigPrefix) + kLeftField);
  if (left == registers.end() || left->second.value != "true") return;
  parts_->configure(name, {{kLeftField, "false"}}, now.at);
  transaction.commit();
}

OpId Library::set_muted(Scope group, std::string_view author, bool is_muted, LocalInstant now) {
  Transaction transaction(parts_->database);
  const Fields fields{{kMutedPrefix + std::string(author), is_muted ? "true" : "false"}};
  const StoredOp stored = parts_->configure(group_target(group), fields, now.at);
  transaction.commit();
  return stored.id;
}

}  // namespace rehearse
