// A day being typed, with a few days to choose from.
#pragma once

#include <optional>
#include <string>

#include "core/base/time.h"
#include "gui/window/strings/phrase.h"
#include "gui/window/ui/text_editor.h"
#include "gui/window/ui/ui.h"

namespace rehearse {

struct DayIntent {
  std::optional<TextPointed> pointed;
  std::optional<int> days;  // from today: chosen
};

class DayField {
 public:
  explicit DayField(StudyDay today, std::optional<StudyDay> day = std::nullopt);

  bool take(const Event& event) { return editor_.take(event); }
  void take(const DayIntent& intent);
  std::optional<std::string> take_copied() { return editor_.take_copied(); }

  bool empty() const;
  /// Nothing when no day, or one that is over, is written.
  std::optional<StudyDay> day() const;
  /// What is wrong with what is written; nothing for an empty field.
  std::optional<Phrase> fault() const;

  /// The field, the days to choose from beside or below it, and what is wrong. Returns its height.
  float draw(Ui& ui, const std::string& id, float x, float y, float width, DayIntent& intent) const;

 private:
  StudyDay today_;
  TextEditor editor_;
};

}  // namespace rehearse
