#include "core/store/publication.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>

#include "core/store/group_removals.h"
#include "core/store/registers.h"
#include "core/store/shared_fields.h"

namespace rehearse {
namespace {

constexpr const char* kQuestionsOfDeck =
    "SELECT q.id FROM deck d JOIN question q ON q.deck = d.position WHERE d.id = ?1 ORDER BY q.at, q.id";

class Planner {
 public:
  Planner(Database& database, const OpLog& log, DeckId deck, Scope group)
      : database_(database), log_(log), deck_(deck), group_(group) {}

  Publication plan() {
    const std::string name = target(deck_);
    plan_.is_deck_changed = write_fields(name, fold_registers(log_, name), fold_group(log_, name, group_));
    for (const QuestionId& id : questions()) plan_question(id);
    return std::move(plan_);
  }

 private:
  /// Of the deck in its order, so that members get them so; then those that the group alone has.
  std::vector<QuestionId> questions() const {
    std::vector<QuestionId> questions;
    {
      Query query = database_.query(kQuestionsOfDeck);
      query.bind(deck_);
      while (query.step()) questions.push_back(query.id<QuestionId>(0));
    }
    const std::set<QuestionId> here(questions.begin(), questions.end());
    for (const std::string& target : log_.register_targets_of(group_))
      if (const auto id = question_of(target); id && !here.contains(*id)) questions.push_back(*id);
    return questions;
  }

  bool is_of_deck(const Registers& registers) const { return rehearse::is_of_deck(registers, deck_); }

  void plan_question(QuestionId id) {
    const std::string name = target(id);
    const Registers here = fold_registers(log_, name), there = fold_group(log_, name, group_);
    const bool is_there = is_in_deck(there, deck_);
    // Somebody has removed it, and nobody here has said what of it.
    if (is_removal_offered(here)) {
      if (is_of_deck(here)) ++plan_.undecided;
      return;
    }
    const bool is_here = is_of_deck(here) && is_alive(here);
    if (!is_here) {
      if (!is_there) return;
      write_alive(name, false, there);
      ++plan_.removed;
      return;
    }
    const bool is_changed = write_fields(name, here, there);
    if (is_removal_offered(there)) write_alive(name, true, there);
    if (!is_there)
      ++plan_.added;
    else if (is_changed)
      ++plan_.changed;
  }

  /// The learner's own word on it stays his.
  void write_alive(const std::string& name, bool alive, const Registers& there) {
    std::set<OpId> base;
    add_heads(there, kAliveField, base);
    plan_.ops.emplace_back(AliveOp{name, alive, {base.begin(), base.end()}});
  }

  /// True when there is something that the group does not say.
  bool write_fields(const std::string& name, const Registers& here, const Registers& there) {
    SetOp op{name, {}, {}, Origin::kGroup};
    std::set<OpId> base;
    for (const auto& [field, said] : here) {
      if (!is_shared_field(field)) continue;
      if (is_worth_choosing(field, said)) {
        ++plan_.undecided;
        continue;
      }
      if (said.value == value_in(there, field)) continue;
      op.fields[field] = said.value;
      add_heads(there, field, base);
      add_heads(here, field, base);
    }
    if (op.fields.empty()) return false;
    op.base.assign(base.begin(), base.end());
    plan_.ops.emplace_back(std::move(op));
    return true;
  }

  Database& database_;
  const OpLog& log_;
  DeckId deck_;
  Scope group_;
  Publication plan_;
};

}  // namespace

Publication plan_publication(Database& database, const OpLog& log, DeckId deck, Scope group) {
  return Planner(database, log, deck, group).plan();
}

std::vector<SetOp> own_copy_of(Database& database, const OpLog& log, Scope group) {
  const std::vector<QuestionId> asking = GroupRemovals(database).asking();
  std::vector<SetOp> copies;
  for (const std::string& target : log.register_targets_of(group)) {
    const Registers registers = fold_registers(log, target);
    const auto question = question_of(target);
    // The group has removed it, and nobody here has missed it.
    if (question && is_removal_offered(registers) &&
        std::find(asking.begin(), asking.end(), *question) == asking.end())
      continue;
    SetOp copy{target, {}, {}, Origin::kGroup};
    std::set<OpId> base;
    for (const auto& [name, field] : registers) {
      if (!is_shared_field(name) || field.origin != Origin::kGroup) continue;
      copy.fields[name] = field.value;
      add_heads(registers, name, base);
    }
    if (copy.fields.empty()) continue;
    copy.base.assign(base.begin(), base.end());
    copies.push_back(std::move(copy));
  }
  return copies;
}

}  // namespace rehearse
