#include "core/export/anki_fields.h"

#include <algorithm>
#include <iterator>
#include <nlohmann/json.hpp>

#include "core/base/text.h"
#include "core/deck/deck_json.h"
#include "core/export/html_text.h"

namespace rehearse {
namespace {

using Json = nlohmann::json;

std::string html_of(std::string_view text) {
  std::string html;
  for (const char c : html_text(text)) html += c == '\n' ? std::string("<br>") : std::string(1, c);
  return html;
}

std::string stem_html(const Question& question) {
  std::string html = html_of(question.stem);
  if (question.code.empty()) return html;
  std::string code;
  for (const std::string_view line : split_lines(question.code)) code += html_of(line) + '\n';
  return html + "<pre><code>" + code + "</code></pre>";
}

/// What remains of stem_html() when the tags are taken off and the entities resolved.
std::string stem_text(const Question& question) {
  const auto is_shown = [](char c) { return is_html_character(c) && c != '\n'; };
  std::string text;
  std::copy_if(question.stem.begin(), question.stem.end(), std::back_inserter(text), is_shown);
  for (const std::string_view line : split_lines(question.code)) {
    std::copy_if(line.begin(), line.end(), std::back_inserter(text), is_shown);
    text += '\n';
  }
  return text;
}

std::string options_html(const Question& question) {
  if (question.options.empty()) return "";
  std::string html = "<ul class=\"options\">";
  for (const Option& option : question.options)
    html += "<li><b>" + html_of(option.letter) + "</b> " + html_of(option.text) + "</li>";
  return html + "</ul>";
}

std::string answer_html(const Question& question) {
  std::string html;
  for (const std::string& key : question.answer_key)
    html += (html.empty() ? "<b>" : " · <b>") + html_of(key) + "</b>";
  if (!html.empty() && !question.answer.empty()) html += "<br>";
  return html + html_of(question.answer);
}

/// Each point is closed until it is asked for, one by one; Anki needs no script for that.
std::string points_html(const Question& question) {
  if (question.points.empty()) return "";
  std::string html = "<ol class=\"points\">";
  for (std::size_t i = 0; i < question.points.size(); ++i) {
    const KeyPoint& point = question.points[i];
    html += "<li><details><summary>" + std::to_string(i + 1) + "</summary><b>" + html_of(point.cue) + "</b>";
    if (!point.detail.empty()) html += "<div>" + html_of(point.detail) + "</div>";
    html += "</details></li>";
  }
  return html + "</ol>";
}

std::string criteria_html(const Question& question) {
  if (question.criteria.empty()) return "";
  std::string html = "<ul>";
  for (const std::string& criterion : question.criteria) html += "<li>" + html_of(criterion) + "</li>";
  return html + "</ul>";
}

Json asked_json(AskedPoint asked) { return asked ? Json(*asked) : Json("question"); }

struct EventJson {
  Json operator()(const PastReview& review) const {
    Json json{{"card", asked_json(review.asked)},
              {"at", review.at.time_since_epoch().count()},
              {"grade", static_cast<int>(review.quality)},
              {"ms", review.spent.count()},
              {"by", review.scheduler},
              {"interval", review.interval_days}};
    if (review.utc_offset) json["offset"] = review.utc_offset->count();
    if (review.suggested) json["suggested"] = static_cast<int>(*review.suggested);
    if (!review.points.empty()) {
      Json& points = json["points"] = Json::array();
      for (const auto& [index, result] : review.points)
        points.push_back(Json::array({index, static_cast<int>(result)}));
    }
    return json;
  }
  Json operator()(const PastSchedule& past) const {
    Json json{{"card", asked_json(past.asked)},           {"due", format_day(past.schedule.due)},
              {"interval", past.schedule.interval_days},  {"easiness", past.schedule.easiness},
              {"repetitions", past.schedule.repetitions}, {"lapses", past.schedule.lapses}};
    if (!past.points.empty()) json["points"] = past.points;
    return json;
  }
};

template <class Points>
Json ids_json(const Points& points) {
  Json ids = Json::array();
  for (const PointId& point : points) ids.push_back(point.hex());
  return ids;
}

Json origin_json(const QuestionOrigin& origin) {
  Json points = Json::array();
  for (const OriginPoint& point : origin.points) {
    points.push_back({{"id", point.id.hex()}});
    if (!point.ancestors.empty()) points.back()["of"] = ids_json(point.ancestors);
  }
  Json json{{"id", origin.id.hex()}, {"points", std::move(points)}};
  if (origin.documented) {
    Document document;
    document.questions.push_back(*origin.documented);
    json["documented"] = Json::parse(write_deck_json(document))["questions"][0];
    json["documented_points"] = ids_json(origin.documented_points);
  }
  return json;
}

/// Plain ASCII without a sign that HTML reads: whatever Anki does to a field, this comes back.
std::string as_field(const Json& json) {
  std::string field;
  for (const char c : json.dump(-1, ' ', /*ensure_ascii=*/true, Json::error_handler_t::replace)) {
    switch (c) {
      case '<': field += "\\u003c"; break;
      case '>': field += "\\u003e"; break;
      case '&': field += "\\u0026"; break;
      default: field += c;
    }
  }
  return field;
}

Json marks_json(const QuestionMarks& marks) {
  Json json = Json::object();
  if (marks.flag != 0) json["flag"] = marks.flag;
  if (!marks.tags.empty()) json["tags"] = marks.tags;
  if (!marks.example.empty()) json["example"] = marks.example;
  return json;
}

std::string data_field(const std::string& deck_title, const Section& section, const Question& question,
                       const AnkiFieldsPast& past) {
  Document document;
  document.title = deck_title;
  if (!section.title.empty()) document.sections.push_back(section);
  document.questions.push_back(question);
  Json json = Json::parse(write_deck_json(document));
  json["origin"] = origin_json(past.origin);
  if (past.marks != QuestionMarks()) json["marks"] = marks_json(past.marks);
  Json& events = json["history"] = Json::array();
  for (std::size_t i = 0; i < past.history.events.size(); ++i) {
    events.push_back(std::visit(EventJson{}, past.history.events[i]));
    if (past.revlog_ids[i] != 0) events.back()["revlog"] = past.revlog_ids[i];
  }
  return as_field(json);
}

}  // namespace

AnkiFields anki_fields(const std::string& deck_title, const Section& section, const Question& question,
                       const AnkiFieldsPast& past) {
  return {{stem_html(question), options_html(question), answer_html(question), points_html(question),
           html_of(question.analysis), criteria_html(question), html_of(question.section),
           data_field(deck_title, section, question, past)},
          stem_text(question)};
}

}  // namespace rehearse
