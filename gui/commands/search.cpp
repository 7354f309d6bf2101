// search: the cards a query finds.
#include <ostream>

#include "core/base/text.h"
#include "core/library.h"
#include "gui/commands/command.h"
#include "gui/commands/commands.h"
#include "gui/commands/json_output.h"
#include "gui/commands/say.h"

namespace rehearse {
namespace {

constexpr std::size_t kStemShown = 48;  // code points

}  // namespace

int search_command(const Environment& environment, const std::string& query, Output output) {
  Library library(environment.library, environment.random);
  const auto result = library.search(query, environment.clock());
  if (const auto* fault = std::get_if<QueryFault>(&result)) {
    const int code = report(environment, to_error(query, *fault));
    environment.err << pointed_out(query, *fault) << '\n';
    return code;
  }
  const std::vector<FoundCard> cards =
      library.describe(std::get<std::vector<CardId>>(result), environment.clock());
  if (output == Output::kJson) {
    environment.out << found_json(cards) << '\n';
    return kExitSuccess;
  }
  for (const FoundCard& card : cards)
    environment.out << kind_in_words(card.kind).in(environment.language) << "  " << card.deck << "  "
                    << shortened(card.stem, kStemShown) << '\n';
  const Say say(environment);
  say({counted(cards.size(), "card"), text(cards.size()) + " 张卡片"});
  return kExitSuccess;
}

}  // namespace rehearse
