#include "gui/window/library/search_box.h"

#include <algorithm>
#include <utility>

#include "core/base/text.h"

namespace rehearse {
namespace {

constexpr std::size_t kMostSuggestions = 12;

std::size_t caret_byte(const TextEditor& editor) {
  return to_utf8(editor.characters().substr(0, editor.caret().offset)).size();
}

}  // namespace

void SearchBox::set_names(Names names) {
  names_ = std::move(names);
  suggest();
}

void SearchBox::write(const std::string& query) {
  editor_ = TextEditor(TextLines::kOne, query);
  fault.reset();
  suggest();
}

SearchBox::Took SearchBox::take(const Event& event) {
  if (const auto* press = std::get_if<KeyPressed>(&event); press && press->modifier == Modifier::kNone) {
    const std::size_t count = suggested_.size();
    switch (press->key) {
      case Key::kDown:
        if (count == 0 || chosen_ == count - 1) break;
        chosen_ = chosen_ ? *chosen_ + 1 : 0;
        return Took::kMoved;
      case Key::kUp:
        if (!chosen_) break;
        chosen_ = *chosen_ == 0 ? std::nullopt : std::optional(*chosen_ - 1);
        return Took::kMoved;
      case Key::kTab:
        if (const auto index = suggestion_for_tab()) return take_suggestion(*index), Took::kChanged;
        return Took::kNothing;
      case Key::kEnter:
        if (!chosen_) return Took::kEntered;
        take_suggestion(*chosen_);
        return Took::kChanged;
      default: break;
    }
  }
  const std::size_t revision = editor_.revision();
  if (!editor_.take(event)) return Took::kNothing;
  suggest();
  return editor_.revision() == revision ? Took::kMoved : Took::kChanged;
}

void SearchBox::take(const TextPointed& pointed) {
  editor_.take(pointed);
  suggest();
}

std::optional<std::size_t> SearchBox::suggestion_for_tab() const {
  if (chosen_) return chosen_;
  // Where nothing of it was typed, Tab goes on to the next thing, as everywhere.
  if (suggested_.empty() || suggested_.front().begin == suggested_.front().end) return std::nullopt;
  return 0;
}

void SearchBox::take_suggestion(std::size_t index) {
  const Suggestion taken = suggested_[index];
  const std::string before = text();
  // A whole term is done with; a key wants its value.
  const bool wants_more = taken.text.ends_with(':') || taken.text.ends_with('=') ||
                          taken.text.ends_with('<') || taken.text.ends_with('>') ||
                          taken.text.starts_with("prop:");
  const std::string head = before.substr(0, taken.begin) + taken.text + (wants_more ? "" : " ");
  std::string tail = before.substr(taken.end);
  if (head.ends_with(' ') && tail.starts_with(' ')) tail.erase(0, 1);
  editor_ = TextEditor(TextLines::kOne, head + tail);
  const std::size_t offset = length_in_code_points(head);
  editor_.take(TextPointed{TextPointed::Gesture::kPressed, {offset, RowSide::kBegin}});
  suggest();
}

void SearchBox::suggest() {
  const std::string query = text();
  suggested_ =
      suggestions(query, caret_byte(editor_), {names_.decks, names_.sections, names_.tags}, kMostSuggestions);
  std::erase_if(suggested_, [&](const Suggestion& suggestion) {
    return query.substr(suggestion.begin, suggestion.end - suggestion.begin) == suggestion.text;
  });
  chosen_.reset();
}

}  // namespace rehearse
