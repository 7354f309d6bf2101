#include <algorithm>
#include <array>
#include <cstdlib>

#include "gui/window/editor/editor_screen.h"

namespace rehearse {
namespace {

constexpr std::array<std::string_view, kEditedFields> kNames{"stem",     "options",  "key",     "answer",
                                                             "criteria", "analysis", "section", "marks",
                                                             "time",     "tags",     "example"};
constexpr std::string_view kCue = "cue ", kDetail = "detail ";

EditorIntent point_key(std::size_t point, std::size_t count, const KeyPressed& press) {
  if (press == KeyPressed{Key::kEnter, Modifier::kCtrl}) return CutPoint{point};
  if (press == KeyPressed{Key::kM, Modifier::kCtrl}) return JoinPoints{point};
  if (press.modifier != Modifier::kAlt) return {};
  switch (press.key) {
    case Key::kEnter: return InsertPoint{point + 1};
    case Key::kDelete: return DropPoint{point};
    case Key::kUp: return point > 0 ? EditorIntent{PlacePoint{point, point - 1}} : EditorIntent{};
    case Key::kDown: return point + 1 < count ? EditorIntent{PlacePoint{point, point + 1}} : EditorIntent{};
    default: return {};
  }
}

}  // namespace

std::string id_of(EditedField field) { return std::string(kNames[static_cast<std::size_t>(field)]); }
std::string cue_id(std::size_t point) { return std::string(kCue) + std::to_string(point); }
std::string detail_id(std::size_t point) { return std::string(kDetail) + std::to_string(point); }

std::optional<std::size_t> point_of(std::string_view id) {
  for (const std::string_view prefix : {kCue, kDetail})
    if (id.starts_with(prefix))
      return std::strtoull(std::string(id.substr(prefix.size())).c_str(), nullptr, 10);
  return std::nullopt;
}

DraftText* text_of(QuestionDraft& draft, std::string_view id) {
  for (std::size_t i = 0; i < kEditedFields; ++i)
    if (id == kNames[i]) return &draft.field(static_cast<EditedField>(i));
  const auto point = point_of(id);
  if (!point || *point >= draft.points().size()) return nullptr;
  DraftPoint& of = draft.points()[*point];
  return id.starts_with(kCue) ? &of.cue : &of.detail;
}

bool is_text(const QuestionDraft& draft, std::string_view id) {
  if (const auto point = point_of(id)) return *point < draft.points().size();
  return std::find(kNames.begin(), kNames.end(), id) != kNames.end();
}

EditorIntent editor_key(const EditorView& view, std::string_view in, const KeyPressed& press) {
  if (press == KeyPressed{Key::kEscape}) return LeaveEditor{};
  if (view.draft == nullptr) return {};
  if (press == KeyPressed{Key::kS, Modifier::kCtrl}) return SaveQuestion{};
  if (press == KeyPressed{Key::kH, Modifier::kCtrl}) return AskForHistory{};
  const std::size_t count = view.draft->points().size();
  const auto point = point_of(in);
  if (point && *point < count) return point_key(*point, count, press);
  if (press == KeyPressed{Key::kEnter, Modifier::kAlt}) return InsertPoint{count};
  return {};
}

}  // namespace rehearse
