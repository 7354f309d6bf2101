#include "sync/server/front/session.h"

#include <utility>

namespace rehearse::sync {

bool Session::read(Moment now) {
  if (!connection_.wants_bytes() || !channel_.is_readable()) return false;
  std::string plain;
  const Channel::Outcome outcome = channel_.read(plain);
  if (outcome == Channel::Outcome::kNotTls)
    connection_.refuse(Refusal::kPlainOnTlsPort);
  else
    connection_.receive(plain, now);
  if (outcome == Channel::Outcome::kFinished) connection_.peer_finished();
  if (outcome == Channel::Outcome::kBroken) {
    tls_failed_ = !channel_.is_broken();
    connection_.give_up();
  }
  return true;
}

bool Session::write(Moment now) {
  const auto pieces = connection_.unsent();
  bool moved = false;
  if (channel_.is_writable()) {
    const std::size_t size = channel_.write(pieces);
    moved = size > 0;
    const bool was_writing = connection_.phase() == Connection::Phase::kWriting;
    const bool is_all = size == pieces[0].size() + pieces[1].size();
    is_sent_ = is_sent_ || (was_writing && is_all);
    if (moved) connection_.sent(size, now);
  }
  if (channel_.is_broken()) connection_.give_up();
  if (connection_.phase() == Connection::Phase::kLingering) channel_.finish();
  return moved;
}

void Session::pass_time(Moment now) {
  // What it did not read in time is not kept in the kernel either.
  const Connection::Phase before = connection_.phase();
  connection_.pass_time(now);
  if (before == Connection::Phase::kWriting && is_closed()) channel_.drop();
  if (before == Connection::Phase::kIdle) channel_.finish();
}

void Session::finish_up(Moment now) {
  const bool is_quiet = connection_.phase() == Connection::Phase::kIdle && !channel_.has_enciphered();
  connection_.finish_up(now);
  if (!is_quiet) return;
  channel_.finish();
  connection_.give_up();
}

void Session::begin_record(std::string id, std::string method) {
  has_record_ = true;
  is_sent_ = false;
  began_ = connection_.began();
  record_ = {};
  record_.id = std::move(id);
  record_.method = std::move(method);
  record_.bytes_in = connection_.received_bytes();
  record_.peer = peer_;
  record_.status = kClientLeft;
}

void Session::answer(ReplyBytes reply, int status, std::string pattern, std::string refusal, Moment now) {
  record_.status = status;
  record_.pattern = std::move(pattern);
  record_.refusal = std::move(refusal);
  record_.bytes_out = reply.head.size() + reply.body.size();
  connection_.answer(std::move(reply), now);
}

std::optional<FinishedRequest> Session::take_finished(Moment now) {
  if (!has_record_ || (!is_sent_ && !is_closed())) return std::nullopt;
  if (!is_sent_) {
    record_.status = kClientLeft;
    record_.bytes_out = 0;
  }
  has_record_ = is_sent_ = false;
  record_.at = std::chrono::system_clock::now();
  record_.took = std::chrono::duration_cast<std::chrono::microseconds>(now - began_);
  return std::exchange(record_, {});
}

std::pair<Session::Totals, Session::Totals> Session::take_totals() {
  const Totals now{channel_.bytes_in(), channel_.bytes_out(), is_closed() ? 0 : connection_.held_bytes()};
  return {now, std::exchange(totals_, now)};
}

}  // namespace rehearse::sync
