// What must hold when all is quiet, counted from the lines alone where the product folds.
#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <tuple>

#include "core/deck/identity.h"
#include "tests/library_fixture.h"
#include "tests/sim/broken.h"
#include "tests/sim/world.h"

namespace rehearse::sim {
namespace {

using Json = nlohmann::json;

constexpr std::size_t kHistoriesPerWholeCheck = 8;

struct Line {
  Json json;
  std::int64_t admitted_ms = 0;
};
using Lines = std::map<OpId, Line>;  // of the whole stream

/// The cards of questions that are there no more: which of them such a one would show is nobody's business.
std::set<std::string> hidden_cards(Database& database) {
  std::set<std::string> hidden;
  Query query = database.query("SELECT cards FROM question WHERE deck IS NULL");
  while (query.step())
    for (const CardId& card : query.ids<CardId>(0)) hidden.insert(card.hex());
  return hidden;
}

}  // namespace

std::vector<std::string> told_by(Database& database) {
  std::vector<std::string> all = rehearse::test::card_states(database);
  std::erase_if(all, [hidden = hidden_cards(database)](const std::string& state) {
    return hidden.contains(state.substr(0, 2 * CardId::kBytes));
  });
  for (std::string& answer : rehearse::test::answers(database)) all.push_back(std::move(answer));
  for (const char* sql :
       {"SELECT day||' '||answers||' '||spent_ms||quote(counts) FROM study_day ORDER BY day",
        "SELECT quote(id)||quote(title)||quote(sections)||alive||quote(interview_day) FROM deck ORDER BY id",
        "SELECT quote(q.id)||quote(d.id)||quote(q.at)||q.alive||q.is_documented||quote(q.kind)||"
        "quote(q.section)||quote(q.marks)||quote(t.fields) FROM question q"
        " LEFT JOIN deck d ON d.position = q.deck LEFT JOIN question_text t ON t.position = q.position"
        " WHERE q.deck IS NOT NULL ORDER BY q.id",
        "SELECT quote(id)||flag||quote(tags)||quote(example) FROM question_mark ORDER BY id",
        "SELECT quote(card_id)||quote(i.id) FROM answer_waiting w JOIN op_id i ON i.position = w.op ORDER BY "
        "1",
        "SELECT quote(b.id)||quote(i.id)||counts FROM brought_in b JOIN op_id i ON i.position = b.op ORDER "
        "BY 1",
        "SELECT target||' '||name||' '||value FROM setting ORDER BY target, name"})
    for (std::string& row : rehearse::test::rows(database, sql)) all.push_back(std::move(row));
  return all;
}

namespace {

/// Each op of a device with its admission, by id.
std::vector<std::string> admissions_of(Database& database) {
  return rehearse::test::rows(database,
                              "SELECT lower(hex(i.id))||' '||coalesce(o.admitted_ms, 'none') FROM op_id i"
                              " JOIN op o ON o.position = i.position ORDER BY i.id");
}

class LinesFold {
 public:
  explicit LinesFold(const Lines& lines) : lines_(lines) {
    for (const auto& [id, line] : lines)
      if (line.json["k"] == "void") voids_[line.json["o"].get<std::string>()].push_back(id);
  }

  /// It was taken back, or the import that it came with.
  bool is_void(const OpId& op) const {
    const Json& json = lines_.at(op).json;
    return is_taken_back(op.hex()) || (json.contains("in") && is_taken_back(json["in"]));
  }

  std::size_t interviews() const {
    return static_cast<std::size_t>(std::count_if(lines_.begin(), lines_.end(), [&](const auto& line) {
      return line.second.json["k"] == "mock_interview" && !is_void(line.first);
    }));
  }

  /// Answers that stand and ask for a card that some question has or had, be it taken back: what was answered
  /// meanwhile counts. Those of another program once, however many devices brought them in.
  std::size_t reviews() const {
    std::set<std::string> cards;
    for (const auto& [id, line] : lines_) {
      if (line.json["k"] != "set") continue;
      const auto question = question_of(line.json["o"].get<std::string>());
      if (!question) continue;
      cards.insert(question_card_id(*question).hex());
      for (const auto& [field, value] : line.json["v"].items()) {
        const auto point = point_of_field(field);
        if (!point) continue;
        cards.insert(point_card_id(*point).hex());
        for (const Json& ancestor : value.is_object() ? value.value("of", Json::array()) : Json::array())
          cards.insert(point_card_id(*PointId::from_hex(ancestor.get<std::string>())).hex());
      }
    }
    std::size_t count = 0;
    std::set<std::tuple<std::string, std::int64_t, std::int64_t>> brought_in;
    for (const auto& [id, line] : lines_) {
      const Json& json = line.json;
      if (json["k"] != "review" || is_void(id) || !cards.contains(json["card"])) continue;
      const std::int64_t t = json["t"];
      const std::tuple said{json["card"].get<std::string>(), json.value("w", t),
                            std::int64_t{json.value("nth", 0)}};
      if (!json.contains("from") || brought_in.insert(said).second) ++count;
    }
    return count;
  }

  struct Head {
    OpId id;
    Json value;
    bool by_learner;
  };
  /// The versions that no other names, the one that is to be shown last.
  std::vector<Head> heads(const std::string& target, const std::string& kind,
                          const std::string& field) const {
    std::set<std::string> replaced;
    std::vector<std::tuple<bool, std::int64_t, std::int64_t, std::int64_t, std::string, OpId>> versions;
    for (const auto& [id, line] : lines_) {
      const Json& json = line.json;
      if (json["k"] != kind || json["o"] != target || is_void(id)) continue;
      if (kind != "alive" && !json["v"].contains(field)) continue;
      for (const Json& base : json.value("base", Json::array())) replaced.insert(base.get<std::string>());
      const std::int64_t t = json["t"];
      versions.emplace_back(json.value("by", "") != "import", std::min(t, line.admitted_ms), t,
                            json.value("c", 0), json["d"], id);
    }
    std::sort(versions.begin(), versions.end());
    std::vector<Head> heads;
    for (const auto& version : versions) {
      const OpId& id = std::get<5>(version);
      if (replaced.contains(id.hex())) continue;
      const Json& v = lines_.at(id).json["v"];
      heads.push_back({id, kind == "alive" ? v : v[field], std::get<0>(version)});
    }
    return heads;
  }

 private:
  bool is_taken_back(const std::string& op) const {
    const auto found = voids_.find(op);
    return found != voids_.end() && std::any_of(found->second.begin(), found->second.end(),
                                                [&](const OpId& id) { return !is_taken_back(id.hex()); });
  }

  const Lines& lines_;
  std::map<std::string, std::vector<OpId>> voids_;
};

/// What a device shows of a question.
struct Shown {
  Json fields;
  bool alive = false;
  int flag = 0;
};

std::map<std::string, Shown> shown_by(Database& database) {
  std::map<std::string, Shown> shown;
  Query row = database.query(
      "SELECT q.id, t.fields, q.alive, coalesce(m.flag, 0) FROM question q"
      " JOIN question_text t ON t.position = q.position LEFT JOIN question_mark m ON m.id = q.id");
  while (row.step())
    shown["question:" + row.id<QuestionId>(0).hex()] = {Json::parse(row.text(1)), row.integer(2) != 0,
                                                        static_cast<int>(row.integer(3))};
  return shown;
}

Json value_of(const Json& fields, const std::string& field) {
  const auto found = fields.find(field);
  return found == fields.end() ? Json() : *found;
}

std::string text_of(const Json& value) { return value.is_string() ? value.get<std::string>() : ""; }

}  // namespace

void World::check(Device& device) const {
  const CheckReport report = device.library().check();
  require(report.ok, "projections are what the log says",
          [&] { return name_of(device) + ": " + report.faults.front(); });
}

void World::check_laws(const std::set<OpId>& must_be_there, const LastEdit& last) {
  Lines lines;
  sync::StreamCursor end;
  for (const sync::KeptOp& op : server_.stream(kAccount)) {
    require(op.id == op_id(op.line), "ids", [&] { return op.id.hex(); });
    end = behind(end, op.id, op.admitted, sync::author_name(op.author));
    const bool is_new =
        lines.emplace(op.id, Line{Json::parse(op.line), op.admitted.time_since_epoch().count()}).second;
    require(is_new, "no op is in the stream twice", [&] { return op.id.hex(); });
  }
  for (const OpId& op : must_be_there)
    require(lines.contains(op), "nothing is lost", [&] { return op.hex(); });

  std::vector<std::string> admissions;
  for (const auto& [id, line] : lines)
    admissions.push_back(id.hex() + ' ' + std::to_string(line.admitted_ms));
  // All are seen to hold and to show the same: what holds for one of them holds for all, but for damage to a
  // file that nobody sees.
  const bool is_each_checked = chance_.one_in(kHistoriesPerWholeCheck);
  const auto& checked = chance_.any_of(devices_);
  std::vector<std::string> told;
  for (const auto& device : devices_) {
    const auto name = [&] { return name_of(*device); };
    rehearse::test::OpenStore& store = device->layers();
    require(admissions_of(store.database) == admissions, "all hold the same ops", name);
    require(device->library().refused().empty(), "nothing was refused", name);
    if (is_each_checked || device == checked) check(*device);
    std::vector<std::string> told_here = told_by(store.database);
    if (device == devices_.front()) told = told_here;
    for (std::size_t i = 0; i < std::min(told.size(), told_here.size()); ++i)
      require(told[i] == told_here[i], "all show the same",
              [&] { return name() + ": " + told_here[i] + "\n  and not " + told[i]; });
    require(told.size() == told_here.size(), "all show the same", [&] { return name() + ": more or less"; });
    const Instant newest{std::chrono::milliseconds{store.log.last_stamp().ms}};
    const bool is_right = device->clock_error.count() == 0 && !server_was_ahead_;
    require(!is_right || newest <= now_.at + std::chrono::hours{1}, "no right clock is ahead", name);
  }

  const LinesFold fold(lines);
  const std::size_t reviews = fold.reviews();
  Database& database = devices_.back()->layers().database;
  require(devices_.back()->library().stats(now_).reviews == reviews, "each answer counts once", [&] {
    return std::to_string(devices_.back()->library().stats(now_).reviews) + " and not " +
           std::to_string(reviews);
  });
  require(devices_.back()->library().interviews().size() == fold.interviews(), "each interview counts once",
          [&] { return std::to_string(fold.interviews()) + " are in the lines"; });
  const std::map<std::string, Shown> shown = shown_by(database);
  for (const auto& [id, state] : shown) {
    const std::string& question = id;  // a lambda takes no structured binding in Clang 14
    const auto versions = devices_.back()->library().history(*question_of(question));
    for (const char* field : {"stem", "answer", "analysis"}) {
      const auto heads = fold.heads(question, "set", field);
      const Json value = value_of(state.fields, field);
      require(text_of(value) == (heads.empty() ? "" : text_of(heads.back().value)), "registers",
              [&] { return question + ' ' + field + " is " + value.dump(); });
      for (const auto& head : heads)
        require(std::any_of(versions.begin(), versions.end(),
                            [&](const FieldVersion& version) {
                              return version.field == field && version.words == text_of(head.value) &&
                                     !version.is_taken_back;
                            }),
                "every standing version can be read", [&] { return question + ' ' + field; });
    }
    const auto alive = fold.heads(question, "alive", "");
    require(state.alive == (alive.empty() || alive.back().value == true), "registers",
            [&] { return question + " alive"; });
    const auto flag = fold.heads(question, "config", "flag");
    const Json shown_flag = flag.empty() || flag.back().value.is_null() ? Json(0) : flag.back().value;
    require(Json(state.flag) == shown_flag, "registers", [&] { return question + " flag"; });
  }
  for (const Replaced& replaced : replaced_) {
    const auto state = shown.find(target(replaced.question));
    if (state == shown.end() || !lines.contains(replaced.by) || fold.is_void(replaced.by)) continue;
    require(text_of(value_of(state->second.fields, replaced.field)) != replaced.words,
            "what was replaced stays so", [&] { return replaced.field + ' ' + replaced.words; });
  }
  if (const auto state = shown.find(target(last.question)); state != shown.end())
    require(text_of(value_of(state->second.fields, "answer")) == last.text, "the last edit shows",
            [&] { return last.op.hex(); });
  for (const auto& device : devices_)
    require(device->library().sync_position().cursor == to_text(end), "all read the same stream",
            [&] { return name_of(*device); });
}

}  // namespace rehearse::sim
