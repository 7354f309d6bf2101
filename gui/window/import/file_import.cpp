#include "gui/window/import/file_import.h"

#include <algorithm>
#include <utility>

namespace rehearse {
namespace {

// Waiting for the disk after each file would take longer than reading it; many at once would hold the window
// up.
constexpr std::size_t kFilesTogether = 8;
// Bytes of text that are held to be compared with: of a thousand files those that come first.
constexpr std::size_t kMostText = 32 << 20;

std::optional<OpId> latest_op(const Library& library) {
  const std::optional<GivenChange> latest = library.latest_change();
  return latest ? std::optional(latest->op) : std::nullopt;
}

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
    if (file.banks) {
      SourcedBanks& banks = *file.banks;
      view_.files.push_back(read_file_view(file.file, banks.decks, library_.preview_import(banks.decks)));
      if (text_size_ + banks.text.size() > kMostText) banks.text = {};
      text_size_ += banks.text.size();
      banks_.push_back(std::move(banks));
    } else {
      view_.files.push_back(failed_file_view(file.file, file.banks.error()));
      banks_.emplace_back();
    }
    view_.questions += view_.files.back().questions;
    view_.problems += view_.files.back().problems;
  }
  if (view_.files.size() == view_.files_in_all) view_.stage = ImportView::Stage::kRead;
}

void FileImport::replace(std::size_t file, std::vector<StudiedDeck> decks) {
  ReadFileView& view = view_.files[file];
  const ReadFileView before = view;
  view = read_file_view(before.name, decks, library_.preview_import(decks));
  view_.questions += view.questions - before.questions;
  banks_[file].decks = std::move(decks);
}

void FileImport::keep() {
  change_before_ = latest_op(library_);
  together_.emplace(library_);
  view_.stage = ImportView::Stage::kKeeping;
}

void FileImport::keep_some(LocalInstant now) {
  std::vector<ImportReport> kept;
  view_.stage = ImportView::Stage::kRead;  // should the disk refuse it
  std::size_t next = next_;
  Library::Batch batch(library_);
  for (; next < banks_.size() && kept.size() < kFilesTogether; ++next)
    if (!banks_[next].decks.empty()) kept.push_back(library_.import_decks(banks_[next].decks, now));
  batch.commit();
  view_.stage = ImportView::Stage::kKeeping;
  next_ = next;
  for (ImportReport& report : kept) add_to(report_, std::move(report));
  for (std::size_t i = 0; i < next_; ++i) banks_[i] = {};
  view_.files_kept += kept.size();
}

bool FileImport::is_done() const {
  return view_.stage != ImportView::Stage::kReading &&
         std::all_of(banks_.begin(), banks_.end(),
                     [](const SourcedBanks& banks) { return banks.decks.empty(); });
}

ImportOutcome FileImport::finish() {
  ImportOutcome outcome;
  outcome.report = std::exchange(report_, {});
  outcome.files_kept = view_.files_kept;
  if (together_.has_value()) {
    together_.reset();
    const auto latest = library_.latest_change();
    if (latest && latest->kind == ChangeKind::kImport && latest->op != change_before_)
      outcome.change = latest;
  }
  for (std::size_t i = 0; i < view_.files.size(); ++i) {
    ReadFileView& file = view_.files[i];
    const bool is_left = !banks_[i].decks.empty();
    if (is_left) ++outcome.files_left;
    if (file.failure || (!is_left && file.problems > 0)) outcome.troubled.push_back(std::move(file));
  }
  if (reader_) reader_->forget();
  banks_.clear();
  text_size_ = 0;
  next_ = 0;
  view_ = {};
  return outcome;
}

}  // namespace rehearse
