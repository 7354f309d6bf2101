#include "core/store/review_line.h"

#include <charconv>
#include <limits>

#include "core/store/hex_digits.h"

namespace rehearse {
namespace {

/// Walks over a line. After the first thing that is not as expected nothing matches any more.
class Scanner {
 public:
  explicit Scanner(std::string_view line) : rest_(line) {}

  bool ok() const { return ok_; }
  bool at_end() const { return rest_.empty(); }

  /// Goes behind `text` when it stands here.
  bool take(std::string_view text) {
    if (!ok_ || !rest_.starts_with(text)) return false;
    rest_.remove_prefix(text.size());
    return true;
  }

  void expect(std::string_view text) { ok_ = take(text); }

  /// A whole number as JSON has it, and the only way to write it.
  std::int64_t number(std::int64_t least, std::int64_t most) {
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(rest_.data(), rest_.data() + rest_.size(), value);
    const auto length = static_cast<std::size_t>(end - rest_.data());
    const std::string_view digits = rest_.substr(0, length);
    const bool is_odd = digits == "-0" || digits.starts_with("-0") || (length > 1 && digits.front() == '0');
    ok_ = ok_ && error == std::errc{} && !is_odd && value >= least && value <= most;
    rest_.remove_prefix(length);
    return value;
  }

  /// The digits of an id, and the quote behind them.
  template <class AnyId>
  AnyId id() {
    AnyId id;
    read_hex_digits(id.bytes.data(), AnyId::kBytes);
    return id;
  }

  std::uint64_t half_id() {
    std::uint8_t bytes[8] = {};
    read_hex_digits(bytes, sizeof bytes);
    std::uint64_t value = 0;
    for (const std::uint8_t byte : bytes) value = value << 8 | byte;
    return value;
  }

  /// A word up to the quote behind it. ASCII without escapes: what else a text may be is the general
  /// reader's business.
  std::string word() {
    std::size_t length = 0;
    const auto is_plain = [](char c) { return c >= ' ' && c <= '~' && c != '"' && c != '\\'; };
    while (length < rest_.size() && is_plain(rest_[length])) ++length;
    std::string text(rest_.substr(0, length));
    rest_.remove_prefix(length);
    expect("\"");
    return text;
  }

 private:
  void read_hex_digits(std::uint8_t* bytes, std::size_t count) {
    ok_ = ok_ && rest_.size() > 2 * count && read_hex(rest_, bytes, count);
    if (ok_) rest_.remove_prefix(2 * count);
    expect("\"");
  }

  std::string_view rest_;
  bool ok_ = true;
};

/// The map behind its first quote: ids that rise, as our own writer sorts them.
std::vector<std::pair<PointId, PointResult>> read_points(Scanner& scanner, bool& rising) {
  std::vector<std::pair<PointId, PointResult>> points;
  do {
    const auto point = scanner.id<PointId>();
    scanner.expect(":");
    const auto result = point_result_from_wire(static_cast<int>(scanner.number(0, 2)));
    if (!scanner.ok() || !result) break;
    rising = rising && (points.empty() || points.back().first < point);
    points.emplace_back(point, *result);
  } while (scanner.take(",\""));
  return points;
}

}  // namespace

std::optional<Op> read_review_line(std::string_view line) {
  constexpr std::int64_t kMostMs = kLatestWall.time_since_epoch().count();
  constexpr std::int64_t kMostDays = std::numeric_limits<std::int32_t>::max();
  Scanner scanner(line);
  Envelope envelope;
  ReviewOp review;
  bool rising = true;
  scanner.expect(R"({"by":")");
  if (!scanner.ok()) return std::nullopt;
  review.scheduler = scanner.word();
  if (scanner.take(R"(,"c":)"))
    envelope.stamp.counter =
        static_cast<std::uint32_t>(scanner.number(0, std::numeric_limits<std::uint32_t>::max()));
  scanner.expect(R"(,"card":")");
  if (!scanner.ok()) return std::nullopt;  // an import, for one
  review.card = scanner.id<CardId>();
  scanner.expect(R"(,"d":")");
  envelope.device = scanner.half_id();
  if (scanner.take(R"(,"from":")")) review.from = scanner.word();
  scanner.expect(R"(,"ivl":)");
  review.interval_days = scanner.number(0, kMostDays);
  scanner.expect(R"(,"k":"review","ms":)");
  review.spent = std::chrono::milliseconds{scanner.number(0, kLongestSpent.count())};
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
  envelope.salt = scanner.half_id();
  scanner.expect("}");
  if (!scanner.ok() || !scanner.at_end() || !rising) return std::nullopt;
  return Op{envelope, std::move(review)};
}

}  // namespace rehearse
