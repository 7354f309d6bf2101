#include "core/store/question_slots.h"

#include <algorithm>
#include <cstring>
#include <numeric>
#include <optional>
#include <string>

namespace rehearse {
namespace {

constexpr const char* kHeirs = "SELECT heirs FROM question WHERE position = ?1 AND heirs IS NOT NULL";
constexpr const char* kAllHeirs = "SELECT position, heirs FROM question WHERE heirs IS NOT NULL";

void read_slots(std::string_view bytes, Slots& slots) {
  slots.resize(bytes.size() / sizeof(std::uint16_t));
  if (!slots.empty()) std::memcpy(slots.data(), bytes.data(), slots.size() * sizeof(std::uint16_t));
}

std::string bytes_of(const Slots& slots) {
  return {reinterpret_cast<const char*>(slots.data()), slots.size() * sizeof(std::uint16_t)};
}

Heirs heirs_in(std::string_view bytes) {
  Slots slots;
  read_slots(bytes, slots);
  Heirs heirs;
  for (std::size_t i = 0; i + 1 < slots.size(); i += 2) heirs.emplace_back(slots[i], slots[i + 1]);
  return heirs;
}

void step(CardState& card, const AnswerRecord& record, Quality quality, const Scheduler& scheduler) {
  const bool was_met = card.memory.met;
  ++card.answers;
  if (record.schedule) {
    card.memory = scheduler.take_over(card.memory, *record.schedule);
    if (!was_met) card.first = card.memory.anchor;
  } else {
    card.memory = scheduler.observe(card.memory, quality, record.day);
    if (!was_met) card.first = record.day;
  }
}

void act_on(CardState& card, const CardAct& act, const Scheduler& scheduler) {
  switch (act.kind) {
    case CardActKind::kSuspend: card.is_suspended = true; return;
    case CardActKind::kBury: card.buried = act.on; return;
    case CardActKind::kRelease:
      card.is_suspended = false;
      card.buried.reset();
      return;
    case CardActKind::kReset:
      card.answers = 0;
      card.named.reset();
      card.first = {};
      break;
    case CardActKind::kSetDue:
    case CardActKind::kReschedule:
    case CardActKind::kForgive: break;
  }
  const bool was_met = card.memory.met;
  card.memory = after_act(card.memory, act, scheduler);
  if (!was_met && card.memory.met) {
    card.first = card.memory.anchor;
    ++card.answers;  // its first meeting was elsewhere
  }
}

/// The cards of an act, each once; `known` cards were named before it.
std::vector<std::uint16_t> acted_on(const AnswerRecord& record, const Heirs& heirs, std::size_t known) {
  std::vector<std::uint16_t> slots(record.points.empty() ? known : 0);
  std::iota(slots.begin(), slots.end(), std::uint16_t{0});
  for (const auto& point : record.points) {
    slots.push_back(point.first);
    for (const auto& [from, heir] : heirs)
      if (from == point.first) slots.push_back(heir);
  }
  std::sort(slots.begin(), slots.end());
  slots.erase(std::unique(slots.begin(), slots.end()), slots.end());
  return slots;
}

}  // namespace

StudyDay day_of(const AnswerRecord& record) {
  if (!record.schedule) return record.day;
  return record.schedule->due - std::chrono::days{record.schedule->interval_days};
}

Review review_of(const std::vector<CardState>& states, const AnswerRecord& record,
                 std::vector<PointResult>& results) {
  const std::optional<StudyDay> before =
      record.asked < states.size() ? states[record.asked].named : std::nullopt;
  results.clear();
  for (const auto& [slot, result] : record.points)
    if (slot != record.asked) results.push_back(result);
  Review review;
  review.turn = turn_of(before, record.day);
  review.quality = record.quality;
  if (before) review.since_last = record.day - *before;
  review.hour = static_cast<unsigned>(std::chrono::floor<std::chrono::hours>(record.time_of_day).count());
  review.spent = record.spent;
  review.points = results;
  return review;
}

Slots read_shown(const Query& row, int cards_column, int shown_column) {
  Slots slots;
  read_shown(row.bytes(cards_column),
             row.is_null(shown_column) ? std::nullopt : std::optional(row.bytes(shown_column)), slots);
  return slots;
}

void read_shown(std::string_view cards, std::optional<std::string_view> shown, Slots& slots) {
  if (shown) return read_slots(*shown, slots);
  slots.resize(cards.size() / CardId::kBytes);
  std::iota(slots.begin(), slots.end(), std::uint16_t{0});
}

Heirs heirs_of(Database& database, std::int64_t question) {
  Query query = database.query(kHeirs);
  if (!query.bind(question).step()) return {};
  return heirs_in(query.bytes(0));
}

std::map<std::int64_t, Heirs> all_heirs(Database& database) {
  std::map<std::int64_t, Heirs> all;
  Query query = database.query(kAllHeirs);
  while (query.step()) all.emplace(query.integer(0), heirs_in(query.bytes(1)));
  return all;
}

std::optional<std::string> write_heirs(const Heirs& heirs) {
  if (heirs.empty()) return std::nullopt;
  Slots slots;
  for (const auto& [from, heir] : heirs) slots.insert(slots.end(), {from, heir});
  return bytes_of(slots);
}

std::optional<std::string> write_shown(const Slots& shown, std::size_t cards) {
  Slots all(cards);
  std::iota(all.begin(), all.end(), std::uint16_t{0});
  if (shown == all) return std::nullopt;
  return bytes_of(shown);
}

void fold_answer(std::vector<CardState>& states, const AnswerRecord& record, const Heirs& heirs,
                 const Scheduler& scheduler) {
  const auto card_in = [&](std::uint16_t slot) -> CardState& {
    if (slot >= states.size()) states.resize(slot + std::size_t{1});
    return states[slot];
  };
  if (record.act) {
    const auto is_named = [&](std::uint16_t slot) {
      return record.points.empty() || std::any_of(record.points.begin(), record.points.end(),
                                                  [&](const auto& point) { return point.first == slot; });
    };
    for (const std::uint16_t slot : acted_on(record, heirs, states.size())) {
      CardState& card = card_in(slot);
      const auto named = card.named;
      act_on(card, *record.act, scheduler);
      if (!is_named(slot)) card.named = named;
    }
    return;
  }
  const auto observe = [&](std::uint16_t slot, Quality quality) {
    step(card_in(slot), record, quality, scheduler);
  };
  const auto is_asked = [&](const auto& point) { return point.first == record.asked; };
  // On a point card the point's own result is the answer.
  const bool asked_as_point = std::any_of(record.points.begin(), record.points.end(), is_asked);
  const StudyDay day = day_of(record);
  const auto note_named = [&](std::uint16_t slot, Quality quality) {
    CardState& card = card_in(slot);
    if (!record.schedule && turn_of(card.named, day) == ReviewTurn::kLater)
      ++(passed(quality) ? card.tests.passed : card.tests.failed);
    card.named = std::max(card.named.value_or(day), day);
  };
  if (!asked_as_point) note_named(record.asked, record.quality);
  for (const auto& [slot, result] : record.points) note_named(slot, quality_of(result));
  if (heirs.empty()) {
    if (!asked_as_point) observe(record.asked, record.quality);
    for (const auto& [slot, result] : record.points) observe(slot, quality_of(result));
    return;
  }
  std::map<std::uint16_t, Quality> worst;
  const auto note = [&](std::uint16_t slot, Quality quality) {
    const auto [place, is_first] = worst.emplace(slot, quality);
    if (!is_first) place->second = std::min(place->second, quality);
  };
  const auto say = [&](std::uint16_t slot, Quality quality) {
    note(slot, quality);
    for (const auto& [from, heir] : heirs)
      if (from == slot) note(heir, quality);
  };
  if (!asked_as_point) say(record.asked, record.quality);
  for (const auto& [slot, result] : record.points) say(slot, quality_of(result));
  for (const auto& [slot, quality] : worst) observe(slot, quality);
}

}  // namespace rehearse
