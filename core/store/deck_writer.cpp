#include "core/store/deck_writer.h"

#include <map>
#include <set>
#include <string>

#include "core/base/text.h"
#include "core/deck/identity.h"
#include "core/store/question_fields.h"
#include "core/store/registers.h"

namespace rehearse {
namespace {

// The longest line less room for the envelope and the ids of replaced versions.
constexpr std::size_t kLongestFields = kLongestOpLine - 4096;

// Code points. Longer is no title but a document that was taken for one.
constexpr std::size_t kLongestTitle = 1000;

enum class Change { kAdded, kUpdated, kMoved, kNone };

std::size_t size_of(const Fields& fields) {
  std::size_t size = 0;
  for (const auto& [name, value] : fields) size += name.size() + value.size() + 4;
  return size;
}

/// Sets what differs from what is there and was not written by the learner.
Change bring_up_to_date(OpLog& log, Content& content, const std::string& target, const Fields& wanted,
                        Instant now) {
  const Registers present = fold_registers(log, target);
  SetOp op{target, {}, {}, Origin::kImport};
  std::set<OpId> base;
  Change change = Change::kNone;
  const auto set = [&](const std::string& name, const std::string& value) {
    op.fields[name] = value;
    if (name != kOrderField)
      change = Change::kUpdated;
    else if (change == Change::kNone)
      change = Change::kMoved;
  };
  for (const auto& [name, value] : wanted) {
    const auto found = present.find(name);
    if (found == present.end()) {
      set(name, value);
    } else if (found->second.value != value && found->second.origin == Origin::kImport) {
      set(name, value);
      base.insert(found->second.heads.begin(), found->second.heads.end());
    }
  }
  for (const auto& [name, field] : present) {
    const bool imported_and_gone = field.origin == Origin::kImport && field.value != "null" &&
                                   is_known_field(name) && !wanted.contains(name);
    if (!imported_and_gone) continue;
    set(name, "null");
    base.insert(field.heads.begin(), field.heads.end());
  }
  if (op.fields.empty()) return Change::kNone;
  op.base.assign(base.begin(), base.end());
  log.append(std::move(op), now);
  content.refold(target);
  return present.empty() ? Change::kAdded : change;
}

/// Counts how often a name was met, so that equals get different ordinals.
class Ordinals {
 public:
  std::size_t next(const std::string& name) { return met_[name]++; }

 private:
  std::map<std::string, std::size_t> met_;
};

PlacedQuestion place_question(DeckId deck, const Question& question, std::size_t position, Ordinals& equals) {
  PlacedQuestion placed;
  placed.deck = deck;
  placed.question = question;
  placed.id = derive_question_id(deck, question, equals.next(question_identity_text(question)));
  placed.at = place(position);
  Ordinals equal_cues;
  for (std::size_t i = 0; i < question.points.size(); ++i) {
    const KeyPoint& point = question.points[i];
    const std::size_t ordinal = equal_cues.next(normalised(point.cue));
    placed.points.push_back({derive_point_id(placed.id, point.cue, ordinal), place(i), point});
  }
  return placed;
}

}  // namespace

DeckChanges write_document(OpLog& log, Content& content, const Document& document, Instant now) {
  DeckChanges changes;
  changes.deck = derive_deck_id(document.title);
  Fields deck{{kTitleField, json_text(shortened(document.title, kLongestTitle))}};
  const std::string sections = sections_json(document.sections);
  if (!document.sections.empty() && sections.size() < kLongestFields - deck[kTitleField].size())
    deck[kSectionsField] = sections;
  bring_up_to_date(log, content, target(changes.deck), deck, now);
  Ordinals equals;
  for (std::size_t i = 0; i < document.questions.size(); ++i) {
    const PlacedQuestion placed = place_question(changes.deck, document.questions[i], i, equals);
    const Fields fields = question_fields(placed);
    if (size_of(fields) > kLongestFields) {
      changes.problems.push_back(
          {0,
           0,
           "too-long",
           {"question " + std::to_string(i + 1) +
                " is longer than 60 KB and was left out: " + shortened(placed.question.stem, 40),
            "第 " + std::to_string(i + 1) + " 题超过 60 KB，未导入：" +
                shortened(placed.question.stem, 40)}});
      changes.kept.emplace_back();
      continue;
    }
    KeptQuestion& kept = changes.kept.emplace_back(KeptQuestion{placed.id, {}}).value();
    for (const PlacedPoint& point : placed.points) kept.points.push_back(point.id);
    switch (bring_up_to_date(log, content, target(placed.id), fields, now)) {
      case Change::kAdded: ++changes.added; break;
      case Change::kUpdated: ++changes.updated; break;
      case Change::kMoved:
      case Change::kNone: ++changes.unchanged; break;
    }
  }
  return changes;
}

}  // namespace rehearse
