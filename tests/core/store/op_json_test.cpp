// The bytes of an op are for ever: fixtures of every kind, what a wrong line is told, and damaged lines.
#include <doctest/doctest.h>

#include <array>
#include <fstream>
#include <limits>
#include <nlohmann/json.hpp>
#include <random>
#include <sstream>

#include "core/store/op.h"

namespace rehearse {
namespace {

using Json = nlohmann::json;

constexpr std::array kKinds = {"set",
                               "cards",
                               "set_merge",
                               "import",
                               "set_in_import",
                               "alive",
                               "set_in_group",
                               "set_from_group",
                               "order",
                               "config",
                               "config_mark",
                               "review",
                               "review_behind_its_stamp",
                               "review_brought_in",
                               "schedule",
                               "void",
                               "mock_interview",
                               "version",
                               "version_back",
                               "suggest",
                               "suggest_removal",
                               "verdict",
                               "withdraw",
                               "week"};

std::string whole_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  REQUIRE(file.good());
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

std::string fixture(const std::string& name) {
  std::string text = whole_file(std::string(REHEARSE_TESTS_DIR) + "/data/ops/" + name + ".json");
  REQUIRE(text.back() == '\n');
  text.pop_back();
  return text;
}

Json expected_ids() { return Json::parse(fixture("ids"))["ids"]; }

/// What read_op says of the fixture after one key was given another value (or none, for null).
std::string error_with(const std::string& name, const std::string& key, const Json& value) {
  Json json = Json::parse(fixture(name));
  if (value.is_null())
    json.erase(key);
  else
    json[key] = value;
  const Result<Op> op = read_op(json.dump());
  return op ? "" : op.error().line();
}

}  // namespace

TEST_SUITE("core/store/op_json") {
  TEST_CASE("an op of every kind that was read is written as the same bytes") {
    for (const std::string name : kKinds) {
      CAPTURE(name);
      const std::string line = fixture(name);
      const Result<Op> op = read_op(line);
      REQUIRE(op);
      CHECK(write_op(*op) == line);
      CHECK(name.starts_with(kind_of(*op)));
    }
  }

  TEST_CASE("what members of a group do is of an unknown kind where it names no group") {
    for (const std::string name : {"version", "suggest", "verdict", "withdraw", "week"}) {
      CAPTURE(name);
      Json json = Json::parse(fixture(name));
      json.erase("g");
      const Result<Op> op = read_op(json.dump());
      REQUIRE(op);
      CHECK(std::holds_alternative<UnknownOp>(op->body));
    }
    Json verdict = Json::parse(fixture("verdict"));
    verdict["v"] = "postponed";
    CHECK(std::holds_alternative<UnknownOp>(read_op(verdict.dump())->body));
    CHECK(error_with("week", "ready", 101) != "");
    CHECK(error_with("version", "q", Json::array({1, 2})) != "");
    CHECK(error_with("suggest", "v", "x") != "");
  }

  TEST_CASE("ids are those another implementation of BLAKE2b gives for the same bytes") {
    const Json ids = expected_ids();
    REQUIRE(ids.size() == kKinds.size() + 1);
    for (const auto& entry : ids.items()) {
      const std::string& name = entry.key();
      CAPTURE(name);
      CHECK(op_id(fixture(name)).hex() == entry.value().get<std::string>());
    }
  }

  TEST_CASE("the page about the format shows the fixtures byte for byte") {
    const std::string page = whole_file(std::string(REHEARSE_SOURCE_DIR) + "/core/store/README.md");
    const Json ids = expected_ids();
    for (const auto& entry : ids.items()) {
      const std::string& name = entry.key();
      CAPTURE(name);
      CHECK(page.find("\n" + fixture(name) + "\n") != std::string::npos);
      CHECK(page.find(entry.value().get<std::string>()) != std::string::npos);
    }
  }

  TEST_CASE("a line gives back what was put into it") {
    const Result<Op> review = read_op(fixture("review"));
    REQUIRE(review);
    CHECK(review->envelope.device == 0x4f1d2c3b4a596877);
    CHECK(review->envelope.counter == 5);
    CHECK(review->envelope.wall.time_since_epoch().count() == review->envelope.stamp.ms);
    const auto& body = std::get<ReviewOp>(review->body);
    CHECK(body.quality == Quality::kGood);
    CHECK(body.suggested == Quality::kWrongEasy);
    CHECK(body.points.size() == 2);
    CHECK(body.spent.count() == 42'500);
    CHECK(body.utc_offset.count() == 480);
    CHECK(target_of(*review) == "card:a7ce1a80463e5814ab0a08d76eca735e");

    const Result<Op> behind = read_op(fixture("review_behind_its_stamp"));
    CHECK(behind->envelope.stamp == Stamp{1'796'000'180'000, 1});
    CHECK(behind->envelope.wall.time_since_epoch().count() == 1'764'464'180'000);
    CHECK_FALSE(std::get<ReviewOp>(behind->body).suggested);

    CHECK(std::get<SetOp>(read_op(fixture("set"))->body).origin == Origin::kImport);
    CHECK(std::get<OrderOp>(read_op(fixture("order"))->body).base.size() == 1);
    CHECK(std::get<ImportOp>(read_op(fixture("import"))->body).title == "门店客服");
    CHECK(read_op(fixture("set_in_import"))->import == op_id(fixture("import")));
    CHECK_FALSE(read_op(fixture("set"))->import);
    CHECK(read_op(fixture("set_in_group"))->envelope.scope == -0xc0ffee12345678);
    CHECK(std::get<SetOp>(read_op(fixture("set_in_group"))->body).origin == Origin::kGroup);
    CHECK(read_op(fixture("set_from_group"))->envelope.scope == kOwnOps);
    const auto act = [](const std::string& name) {
      return std::get<GroupActOp>(read_op(fixture(name))->body).act;
    };
    CHECK(std::get<DeckVersion>(act("version")).changed == 5);
    CHECK(std::get<DeckVersion>(act("version_back")).back_to == op_id(fixture("version")));
    CHECK(std::get<ChangeSuggestion>(act("suggest")).note == "时限要具体");
    CHECK(std::get<ChangeSuggestion>(act("suggest_removal")).is_removal);
    CHECK(std::get<SuggestionVerdict>(act("verdict")).suggestion == op_id(fixture("suggest")));
    CHECK(std::get<WeekFigures>(act("week")).readiness == 71);
    CHECK(std::get<SetOp>(read_op(fixture("set_from_group"))->body).origin == Origin::kGroup);
    CHECK(std::get<UnknownOp>(read_op(fixture("unknown"))->body).kind == "dress_rehearsal");

    const Result<Op> interview = read_op(fixture("mock_interview"));
    const auto& held = std::get<MockInterviewOp>(interview->body);
    CHECK(held.deck.hex() == "1462189a139f54609a3b66143e21e781");
    CHECK(held.utc_offset.count() == 480);
    CHECK(held.report.total() == 50);
    CHECK(held.report.questions[0].missed.size() == 1);
    CHECK(held.report.questions[1].drill == DrillNeed::kQuestion);
  }

  TEST_CASE("a wrong or missing key is named") {
    const Json too_big = std::numeric_limits<std::uint64_t>::max();
    const std::string id(32, 'a');
    struct Wrong {
      const char* fixture;
      const char* key;
      std::vector<Json> values;  // null: left out
    };
    for (const Wrong& wrong : std::vector<Wrong>{
             {"set",
              "d",
              {nullptr, 5, "", "4F1D2C3B4A596877", "4f1d2c3b4a59687", "4f1d2c3b4a5968770",
               "0x1d2c3b4a596877"}},
             {"set", "s", {nullptr, -1, 1.5, "1", too_big}},
             {"set", "t", {nullptr, -1, 1.5, "1", too_big, 253'402'300'800'000}},
             {"set", "c", {-1, 4'294'967'296, "1", 0.5}},
             {"set", "w", {-1, 253'402'300'800'000, "1"}},
             {"set", "x", {nullptr, 5, "zz00000000000000"}},
             {"set", "k", {nullptr, 5, Json::array()}},
             {"set", "o", {nullptr, 5}},
             {"set", "v", {nullptr, 5, Json::array(), "text"}},
             {"order", "base", {5, "text", Json::array({5}), Json::array({"abc"}), Json::array({id + "a"})}},
             {"order", "at", {nullptr, 5}},
             {"alive", "v", {nullptr, 0, "false"}},
             {"config", "v", {nullptr, 5}},
             {"review", "card", {nullptr, 5, "abc", std::string(32, 'A')}},
             {"review", "r", {nullptr, -1, 6, 3.0, "3", too_big}},
             {"review", "sr", {-1, 6, "3"}},
             {"review",
              "p",
              {5, Json::array(), {{"abc", 1}}, {{id, 3}}, {{id, -1}}, {{id, "1"}}, {{id, too_big}}}},
             {"review", "ms", {nullptr, -1, 86'400'001, "5", 0.5}},
             {"review", "tz", {nullptr, -1441, 1441, "5"}},
             {"review", "by", {nullptr, 5}},
             {"review", "ivl", {nullptr, -1, 2'147'483'648, "1"}},
             {"review_brought_in", "from", {5}},
             {"schedule", "card", {nullptr, 5, "abc"}},
             {"schedule", "p", {5, "text", Json::array({5}), Json::array({"abc"})}},
             {"schedule", "due", {nullptr, 5, "", "2026-13-01", "2026-12-14T00:00"}},
             {"schedule", "ivl", {nullptr, 0, 1'000'000'001, "1", 1.5}},
             {"schedule", "ef", {nullptr, 129, 2'147'483'648, "250"}},
             {"schedule", "n", {nullptr, -1, too_big}},
             {"schedule", "l", {nullptr, -1, too_big}},
             {"schedule", "from", {nullptr, 5}},
             {"void", "o", {nullptr, 5, "abc"}},
             {"mock_interview", "o", {nullptr, 5, "library", "deck:", "deck:abc", "question:" + id}},
             {"mock_interview", "tz", {nullptr, -1441, 1441, "5"}},
             {"mock_interview", "seed", {nullptr, 5, "beef", "00000000000BEEF5"}},
             {"mock_interview", "score", {nullptr, -1, 100.5, "50"}},
             {"mock_interview", "q", {nullptr, 5, "text", Json::array({5}), Json(41, Json::object())}},
         }) {
      for (const Json& value : wrong.values) {
        CAPTURE(wrong.fixture);
        CAPTURE(value.dump());
        const std::string error = error_with(wrong.fixture, wrong.key, value);
        CHECK(error.rfind(std::string("op.") + wrong.key + ": ", 0) == 0);
      }
    }
  }

  TEST_CASE("what is not one flat object is refused") {
    const std::string deep =
        R"({"d":"4f1d2c3b4a596877","k":"set","o":"x","s":1,"t":1,"x":"4f1d2c3b4a596877","v":{"a":)" +
        std::string(100'000, '[') + std::string(100'000, ']') + "}}";
    for (const std::string& line :
         {std::string(), std::string("5"), std::string("[]"), std::string("{"), std::string("{}{}"),
          std::string("\xff\xfe"), std::string(100'000, '['), std::string(100'000, '{'), deep})
      CHECK_FALSE(read_op(line));
  }

  TEST_CASE("randomly damaged lines never crash the reader and what it takes it can write") {
    std::mt19937_64 random(21);
    std::size_t taken = 0;
    for (int round = 0; round < 40'000; ++round) {
      std::string line = fixture(kKinds[random() % kKinds.size()]);
      for (std::uint64_t faults = 1 + random() % 4; faults > 0; --faults) {
        const std::size_t at = random() % line.size();
        switch (random() % 5) {
          case 0: line[at] = static_cast<char>(random()); break;
          case 1: line.erase(at, 1 + random() % 5); break;
          case 2: line.insert(at, line.substr(random() % line.size(), random() % 20)); break;
          case 3: line[at] = "0123456789-{}[]\",:tn"[random() % 20]; break;
          default: line.resize(at + 1); break;
        }
        if (line.empty()) line = "{";
      }
      const Result<Op> op = read_op(line);
      if (!op) {
        REQUIRE(op.error().where.rfind("op", 0) == 0);
        continue;
      }
      ++taken;
      if (std::holds_alternative<UnknownOp>(op->body)) continue;
      const std::string written = write_op(*op);
      const Result<Op> again = read_op(written);
      REQUIRE(again);
      REQUIRE(write_op(*again) == written);
    }
    CHECK(taken > 100);
  }
}

}  // namespace rehearse
