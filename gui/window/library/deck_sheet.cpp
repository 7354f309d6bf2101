#include "gui/window/library/deck_sheet.h"

#include <algorithm>
#include <array>
#include <system_error>
#include <utility>

#include "core/base/text.h"
#include "gui/window/strings/library_words.h"

namespace rehearse {
namespace {

constexpr std::array kFormats{ExportFormat::kMarkdown, ExportFormat::kAnkiPackage, ExportFormat::kJson,
                              ExportFormat::kTable, ExportFormat::kQuestionSheet};
constexpr std::array kExtensions{"md", "apkg", "json", "csv", "html"};
constexpr std::size_t kLongestName = 60;  // code points of the title

/// The title as a file name: without what a file system or a shell reads as something else.
std::string file_name_of(const std::string& title) {
  std::string name;
  std::size_t count = 0;
  for (std::size_t at = 0; at < title.size() && count < kLongestName; ++count) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(title, at);
    const bool is_sign = c < U' ' || std::u32string_view(U"/\\:*?\"<>|").find(c) != std::u32string_view::npos;
    name += is_sign ? "-" : title.substr(begin, at - begin);
  }
  return name.empty() || name.front() == '.' ? "deck" + name : name;
}

std::filesystem::path proposed(const std::filesystem::path& folder, const std::string& title,
                               std::string_view extension) {
  const std::string name = file_name_of(title);
  std::error_code error;
  for (int number = 1;; ++number) {
    const std::string numbered = number == 1 ? name : name + " " + std::to_string(number);
    std::filesystem::path path = folder / (numbered + "." + std::string(extension));
    if (!std::filesystem::exists(path, error)) return path;
  }
}

}  // namespace

DeckSheet::DeckSheet(DeckId deck, std::string title, const DeckOptions& options, StudyDay today,
                     std::filesystem::path folder)
    : deck_(deck),
      title_(std::move(title)),
      before_(options),
      options_(options),
      interview_(today, options.interview),
      folder_(std::move(folder)) {
  choose_format(0);
}

void DeckSheet::choose_format(std::size_t index) {
  format_ = index;
  file_ = TextEditor(TextLines::kOne, proposed(folder_, title_, kExtensions[index]).string());
  file_fault_.reset();
}

std::optional<std::string> DeckSheet::take_copied() {
  auto copied = interview_.take_copied();
  return copied ? copied : file_.take_copied();
}

bool DeckSheet::take(const Event& event) {
  const auto* press = std::get_if<KeyPressed>(&event);
  if (press && *press == KeyPressed{Key::kEscape}) return is_left_ = true;
  if (press && *press == KeyPressed{Key::kS, Modifier::kCtrl}) return save(), true;
  if (focus_.is_on("interview")) {
    if (press && *press == KeyPressed{Key::kEnter}) return save(), true;
    if (interview_.take(event)) return true;
  }
  if (focus_.is_on("file")) {
    if (press && *press == KeyPressed{Key::kEnter}) return export_file(), true;
    file_fault_.reset();
    if (file_.take(event)) return true;
  }
  if (press && focus_.take(*press)) return true;
  return !press || press->modifier == Modifier::kNone;
}

void DeckSheet::save() {
  if (interview_.fault()) return focus_.set("interview");
  options_.interview = interview_.day();
  // A day that is over may stay; it was not written anew.
  saved_ = options_;
}

void DeckSheet::export_file() {
  const std::string name(trimmed(file_.text()));
  std::error_code error;
  if (name.empty()) {
    file_fault_ = in_both(words::kLibraryNoFile);
  } else if (std::filesystem::exists(name, error)) {
    file_fault_ = in_both(words::kLibraryFileThere, {name});
  } else {
    export_ = Export{kFormats[format_], name};
  }
}

}  // namespace rehearse
