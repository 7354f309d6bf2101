#include "sync/server/store/admission.h"

#include <algorithm>
#include <string>

#include "sync/server/store/stored_instant.h"

namespace rehearse::sync {

namespace {

/// Readers fill half of a group's stream at most, so that its editors always have the other half.
std::int64_t room_of(const Admission& admission) {
  return admission.role == GroupRole::kReader ? admission.most_bytes / 2 : admission.most_bytes;
}

}  // namespace

std::int64_t admission_ms(const StreamHead& head, Instant now) {
  return std::max(in_ms(now), head.admitted_ms + 1);
}

PushReport admit(const Admission& admission, const std::vector<PushedOp>& ops, StreamHead& head,
                 OpTable& table) {
  PushReport report;
  AppendedOps& appended = report.appended.emplace();
  appended.before = head.end;
  const Sender& sender = admission.sender;
  const Instant admitted = instant(admission.admitted_ms);
  const std::string author = author_name(sender.account);
  for (std::size_t i = 0; i < ops.size(); ++i) {
    const PushedOp& op = ops[i];
    if (!admission.role || *admission.role < op.needed) {
      report.not_allowed.push_back(i);
      continue;
    }
    const auto size = static_cast<std::int64_t>(op.line.size());
    if (head.bytes + size > room_of(admission) && !table.is_there(op)) {
      report.is_over_quota = true;
      break;
    }
    ++report.accepted;
    const StreamCursor end = behind(head.end, op.id, admitted, author);
    if (!table.add(op, end)) continue;
    head.end = end;
    head.bytes += size;
    head.admitted_ms = admission.admitted_ms;
    appended.ops.push_back({end.n, op.id, admitted, sender.account, sender.session, std::string(op.line)});
  }
  return report;
}

}  // namespace rehearse::sync
