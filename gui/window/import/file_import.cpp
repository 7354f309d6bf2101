#include "gui/window/import/file_import.h"

#include <algorithm>
#include <utility>

namespace rehearse {
namespace {

// Waiting for the disk after each file would take longer than reading it; many at once would hold the window
// up.
constexpr std::size_t kFilesTogether = 8;

void add_to(ImportReport& all, ImportReport&& one) {
  std::move(one.decks.begin(), one.decks.end(), std::back_inserter(all.decks));
  std::move(one.changes.kept.begin(), one.changes.kept.end(), std::back_inserter(all.changes.kept));
  std::move(one.problems.begin(), one.problems.end(), std::back_inserter(all.problems));
  all.added += one.added;
  all.updated += one.updated;
  all.unchanged += one.unchanged;
  all.answers += one.answers;
}

}  // namespace

FileImport::FileImport(Library& library, std::function<void()> wake)
    : library_(library), wake_(std::move(wake)) {}

void FileImport::read(const std::vector<std::string>& paths, LocalInstant now) {
  if (!reader_) reader_ = std::make_unique<FileReader>(wake_);
  view_.stage = ImportView::Stage::kReading;
  view_.files_in_all += paths.size();
  reader_->read({paths.begin(), paths.end()}, now.utc_offset);
}

bool FileImport::work(LocalInstant now) {
  if (is_keeping()) {
    keep_some(now);
    return true;
  }
  const std::size_t before = view_.files.size();
  if (is_open()) take_read();
  return view_.files.size() > before;
}

void FileImport::take_read() {
  for (FileRead& file : reader_->take()) {
    if (file.decks) {
      view_.files.push_back(read_file_view(file.file, *file.decks, library_.preview_import(*file.decks)));
      decks_.push_back(std::move(*file.decks));
    } else {
      view_.files.push_back(failed_file_view(file.file, file.decks.error()));
      decks_.emplace_back();
    }
    view_.questions += view_.files.back().questions;
    view_.problems += view_.files.back().problems;
  }
  if (view_.files.size() == view_.files_in_all) view_.stage = ImportView::Stage::kRead;
}

void FileImport::keep() { view_.stage = ImportView::Stage::kKeeping; }

void FileImport::keep_some(LocalInstant now) {
  std::vector<ImportReport> kept;
  Library::Batch batch(library_);
  for (; next_ < decks_.size() && kept.size() < kFilesTogether; ++next_)
    if (!decks_[next_].empty()) kept.push_back(library_.import_decks(decks_[next_], now));
  batch.commit();
  for (ImportReport& report : kept) add_to(report_, std::move(report));
  for (std::size_t i = 0; i < next_; ++i) decks_[i].clear();
  view_.files_kept += kept.size();
}

bool FileImport::is_done() const {
  return view_.stage != ImportView::Stage::kReading &&
         std::all_of(decks_.begin(), decks_.end(), [](const auto& decks) { return decks.empty(); });
}

ImportOutcome FileImport::finish() {
  ImportOutcome outcome;
  outcome.report = std::exchange(report_, {});
  outcome.files_kept = view_.files_kept;
  for (std::size_t i = 0; i < view_.files.size(); ++i) {
    ReadFileView& file = view_.files[i];
    const bool is_left = !decks_[i].empty();
    if (is_left) ++outcome.files_left;
    if (file.failure || (!is_left && file.problems > 0)) outcome.troubled.push_back(std::move(file));
  }
  if (reader_) reader_->forget();
  decks_.clear();
  next_ = 0;
  view_ = {};
  return outcome;
}

}  // namespace rehearse
