// Dropped files on their way into the library: read in the background, looked at, then kept or left.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/library.h"
#include "gui/window/import/file_reader.h"
#include "gui/window/import/import_view.h"

namespace rehearse {

/// What became of the files.
struct ImportOutcome {
  ImportReport report;  // of all that were kept; problems without their files
  std::size_t files_kept = 0;
  std::size_t files_left = 0;          // not kept because it was ended before
  std::vector<ReadFileView> troubled;  // those with a failure, and those that were kept with problems
  std::optional<GivenChange> change;   // all of it, for undo; nothing when nothing was written
};

class FileImport {
 public:
  /// `wake` is called on another thread when there is work to do.
  FileImport(Library& library, std::function<void()> wake);

  /// More files to look at, behind those that are there already. Precondition: not keeping.
  void read(const std::vector<std::string>& paths, LocalInstant now);
  /// Takes over what was read meanwhile, or keeps the next few files. True when anything changed. Throws
  /// StoreError: then what was not kept so far is as it was before keep(), which may be called again.
  bool work(LocalInstant now);

  /// True from the first file until finish().
  bool is_open() const { return view_.files_in_all > 0; }
  /// True while work() has something to do at once.
  bool is_keeping() const { return view_.stage == ImportView::Stage::kKeeping; }
  /// True when all that can be kept is kept: at the latest now it is time for finish().
  bool is_done() const;
  /// Of the file at this place of view().files, to be looked at and corrected; it has none when it failed.
  /// Precondition: nothing is being kept.
  SourcedBanks& banks(std::size_t file) { return banks_[file]; }
  /// What was changed in it is to be kept.
  void replace(std::size_t file, std::vector<StudiedDeck> decks);
  const ImportView& view() const { return view_; }

  /// Begins to keep what was read, as one import. Precondition: all of it was.
  void keep();
  /// Ends the import, wherever it stands, and tells what became of it.
  ImportOutcome finish();

 private:
  void take_read();
  void keep_some(LocalInstant now);

  Library& library_;
  std::function<void()> wake_;
  std::unique_ptr<FileReader> reader_;  // from the first file on
  std::vector<SourcedBanks> banks_;     // of each file in view_; no decks: failed, or kept already
  std::size_t text_size_ = 0;           // of the texts in banks_, bytes
  std::size_t next_ = 0;                // of banks_, to be kept
  ImportView view_;
  ImportReport report_;
  std::optional<Library::OneImport> together_;  // while it keeps
  std::optional<OpId> change_before_;
};

}  // namespace rehearse
