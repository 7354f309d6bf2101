// What a learner does.
#include "core/deck/identity.h"
#include "core/store/json_text.h"
#include "core/store/registers.h"
#include "tests/library_fixture.h"
#include "tests/sim/world.h"

namespace rehearse::sim {
namespace {

std::vector<OpId> heads_of(const OpLog& log, const std::string& target, const std::string& field) {
  const Registers registers = fold_registers(log, target);
  const auto found = registers.find(field);
  return found == registers.end() ? std::vector<OpId>() : found->second.heads;
}

const std::string& text_of(const Question& question, std::string_view field) {
  if (field == "stem") return question.stem;
  return field == "answer" ? question.answer : question.analysis;
}

}  // namespace

void World::deed(Device& device) {
  if (device.library().is_empty()) return import(device);
  switch (chance_.below(18)) {
    case 0:
    case 1:
    case 2:
    case 3: return answer(device);
    case 4:
    case 5:
    case 6: return edit(device);
    case 7: return mark(device);
    case 8: return set_alive(device);
    case 9:
    case 10: return undo(device);
    case 11: return configure(device);
    case 12: return act(device);
    case 13: return edit_points(device);
    case 14: return receive_from_newer_program(device);
    case 15: return interview(device);
    case 16: return bring_in(device);
    default: return import(device);
  }
}

std::optional<ListedQuestion> World::any_question(Device& device) {
  auto questions = device.library().questions(derive_deck_id(templates_.deck.title));
  if (questions.empty()) return std::nullopt;
  return chance_.any_of(questions);
}

void World::answer(Device& device) {
  const auto question = any_question(device);
  if (!question) return;
  Answer answer;
  answer.card = question_card_id(question->id);
  for (const PointId& point : question->points)
    answer.points.emplace_back(point, static_cast<PointResult>(chance_.below(3)));
  if (!answer.points.empty() && chance_.one_in(3)) {
    answer.points.resize(1);
    answer.card = point_card_id(answer.points[0].first);
  }
  answer.quality = static_cast<Quality>(chance_.below(6));
  answer.spent = std::chrono::seconds{chance_.below(90)};
  note(name_of(device) + ": answers " + answer.card.hex().substr(0, 6));
  device.keep(device.library().grade(answer, now_of(device)));
}

void World::edit(Device& device) {
  const auto questions = device.library().questions(derive_deck_id(templates_.deck.title));
  if (questions.empty()) return;
  constexpr const char* kFields[] = {"stem", "answer", "analysis"};
  const std::string text = "text " + std::to_string(++texts_);
  // One field is everybody's favourite: edits must meet.
  if (chance_.below(2) == 0) return edit_text(device, questions.front(), kFields[2], text);
  edit_text(device, chance_.any_of(questions), kFields[chance_.below(std::size(kFields))], text);
}

void World::edit_text(Device& device, const ListedQuestion& listed, const char* field,
                      const std::string& text) {
  const std::string_view name = field;
  const QuestionId question = listed.id;
  const std::string before = text_of(listed.question, name);
  note(name_of(device) + ": edits " + field + " of " + question.hex().substr(0, 6) + " from \"" + before +
       "\" to \"" + text + '"');
  if (without_ == Rule::kEditsNameBase) {
    const SetOp blind{target(question), {{field, json_text(text)}}, {}, Origin::kLearner};
    device.keep(device.layers().write(blind, now_of(device).at).id);
  } else {
    ChangeText change;
    (name == "stem" ? change.stem : name == "answer" ? change.answer : change.analysis) = text;
    device.keep(*device.library().edit_question(question, change, now_of(device)));
  }
  replaced_.push_back({device.done().back(), question, field, before});
}

void World::edit_points(Device& device) {
  const auto question = any_question(device);
  if (!question || question->points.empty()) return;
  std::vector<PointId> points = question->points;
  const PointId point = chance_.any_of(points);
  const std::string words = "cue " + std::to_string(++texts_);
  QuestionEdit edit;
  switch (chance_.below(6)) {
    case 0: edit = MovePoint{point, chance_.below(points.size())}; break;
    case 1: edit = MergePoints{points, std::nullopt, std::nullopt}; break;
    case 2: edit = SplitPoint{point, {{words + "a", ""}, {words + "b", ""}}}; break;
    case 3: edit = AddPoint{{words, "added"}, chance_.below(3)}; break;
    case 4: edit = RemovePoint{point}; break;
    default: edit = RenamePoint{point, {words, "renamed"}}; break;
  }
  note(name_of(device) + ": edits points of " + question->id.hex().substr(0, 6));
  const Result<OpId> done = device.library().edit_question(question->id, edit, now_of(device));
  if (done) device.keep(*done);  // else there was nothing to do
}

void World::mark(Device& device) {
  const auto question = any_question(device);
  if (!question) return;
  MarkChange change;
  switch (chance_.below(3)) {
    case 0: change = SetFlag{static_cast<int>(chance_.below(kHighestFlag + 1))}; break;
    case 1: change = AddTags{{"tag " + std::to_string(chance_.below(4))}}; break;
    default: change = RemoveTags{{"tag " + std::to_string(chance_.below(4))}}; break;
  }
  note(name_of(device) + ": marks " + question->id.hex().substr(0, 6));
  if (const auto done = device.library().mark_question(question->id, change, now_of(device)))
    device.keep(*done);
}

void World::set_alive(Device& device) {
  const DeckId deck = derive_deck_id(templates_.deck.title);
  const Question& question = templates_.deck.questions[chance_.below(templates_.deck.questions.size())];
  const std::string name = chance_.one_in(6) ? target(deck) : target(derive_question_id(deck, question, 0));
  const bool alive = chance_.below(2) == 0;
  note(name_of(device) + (alive ? ": brings back " : ": deletes ") + name.substr(0, 16));
  const AliveOp op{name, alive, heads_of(device.layers().log, name, kAliveField)};
  device.keep(device.layers().write(op, now_of(device).at).id);
}

void World::undo(Device& device) {
  if (device.done().empty()) return;
  const OpId op = device.done()[chance_.below(device.done().size())];
  note(name_of(device) + ": takes back " + op.hex().substr(0, 6));
  device.keep(device.library().undo(op, now_of(device)));
}

void World::configure(Device& device) {
  note(name_of(device) + ": sets something");
  const LocalInstant now = now_of(device);
  Library& library = device.library();
  switch (chance_.below(5)) {
    case 0:
    case 1:
      device.keep(library.set_interview(derive_deck_id(templates_.deck.title),
                                        study_day(now) + std::chrono::days{chance_.below(60)}, now));
      break;
    case 2:
      device.keep(library.set_scheduler(chance_.below(2) == 0 ? Scheduler() : Scheduler::fsrs6(), now));
      break;
    case 3: {
      StudySettings settings;
      settings.fresh_per_day = chance_.below(20);
      device.keep(library.set_study_settings(std::nullopt, settings, now));
      break;
    }
    default: device.keep(library.set_day_starts(std::chrono::hours{chance_.below(13)}, now)); break;
  }
}

void World::act(Device& device) {
  const auto question = any_question(device);
  if (!question) return;
  std::vector<CardId> cards{question_card_id(question->id)};
  for (const PointId& point : question->points) cards.push_back(point_card_id(point));
  const auto kind = static_cast<CardActKind>(chance_.below(kLastCardAct + 1));
  note(name_of(device) + ": does " + std::string(word_of(kind)));
  const LocalInstant now = now_of(device);
  for (const OpId& op : device.library().act_on({chance_.any_of(cards)}, kind, now,
                                                study_day(now) + std::chrono::days{chance_.below(40)}))
    device.keep(op);
}

void World::interview(Device& device) {
  const auto questions = device.library().questions(derive_deck_id(templates_.deck.title));
  if (questions.empty()) return;
  InterviewReport report;
  report.seed = chance_.below(1000);
  for (const ListedQuestion& listed : questions) {
    if (chance_.one_in(3)) continue;
    Marking marking;
    for (std::size_t i = 0; i < 3; ++i) marking.reached.push_back(static_cast<double>(chance_.below(5)) / 4);
    marking.missed_points = {chance_.below(4)};
    marking.spent = std::chrono::seconds{chance_.below(300)};
    report.questions.push_back(result_of(ask(listed.id, listed.points, listed.question), marking));
  }
  note(name_of(device) + ": keeps a mock interview");
  device.keep(device.library().keep_interview(derive_deck_id(templates_.deck.title), report, now_of(device)));
}

}  // namespace rehearse::sim
