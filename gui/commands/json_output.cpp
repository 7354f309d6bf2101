#include "gui/commands/json_output.h"

#include <nlohmann/json.hpp>

namespace rehearse {
namespace {

using Json = nlohmann::ordered_json;

std::string dump(const Json& json) { return json.dump(1, ' ', false, Json::error_handler_t::replace); }

Json deck_json(const DeckSummary& deck) {
  return {{"id", deck.id.hex()}, {"name", deck.title}, {"questions", deck.questions}, {"cards", deck.cards}};
}

void append(Json& list, Json items) {
  for (Json& item : items) list.push_back(std::move(item));
}

Json fields_of(const QuestionChange& change) {
  Json fields = Json::array();
  for (const FieldChange& field : change.fields)
    fields.push_back({{"field", field.field}, {"before", field.before}, {"after", field.after}});
  return fields;
}

Json changed_json(const ImportedFile& file) {
  Json list = Json::array();
  for (const QuestionChange& change : file.report.changes.changed)
    list.push_back({{"file", file.file},
                    {"id", change.id.hex()},
                    {"number", change.number},
                    {"question", change.stem},
                    {"fields", fields_of(change)}});
  return list;
}

Json renamed_json(const ImportedFile& file) {
  Json list = Json::array();
  for (const QuestionChange& change : file.report.changes.changed)
    for (const FieldChange& field : change.fields)
      if (field.field == "stem")
        list.push_back(
            {{"file", file.file}, {"id", change.id.hex()}, {"before", field.before}, {"after", field.after}});
  return list;
}

Json kept_json(const ImportedFile& file) {
  Json list = Json::array();
  for (const KeptEdit& edit : file.report.changes.kept)
    list.push_back({{"file", file.file},
                    {"id", edit.id.hex()},
                    {"question", edit.stem},
                    {"field", edit.field},
                    {"here", edit.here},
                    {"document", edit.document},
                    {"document_changed", edit.text == KeptEdit::Document::kChanged}});
  return list;
}

Json missing_json(const ImportedFile& file) {
  Json list = Json::array();
  for (const MissingQuestion& question : file.report.changes.missing)
    list.push_back({{"file", file.file}, {"id", question.id.hex()}, {"question", question.stem}});
  return list;
}

Json problems_json(const ImportedFile& file) {
  Json list = Json::array();
  for (const Problem& problem : file.report.problems)
    list.push_back({{"file", file.file},
                    {"line", problem.line},
                    {"column", problem.column},
                    {"place", problem.place.english},
                    {"code", problem.code},
                    {"message", problem.message.english},
                    {"message_zh", problem.message.chinese}});
  return list;
}

Json listed_json(const ListedQuestion& listed) {
  Json points = Json::array();
  for (std::size_t i = 0; i < listed.points.size(); ++i)
    points.push_back({{"id", listed.points[i].hex()},
                      {"cue", listed.question.points[i].cue},
                      {"detail", listed.question.points[i].detail}});
  return {{"number", listed.number},
          {"id", listed.id.hex()},
          {"kind", to_word(listed.question.kind)},
          {"section", listed.question.section},
          {"stem", listed.question.stem},
          {"points", std::move(points)},
          {"flag", listed.marks.flag},
          {"tags", listed.marks.tags},
          {"example", listed.marks.example}};
}

}  // namespace

std::string fields_json(const QuestionChange& change) { return dump(fields_of(change)); }

std::string deck_changes_json(DeckId deck, const DeckChanges& changes) {
  const auto named = [](const std::vector<QuestionChange>& questions) {
    Json list = Json::array();
    for (const QuestionChange& change : questions)
      list.push_back({{"id", change.id.hex()}, {"question", change.stem}});
    return list;
  };
  Json changed = named(changes.changed);
  for (std::size_t i = 0; i < changed.size(); ++i) changed[i]["fields"] = fields_of(changes.changed[i]);
  return dump({{"deck", deck.hex()},
               {"title_or_sections", changes.is_deck_changed},
               {"added", named(changes.added)},
               {"changed", changed},
               {"removed", named(changes.removed)}}) +
         "\n";
}

std::string diff_json(const ImportedFile& file) {
  Json decks = Json::array(), added = Json::array();
  for (const DeckSummary& deck : file.report.decks)
    decks.push_back({{"id", deck.id.hex()}, {"name", deck.title}});
  for (const QuestionChange& change : file.report.changes.added)
    added.push_back({{"id", change.id.hex()}, {"number", change.number}, {"question", change.stem}});
  return dump({{"decks", std::move(decks)},
               {"added", std::move(added)},
               {"changed", changed_json(file)},
               {"renamed", renamed_json(file)},
               {"kept", kept_json(file)},
               {"missing", missing_json(file)},
               {"unchanged", file.report.unchanged},
               {"problems", problems_json(file)}});
}

std::string questions_json(DeckId deck, const std::vector<ListedQuestion>& questions) {
  Json list = Json::array();
  for (const ListedQuestion& listed : questions) list.push_back(listed_json(listed));
  return dump({{"deck", deck.hex()}, {"questions", std::move(list)}});
}

std::string question_json(const ListedQuestion& question) { return dump(listed_json(question)); }

std::string undone_json(const ListedQuestion& question, const QuestionChange& undone) {
  Json json = listed_json(question);
  json["undone"] = fields_of(undone);
  return dump(json);
}

std::string undone_json(const GivenChange& change, const std::optional<Card>& card) {
  const std::string_view what = change.act                              ? word_of(*change.act)
                                : change.kind == ChangeKind::kAnswer    ? "answer"
                                : change.kind == ChangeKind::kSetting   ? "setting"
                                : change.kind == ChangeKind::kInterview ? "interview"
                                : change.kind == ChangeKind::kImport    ? "import"
                                                                        : "edit";
  if (change.kind == ChangeKind::kImport) return dump({{"undone", what}, {"title", change.title}});
  return dump({{"undone", what}, {"question", card ? card->question.stem : ""}});
}

std::string acted_json(std::size_t cards, const CardAct& act) {
  Json json{{"cards", cards}, {"act", word_of(act.kind)}};
  json["day"] = wants_day(act.kind) ? Json(format_day(act.due)) : Json();
  return dump(json);
}

std::string settings_json(const StudySettings& settings, std::chrono::hours day_starts_at) {
  Json json{{"minutes", nullptr},         {"new", nullptr},    {"reviews", nullptr},
            {"after_interview", nullptr}, {"spread", nullptr}, {"day_starts", day_starts_at.count()}};
  if (settings.minutes_per_day) json["minutes"] = settings.minutes_per_day->count();
  if (settings.fresh_per_day) json["new"] = *settings.fresh_per_day;
  if (const auto& reviews = settings.reviews_per_day)
    json["reviews"] = *reviews ? Json(**reviews) : Json("none");
  if (settings.after_interview)
    json["after_interview"] = *settings.after_interview == AfterInterview::kQuiet ? "quiet" : "maintenance";
  if (const auto& spread = settings.spread)
    json["spread"] = *spread ? format_day((*spread)->last_day) : "none";
  return dump(json);
}

std::string import_json(const std::vector<ImportedFile>& files) {
  Json decks = Json::array(), problems = Json::array(), changed = Json::array(), renamed = Json::array(),
       kept = Json::array(), missing = Json::array();
  std::size_t added = 0, updated = 0, unchanged = 0, answers = 0;
  for (const ImportedFile& file : files) {
    added += file.report.added;
    updated += file.report.updated;
    unchanged += file.report.unchanged;
    answers += file.report.answers;
    for (const DeckSummary& deck : file.report.decks) decks.push_back(deck_json(deck));
    append(changed, changed_json(file));
    append(renamed, renamed_json(file));
    append(kept, kept_json(file));
    append(missing, missing_json(file));
    append(problems, problems_json(file));
  }
  return dump({{"decks", decks},
               {"added", added},
               {"updated", updated},
               {"unchanged", unchanged},
               {"answers", answers},
               {"changed", changed},
               {"renamed", renamed},
               {"kept", kept},
               {"missing", missing},
               {"problems", problems}});
}

std::string decks_json(const std::vector<DeckSummary>& decks) {
  Json list = Json::array();
  for (const DeckSummary& deck : decks) {
    Json json = deck_json(deck);
    json["due"] = deck.due;
    json["new"] = deck.fresh;
    json["interview"] = deck.interview ? Json(format_day(*deck.interview)) : Json();
    list.push_back(std::move(json));
  }
  return dump({{"decks", list}});
}

std::string due_json(const DueToday& due, const Library& library) {
  Json cards = Json::array();
  for (const DueCard& card : due.cards)
    cards.push_back({{"id", card.id.hex()},
                     {"kind", to_word(card.kind)},
                     {"question", library.stem(card.id)},
                     {"due", format_day(card.due)},
                     {"new", card.is_fresh}});
  const auto minutes = std::chrono::ceil<std::chrono::minutes>(due.estimate).count();
  return dump({{"day", format_day(due.day)},
               {"due", due.due},
               {"new", due.fresh},
               {"minutes", minutes},
               {"cards", cards}});
}

std::string explained_json(const std::vector<ExplainedCard>& cards) {
  Json list = Json::array();
  for (const auto& [card, why] : cards)
    list.push_back({{"id", card.id.hex()},
                    {"kind", to_word(card.kind)},
                    {"question", card.question.stem},
                    {"point", card.asked ? Json(*card.asked + 1) : Json()},
                    {"reason", to_word(why.reason)},
                    {"words", why.words.english},
                    {"words_zh", why.words.chinese},
                    {"wanted", why.wanted_on ? Json(format_day(*why.wanted_on)) : Json()},
                    {"position", why.position ? Json(*why.position + 1) : Json()},
                    {"recall", why.recall},
                    {"gain", why.gain}});
  return dump({{"cards", std::move(list)}});
}

std::string found_json(const FoundCard& card) {
  return dump(
      {{"id", card.id.hex()}, {"kind", to_word(card.kind)}, {"deck", card.deck}, {"question", card.stem}});
}

std::string scheduler_json(const Scheduler& scheduler) {
  if (scheduler.kind() == SchedulerKind::kSm2) return dump({{"scheduler", "sm2"}});
  return dump({{"scheduler", "fsrs6"},
               {"parameters", scheduler.parameters().w},
               {"retention", scheduler.desired_retention()}});
}

std::string check_json(const CheckReport& report) {
  return dump({{"ok", report.ok}, {"ops", report.ops}, {"faults", report.faults}});
}

}  // namespace rehearse
