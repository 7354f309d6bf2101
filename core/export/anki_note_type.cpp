#include "core/export/anki_note_type.h"

#include <nlohmann/json.hpp>

#include "core/deck/deck_json.h"
#include "core/export/anki_fields.h"

namespace rehearse {
namespace {

using Json = nlohmann::json;

constexpr const char* kFront = R"html({{#Section}}<div class="section">{{Section}}</div>{{/Section}}
<div class="stem">{{Stem}}</div>
{{Options}})html";

constexpr const char* kBack = R"html({{FrontSide}}
<hr id="answer">
{{Points}}
{{#Answer}}{{#Points}}<details class="more"><summary>参考答案 · Answer</summary>{{Answer}}</details>{{/Points}}{{/Answer}}
{{#Answer}}{{^Points}}<div class="answer">{{Answer}}</div>{{/Points}}{{/Answer}}
{{#Analysis}}<details class="more"><summary>解析 · Analysis</summary>{{Analysis}}</details>{{/Analysis}}
{{#Criteria}}<details class="more"><summary>评分标准 · Criteria</summary>{{Criteria}}</details>{{/Criteria}})html";

constexpr const char* kStyle = R"css(.card {
  font-family: "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif;
  font-size: 18px; line-height: 1.6; text-align: left;
  max-width: 40em; margin: 0 auto; padding: 0.5em 1em;
  color: #1f2328; background: #ffffff;
}
.section { font-size: 0.8em; color: #6b7280; }
.stem { font-size: 1.15em; font-weight: 600; }
.options { list-style: none; padding-left: 0; }
.options li { margin: 0.3em 0; padding: 0.3em 0.6em; border: 1px solid #d0d7de; border-radius: 6px; }
.points { list-style: none; padding-left: 0; }
.points li { margin: 0.4em 0; }
.points summary, .more summary { cursor: pointer; color: #57606a; }
.points summary { display: inline-block; min-width: 1.6em; padding: 0 0.4em; text-align: center;
  border: 1px solid #d0d7de; border-radius: 1em; }
.points details[open] summary { color: #ffffff; background: #1a7f37; border-color: #1a7f37; }
.points details > div { margin-left: 2.6em; }
.more { margin-top: 0.8em; }
pre { padding: 0.6em; overflow-x: auto; background: #f6f8fa; border-radius: 6px; }
.nightMode.card { color: #e6edf3; background: #1c1f24; }
.nightMode .options li, .nightMode .points summary { border-color: #444c56; }
.nightMode pre { background: #2d333b; }
)css";

constexpr const char* kLatexBefore =
    "\\documentclass[12pt]{article}\n\\special{papersize=3in,5in}\n\\usepackage[utf8]{inputenc}\n"
    "\\pagestyle{empty}\n\\setlength{\\parindent}{0in}\n\\begin{document}\n";
constexpr const char* kLatexAfter = "\\end{document}";

constexpr std::int64_t kDefaultDeck = 1;
constexpr std::int64_t kDefaultOptions = 1;

Json field(std::size_t order, const char* name) {
  const bool is_data = order + 1 == kAnkiFieldNames.size();
  Json json{{"name", name},    {"ord", order}, {"sticky", false},       {"rtl", false},
            {"font", "Arial"}, {"size", 20},   {"media", Json::array()}};
  // Newer versions of Anki keep it out of the way in the editor; older ones ignore this.
  json["collapsed"] = is_data;
  json["excludeFromSearch"] = is_data;
  return json;
}

Json deck_json(std::int64_t id, const std::string& name, std::int64_t now_seconds) {
  const Json today = Json::array({0, 0});
  return {{"id", id},
          {"name", name},
          {"desc", ""},
          {"mod", now_seconds},
          {"usn", -1},
          {"dyn", 0},
          {"conf", kDefaultOptions},
          {"collapsed", false},
          {"browserCollapsed", false},
          {"newToday", today},
          {"revToday", today},
          {"lrnToday", today},
          {"timeToday", today},
          {"extendNew", 0},
          {"extendRev", 0}};
}

}  // namespace

std::string anki_models_json(std::int64_t deck_id, std::int64_t now_seconds) {
  Json fields = Json::array();
  for (std::size_t i = 0; i < kAnkiFieldNames.size(); ++i) fields.push_back(field(i, kAnkiFieldNames[i]));
  const Json cards = Json::array({{{"name", "Card 1"},
                                   {"ord", 0},
                                   {"qfmt", kFront},
                                   {"afmt", kBack},
                                   {"bqfmt", ""},
                                   {"bafmt", ""},
                                   {"did", nullptr}}});
  const Json model{{"id", kAnkiNoteTypeId},
                   {"name", "Rehearse"},
                   {"type", 0},
                   {"mod", now_seconds},
                   {"usn", -1},
                   {"sortf", 0},
                   {"did", deck_id},
                   {"tmpls", cards},
                   {"flds", fields},
                   {"css", kStyle},
                   {"latexPre", kLatexBefore},
                   {"latexPost", kLatexAfter},
                   {"req", Json::array({Json::array({0, "any", Json::array({0, 1})})})},
                   {"tags", Json::array()},
                   {"vers", Json::array()}};
  return Json{{std::to_string(kAnkiNoteTypeId), model}}.dump();
}

std::string anki_decks_json(const AnkiDeckRow& deck, std::int64_t now_seconds) {
  Json json = deck_json(deck.id, deck.name, now_seconds);
  json["rehearse"] = Json::parse(write_deck_json({deck.document.title, deck.document.sections, {}, {}, {}}));
  return Json{{std::to_string(kDefaultDeck), deck_json(kDefaultDeck, "Default", now_seconds)},
              {std::to_string(deck.id), json}}
      .dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string anki_deck_options_json() {
  const Json fresh{{"bury", false}, {"delays", {1, 10}}, {"initialFactor", 2500}, {"ints", {1, 4, 7}},
                   {"order", 1},    {"perDay", 20},      {"separate", true}};
  const Json review{{"bury", false},   {"ease4", 1.3},  {"fuzz", 0.05}, {"ivlFct", 1},
                    {"maxIvl", 36500}, {"minSpace", 1}, {"perDay", 200}};
  const Json lapse{
      {"delays", Json::array({10})}, {"leechAction", 1}, {"leechFails", 8}, {"minInt", 1}, {"mult", 0}};
  const Json options{{"id", kDefaultOptions}, {"name", "Default"}, {"mod", 0},       {"usn", 0},
                     {"maxTaken", 60},        {"autoplay", true},  {"timer", 0},     {"replayq", true},
                     {"new", fresh},          {"rev", review},     {"lapse", lapse}, {"dyn", false}};
  return Json{{std::to_string(kDefaultOptions), options}}.dump();
}

std::string anki_config_json(std::int64_t deck_id, std::size_t next_position, AnkiCalendar calendar) {
  // Anki counts minutes west of Greenwich.
  const auto minutes_west = -calendar.utc_offset.count();
  return Json{{"activeDecks", Json::array({deck_id})},
              {"curDeck", deck_id},
              {"curModel", std::to_string(kAnkiNoteTypeId)},
              {"nextPos", next_position},
              {"newSpread", 0},
              {"collapseTime", 1200},
              {"timeLim", 0},
              {"estTimes", true},
              {"dueCounts", true},
              {"sortType", "noteFld"},
              {"sortBackwards", false},
              {"addToCur", true},
              {"dayLearnFirst", false},
              {"schedVer", 2},
              {"rollover", calendar.day_starts_at.count()},
              {"creationOffset", minutes_west},
              {"localOffset", minutes_west}}
      .dump();
}

}  // namespace rehearse
