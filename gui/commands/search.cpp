// search: the cards a query finds.
#include <algorithm>
#include <ostream>
#include <span>

#include "core/base/text.h"
#include "core/library.h"
#include "gui/commands/command.h"
#include "gui/commands/commands.h"
#include "gui/commands/json_output.h"
#include "gui/commands/say.h"

namespace rehearse {
namespace {

constexpr std::size_t kStemShown = 48;  // code points
constexpr std::size_t kPage = 1000;     // cards: a hundred thousand of them in words would fill the memory

template <class Visit>
void for_each_page(std::span<const CardId> cards, Visit&& visit) {
  for (; !cards.empty(); cards = cards.subspan(std::min(kPage, cards.size())))
    visit(cards.first(std::min(kPage, cards.size())));
}

}  // namespace

int search_command(const Environment& environment, const std::string& query, Output output) {
  Library library(environment.library, environment.random);
  const auto result = library.search(query, environment.clock());
  if (const auto* fault = std::get_if<QueryFault>(&result)) {
    const int code = report(environment, to_error(query, *fault));
    environment.err << pointed_out(query, *fault) << '\n';
    return code;
  }
  const auto& cards = std::get<std::vector<CardId>>(result);
  if (output == Output::kJson) environment.out << "{\n \"cards\": [";
  for_each_page(cards, [&](std::span<const CardId> page) {
    for (const FoundCard& card : library.describe(page, environment.clock()))
      if (output == Output::kJson)
        environment.out << (card.id == cards.front() ? "\n" : ",\n") << found_json(card);
      else
        environment.out << kind_in_words(card.kind).in(environment.language) << "  " << card.deck << "  "
                        << shortened(card.stem, kStemShown) << '\n';
  });
  if (output == Output::kJson) {
    environment.out << "]\n}\n";
    return kExitSuccess;
  }
  const Say say(environment);
  say({counted(cards.size(), "card"), text(cards.size()) + " 张卡片"});
  return kExitSuccess;
}

}  // namespace rehearse
