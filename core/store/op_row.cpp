#include "core/store/op_row.h"

#include "core/store/packed_line.h"

namespace rehearse {
namespace {

struct KindOf {
  StoredKind operator()(const SetOp& op) const {
    return op.origin == Origin::kImport ? StoredKind::kImport : StoredKind::kEdit;
  }
  StoredKind operator()(const AliveOp&) const { return StoredKind::kAlive; }
  StoredKind operator()(const OrderOp&) const { return StoredKind::kOrder; }
  StoredKind operator()(const ConfigOp&) const { return StoredKind::kConfig; }
  StoredKind operator()(const ReviewOp&) const { return StoredKind::kReview; }
  StoredKind operator()(const ScheduleOp&) const { return StoredKind::kSchedule; }
  StoredKind operator()(const CardsOp&) const { return StoredKind::kCards; }
  StoredKind operator()(const VoidOp&) const { return StoredKind::kVoid; }
  StoredKind operator()(const MockInterviewOp&) const { return StoredKind::kMockInterview; }
  StoredKind operator()(const ImportOp&) const { return StoredKind::kImportAct; }
  StoredKind operator()(const GroupActOp&) const { return StoredKind::kGroupAct; }
  StoredKind operator()(const UnknownOp&) const { return StoredKind::kOther; }
};

}  // namespace

StoredKind stored_kind(const Op& op) {
  const StoredKind kind = std::visit(KindOf{}, op.body);
  const bool is_shared =
      op.envelope.scope != kOwnOps && kind != StoredKind::kOther && kind != StoredKind::kGroupAct;
  return is_shared ? StoredKind::kShared : kind;
}

std::optional<std::string> stored_target(const Op& op) {
  switch (stored_kind(op)) {
    case StoredKind::kOther:
    case StoredKind::kReview:
    case StoredKind::kCards:
    case StoredKind::kSchedule:
    case StoredKind::kMockInterview:
    case StoredKind::kImportAct:
    case StoredKind::kGroupAct: return std::nullopt;
    default: return pack_text(target_of(op));
  }
}

}  // namespace rehearse
