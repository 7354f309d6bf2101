#include "core/store/review_line.h"

#include <algorithm>
#include <charconv>
#include <limits>

#include "core/store/hex_digits.h"
#include "core/store/packed_pieces.h"

namespace rehearse {
namespace {

/// Takes a whole number off the begin of `text`, as JSON has it and in the only way to write it.
std::optional<std::int64_t> take_number(std::string_view& text) {
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  const auto length = static_cast<std::size_t>(end - text.data());
  const std::string_view digits = text.substr(0, length);
  const bool is_odd = digits.starts_with("-0") || (length > 1 && digits.front() == '0');
  text.remove_prefix(length);
  if (error != std::errc{} || is_odd) return std::nullopt;
  return value;
}

/// Takes what a word is made of off the begin of `text`. ASCII without escapes: what else a text may be is
/// the general reader's business.
std::string_view take_plain(std::string_view& text) {
  const auto is_plain = [](char c) { return c >= ' ' && c <= '~' && c != '"' && c != '\\'; };
  const auto end = std::find_if_not(text.begin(), text.end(), is_plain);
  const std::string_view plain = text.substr(0, static_cast<std::size_t>(end - text.begin()));
  text.remove_prefix(plain.size());
  return plain;
}

/// Walks over a line. After the first thing that is not as expected nothing matches any more.
class LineScanner {
 public:
  explicit LineScanner(std::string_view line) : rest_(line) {}

  bool ok() const { return ok_; }
  bool at_end() const { return rest_.empty(); }

  /// Goes behind `text` when it stands here.
  bool take(std::string_view text) {
    if (!ok_ || !rest_.starts_with(text)) return false;
    rest_.remove_prefix(text.size());
    return true;
  }

  void expect(std::string_view text) { ok_ = take(text); }

  std::int64_t number(std::int64_t least, std::int64_t most) {
    const auto value = take_number(rest_);
    ok_ = ok_ && value && *value >= least && *value <= most;
    return value.value_or(0);
  }

  /// The digits of `count` bytes, and the quote behind them.
  void hex(std::uint8_t* bytes, std::size_t count) {
    ok_ = ok_ && rest_.size() > 2 * count && read_hex(rest_, bytes, count);
    if (ok_) rest_.remove_prefix(2 * count);
    expect("\"");
  }

  /// A word, and the quote behind it.
  std::string word() {
    std::string text(take_plain(rest_));
    expect("\"");
    return text;
  }

 private:
  std::string_view rest_;
  bool ok_ = true;
};

/// The same over a packed line. It may give up on what LineScanner reads: where pack_line would not have cut
/// the line into such pieces.
class PackedScanner {
 public:
  PackedScanner(std::string_view packed, const Names& names) : pieces_(packed, &names) { go_on(); }

  bool ok() const { return ok_; }
  bool at_end() const { return kind_ == Kind::kEnd; }

  bool take(std::string_view text) {
    if (!ok_) return false;
    for (bool is_begun = false; !text.empty(); is_begun = true) {
      const std::size_t length = std::min(text.size(), text_.size());
      if (kind_ != Kind::kText || text.substr(0, length) != text_.substr(0, length)) {
        ok_ = !is_begun;
        return false;
      }
      text.remove_prefix(length);
      text_.remove_prefix(length);
      if (text_.empty()) go_on();
    }
    return true;
  }

  void expect(std::string_view text) { ok_ = take(text); }

  std::int64_t number(std::int64_t least, std::int64_t most) {
    std::optional<std::int64_t> value;
    if (kind_ == Kind::kText)
      value = take_number(text_);
    else if (kind_ == Kind::kNumber && pieces_.number() <= std::numeric_limits<std::int64_t>::max())
      value = static_cast<std::int64_t>(pieces_.number());
    ok_ = ok_ && value && *value >= least && *value <= most;
    if (text_.empty() || kind_ == Kind::kNumber) go_on();
    return value.value_or(0);
  }

  void hex(std::uint8_t* bytes, std::size_t count) {
    ok_ = ok_ && kind_ == Kind::kHex && text_.size() == count;
    if (!ok_) return;
    std::copy(text_.begin(), text_.end(), bytes);
    go_on();
    expect("\"");
  }

  std::string word() {
    std::string text;
    while (kind_ == Kind::kText) {
      text += take_plain(text_);
      if (!text_.empty()) break;
      go_on();
    }
    expect("\"");
    return text;
  }

 private:
  using Kind = PackedPieces::Kind;

  void go_on() {
    kind_ = pieces_.next();
    text_ = pieces_.text();
  }

  PackedPieces pieces_;
  Kind kind_ = Kind::kEnd;
  std::string_view text_;  // what is left of the piece
  bool ok_ = true;
};

template <class AnyId, class Scanner>
AnyId read_id(Scanner& scanner) {
  AnyId id;
  scanner.hex(id.bytes.data(), AnyId::kBytes);
  return id;
}

template <class Scanner>
std::uint64_t read_half_id(Scanner& scanner) {
  std::uint8_t bytes[kDeviceBytes] = {};
  scanner.hex(bytes, sizeof bytes);
  std::uint64_t value = 0;
  for (const std::uint8_t byte : bytes) value = value << 8 | byte;
  return value;
}

/// The map behind its first quote: ids that rise, as our own writer sorts them.
template <class Scanner>
std::vector<std::pair<PointId, PointResult>> read_points(Scanner& scanner, bool& rising) {
  std::vector<std::pair<PointId, PointResult>> points;
  do {
    const auto point = read_id<PointId>(scanner);
    scanner.expect(":");
    const auto result = point_result_from_wire(static_cast<int>(scanner.number(0, 2)));
    if (!scanner.ok() || !result) break;
    rising = rising && (points.empty() || points.back().first < point);
    points.emplace_back(point, *result);
  } while (scanner.take(",\""));
  return points;
}

template <class Scanner>
std::optional<Op> read_review(Scanner scanner) {
  constexpr std::int64_t kMostMs = kLatestWall.time_since_epoch().count();
  constexpr std::int64_t kMostDays = std::numeric_limits<std::int32_t>::max();
  Envelope envelope;
  ReviewOp review;
  std::optional<OpId> import;
  bool rising = true;
  scanner.expect(R"({"by":")");
  if (!scanner.ok()) return std::nullopt;
  review.scheduler = scanner.word();
  if (scanner.take(R"(,"c":)"))
    envelope.stamp.counter =
        static_cast<std::uint32_t>(scanner.number(0, std::numeric_limits<std::uint32_t>::max()));
  scanner.expect(R"(,"card":")");
  if (!scanner.ok()) return std::nullopt;  // an import, for one
  review.card = read_id<CardId>(scanner);
  scanner.expect(R"(,"d":")");
  envelope.device = read_half_id(scanner);
  if (scanner.take(R"(,"from":")")) review.from = scanner.word();
  if (scanner.take(R"(,"in":")")) import = read_id<OpId>(scanner);
  scanner.expect(R"(,"ivl":)");
  review.interval_days = scanner.number(0, kMostDays);
  scanner.expect(R"(,"k":"review","ms":)");
  review.spent = std::chrono::milliseconds{scanner.number(0, kLongestSpent.count())};
  if (scanner.take(R"(,"nth":)"))
    review.nth = static_cast<std::uint32_t>(scanner.number(0, std::numeric_limits<std::uint32_t>::max()));
  if (scanner.take(R"(,"p":{")")) {
    review.points = read_points(scanner, rising);
    scanner.expect("}");
  }
  scanner.expect(R"(,"r":)");
  review.quality = static_cast<Quality>(scanner.number(0, 5));
  scanner.expect(R"(,"s":)");
  envelope.counter = static_cast<std::uint64_t>(scanner.number(0, std::numeric_limits<std::int64_t>::max()));
  if (scanner.take(R"(,"sr":)")) review.suggested = static_cast<Quality>(scanner.number(0, 5));
  scanner.expect(R"(,"t":)");
  envelope.stamp.ms = scanner.number(0, kMostMs);
  scanner.expect(R"(,"tz":)");
  review.utc_offset = std::chrono::minutes{scanner.number(-24 * 60, 24 * 60)};
  const std::int64_t wall = scanner.take(R"(,"w":)") ? scanner.number(0, kMostMs) : envelope.stamp.ms;
  envelope.wall = Instant{std::chrono::milliseconds{wall}};
  scanner.expect(R"(,"x":")");
  envelope.salt = read_half_id(scanner);
  scanner.expect("}");
  if (!scanner.ok() || !scanner.at_end() || !rising) return std::nullopt;
  return Op{envelope, std::move(review), import};
}

}  // namespace

std::optional<Op> read_review_line(std::string_view line) { return read_review(LineScanner(line)); }

std::optional<Op> read_packed_review(std::string_view packed, const Names& names) {
  // A byte stands for at most the digits of an id or a phrase of as many letters.
  constexpr std::size_t kShortLine = kLongestOpLine / 64;
  if (packed.size() > kShortLine) return std::nullopt;
  return read_review(PackedScanner(packed, names));
}

}  // namespace rehearse
