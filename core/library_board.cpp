// The weekly board of a group: what its members let the others see of their studying.
#include <algorithm>
#include <cmath>
#include <map>

#include "core/library_parts.h"
#include "core/statistics/study_days.h"
#include "core/store/group_acts.h"
#include "core/store/statistics.h"

namespace rehearse {
namespace {

constexpr std::chrono::hours kBetweenPosts{1};
constexpr std::uint64_t kMsPerMinute = 60'000;

/// The day of the week from Monday, 0 to 6. 1970 began with a Thursday.
int weekday(StudyDay day) {
  const auto days = day.time_since_epoch().count();
  return static_cast<int>(((days + 3) % 7 + 7) % 7);
}

StudyDay monday_of(StudyDay day) { return day - std::chrono::days{weekday(day)}; }

std::optional<DeckId> deck_of(const std::string& target) {
  if (!target.starts_with(kDeckTarget)) return std::nullopt;
  return DeckId::from_hex(target.substr(kDeckTarget.size()));
}

bool says_same(const WeekFigures& a, const WeekFigures& b) {
  return a.week == b.week && a.reviews == b.reviews && a.minutes == b.minutes && a.readiness == b.readiness &&
         a.is_withdrawn == b.is_withdrawn;
}

struct Post {
  WeekFigures figures;
  Instant at{};
};

/// The last that this copy of the library wrote.
std::optional<Post> last_own(const std::vector<ToldAct>& acts) {
  std::optional<Post> last;
  for (const ToldAct& told : acts)
    if (const auto* figures = std::get_if<WeekFigures>(&told.act); figures != nullptr && told.is_own)
      last = Post{*figures, told.at};
  return last;
}

}  // namespace

bool Library::is_on_board(Scope group) const {
  const Registers registers = fold_registers(parts_->log, group_target(group));
  const auto board = registers.find(std::string(kConfigPrefix) + kBoardField);
  return board != registers.end() && board->second.value == "true";
}

void Library::set_on_board(Scope group, bool is_on, LocalInstant now) {
  if (is_on_board(group) == is_on) return;
  Transaction transaction(parts_->database);
  parts_->configure(group_target(group), {{kBoardField, is_on ? "true" : "false"}}, now.at);
  if (!is_on) {
    WeekFigures gone;
    gone.week = monday_of(parts_->day_of(now));
    gone.is_withdrawn = true;
    parts_->write_in(group, {GroupActOp{gone}}, now.at);
  }
  transaction.commit();
}

void Library::post_to_boards(LocalInstant now) {
  const StudyDay today = parts_->day_of(now);
  for (const JoinedGroup& group : groups()) {
    if (!is_on_board(group.scope)) continue;
    WeekFigures figures;
    figures.week = monday_of(today);
    std::uint64_t spent_ms = 0;
    for (const DayCounts& day : read_study_days(parts_->database)) {
      if (day.day < figures.week || day.day > today) continue;
      figures.reviews += day.counts.reviews();
      spent_ms += day.counts.spent_ms;
    }
    figures.minutes = static_cast<std::uint32_t>(spent_ms / kMsPerMinute);
    Readiness ready;
    for (const std::string& name : parts_->log.register_targets_of(group.scope)) {
      const auto deck = deck_of(name);
      const auto of_deck = deck ? readiness(*deck, now) : std::nullopt;
      if (!of_deck) continue;
      ready.recalled_marks += of_deck->readiness.all.recalled_marks;
      ready.marks += of_deck->readiness.all.marks;
    }
    if (ready.marks > 0)
      figures.readiness = static_cast<std::uint32_t>(std::clamp(std::lround(ready.share() * 100), 0L, 100L));
    Transaction transaction(parts_->database);
    const auto last = last_own(read_group_acts(parts_->database, parts_->log, group.scope));
    if (last && says_same(last->figures, figures)) continue;
    const bool is_same_week = last && last->figures.week == figures.week && !last->figures.is_withdrawn;
    if (is_same_week && now.at < last->at + kBetweenPosts && last->at <= now.at) continue;
    parts_->write_in(group.scope, {GroupActOp{figures}}, now.at);
    transaction.commit();
  }
}

std::vector<BoardRow> Library::board(Scope group, LocalInstant now) const {
  const Snapshot snapshot(parts_->database);
  const StudyDay week = monday_of(parts_->day_of(now));
  const std::vector<ToldAct> acts = read_group_acts(parts_->database, parts_->log, group);
  const std::string self = own_account(acts, read_members(parts_->database, group));
  std::map<std::string, BoardRow> rows;  // by author
  for (const ToldAct& told : acts) {
    const auto* figures = std::get_if<WeekFigures>(&told.act);
    if (figures == nullptr || figures->week != week) continue;
    const bool is_own = is_by_self(told, self);
    // The account's own stand in one row, sent or not.
    const std::string author = is_own ? self : told.author;
    rows.erase(author);
    if (!figures->is_withdrawn)
      rows[author] = {author, is_own, week, figures->reviews, figures->minutes, figures->readiness};
  }
  std::vector<BoardRow> board;
  for (auto& [author, row] : rows) board.push_back(std::move(row));
  std::stable_sort(board.begin(), board.end(),
                   [](const BoardRow& a, const BoardRow& b) { return a.reviews > b.reviews; });
  return board;
}

}  // namespace rehearse
