// What the fields of a question were ever set to, and what is said of one at once.
#include <algorithm>
#include <utility>

#include "core/library_parts.h"
#include "core/store/registers.h"

namespace rehearse {
namespace {

/// The fields that an op sets, by the names of their registers.
Fields fields_set_by(const Op& op) {
  if (const auto* set = std::get_if<SetOp>(&op.body)) return set->fields;
  Fields fields;
  if (const auto* config = std::get_if<ConfigOp>(&op.body))
    for (const auto& [name, value] : config->fields) fields[kConfigPrefix + name] = value;
  return fields;
}

/// A group wrote it, or the learner took it over from one.
bool is_of_group(const StoredOp& stored) {
  const auto* set = std::get_if<SetOp>(&stored.op.body);
  return stored.op.envelope.scope != kOwnOps || (set != nullptr && set->origin == Origin::kGroup);
}

/// A register's name as an op has it.
std::string name_in_op(const std::string& field) {
  const std::string_view prefix = kConfigPrefix;
  return field.starts_with(prefix) ? field.substr(prefix.size()) : field;
}

}  // namespace

FieldVersion Library::Parts::version_of(const StoredOp& stored, const std::string& field,
                                        const std::string& value) {
  FieldVersion version;
  version.field = name_in_op(field);
  if (value != "null") version.words = words_of_field(value);
  version.at = given_at(stored);
  if (is_of_group(stored)) {
    version.author = VersionAuthor::kGroup;
    return version;
  }
  const auto* set = std::get_if<SetOp>(&stored.op.body);
  if (set != nullptr && set->origin == Origin::kImport) return version;
  version.author = log.is_own(stored) ? VersionAuthor::kThisMachine : VersionAuthor::kOtherMachine;
  version.device = read_device_name(database, hex_text(stored.op.envelope.device));
  return version;
}

std::vector<FieldVersion> Library::history(QuestionId question) const {
  std::vector<FieldVersion> versions;
  for (const StoredOp& stored : parts_->log.about(target(question))) {
    const bool is_taken_back = parts_->log.is_void(stored);
    for (const auto& [name, value] : fields_set_by(stored.op)) {
      versions.push_back(parts_->version_of(stored, name, value));
      versions.back().is_taken_back = is_taken_back;
    }
  }
  std::reverse(versions.begin(), versions.end());
  return versions;
}

std::vector<ContestedField> Library::other_versions(QuestionId question) const {
  std::vector<ContestedField> contested;
  for (const auto& [name, field] : fold_registers(parts_->log, target(question))) {
    if (!is_worth_choosing(name, field)) continue;
    ContestedField found{name_in_op(name), {}};
    for (const OpId& head : field.heads) {
      const auto stored = parts_->log.find(head);
      if (!stored) continue;
      const Fields fields = fields_set_by(stored->op);
      const auto value = fields.find(name);
      if (value == fields.end()) continue;
      found.versions.push_back({head, parts_->version_of(*stored, name, value->second)});
      // Of those that say what is shown, the latest is the one that shows it.
      if (value->second == field.value)
        std::rotate(found.versions.begin(), std::prev(found.versions.end()), found.versions.end());
    }
    std::sort(found.versions.begin() + std::min<std::ptrdiff_t>(1, std::ssize(found.versions)),
              found.versions.end(),
              [](const StandingVersion& a, const StandingVersion& b) { return b.version.at < a.version.at; });
    contested.push_back(std::move(found));
  }
  return contested;
}

Result<OpId> Library::choose_version(QuestionId question, std::string_view field, OpId version,
                                     LocalInstant now) {
  Transaction transaction(parts_->database);
  const std::string name = target(question);
  const Registers registers = fold_registers(parts_->log, name);
  const Error gone{{"was changed meanwhile", "刚刚又有改动"}, std::string(field), {}};
  const auto stored = parts_->log.find(version);
  if (!stored) return gone;
  const Fields fields = fields_set_by(stored->op);
  const bool is_mark = std::holds_alternative<ConfigOp>(stored->op.body);
  const std::string of_register = (is_mark ? kConfigPrefix : "") + std::string(field);
  const auto value = fields.find(of_register);
  const auto found = registers.find(of_register);
  if (value == fields.end() || found == registers.end()) return gone;
  const std::vector<OpId>& heads = found->second.heads;
  if (std::find(heads.begin(), heads.end(), version) == heads.end()) return gone;
  // Names all that stand, and so ends it on every machine.
  OpBody body;
  if (is_mark)
    body = ConfigOp{name, {{std::string(field), value->second}}, heads};
  else
    // Taken over from a group, it is the group's again to change.
    body = SetOp{name,
                 {{std::string(field), value->second}},
                 heads,
                 is_of_group(*stored) ? Origin::kGroup : Origin::kLearner};
  const StoredOp chosen = parts_->log.append(std::move(body), now.at);
  parts_->content.refold(name);
  transaction.commit();
  return chosen.id;
}

void Library::name_device(std::string_view device, LocalInstant now) {
  Transaction transaction(parts_->database);
  if (device.empty() || read_device_name(parts_->database, parts_->log.device()) == device) return;
  parts_->configure(kLibraryTarget, device_name_field(parts_->log.device(), device), now.at);
  transaction.commit();
}

}  // namespace rehearse
