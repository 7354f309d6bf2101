#include "sync/server/front/connection.h"

#include <algorithm>
#include <utility>

namespace rehearse::sync {
namespace {

// Assigning an empty string would keep the memory, and there are ten thousand of them.
void release(std::string& text) { std::string().swap(text); }

}  // namespace

Connection::Connection(const FrontLimits& limits, std::chrono::milliseconds first_wait, Moment now)
    : limits_(&limits), deadline_(now + first_wait), began_(now), reader_(limits) {}

bool Connection::wants_bytes() const {
  return phase_ == Phase::kIdle || phase_ == Phase::kHead || phase_ == Phase::kBody ||
         phase_ == Phase::kLingering;
}

void Connection::receive(std::string_view bytes, Moment now) {
  if (phase_ == Phase::kClosed || bytes.empty()) return;
  if (phase_ == Phase::kLingering) {
    dropped_ += bytes.size();
    if (dropped_ > limits_->linger_bytes) give_up();
    return;
  }
  input_ += bytes;
  read_input(now);
}

void Connection::read_input(Moment now) {
  if (input_.empty()) return;
  if (phase_ == Phase::kIdle) {
    began_ = now;
    received_ = 0;
    enter(Phase::kHead, now + limits_->head);
  }
  std::size_t taken = 0;
  if (phase_ == Phase::kHead) {
    taken = reader_.read(input_);
    if (reader_.state() == RequestHeadReader::State::kRefused) {
      received_ += taken;
      return refuse(reader_.refusal());
    }
    if (reader_.state() == RequestHeadReader::State::kComplete) {
      request_.head = reader_.take();
      begin_body(now);
    }
  }
  if (phase_ == Phase::kBody) {
    const std::size_t missing = request_.head.content_length - request_.body.size();
    const std::size_t length = std::min(missing, input_.size() - taken);
    request_.body.append(input_, taken, length);
    taken += length;
    if (length == missing) {
      has_request_ = true;
      enter(Phase::kAnswering, Moment::max());
    }
  }
  received_ += taken;
  input_.erase(0, taken);
  if (input_.empty()) release(input_);
}

void Connection::begin_body(Moment now) {
  closes_ = closes_ || !request_.head.keeps_connection;
  enter(Phase::kBody, now + limits_->body);
  // Section 10.1.1 of RFC 9110 lets it be left out when the body is there; asking again does no harm.
  if (request_.head.expects_continue && request_.head.content_length > 0) output_ += kContinue;
}

void Connection::refuse(Refusal refusal) {
  refusal_ = refusal;
  closes_ = true;
  drop_input();
  enter(Phase::kAnswering, Moment::max());
}

void Connection::peer_finished() {
  if (phase_ == Phase::kAnswering || phase_ == Phase::kWriting)
    closes_ = true;
  else
    give_up();
}

void Connection::pass_time(Moment now) {
  if (now < deadline_) return;
  if (phase_ == Phase::kHead)
    refuse(Refusal::kHeadTooSlow);
  else if (phase_ == Phase::kBody)
    refuse(Refusal::kBodyTooSlow);
  else
    give_up();
}

void Connection::finish_up(Moment now) {
  closes_ = true;
  if (phase_ == Phase::kIdle) enter(Phase::kLingering, now + limits_->linger);
}

std::optional<WholeRequest> Connection::take_request() {
  if (!has_request_) return std::nullopt;
  has_request_ = false;
  handed_out_ = request_.body.size();
  return std::exchange(request_, {});
}

std::optional<Refusal> Connection::take_refusal() { return std::exchange(refusal_, std::nullopt); }

void Connection::answer(ReplyBytes reply, Moment now) {
  if (phase_ != Phase::kAnswering) return;
  handed_out_ = 0;
  closes_ = closes_ || reply.closes;
  output_ += reply.head;
  output_body_ = std::move(reply.body);
  enter(Phase::kWriting, now + limits_->write);
}

std::array<std::string_view, 2> Connection::unsent() const {
  const std::string_view head = output_;
  const std::string_view body = output_body_;
  if (sent_ < head.size()) return {head.substr(sent_), body};
  return {body.substr(sent_ - head.size()), {}};
}

void Connection::sent(std::size_t size, Moment now) {
  sent_ += size;
  if (sent_ < output_.size() + output_body_.size()) return;
  sent_ = 0;
  release(output_);
  release(output_body_);
  if (phase_ != Phase::kWriting) return;
  if (closes_) return enter(Phase::kLingering, now + limits_->linger);
  enter(Phase::kIdle, now + limits_->idle);
  read_input(now);
}

std::size_t Connection::held_bytes() const {
  return reader_.size() + input_.capacity() + request_.body.capacity() + handed_out_ + output_.capacity() +
         output_body_.capacity();
}

void Connection::drop_input() {
  release(input_);
  WholeRequest nothing;
  std::swap(request_, nothing);
  RequestHeadReader fresh(*limits_);
  std::swap(reader_, fresh);
}

void Connection::enter(Phase phase, Moment deadline) {
  phase_ = phase;
  deadline_ = deadline;
}

}  // namespace rehearse::sync
