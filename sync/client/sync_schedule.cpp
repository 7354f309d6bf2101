#include "sync/client/sync_schedule.h"

#include <algorithm>

namespace rehearse::sync {
namespace {

using std::chrono::milliseconds;

constexpr int kDoublings = 10;  // 1 s doubled so often is longer than the longest wait

/// Trying again by itself would change nothing.
bool is_for_a_person(TroubleKind kind) {
  return kind == TroubleKind::kSignedOut || kind == TroubleKind::kTooOld;
}

}  // namespace

milliseconds SyncSchedule::between(milliseconds least, milliseconds most) {
  const auto range = static_cast<std::uint64_t>((most - least).count()) + 1;
  return least + milliseconds{static_cast<std::int64_t>(random_() % range)};
}

void SyncSchedule::ask(Moment now) {
  needs_person_ = false;
  troubles_ = 0;
  regular_ = now;
  not_before_ = server_says_;
}

void SyncSchedule::ended(const std::optional<Trouble>& trouble, Moment now) {
  constexpr milliseconds kFifth = milliseconds{kEvery} / 5;
  regular_ = now + between(kEvery - kFifth, kEvery + kFifth);
  if (!trouble || trouble->kind == TroubleKind::kStopped) {
    troubles_ = 0;
    not_before_ = server_says_ = Moment::min();
    if (after_answer_ && *after_answer_ <= now) after_answer_.reset();
    return;
  }
  needs_person_ = is_for_a_person(trouble->kind);
  milliseconds most =
      std::min<milliseconds>(kShortestBackOff * (1 << std::min(troubles_, kDoublings)), kLongestBackOff);
  // The same bytes would be refused again; something else may have changed by then.
  if (trouble->kind == TroubleKind::kRefused || trouble->kind == TroubleKind::kUntrusted)
    most = kLongestBackOff;
  ++troubles_;
  regular_ = now + between(kShortestBackOff, most);
  server_says_ = trouble->retry_after ? now + *trouble->retry_after : Moment::min();
  regular_ = not_before_ = std::max(regular_, server_says_);
  after_answer_.reset();
}

std::optional<SyncSchedule::Moment> SyncSchedule::due() const {
  if (needs_person_) return std::nullopt;
  const Moment wanted = after_answer_ ? std::min(regular_, *after_answer_) : regular_;
  return std::max(wanted, not_before_);
}

}  // namespace rehearse::sync
