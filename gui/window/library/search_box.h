// A query being typed: what is wrong with it, and what could come next.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "core/search/query_fault.h"
#include "core/search/suggestions.h"
#include "gui/window/ui/text_editor.h"

namespace rehearse {

class SearchBox {
 public:
  /// What suggestions are made of.
  struct Names {
    std::vector<std::string> decks, sections, tags;
  };

  void set_names(Names names);
  /// Writes another query into it.
  void write(const std::string& query);

  enum class Took { kNothing, kMoved, kChanged, kEntered };
  /// A character, a paste or a key. kEntered: Enter, which is left to the page.
  Took take(const Event& event);
  void take(const TextPointed& pointed);
  /// The suggestion takes the place of what was typed of it. Precondition: there are so many.
  void take_suggestion(std::size_t index);

  std::string text() const { return editor_.text(); }
  const TextEditor& editor() const { return editor_; }
  std::optional<std::string> take_copied() { return editor_.take_copied(); }
  const std::vector<Suggestion>& suggested() const { return suggested_; }
  /// The one that Up and Down went to.
  std::optional<std::size_t> chosen() const { return chosen_; }

  std::optional<QueryFault> fault;  // of the search for this text; the page says

 private:
  void suggest();
  std::optional<std::size_t> suggestion_for_tab() const;

  TextEditor editor_{TextLines::kOne};
  Names names_;
  std::vector<Suggestion> suggested_;
  std::optional<std::size_t> chosen_;
};

}  // namespace rehearse
