#include "core/search/parse_query.h"

#include <doctest/doctest.h>

#include <string>

#include "tests/core/search/random_query.h"

namespace rehearse {
namespace {

SearchQuery parsed(std::string_view text) {
  auto result = parse_query(text);
  const auto* fault = std::get_if<QueryFault>(&result);
  REQUIRE_MESSAGE(!fault, text << ": " << (fault ? fault->what.english : ""));
  return std::get<SearchQuery>(result);
}

QueryFault fault_of(std::string_view text) {
  auto result = parse_query(text);
  REQUIRE_MESSAGE(std::holds_alternative<QueryFault>(result), text);
  return std::get<QueryFault>(result);
}

template <class Term>
Term only(std::string_view text) {
  const SearchQuery query = parsed(text);
  REQUIRE_MESSAGE(std::holds_alternative<Term>(query.what), text);
  return std::get<Term>(query.what);
}

std::string usual(std::string_view text) { return to_text(parsed(text)); }

}  // namespace

TEST_SUITE("core/search/parse_query") {
  TEST_CASE("a query written in its usual form is read as the same query") {
    test::RandomQuery random(11);
    std::size_t good = 0;
    for (int i = 0; i < 30'000; ++i) {
      const std::string text = i % 2 == 0 ? random.scrambled() : random.good();
      const auto read = parse_query(text);
      const auto* query = std::get_if<SearchQuery>(&read);
      if (!query) continue;
      ++good;
      const std::string written = to_text(*query);
      const auto again = parse_query(written);
      REQUIRE_MESSAGE(std::holds_alternative<SearchQuery>(again), text << " -> " << written);
      REQUIRE_MESSAGE(std::get<SearchQuery>(again) == *query, text << " -> " << written);
      REQUIRE(to_text(std::get<SearchQuery>(again)) == written);
    }
    CHECK(good > 18'000);
  }

  TEST_CASE("every fault lies inside the query and says what is wrong in both languages") {
    test::RandomQuery random(12);
    for (int i = 0; i < 30'000; ++i) {
      const std::string text = random.scrambled();
      const auto read = parse_query(text);
      const auto* fault = std::get_if<QueryFault>(&read);
      if (!fault) continue;
      REQUIRE(fault->begin <= fault->end);
      REQUIRE(fault->end <= text.size());
      REQUIRE(!fault->what.english.empty());
      REQUIRE(!fault->what.chinese.empty());
      REQUIRE(fault->hint.english.empty() == fault->hint.chinese.empty());
      REQUIRE(fault->what.english.size() < 200);
    }
  }

  TEST_CASE("words stand for all of them and or binds less than that") {
    CHECK(usual("") == "");
    CHECK(usual("  投诉   处理 ") == "投诉 处理");
    CHECK(usual("a and b or c") == "a b or c");
    CHECK(usual("a (b or c)") == "a (b or c)");
    CHECK(usual("((a)) (b (c d))") == "a b c d");
    CHECK(usual("-(a b) --c -(-d)") == "-(a b) c d");
    CHECK(usual("a OR b oR c") == "a or b or c");
  }

  TEST_CASE("signs of a Chinese keyboard count as the plain ones") {
    CHECK(parsed("（投诉 or 退货） －“先进 先出” ｄｅｃｋ：仓储 ｉｓ：ｄｕｅ") ==
          parsed("(投诉 or 退货) -\"先进 先出\" deck:仓储 is:due"));
    CHECK(only<PropertyTerm>("prop:ivl＞１０") ==
          PropertyTerm{CardProperty::kInterval, Comparison::kMore, 10});
    CHECK(only<RatedTerm>("rated：７") == RatedTerm{7});
  }

  TEST_CASE("a pasted question with a colon is a text and a slip in a key is not") {
    CHECK(only<TextTerm>("问题：如何安抚客户？").pattern.pieces.front() == "问题：如何安抚客户？");
    CHECK(only<TextTerm>("\"a: b\"").pattern.pieces.front() == "a: b");
    CHECK(only<TextTerm>("a\\:b").pattern.pieces.front() == "a:b");
    const QueryFault slip = fault_of("投诉 si:due");
    CHECK(slip.begin == 7);
    CHECK(slip.end == 9);
  }

  TEST_CASE("quotes hold blanks and keys, a backslash takes a sign its meaning") {
    CHECK(only<TextTerm>("\"先进 先出\"") == TextTerm{{{"先进 先出"}}, WordEnd::kIsThere});
    CHECK(only<TextTerm>("cach*") == TextTerm{{{"cach", ""}}, WordEnd::kMayGoOn});
    CHECK(only<TextTerm>("100%_") == TextTerm{{{"100%_"}}, WordEnd::kMayGoOn});
    CHECK(only<TextTerm>("\\*\\\"\\(\\or\\-") == TextTerm{{{"*\"(or-"}}, WordEnd::kMayGoOn});
    CHECK(only<TextTerm>("\"or\"") == TextTerm{{{"or"}}, WordEnd::kIsThere});
    CHECK(only<NameTerm>("deck:\"客服 中心\"") == NameTerm{NameField::kDeck, {{"客服 中心"}}});
    CHECK(only<NameTerm>("\"deck:客服 中心\"") == NameTerm{NameField::kDeck, {{"客服 中心"}}});
    CHECK(only<NameTerm>("tag:a::b*") == NameTerm{NameField::kTag, {{"a::b", ""}}});
    CHECK(usual("\\or \\-a b\\ c \"x*\\*\" deck:\"a b\"") == "\\or \\-a b\\ c \"x*\\*\" deck:\"a b\"");
  }

  TEST_CASE("every key takes its values and no others") {
    CHECK(only<ConditionTerm>("IS:Suspended") == ConditionTerm{CardCondition::kSuspended});
    CHECK(only<KindTerm>("kind:single") == KindTerm{QuestionKind::kSingle});
    CHECK(only<KindTerm>("kind:point") == KindTerm{CardKind::kPoint});
    CHECK(only<FlagTerm>("flag:0") == FlagTerm{0});
    CHECK(only<PropertyTerm>("prop:r<=0.85") ==
          PropertyTerm{CardProperty::kRetrievability, Comparison::kAtMost, 0.85});
    CHECK(only<PropertyTerm>("prop:due!=-1") == PropertyTerm{CardProperty::kDue, Comparison::kUnequal, -1});
    CHECK(usual("tag:none") == "-tag:*");
    for (const char* bad : {"is:old",
                            "kind:essay",
                            "flag:8",
                            "flag:1.5",
                            "rated:0",
                            "rated:x",
                            "rated:99999999999",
                            "prop:ivl",
                            "prop:ivl>",
                            "prop:ivl>x",
                            "prop:ivl>nan",
                            "prop:ivl>1e9",
                            "prop:ivl>9999999",
                            "prop:size>1",
                            "prop:>1",
                            "prop:ivl=>1",
                            "deck:",
                            "is:\"\"",
                            "\"\"",
                            "a \"b",
                            "a\\",
                            "\"a\\"})
      CHECK_MESSAGE(std::holds_alternative<QueryFault>(parse_query(bad)), bad);
  }

  TEST_CASE("what is missing is pointed at") {
    const auto place = [](std::string_view text) {
      const QueryFault fault = fault_of(text);
      return std::string(text.substr(fault.begin, fault.end - fault.begin));
    };
    CHECK(place("a (b or c") == "(");
    CHECK(place("a b) c") == ")");
    CHECK(place("main()") == "()");
    CHECK(place("or a") == "or");
    CHECK(place("a or") == "or");
    CHECK(place("a (b and) c") == "and");
    CHECK(place("a or or b") == "or");
    CHECK(place("a - b") == "-");
    CHECK(place("a -") == "-");
    CHECK(place("(a -)") == "-");
    CHECK(place("is:due prop:ivl>x") == "ivl>x");
    CHECK(place("a \"b c") == "\"b c");
  }

  TEST_CASE("a message repeats no long word and nothing a terminal obeys") {
    const QueryFault fault = fault_of("is:\x1b[2J" + std::string(3000, 'x'));
    CHECK(fault.what.english.size() < 100);
    CHECK(fault.what.english.find('\x1b') == std::string::npos);
    CHECK(fault.what.chinese.find('\x1b') == std::string::npos);
  }

  TEST_CASE("a hundred thousand parentheses end in one clear fault") {
    CHECK(fault_of(std::string(100'000, '(')).what.english.find("longer") != std::string::npos);
    CHECK(fault_of(std::string(kLongestQuery, '(')).what.english.find("within each other") !=
          std::string::npos);
    CHECK(fault_of(std::string(kLongestQuery, ')')).begin == 0);
    CHECK(fault_of(std::string(kLongestQuery, '-')).begin > 0);
    const std::string deep = std::string(kDeepestQuery, '(') + "a" + std::string(kDeepestQuery, ')');
    CHECK(usual(deep) == "a");
    CHECK(fault_of("(" + deep + ")").begin == kDeepestQuery);
  }
}

}  // namespace rehearse
