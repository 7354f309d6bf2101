#include <cstdlib>

#include "core/search/evaluate.h"
#include "core/search/parse_query.h"
#include "core/search/tokens.h"
#include "tests/bench/bank.h"
#include "tests/bench/bench.h"
#include "tests/bench/columns.h"

namespace rehearse::bench {
namespace {

constexpr int kRuns = 51;

}  // namespace

std::vector<Figure> measure_search() {
  const SearchTable table = many_cards();
  // What the index would find: every seventh question.
  const RowSet found =
      RowSet::where(table.questions.size(), [](std::size_t question) { return question % 7 == 0; });
  const auto find = [&](const char* text) {
    const auto query = parse_query(text);
    if (!std::holds_alternative<SearchQuery>(query)) std::abort();
    const RowSet cards = evaluate(std::get<SearchQuery>(query), table, day_from_number(kLastDay),
                                  [&found](const TextTerm&) { return RowSet(found); });
    if (cards.count() == 0) std::abort();
  };
  const auto measure = [&](const char* name, const char* text, double limit) {
    return Figure{name, median_ms(kRuns, [&] { find(text); }), limit, "the plan's limit"};
  };
  std::vector<Figure> figures{
      measure("search 100,000 cards: is:due", "is:due", 2),
      measure("search them: a word the index found", "客户", 2),
      measure("search them: mixed",
              "客户 is:due (deck:题库 or -tag:标签::1*) prop:ivl>10 -kind:recall rated:90", 5),
      measure("search them: by the chance of recall", "prop:r<0.9 -is:suspended", 5),
  };
  const std::string text = varied_bank(10'000'000);
  const std::string_view texts[] = {text};
  figures.push_back({"tokens of 10 MB of text for the index", median_ms(5, [&] { (void)index_text(texts); }),
                     500, "20 MB/s: the speed of reading"});
  return figures;
}

}  // namespace rehearse::bench
