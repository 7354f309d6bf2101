#include "core/store/registers.h"

#include <algorithm>
#include <set>

#include "core/store/json_text.h"
#include "core/store/question_fields.h"

namespace rehearse {
namespace {

struct Version {
  Fields fields;
  std::vector<OpId> base;
  Origin origin = Origin::kLearner;
};

struct AsVersion {
  Version operator()(const SetOp& op) const { return {op.fields, op.base, op.origin}; }
  Version operator()(const AliveOp& op) const {
    return {{{kAliveField, op.alive ? "true" : "false"}}, op.base, Origin::kLearner};
  }
  Version operator()(const OrderOp& op) const {
    return {{{kOrderField, json_text(op.at)}}, op.base, Origin::kLearner};
  }
  Version operator()(const ConfigOp& op) const {
    Version version{{}, op.base, Origin::kLearner};
    for (const auto& [name, value] : op.fields) version.fields[kConfigPrefix + name] = value;
    return version;
  }
  Version operator()(const ReviewOp&) const { return {}; }
  Version operator()(const ScheduleOp&) const { return {}; }
  Version operator()(const CardsOp&) const { return {}; }
  Version operator()(const VoidOp&) const { return {}; }
  Version operator()(const MockInterviewOp&) const { return {}; }
  Version operator()(const ImportOp&) const { return {}; }
  Version operator()(const GroupActOp&) const { return {}; }
  Version operator()(const UnknownOp&) const { return {}; }
};

Version version_of(const StoredOp& stored) {
  Version version = std::visit(AsVersion{}, stored.op.body);
  if (stored.op.envelope.scope != kOwnOps) version.origin = Origin::kGroup;
  return version;
}

struct Candidate {
  OpId id;
  std::string value;
  Origin origin;
};

/// What was ever said of one field, in the order of the fold.
struct Field {
  std::vector<Candidate> versions;
  // A version may replace one that a wrong clock put behind it.
  std::set<OpId> replaced;
  std::set<OpId> replaced_by_imports;
};

/// A learner's version goes before those that stand beside it, and of equals the later one.
void show(const Candidate& version, Register& shown, bool& learner_stands) {
  const bool is_learners = version.origin == Origin::kLearner;
  if (learner_stands && !is_learners) return;
  if (learner_stands && version.value != shown.value) shown.is_contested = true;
  learner_stands = is_learners;
  shown.origin = version.origin;
  shown.value = version.value;
}

Register fold_field(const std::string& name, const Field& field) {
  Register shown;
  // Whether a thing is deleted only its learner says.
  const bool is_decided_here = name == kAliveField;
  if (is_decided_here) shown.value = "true";
  bool learner_stands = false;
  std::vector<const std::string*> offered;
  for (const Candidate& version : field.versions) {
    const bool is_replaced = field.replaced.contains(version.id);
    const bool is_groups = version.origin == Origin::kGroup;
    shown.is_shared = shown.is_shared || is_groups;
    if (version.origin == Origin::kImport && !field.replaced_by_imports.contains(version.id)) {
      shown.imported = version.value;
      shown.imported_heads.push_back(version.id);
    }
    if (is_replaced) continue;
    shown.heads.push_back(version.id);
    if (is_groups) offered.push_back(&version.value);
    if (!is_groups || !is_decided_here) show(version, shown, learner_stands);
  }
  shown.is_offered =
      (learner_stands || is_decided_here) &&
      std::any_of(offered.begin(), offered.end(), [&](const auto* value) { return *value != shown.value; });
  return shown;
}

}  // namespace

bool is_worth_choosing(const std::string& name, const Register& field) {
  return (field.is_contested || field.is_offered) && name != kAliveField && name != kOrderField &&
         name != kDeckField && !name.starts_with(kPointPlacePrefix);
}

bool has_other_versions(const Registers& registers) {
  return std::any_of(registers.begin(), registers.end(),
                     [](const auto& field) { return is_worth_choosing(field.first, field.second); });
}

Registers fold_registers(const OpLog& log, const std::string& target) {
  return fold_registers(log, log.about(target));
}

Registers fold_registers(const OpLog& log, const std::vector<StoredOp>& ops) {
  std::map<std::string, Field> fields;
  for (const StoredOp& stored : ops) {
    if (log.is_void(stored)) continue;
    const Version version = version_of(stored);
    for (const auto& [name, value] : version.fields) {
      Field& field = fields[name];
      field.versions.push_back({stored.id, value, version.origin});
      field.replaced.insert(version.base.begin(), version.base.end());
      if (version.origin == Origin::kImport)
        field.replaced_by_imports.insert(version.base.begin(), version.base.end());
    }
  }
  Registers registers;
  for (const auto& [name, field] : fields) registers.emplace(name, fold_field(name, field));
  return registers;
}

Registers fold_group(const OpLog& log, const std::string& target, Scope group) {
  std::vector<StoredOp> ops = log.about(target);
  std::erase_if(ops, [&](const StoredOp& stored) { return stored.op.envelope.scope != group; });
  return fold_registers(log, ops);
}

}  // namespace rehearse
