// One immutable event, and the line of JSON it is kept as. The format is described in README.md here.
#pragma once

#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "core/base/id.h"
#include "core/base/result.h"
#include "core/base/time.h"
#include "core/interview/report.h"
#include "core/schedule/card_act.h"
#include "core/schedule/memory_state.h"
#include "core/schedule/quality.h"
#include "core/store/fields.h"
#include "core/store/group_act.h"
#include "core/store/scope.h"

namespace rehearse {

/// Hybrid logical clock: never behind an op already seen, and equal to the wall clock while that is right.
struct Stamp {
  std::int64_t ms = 0;  // Unix milliseconds
  std::uint32_t counter = 0;

  friend auto operator<=>(const Stamp&, const Stamp&) = default;
};

/// The stamp of the next op after `last` when the wall clock shows `wall`.
Stamp next_stamp(Stamp last, Instant wall);

struct Envelope {
  std::uint64_t device = 0;
  std::uint64_t counter = 0;  // of the device; never names an op: a restored backup counts again
  Stamp stamp;
  Instant wall{};  // what the device's clock showed
  std::uint64_t salt = 0;
  Scope scope = kOwnOps;
};

enum class Origin {
  kLearner,
  kGroup,  // what a shared deck says: written in a group's scope, or taken over from there by the learner
  kImport,
};

struct SetOp {
  std::string target;  // such as question:<id>
  Fields fields;
  std::vector<OpId> base;  // the versions its author saw and replaces
  Origin origin = Origin::kLearner;
};

struct AliveOp {
  std::string target;
  bool alive = true;
  std::vector<OpId> base;
};

struct OrderOp {
  std::string target;
  std::string at;  // compared byte by byte among its siblings
  std::vector<OpId> base;
};

struct ConfigOp {
  std::string target;  // deck:<id> or library
  Fields fields;
  std::vector<OpId> base;
};

struct ReviewOp {
  CardId card;
  Quality quality = Quality::kBlackout;
  std::optional<Quality> suggested;
  std::vector<std::pair<PointId, PointResult>> points;
  std::chrono::milliseconds spent{0};
  std::chrono::minutes utc_offset{0};
  std::string scheduler;
  std::int64_t interval_days = 0;  // as shown to the learner
  std::string from;                // the program it was brought in from; empty when it was given here
  std::uint32_t nth = 0;           // brought in: how many answers to the card at this instant come before it
};

/// Cards that were studied elsewhere go on from what that program knew of them.
struct ScheduleOp {
  CardId card;
  std::vector<PointId> points;  // whose cards take it over as well
  Schedule schedule;
  std::string from;  // the program it was brought in from
};

/// What the learner did with cards besides answering them.
struct CardsOp {
  CardAct act;
  std::vector<CardId> cards;  // at most kMostCardsOfOp
};

struct VoidOp {
  OpId target;
};

/// An import as a whole: what belongs to it says so (Op::import), and is void while this is.
struct ImportOp {
  std::string title;  // of the deck it wrote to first; may be empty
};

/// A mock interview that was kept: its report, and with it what is to be drilled on the day after.
struct MockInterviewOp {
  DeckId deck;  // the questions were drawn from it
  InterviewReport report;
  std::chrono::minutes utc_offset{0};
};

/// What a member of a group did there beside writing its decks; in a group's scope alone.
struct GroupActOp {
  GroupAct act;
};

/// A kind this version does not know: kept and passed on as the same bytes, ignored by the fold.
struct UnknownOp {
  std::string kind;
};

using OpBody = std::variant<SetOp, AliveOp, OrderOp, ConfigOp, ReviewOp, ScheduleOp, CardsOp, VoidOp,
                            MockInterviewOp, ImportOp, GroupActOp, UnknownOp>;

struct Op {
  Envelope envelope;
  OpBody body;
  std::optional<OpId> import{};  // it came with this one
};

/// 16 lower-case hexadecimal digits: how a device and a salt are written.
std::string hex_text(std::uint64_t value);

/// set, alive, order, config, review, schedule, cards, void, mock_interview, import, a group act's kind, or
/// the unknown kind's own word.
std::string_view kind_of(const Op& op);

/// What the op is about: a target, card:<id> or op:<id>; may be empty.
std::string target_of(const Op& op);

/// The line, without a line end. Precondition: no UnknownOp (those exist as lines only).
std::string write_op(const Op& op);

/// The line of a `set` that came with `import`, without a base, whose fields are already JSON: the same bytes
/// as write_op, for tens of thousands at once.
std::string write_import_op(const Envelope& envelope, OpId import, std::string_view target,
                            std::string_view fields_json);

/// Reads a line whoever wrote it. The error says which key is wrong.
Result<Op> read_op(std::string_view line);
/// The same, without the short ways that read_op takes for lines in our own bytes.
Result<Op> read_any_op(std::string_view line);

/// Reads what a line of any kind has, and looks at nothing else: for those who pass it on.
Result<Envelope> read_envelope(std::string_view line);

/// BLAKE2b-128 of exactly these bytes. Same id = same op.
OpId op_id(std::string_view line);

inline constexpr std::size_t kLongestOpLine = 64 * 1024;  // bytes
inline constexpr std::size_t kMostCardsOfOp = 1500;       // so that they fit a line
/// The instants a line can hold: 1970 to the end of the year 9999.
inline constexpr Instant kEarliestWall{};
inline constexpr Instant kLatestWall{std::chrono::milliseconds{253'402'300'799'999}};
/// The longest time a review can say was spent; a card left open over the weekend says no more.
inline constexpr std::chrono::milliseconds kLongestSpent{86'400'000};

}  // namespace rehearse
