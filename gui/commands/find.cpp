#include "gui/commands/find.h"

#include <vector>

#include "gui/commands/say.h"

namespace rehearse {
namespace {

constexpr std::size_t kShortestPointId = 4;  // digits that a person must type

}  // namespace

Result<ListedQuestion> find_question(const Library& library, const QuestionName& name) {
  const auto deck = library.find_deck(name.deck);
  if (!deck) return deck.error();
  return library.find_question(*deck, name.question);
}

Result<std::size_t> find_point(const ListedQuestion& listed, const std::string& name) {
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < listed.points.size(); ++i) {
    if (std::to_string(i + 1) == name) return i;
    if (name.size() >= kShortestPointId && listed.points[i].hex().starts_with(name)) found.push_back(i);
  }
  if (found.size() == 1) return found.front();
  const std::string count = text(listed.points.size());
  return Error{
      {"no such point: the question has " + count, "没有这个要点：本题共 " + count + " 个"}, name, {}};
}

}  // namespace rehearse
