#include "core/store/answer_record.h"

#include <algorithm>

#include "core/base/varint.h"

namespace rehearse {
namespace {

// DO NOT CHANGE without a new step of the schema: these bits are in every library file.
constexpr std::uint8_t kQualityBits = 0x07;
constexpr std::uint8_t kGiven = 0x08;
constexpr std::uint8_t kOwn = 0x10;
constexpr std::uint8_t kBroughtIn = 0x20;
constexpr std::uint8_t kSchedule = 0x40;
constexpr std::uint8_t kAct = 0x80;
constexpr std::uint64_t kScheduleNumbers = 5;  // behind the points
constexpr std::uint64_t kOtherNumbers = 2;     // the same of an act and of an answer

/// Small numbers of either sign become small ones: 0, -1, 1, -2 …
void put_signed(std::string& bytes, std::int64_t value) {
  append_varint(bytes, (static_cast<std::uint64_t>(value) << 1) ^ static_cast<std::uint64_t>(value >> 63));
}

/// Damaged bytes may say any number.
std::int64_t sum(std::int64_t a, std::int64_t b) {
  return static_cast<std::int64_t>(static_cast<std::uint64_t>(a) + static_cast<std::uint64_t>(b));
}

}  // namespace

AnswerWriter::AnswerWriter(std::string_view records) : bytes_(records) {
  AnswerRecord last;
  for (AnswerReader reader(records); reader.next(last);) {
  }
  op_ = last.op;
  day_ = day_number(last.day);
}

void AnswerWriter::add(const AnswerRecord& record) {
  const std::int64_t day = day_number(record.day);
  bytes_ += static_cast<char>(static_cast<int>(record.quality) | (record.is_given ? kGiven : 0) |
                              (record.is_own ? kOwn : 0) | (record.is_brought_in ? kBroughtIn : 0) |
                              (record.schedule ? kSchedule : 0) | (record.act ? kAct : 0));
  put_signed(bytes_, record.op - op_);
  append_varint(bytes_, static_cast<std::uint64_t>(record.question));
  append_varint(bytes_, record.asked);
  put_signed(bytes_, day - day_);
  append_varint(bytes_, record.points.size());
  for (const auto& [slot, result] : record.points)
    append_varint(bytes_, static_cast<std::uint64_t>(slot) * 4 + static_cast<std::uint64_t>(result));
  if (record.schedule) {
    put_signed(bytes_, day_number(record.schedule->due));
    append_varint(bytes_, static_cast<std::uint64_t>(record.schedule->interval_days));
    append_varint(bytes_, static_cast<std::uint64_t>(record.schedule->easiness));
    append_varint(bytes_, static_cast<std::uint64_t>(record.schedule->repetitions));
    append_varint(bytes_, static_cast<std::uint64_t>(record.schedule->lapses));
  } else if (record.act) {
    append_varint(bytes_, static_cast<std::uint64_t>(record.act->kind));
    put_signed(bytes_, day_number(record.act->due));
  } else {
    append_varint(bytes_, static_cast<std::uint64_t>(record.time_of_day.count()));
    append_varint(bytes_, static_cast<std::uint64_t>(record.spent.count()));
  }
  op_ = record.op;
  day_ = day;
}

std::uint64_t AnswerReader::number() {
  // Nearly all are of one byte.
  if (!bytes_.empty() && static_cast<std::uint8_t>(bytes_.front()) < 0x80) {
    const auto value = static_cast<std::uint8_t>(bytes_.front());
    bytes_.remove_prefix(1);
    return value;
  }
  const auto value = take_varint(bytes_);
  broken_ = broken_ || !value;
  return value.value_or(0);
}

std::int64_t AnswerReader::signed_number() {
  const std::uint64_t value = number();
  return static_cast<std::int64_t>((value >> 1) ^ (~(value & 1) + 1));
}

/// Goes on behind a record that was read as far as its question.
void AnswerReader::skip_rest(std::uint8_t flags) {
  number();  // the card
  day_ = sum(day_, signed_number());
  const std::uint64_t points = number();
  if (points > bytes_.size()) broken_ = true;
  std::uint64_t left = broken_ ? 0 : points + ((flags & kSchedule) != 0 ? kScheduleNumbers : kOtherNumbers);
  std::size_t at = 0;
  for (; left > 0 && at < bytes_.size(); ++at)
    if (static_cast<std::uint8_t>(bytes_[at]) < 0x80) --left;
  broken_ = broken_ || left > 0;
  bytes_.remove_prefix(at);
}

bool AnswerReader::next(AnswerRecord& record, const MayBeAbout* questions) {
  std::uint8_t flags = 0;
  for (;;) {
    if (bytes_.empty() || broken_) return false;
    flags = static_cast<std::uint8_t>(bytes_.front());
    bytes_.remove_prefix(1);
    op_ = sum(op_, signed_number());
    record.question = static_cast<std::int64_t>(number());
    if (questions == nullptr || questions->contains(record.question)) break;
    skip_rest(flags);
  }
  record.quality = static_cast<Quality>(flags & kQualityBits);
  record.is_given = (flags & kGiven) != 0;
  record.is_own = (flags & kOwn) != 0;
  record.is_brought_in = (flags & kBroughtIn) != 0;
  record.op = op_;
  record.asked = static_cast<std::uint16_t>(number());
  day_ = sum(day_, signed_number());
  record.day = day_from_number(day_);
  const std::uint64_t points = number();
  if (points > bytes_.size()) broken_ = true;
  record.points.clear();
  for (std::uint64_t i = 0; i < points && !broken_; ++i) {
    const std::uint64_t value = number();
    const auto result = static_cast<PointResult>(std::min<std::uint64_t>(value % 4, 2));
    record.points.emplace_back(static_cast<std::uint16_t>(value / 4), result);
  }
  record.schedule.reset();
  record.act.reset();
  record.time_of_day = {};
  record.spent = {};
  if ((flags & kSchedule) != 0) {
    Schedule& schedule = record.schedule.emplace();
    schedule.due = day_from_number(signed_number());
    schedule.interval_days = static_cast<std::int64_t>(number());
    schedule.easiness = static_cast<int>(number());
    schedule.repetitions = static_cast<int>(number());
    schedule.lapses = static_cast<int>(number());
  } else if ((flags & kAct) != 0) {
    CardAct& act = record.act.emplace();
    act.kind = static_cast<CardActKind>(std::min<std::uint64_t>(number(), kLastCardAct));
    act.due = day_from_number(signed_number());
    act.on = record.day;
  } else {
    record.time_of_day = std::chrono::minutes{number()};
    record.spent = std::chrono::milliseconds{number()};
  }
  return !broken_;
}

}  // namespace rehearse
