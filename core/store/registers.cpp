#include "core/store/registers.h"

#include <set>

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
  Version operator()(const VoidOp&) const { return {}; }
  Version operator()(const UnknownOp&) const { return {}; }
};

}  // namespace

Registers fold_registers(const OpLog& log, const std::string& target) {
  struct Candidate {
    OpId id;
    std::string value;
    Origin origin;
  };
  std::map<std::string, std::vector<Candidate>> candidates;
  // Per field: a version may replace one that a wrong clock put behind it.
  std::map<std::string, std::set<OpId>> replaced;
  for (const StoredOp& stored : log.about(target)) {
    if (log.is_void(stored.id)) continue;
    const Version version = std::visit(AsVersion{}, stored.op.body);
    for (const auto& [name, value] : version.fields) {
      candidates[name].push_back({stored.id, value, version.origin});
      replaced[name].insert(version.base.begin(), version.base.end());
    }
  }
  Registers registers;
  for (const auto& [name, versions] : candidates) {
    Register& field = registers[name];
    for (const Candidate& version : versions) {
      if (replaced[name].contains(version.id)) continue;
      if (field.heads.empty() || version.origin == Origin::kLearner) field.origin = version.origin;
      field.heads.push_back(version.id);
      field.value = version.value;
    }
  }
  return registers;
}

}  // namespace rehearse
