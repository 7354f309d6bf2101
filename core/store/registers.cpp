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
  Version operator()(const UnknownOp&) const { return {}; }
};

}  // namespace

bool is_worth_choosing(const std::string& name, const Register& field) {
  return field.is_contested && name != kAliveField && name != kOrderField && name != kDeckField &&
         !name.starts_with(kPointPlacePrefix);
}

bool has_other_versions(const Registers& registers) {
  return std::any_of(registers.begin(), registers.end(),
                     [](const auto& field) { return is_worth_choosing(field.first, field.second); });
}

Registers fold_registers(const OpLog& log, const std::string& target) {
  return fold_registers(log, log.about(target));
}

Registers fold_registers(const OpLog& log, const std::vector<StoredOp>& ops) {
  struct Candidate {
    OpId id;
    std::string value;
    Origin origin;
  };
  struct Field {
    std::vector<Candidate> versions;
    // A version may replace one that a wrong clock put behind it.
    std::set<OpId> replaced;
    std::set<OpId> replaced_by_imports;
  };
  std::map<std::string, Field> fields;
  for (const StoredOp& stored : ops) {
    if (log.is_void(stored)) continue;
    const Version version = std::visit(AsVersion{}, stored.op.body);
    for (const auto& [name, value] : version.fields) {
      Field& field = fields[name];
      field.versions.push_back({stored.id, value, version.origin});
      field.replaced.insert(version.base.begin(), version.base.end());
      if (version.origin == Origin::kImport)
        field.replaced_by_imports.insert(version.base.begin(), version.base.end());
    }
  }
  Registers registers;
  for (const auto& [name, field] : fields) {
    Register& shown = registers[name];
    for (const Candidate& version : field.versions) {
      const bool imported = version.origin == Origin::kImport;
      if (imported && !field.replaced_by_imports.contains(version.id)) {
        shown.imported = version.value;
        shown.imported_heads.push_back(version.id);
      }
      if (field.replaced.contains(version.id)) continue;
      const bool learner_stands = !shown.heads.empty() && shown.origin == Origin::kLearner;
      shown.heads.push_back(version.id);
      if (imported && learner_stands) continue;
      if (learner_stands && version.value != shown.value) shown.is_contested = true;
      shown.origin = version.origin;
      shown.value = version.value;
    }
  }
  return registers;
}

}  // namespace rehearse
