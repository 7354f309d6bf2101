#include "core/store/register_line.h"

#include <limits>
#include <utility>
#include <vector>

#include "core/store/hex_digits.h"
#include "core/store/plain_line.h"

namespace rehearse {
namespace {

/// Reads members. After the first that is missing or not as expected nothing it says matters any more.
class Reader {
 public:
  explicit Reader(const PlainMembers& members) : members_(members) {}

  bool ok() const { return ok_; }
  bool has(std::string_view name) const { return !members_[name].empty(); }

  std::string_view text(std::string_view name) { return unless_missing(plain_text(members_[name])); }

  std::int64_t number(std::string_view name, std::int64_t most) {
    const std::int64_t value = unless_missing(plain_number(members_[name]));
    ok_ = ok_ && value >= 0 && value <= most;
    return value;
  }

  template <class AnyId>
  AnyId id(std::string_view name) {
    return id_from<AnyId>(members_[name]);
  }

  std::uint64_t half_id(std::string_view name) {
    std::uint8_t bytes[8] = {};
    read_digits(text(name), bytes, sizeof bytes);
    std::uint64_t value = 0;
    for (const std::uint8_t byte : bytes) value = value << 8 | byte;
    return value;
  }

  std::vector<OpId> base() {
    std::vector<OpId> ids;
    std::string_view list = members_["base"];
    ok_ = ok_ && (list.empty() || list.front() == '[');
    // Ids with commas between, for the list is plain.
    while (ok_ && list.size() > 2) {
      constexpr std::size_t kQuoted = 2 * OpId::kBytes + 2;
      list.remove_prefix(1);
      ids.push_back(id_from<OpId>(list.substr(0, kQuoted)));
      if (ok_) list.remove_prefix(kQuoted);
    }
    return ids;
  }

  Fields fields(std::string_view name) {
    Fields fields;
    const auto members = PlainMembers::cut(members_[name]);
    ok_ = ok_ && members;
    if (!ok_) return fields;
    for (const auto& [field, json] : members->all()) fields.emplace_hint(fields.end(), field, json);
    return fields;
  }

  bool flag(std::string_view name) {
    const std::string_view value = members_[name];
    ok_ = ok_ && (value == "true" || value == "false");
    return value == "true";
  }

 private:
  template <class Value>
  Value unless_missing(const std::optional<Value>& value) {
    ok_ = ok_ && value;
    return value.value_or(Value());
  }

  void read_digits(std::string_view hex, std::uint8_t* bytes, std::size_t count) {
    ok_ = ok_ && hex.size() == 2 * count && read_hex(hex, bytes, count);
  }

  template <class AnyId>
  AnyId id_from(std::string_view json) {
    AnyId id;
    read_digits(unless_missing(plain_text(json)), id.bytes.data(), AnyId::kBytes);
    return id;
  }

  const PlainMembers& members_;
  bool ok_ = true;
};

Envelope envelope_of(Reader& reader) {
  constexpr std::int64_t kMostMs = kLatestWall.time_since_epoch().count();
  Envelope envelope;
  envelope.device = reader.half_id("d");
  envelope.counter = static_cast<std::uint64_t>(reader.number("s", std::numeric_limits<std::int64_t>::max()));
  envelope.stamp.ms = reader.number("t", kMostMs);
  if (reader.has("c"))
    envelope.stamp.counter =
        static_cast<std::uint32_t>(reader.number("c", std::numeric_limits<std::uint32_t>::max()));
  const std::int64_t wall = reader.has("w") ? reader.number("w", kMostMs) : envelope.stamp.ms;
  envelope.wall = Instant{std::chrono::milliseconds{wall}};
  envelope.salt = reader.half_id("x");
  return envelope;
}

/// Nothing for a kind that is read elsewhere.
std::optional<OpBody> body_of(Reader& reader) {
  const std::string_view kind = reader.text("k");
  const auto target = [&] { return std::string(reader.text("o")); };
  if (kind == "set") {
    const std::string_view by = reader.has("by") ? reader.text("by") : "";
    const Origin origin = by == "import"  ? Origin::kImport
                          : by == "group" ? Origin::kGroup
                                          : Origin::kLearner;
    return SetOp{target(), reader.fields("v"), reader.base(), origin};
  }
  if (kind == "alive") return AliveOp{target(), reader.flag("v"), reader.base()};
  if (kind == "order") return OrderOp{target(), std::string(reader.text("at")), reader.base()};
  if (kind == "config") return ConfigOp{target(), reader.fields("v"), reader.base()};
  if (kind == "void") return VoidOp{reader.id<OpId>("o")};
  return std::nullopt;
}

}  // namespace

std::optional<Op> read_register_line(std::string_view line) {
  const auto members = PlainMembers::cut(line);
  if (!members) return std::nullopt;
  Reader reader(*members);
  if (reader.has("g")) return std::nullopt;  // a group's: there are few
  Op op;
  op.envelope = envelope_of(reader);
  std::optional<OpBody> body = body_of(reader);
  if (reader.has("in")) op.import = reader.id<OpId>("in");
  if (!body || !reader.ok()) return std::nullopt;
  op.body = std::move(*body);
  return op;
}

std::optional<Envelope> read_plain_envelope(std::string_view line) {
  const auto members = PlainMembers::cut(line);
  if (!members) return std::nullopt;
  Reader reader(*members);
  if (reader.has("g")) return std::nullopt;
  const Envelope envelope = envelope_of(reader);
  if (reader.text("k").empty() || !reader.ok()) return std::nullopt;
  return envelope;
}

}  // namespace rehearse
