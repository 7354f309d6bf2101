// A library in a folder of its own, with a clock that moves only when told and a counter for randomness.
#pragma once

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "core/base/store_error.h"
#include "core/deck/document.h"
#include "core/deck/identity.h"
#include "core/library.h"
#include "core/store/check.h"
#include "core/store/content.h"
#include "core/store/memory.h"
#include "core/store/op_log.h"
#include "core/store/places.h"
#include "core/store/question_fields.h"
#include "core/store/question_slots.h"
#include "tests/scratch.h"

namespace rehearse::test {

/// first, first + 1, …: no two salts of one library are the same.
inline RandomSource counting_random(std::uint64_t first = 1) {
  return [next = first]() mutable { return next++; };
}

/// An open question with `points` key points, "cue 1" and so on.
inline Question open_question(std::string stem, std::size_t points) {
  Question question;
  question.stem = std::move(stem);
  for (std::size_t i = 1; i <= points; ++i)
    question.points.push_back({"cue " + std::to_string(i), "what is said about it"});
  return question;
}

/// A question that checks itself; options are named A, B … in turn.
inline Question checked_question(QuestionKind kind, std::string stem, const std::vector<std::string>& options,
                                 std::vector<std::string> key) {
  Question question;
  question.kind = kind;
  question.stem = std::move(stem);
  for (std::size_t i = 0; i < options.size(); ++i)
    question.options.push_back({std::string(1, static_cast<char>('A' + i)), options[i]});
  question.answer_key = std::move(key);
  return question;
}

inline Document document_of(std::string title, std::vector<Question> questions) {
  Document document;
  document.title = std::move(title);
  document.questions = std::move(questions);
  return document;
}

/// `count` open questions of `points` key points each.
inline Document open_document(std::string title, std::size_t count, std::size_t points) {
  std::vector<Question> questions;
  for (std::size_t i = 1; i <= count; ++i)
    questions.push_back(open_question("question " + std::to_string(i), points));
  return document_of(std::move(title), std::move(questions));
}

/// The layers under a Library, on the same file: for ops that no screen writes yet.
struct OpenStore {
  explicit OpenStore(const std::filesystem::path& file, std::uint64_t seed = 1'000'000)
      : database(file),
        log(database, counting_random(seed)),
        cards(database),
        memory(database, log, cards),
        content(database, log, memory, cards) {
    rebuild_if_wanted(database, log, content, memory);
  }

  /// Appends one op and brings the thing it is about up to date.
  StoredOp write(OpBody body, Instant at) {
    Transaction transaction(database);
    StoredOp stored = log.append(std::move(body), at);
    content.refold(target_of(stored.op));
    transaction.commit();
    return stored;
  }

  Database database;
  OpLog log;
  CardIndex cards;
  Memory memory;
  Content content;
};

/// The first column of every row, as text.
inline std::vector<std::string> rows(Database& database, const char* sql) {
  std::vector<std::string> result;
  Query query = database.query(sql);
  while (query.step()) result.push_back(query.text(0));
  return result;
}

enum class OfCards { kShown, kMet };

/// What is remembered of each card that a question has now, "new" where nothing is; or of each card that was
/// ever answered. Sorted.
inline std::vector<std::string> card_states(Database& database, OfCards which = OfCards::kShown) {
  std::vector<std::string> states;
  Query query = database.query(
      "SELECT q.cards, q.shown, m.states FROM question q LEFT JOIN memory m ON m.question = q.position");
  while (query.step()) {
    const std::vector<CardId> cards = query.ids<CardId>(0);
    const Slots shown = read_shown(query, 0, 1);
    for (std::size_t slot = 0; slot < cards.size(); ++slot) {
      const CardState state = read_card_state(query.bytes(2), slot);
      const MemoryState& memory = state.memory;
      const bool is_shown = std::find(shown.begin(), shown.end(), slot) != shown.end();
      if (which == OfCards::kShown ? !is_shown : !memory.met) continue;
      std::string text = cards[slot].hex() + ": ";
      if (memory.met)
        for (const std::int64_t number :
             {std::int64_t{memory.sm2.repetitions}, std::int64_t{memory.sm2.easiness}, memory.interval_days(),
              std::int64_t{memory.lapses}, day_number(memory.anchor), day_number(memory.seen),
              day_number(state.first)})
          text += std::to_string(number) + ' ';
      if (memory.moved_to) text += "moved to " + format_day(*memory.moved_to) + ' ';
      if (state.is_suspended) text += "suspended ";
      if (state.buried) text += "buried on " + format_day(*state.buried) + ' ';
      if (memory.scheduler == SchedulerKind::kFsrs6)
        text += std::to_string(memory.fsrs.stability) + ' ' + std::to_string(memory.fsrs.difficulty);
      states.push_back(text + (memory.met ? "" : "new"));
    }
  }
  std::sort(states.begin(), states.end());
  return states;
}

/// Every answer that stands, in the order of the fold: card, day, quality and time.
inline std::vector<std::string> answers(Database& database) {
  std::map<std::int64_t, std::vector<CardId>> cards;
  Query query = database.query("SELECT position, cards FROM question");
  while (query.step()) cards.emplace(query.integer(0), query.ids<CardId>(1));
  std::vector<std::string> all;
  AnswerTable(database).for_each([&](const AnswerRecord& record) {
    if (record.is_given && !record.schedule && !record.act)
      all.push_back(cards.at(record.question).at(record.asked).hex() + ' ' + format_day(record.day) + ' ' +
                    std::to_string(static_cast<int>(record.quality)) + ' ' +
                    std::to_string(record.spent.count()));
  });
  return all;
}

/// Every line of the log in the order of arrival.
inline std::vector<std::string> lines(const OpLog& log) {
  std::vector<std::string> all;
  for (std::int64_t position = 1; const auto line = log.line_at(position); ++position) all.push_back(*line);
  return all;
}

/// Gives each of two libraries the ops it lacks, as a sync would, and folds them.
inline void unite(const std::filesystem::path& one, const std::filesystem::path& other) {
  for (const auto& [from, to] : {std::pair(one, other), std::pair(other, one)}) {
    OpenStore source(from), store(to);
    Transaction transaction(store.database);
    for (const std::string& line : lines(source.log))
      static_cast<void>(*store.log.receive(line, std::nullopt));
    rebuild_projections(store.log, store.content, store.memory);
    transaction.commit();
  }
}

/// 2026-12-01 09:30 in China.
inline LocalInstant morning() { return *parse_instant("2026-12-01T09:30:00+08:00"); }

struct LibraryFixture {
  LibraryFixture() = default;
  /// Another copy of the library than those of other numbers.
  explicit LibraryFixture(std::uint64_t first_random) : library(folder(), counting_random(first_random)) {}

  std::filesystem::path folder() const { return scratch / "library"; }
  std::filesystem::path file() const { return folder() / "library.sqlite"; }

  void pass(std::chrono::milliseconds time) { now.at += time; }
  void pass_days(int days) { now.at += std::chrono::days{days}; }

  /// Every point of the question with this result.
  Answer answer_all(const Question& question, DeckId deck, PointResult result, Quality quality) const {
    const QuestionId id = derive_question_id(deck, question, 0);
    Answer answer;
    answer.card = question_card_id(id);
    answer.quality = quality;
    for (const KeyPoint& point : question.points)
      answer.points.emplace_back(derive_point_id(id, point.cue, 0), result);
    return answer;
  }

  Scratch scratch;
  LocalInstant now = morning();
  Library library{folder(), counting_random()};
};

}  // namespace rehearse::test
