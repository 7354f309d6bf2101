// Choosing a document without leaving the window: a folder's entries, narrowed down by typing.
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/base/words.h"
#include "gui/window/import/review_screen.h"
#include "gui/window/ui/text_editor.h"
#include "gui/window/ui/ui.h"

namespace rehearse {

class FilePicker {
 public:
  struct Entry {
    std::string name;
    bool is_folder = false;
  };

  /// Begins in `folder`; in the root where that cannot be read. `home` is what ~ stands for.
  FilePicker(const std::filesystem::path& folder, std::filesystem::path home);

  const std::filesystem::path& folder() const { return folder_; }
  /// Those that hold what was typed: folders first, then files that are documents by their names, each by
  /// name.
  const std::vector<Entry>& shown() const { return shown_; }
  std::size_t selected() const { return selected_; }
  const TextEditor& typed() const { return typed_; }
  /// Why the folder, or what was typed, cannot be opened; empty when it can.
  const Words& trouble() const { return trouble_; }

  /// Takes typed text and the keys of the list. True when the event was for it.
  bool type(const Event& event);
  void point(const TextPointed& pointed) { typed_.take(pointed); }
  void select(std::size_t row);
  /// Opens the selected folder; or the file, or the path that was typed, is chosen.
  void open();
  /// The document that was chosen, once.
  std::optional<std::filesystem::path> take_chosen();

 private:
  void enter(const std::filesystem::path& folder);
  void narrow();

  std::filesystem::path folder_, home_;
  std::vector<Entry> entries_, shown_;
  std::size_t selected_ = 0;
  TextEditor typed_;
  std::optional<std::filesystem::path> chosen_;
  Words trouble_;
};

/// With `follow` the selected entry is brought into sight.
ImportIntent draw_file_picker(Ui& ui, const FilePicker& picker, Follow follow);

}  // namespace rehearse
