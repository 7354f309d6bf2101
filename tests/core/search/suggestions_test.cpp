#include "core/search/suggestions.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "core/search/parse_query.h"

namespace rehearse {
namespace {

const std::vector<std::string> kDecks{"仓储主管面试", "客服 中心"};
const std::vector<std::string> kSections{"", "应对"};
const std::vector<std::string> kTags{"a", "a::b", "none of it"};

/// What `query` becomes with each suggestion taken, the cursor standing at |.
std::vector<std::string> completed(std::string query) {
  const std::size_t cursor = query.find('|');
  query.erase(cursor, 1);
  std::vector<std::string> texts;
  for (const Suggestion& suggestion : suggestions(query, cursor, {kDecks, kSections, kTags})) {
    CHECK(suggestion.end == cursor);
    texts.push_back(query.substr(0, suggestion.begin) + suggestion.text + query.substr(suggestion.end));
  }
  return texts;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_SUITE("core/search/suggestions") {
  TEST_CASE("keys are offered by their beginning and all of them where nothing is typed") {
    CHECK(completed("投诉 |").size() == 8);
    CHECK(completed("|").size() == 8);
    CHECK(completed("-(de| 投诉") == Texts{"-(deck: 投诉"});
    CHECK(completed("Ｋ|") == Texts{"kind:"});
    CHECK(completed("投诉|") == Texts{});
    CHECK(completed("\"de|") == Texts{});
  }

  TEST_CASE("behind a key stand its values") {
    CHECK(completed("is:|").size() == 6);
    CHECK(completed("is:s| a") == Texts{"is:suspended a"});
    CHECK(completed("kind:s|") == Texts{"kind:single"});
    CHECK(completed("prop:l|") == Texts{"prop:lapses"});
    CHECK(completed("prop:ivl>|") == Texts{"prop:ivl>=", "prop:ivl>"});
    CHECK(completed("rated:|") == Texts{"rated:1", "rated:7", "rated:30"});
    CHECK(completed("foo:|") == Texts{});
  }

  TEST_CASE("names are found in their middle and quoted where they must be") {
    CHECK(completed("deck:主管|") == Texts{"deck:仓储主管面试"});
    CHECK(completed("deck:客|") == Texts{"deck:\"客服 中心\""});
    CHECK(completed("tag:no|") == Texts{"tag:none", "tag:\"none of it\""});
    CHECK(completed("section：|") == Texts{"section:应对"});
  }

  TEST_CASE("what ends neither in a colon nor before a comparison is a good query") {
    for (const char* query : {"is:|", "kind:|", "tag:|", "deck:|", "section:|", "rated:|"})
      for (const std::string& text : completed(query))
        CHECK_MESSAGE(std::holds_alternative<SearchQuery>(parse_query(text)), text);
  }
}

}  // namespace rehearse
