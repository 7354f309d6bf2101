// The versions of decks that a group shares: what each changed, going back to one, taking a deck away.
#include <algorithm>
#include <charconv>
#include <map>

#include "core/library_parts.h"
#include "core/store/fold_in.h"
#include "core/store/group_acts.h"
#include "core/store/group_history.h"
#include "core/store/shared_fields.h"

namespace rehearse {
namespace {

struct StoredVersion {
  ToldAct told;
  DeckVersion version;
  StreamPoint before = 0;  // of the version before it of the same deck
  std::size_t number = 0;
};

std::vector<StoredVersion> versions_in(Database& database, const OpLog& log, Scope group) {
  std::vector<StoredVersion> versions;
  std::map<DeckId, std::pair<std::size_t, StreamPoint>> last;
  for (ToldAct& told : read_group_acts(database, log, group)) {
    const auto* version = std::get_if<DeckVersion>(&told.act);
    if (version == nullptr) continue;
    auto& [number, n] = last[version->deck];
    versions.push_back({told, *version, n, ++number});
    n = told.n;
  }
  return versions;
}

std::optional<StoredVersion> find_version(Database& database, const OpLog& log, Scope group, OpId id) {
  for (StoredVersion& version : versions_in(database, log, group))
    if (version.told.id == id) return std::move(version);
  return std::nullopt;
}

StreamPoint seen_in(const OpLog& log, Scope group) {
  const Registers registers = fold_registers(log, group_target(group));
  const std::string value = value_in(registers, std::string(kConfigPrefix) + kSeenField);
  StreamPoint seen = 0;
  std::from_chars(value.data(), value.data() + value.size(), seen);
  return seen;
}

DeckVersion version_of(DeckId deck, const DeckChanges& changes) {
  const auto count = [](const auto& list) { return static_cast<std::uint32_t>(list.size()); };
  DeckVersion version;
  version.deck = deck;
  version.added = count(changes.added);
  version.changed = count(changes.changed);
  version.removed = count(changes.removed);
  return version;
}

}  // namespace

std::vector<GroupVersion> Library::group_versions(Scope group) const {
  const Snapshot snapshot(parts_->database);
  const std::vector<StoredVersion> stored = versions_in(parts_->database, parts_->log, group);
  std::vector<ToldAct> acts;
  for (const StoredVersion& version : stored) acts.push_back(version.told);
  const std::string self = own_account(acts, read_members(parts_->database, group));
  const StreamPoint seen = seen_in(parts_->log, group);
  std::vector<GroupVersion> versions;
  std::map<DeckId, std::string> titles;
  for (const auto& [told, version, before, number] : stored) {
    const auto [title, is_new] = titles.try_emplace(version.deck);
    if (is_new)
      title->second =
          words_of_field(value_in(fold_group(parts_->log, target(version.deck), group), kTitleField));
    std::optional<std::size_t> back_to;
    for (const StoredVersion& other : stored)
      if (other.told.id == version.back_to) back_to = other.number;
    versions.push_back({told.id, number, version.deck, title->second, told.author, told.at, version.note,
                        version.added, version.changed, version.removed, back_to,
                        !is_by_self(told, self) && told.n > seen});
  }
  std::reverse(versions.begin(), versions.end());
  return versions;
}

std::optional<DeckChanges> Library::changes_of(Scope group, OpId version) const {
  const Snapshot snapshot(parts_->database);
  const auto found = find_version(parts_->database, parts_->log, group, version);
  if (!found) return std::nullopt;
  return changes_between(parts_->database, parts_->log, group, found->version.deck, found->before,
                         found->told.n);
}

DeckChanges Library::news_of(Scope group, DeckId deck) const {
  const Snapshot snapshot(parts_->database);
  return changes_between(parts_->database, parts_->log, group, deck, seen_in(parts_->log, group), kStreamEnd);
}

void Library::set_news_seen(Scope group, LocalInstant now) {
  Transaction transaction(parts_->database);
  StreamPoint seen = 0;
  for (const ToldAct& told : read_group_acts(parts_->database, parts_->log, group))
    if (told.n != kStreamEnd) seen = std::max(seen, told.n);
  if (seen == seen_in(parts_->log, group)) return;
  parts_->configure(group_target(group), {{kSeenField, std::to_string(seen)}}, now.at);
  transaction.commit();
}

std::optional<DeckChanges> Library::changes_back_to(Scope group, OpId version) const {
  const Snapshot snapshot(parts_->database);
  const auto found = find_version(parts_->database, parts_->log, group, version);
  if (!found) return std::nullopt;
  return changes_between(parts_->database, parts_->log, group, found->version.deck, kStreamEnd,
                         found->told.n);
}

bool Library::go_back(Scope group, OpId version, LocalInstant now) {
  Transaction transaction(parts_->database);
  const auto found = find_version(parts_->database, parts_->log, group, version);
  if (!found) return false;
  const DeckId deck = found->version.deck;
  DeckVersion made = version_of(
      deck, changes_between(parts_->database, parts_->log, group, deck, kStreamEnd, found->told.n));
  made.back_to = version;
  std::vector<OpBody> ops = plan_return(parts_->database, parts_->log, group, deck, found->told.n);
  if (ops.empty()) return true;
  ops.emplace_back(GroupActOp{std::move(made)});
  parts_->write_in(group, std::move(ops), now.at);
  transaction.commit();
  return true;
}

std::size_t Library::withdraw(DeckId deck, Scope group, LocalInstant now) {
  Transaction transaction(parts_->database);
  LogChanges changes;
  const auto write = [&](OpBody body, std::optional<OpId> act, Scope scope) {
    changes.added.push_back(parts_->log.append(std::move(body), now.at, act, scope));
    return changes.added.back().id;
  };
  const std::string title =
      words_of_field(value_in(fold_group(parts_->log, target(deck), group), kTitleField));
  // Like an import, so that one step takes it back that they stay here.
  ImportAct kept{title, {}};
  std::uint32_t questions = 0;
  for (const std::string& name : parts_->log.register_targets_of(group)) {
    const Registers there = fold_group(parts_->log, name, group);
    if (!question_of(name) || !is_in_deck(there, deck)) continue;
    std::set<OpId> base;
    add_heads(there, kAliveField, base);
    const bool is_here = is_alive(fold_registers(parts_->log, name));
    const OpId removal = write(AliveOp{name, false, {base.begin(), base.end()}}, std::nullopt, group);
    if (is_here) write(AliveOp{name, true, {removal}}, kept.begin(parts_->log, now.at), kOwnOps);
    ++questions;
  }
  if (questions == 0) return 0;
  DeckVersion version;
  version.deck = deck;
  version.removed = questions;
  write(GroupActOp{version}, std::nullopt, group);
  fold_in(std::move(changes), parts_->log, parts_->content, parts_->memory);
  transaction.commit();
  return questions;
}

void Library::Parts::write_in(Scope group, std::vector<OpBody> ops, Instant at) {
  LogChanges written;
  for (OpBody& body : ops) written.added.push_back(log.append(std::move(body), at, std::nullopt, group));
  fold_in(std::move(written), log, content, memory);
}

}  // namespace rehearse
