#include "tests/bench/sync/pushes.h"

#include <zstd.h>

#include <new>
#include <stdexcept>

#include "core/store/op.h"
#include "sync/protocol/body.h"
#include "sync/protocol/sync_message.h"

namespace rehearse::bench {
namespace {

constexpr std::uint64_t kFirstCounter = 1'000'000;  // so that all have as many digits
constexpr std::size_t kMostUnpacked = 64 * 1024;    // a reply names what was pushed, and has nothing else

std::string review_line(std::uint64_t device) {
  ReviewOp review;
  review.quality = review.suggested.emplace(Quality::kGood);
  review.spent = std::chrono::milliseconds{12'345};
  review.utc_offset = std::chrono::hours{8};
  review.scheduler = "fsrs6";
  review.interval_days = 12;
  constexpr std::int64_t kNow = 1'796'000'000'000;
  Envelope envelope;
  envelope.device = device;
  envelope.counter = kFirstCounter;
  envelope.stamp.ms = kNow;
  envelope.wall = Instant{std::chrono::milliseconds{kNow}};
  return write_op({envelope, std::move(review)});
}

}  // namespace

void Packer::Free::operator()(ZSTD_CCtx_s* context) const { ZSTD_freeCCtx(context); }
void Packer::Free::operator()(ZSTD_DCtx_s* context) const { ZSTD_freeDCtx(context); }

Packer::Packer() : compress_(ZSTD_createCCtx()), expand_(ZSTD_createDCtx()) {
  if (!compress_ || !expand_) throw std::bad_alloc();
}

std::string Packer::pack(const std::string& text) {
  std::string packed(ZSTD_compressBound(text.size()), '\0');
  constexpr int kLevel = 1;
  packed.resize(
      ZSTD_compressCCtx(compress_.get(), packed.data(), packed.size(), text.data(), text.size(), kLevel));
  return packed;
}

std::string Packer::unpack(const std::string& packed) {
  std::string text(kMostUnpacked, '\0');
  const std::size_t size =
      ZSTD_decompressDCtx(expand_.get(), text.data(), text.size(), packed.data(), packed.size());
  if (ZSTD_isError(size)) throw std::runtime_error("a reply that is not packed");
  text.resize(size);
  return text;
}

PushingDevice::PushingDevice(std::string token, std::uint64_t number, std::size_t ops_at_once, Packer& packer)
    : token_(std::move(token)),
      ops_at_once_(ops_at_once),
      packer_(packer),
      random_(number),
      line_(review_line(random_())) {
  constexpr std::string_view kCard = R"("card":")", kSalt = R"("x":")", kCounter = R"("s":)";
  counter_at_ = line_.find(kCounter) + kCounter.size();
  card_at_ = line_.find(kCard) + kCard.size();
  salt_at_ = line_.find(kSalt) + kSalt.size();
}

std::string PushingDevice::next_line() {
  const std::size_t digits = hex_text(0).size();
  line_.replace(card_at_, digits, hex_text(random_()));
  line_.replace(card_at_ + digits, digits, hex_text(random_()));
  line_.replace(salt_at_, digits, hex_text(random_()));
  const std::string counter = std::to_string(kFirstCounter + count_++);
  line_.replace(counter_at_, counter.size(), counter);
  return line_;
}

std::string PushingDevice::next(const LoadReply* last) {
  if (last != nullptr) {
    constexpr std::string_view kCursor = R"("cursor":")";
    const std::string text = packer_.unpack(last->body);
    const std::size_t begin = text.rfind(kCursor) + kCursor.size();
    cursor_ = text.substr(begin, text.find('"', begin) - begin);
  }
  const auto cursor = sync::parse_cursor(cursor_);
  if (!cursor) throw std::runtime_error("no cursor: " + cursor_);
  sync::SyncRequest request;
  request.now = Instant{std::chrono::milliseconds{1'796'000'000'000}};
  request.client = "rehearse-bench";
  request.most = 5000;
  request.scopes.push_back({sync::kOwnScope, *cursor, false, {}});
  for (std::size_t i = 0; i < ops_at_once_; ++i) request.scopes[0].ops.push_back(next_line());
  const std::string body = packer_.pack(sync::write_request(request));
  return "POST /v1/sync HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token_ +
         "\r\nContent-Type: " + sync::kPackedType + "\r\nContent-Length: " + std::to_string(body.size()) +
         "\r\n\r\n" + body;
}

}  // namespace rehearse::bench
