#include "sync/server/store/postgres/postgres_ops.h"

namespace rehearse::sync {
namespace {

constexpr const char* kAdd =
    "INSERT INTO op (scope_id, n, op_id, device, counter, chain, admitted_ms, author, pushed_by, line)"
    " SELECT ?1, added.n, added.op_id, added.device, added.counter, added.chain, ?2, ?3, ?4, added.line"
    " FROM unnest(?5, ?6, ?7, ?8, ?9, ?10) AS added (n, op_id, device, counter, chain, line)";

}  // namespace

bool PostgresOps::add(const PushedOp& op, const StreamCursor& end) {
  if (!there_.insert(op.id).second) return false;
  n_.push_back(end.n);
  id_.push_back(blob_of(op.id));
  device_.push_back(as_stored(op.device));
  counter_.push_back(as_stored(op.counter));
  chain_.push_back(as_stored(end.chain));
  line_.push_back({op.line});
  return true;
}

void PostgresOps::hold_added(const Admission& admission) {
  PostgresQuery(connection_, kAdd)
      .bind(scope_, admission.admitted_ms, admission.sender.account, admission.sender.session, n_, id_,
            device_, counter_, chain_, line_)
      .hold();
}

}  // namespace rehearse::sync
