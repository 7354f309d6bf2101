#include "gui/window/import/file_picker.h"

#include <algorithm>
#include <utility>

#include "core/base/text.h"
#include "core/import/formats/format.h"
#include "gui/window/strings/import_words.h"

namespace rehearse {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kEntriesAtOnce = 10;  // PgUp, PgDn

}  // namespace

FilePicker::FilePicker(const fs::path& folder, fs::path home) : home_(std::move(home)) {
  std::error_code error;
  enter(!folder.empty() && fs::is_directory(folder, error) ? folder : fs::path("/"));
}

void FilePicker::enter(const fs::path& folder) {
  std::error_code error;
  fs::directory_iterator at(folder, fs::directory_options::skip_permission_denied, error);
  if (error) {
    trouble_ = in_both(words::kPickerFolderClosed, {folder.string(), error.message()});
    return;
  }
  trouble_ = {};
  folder_ = folder.lexically_normal();
  entries_.clear();
  for (; at != fs::directory_iterator(); at.increment(error)) {
    const std::string name = at->path().filename().string();
    if (name.starts_with('.')) continue;
    std::error_code ignored;
    const bool is_folder = at->is_directory(ignored);
    if (is_folder || (at->is_regular_file(ignored) && is_named_as_document(name)))
      entries_.push_back({name, is_folder});
    if (error) break;
  }
  std::sort(entries_.begin(), entries_.end(), [](const Entry& a, const Entry& b) {
    return std::pair(!a.is_folder, a.name) < std::pair(!b.is_folder, b.name);
  });
  if (folder_ != folder_.root_path()) entries_.insert(entries_.begin(), {"..", true});
  typed_ = TextEditor(TextLines::kOne);
  narrow();
}

void FilePicker::narrow() {
  const std::string wanted = nfkc_case_folded(typed_.text());
  shown_.clear();
  for (const Entry& entry : entries_)
    if (wanted.empty() || nfkc_case_folded(entry.name).find(wanted) != std::string::npos)
      shown_.push_back(entry);
  selected_ = !shown_.empty() && shown_.front().name == ".." && shown_.size() > 1 ? 1 : 0;
}

void FilePicker::select(std::size_t row) {
  selected_ = shown_.empty() ? 0 : std::min(row, shown_.size() - 1);
}

bool FilePicker::type(const Event& event) {
  const auto* press = std::get_if<KeyPressed>(&event);
  if (press && press->modifier == Modifier::kNone) {
    switch (press->key) {
      case Key::kUp: return select(selected_ - std::min<std::size_t>(selected_, 1)), true;
      case Key::kDown: return select(selected_ + 1), true;
      case Key::kPageUp: return select(selected_ - std::min(selected_, kEntriesAtOnce)), true;
      case Key::kPageDown: return select(selected_ + kEntriesAtOnce), true;
      case Key::kEnter: return open(), true;
      case Key::kBackspace:
        if (!typed_.empty()) break;
        if (folder_.has_parent_path()) enter(folder_.parent_path());
        return true;
      default: break;
    }
  }
  const std::size_t before = typed_.revision();
  if (!typed_.take(event)) return false;
  if (typed_.revision() != before) {
    trouble_ = {};
    narrow();
  }
  return true;
}

void FilePicker::open() {
  const std::string text(trimmed(typed_.text()));
  fs::path path;
  if (text.starts_with('/'))
    path = text;
  else if (text == "~" || text.starts_with("~/"))
    path = home_ / text.substr(std::min<std::size_t>(text.size(), 2));
  else if (selected_ < shown_.size())
    path = shown_[selected_].name == ".." ? folder_.parent_path() : folder_ / shown_[selected_].name;
  if (path.empty()) return;
  std::error_code error;
  if (fs::is_directory(path, error)) return enter(path);
  if (fs::exists(path, error)) {
    chosen_ = path;
    return;
  }
  trouble_ = in_both(words::kPickerNotThere, {path.string()});
}

std::optional<fs::path> FilePicker::take_chosen() { return std::exchange(chosen_, std::nullopt); }

}  // namespace rehearse
