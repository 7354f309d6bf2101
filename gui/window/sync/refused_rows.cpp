#include "gui/window/sync/refused_rows.h"

#include <set>
#include <string>

#include "core/base/text.h"
#include "gui/window/editor/field_names.h"
#include "gui/window/shell/local_minute.h"
#include "gui/window/strings/sync_words.h"
#include "sync/protocol/problem.h"

namespace rehearse {
namespace {

constexpr std::size_t kStemShown = 60;  // code points

Words in_words(const Phrase& phrase, const Words& value) {
  return {filled(Language::kEnglish, phrase, {value.english}),
          filled(Language::kChinese, phrase, {value.chinese})};
}

Words question_of(const Library& library, const GivenChange& change) {
  const std::string stem = change.card ? library.stem(*change.card) : "";
  if (stem.empty()) return in_both(words::kSyncGoneQuestion);
  const std::string shown = shortened(in_one_line(stem), kStemShown);
  return {shown, shown};
}

std::string fields_of(const GivenChange& change, Language language) {
  std::set<std::string> known;
  std::string names;
  for (const std::string& field : change.fields)
    if (const std::string name = name_of_field(language, field); known.insert(name).second)
      names += (names.empty() ? "" : language == Language::kChinese ? "、" : ", ") + name;
  return names;
}

Words edit_of(const Library& library, const GivenChange& change) {
  const Words question = question_of(library, change);
  const auto in = [&](Language language) {
    return filled(language, words::kSyncOfEdit, {fields_of(change, language), question.in(language)});
  };
  return {in(Language::kEnglish), in(Language::kChinese)};
}

Words what_of(const Library& library, const UnacceptedOp& op) {
  const auto change = library.change(op.id);
  if (!change) return in_both(words::kSyncOfUnknown);
  switch (change->kind) {
    case ChangeKind::kAnswer: return in_words(words::kSyncOfAnswer, question_of(library, *change));
    case ChangeKind::kCards: return in_words(words::kSyncOfCards, question_of(library, *change));
    case ChangeKind::kSetting: return in_both(words::kSyncOfSetting);
    case ChangeKind::kInterview: return in_both(words::kSyncOfInterview);
    case ChangeKind::kImport: return in_both(words::kSyncOfImport, {change->title});
    case ChangeKind::kEdit: break;
  }
  return edit_of(library, *change);
}

Words why_of(const std::string& reason) {
  using sync::ProblemKind;
  const auto is = [&](ProblemKind kind) { return reason == sync::slug_of(kind); };
  if (is(ProblemKind::kTooLarge)) return in_both(words::kSyncTooLarge);
  if (is(ProblemKind::kQuota)) return in_both(words::kSyncQuota);
  if (is(ProblemKind::kForbidden)) return in_both(words::kSyncForbidden);
  if (is(ProblemKind::kBadRequest)) return in_both(words::kSyncNotUnderstood);
  return in_both(words::kSyncRefusedBecause, {reason});
}

}  // namespace

std::vector<RefusedRow> read_refused(const Library& library, std::chrono::minutes utc_offset) {
  std::vector<RefusedRow> rows;
  for (const UnacceptedOp& op : library.refused(kMostRefusedRows)) {
    if (op.state == Quarantine::kKept) continue;
    const auto change = library.change(op.id);
    rows.push_back({op.id, what_of(library, op), why_of(op.reason),
                    change ? local_minute(change->at, utc_offset) : std::string()});
  }
  return rows;
}

}  // namespace rehearse
