// The editor in its states, with more text than is kind.
#include <memory>

#include "gui/window/editor/editor_screen.h"
#include "gui/window/editor/editor_sheets.h"
#include "tests/gui/sample_screens.h"
#include "tests/gui/sample_views.h"

namespace rehearse::test {
namespace {

Card some_card(QuestionKind kind, std::size_t points) {
  Card card;
  Question& question = card.question;
  question.kind = kind;
  question.stem = long_text();
  question.section = "盘点与差异处理";
  question.answer = long_text() + "\n" + long_text();
  question.analysis = long_text();
  question.criteria = {"说清步骤（5 分）", "有例子（5 分）"};
  question.options = {{"A", "甲"}, {"B", long_text()}};
  question.answer_key = {"B"};
  question.marks = 10;
  for (std::size_t i = 0; i < points; ++i) {
    PointId id;
    id.bytes[0] = static_cast<std::uint8_t>(i + 1);
    card.points.push_back(id);
    question.points.push_back({"要点" + std::to_string(i), i % 2 == 0 ? long_text() : ""});
  }
  return card;
}

NamedScreen screen(const std::string& name, const Card& card) {
  const auto draft = std::make_shared<QuestionDraft>();
  draft->follow(card, {3, {"压力面", "管理::团队"}, long_text()});
  return {name, [draft](Ui& ui) {
            return !is_nothing(draw_editor(ui, {draft.get(), "仓储主管岗位综合能力面试题库", "SELECT 1;"}));
          }};
}

}  // namespace

std::vector<NamedScreen> editor_screens() {
  std::vector<NamedScreen> screens{screen("editor of an open question", some_card(QuestionKind::kOpen, 3)),
                                   screen("editor of a choice", some_card(QuestionKind::kSingle, 0))};
  screens.push_back({"editor of a question that is gone",
                     [](Ui& ui) { return !is_nothing(draw_editor(ui, EditorView())); }});
  const auto focus = std::make_shared<Focus>();
  screens.push_back(
      {"leaving the editor", [focus](Ui& ui) { return draw_leave_sheet(ui, *focus).has_value(); }});
  std::vector<FieldVersion> versions;
  for (const char* field : {"stem", "point:1", "flag", "tag:a", "unknown"})
    versions.push_back({field, long_text(), {}, VersionAuthor::kOtherMachine, true});
  versions.back().device = long_text();
  const auto history_focus = std::make_shared<Focus>();
  const auto add_history = [&](const char* name, const HistoryView& view) {
    screens.push_back({name, [view, history_focus](Ui& ui) {
                         return !is_nothing(draw_history(ui, *history_focus, view, {}, {}));
                       }});
  };
  add_history("history of nothing", {});
  add_history("history", {versions, {}});
  HistoryView contested{versions, {}};
  for (const char* field : {"stem", "point:1"})
    contested.contested.push_back(
        {field, {{OpId(), versions[0]}, {OpId(), versions.back()}, {OpId(), FieldVersion()}}});
  add_history("history of a question that two machines have edited", contested);
  const auto card = std::make_shared<QuestionDraft>();
  card->follow(some_card(QuestionKind::kOpen, 3), {});
  screens.push_back({"editor of a question that two machines have edited", [card](Ui& ui) {
                       return !is_nothing(draw_editor(ui, EditorView{card.get(), "", "", 12}));
                     }});
  return screens;
}

}  // namespace rehearse::test
