// import: documents in, one file after the other.
#include <algorithm>
#include <chrono>
#include <future>
#include <optional>
#include <ostream>

#include "core/import/document_file.h"
#include "core/import/formats/format.h"
#include "core/library.h"
#include "gui/commands/changes.h"
#include "gui/commands/command.h"
#include "gui/commands/commands.h"
#include "gui/commands/interrupt.h"
#include "gui/commands/json_output.h"
#include "gui/commands/problem_lines.h"
#include "gui/commands/say.h"

namespace rehearse {
namespace {

namespace fs = std::filesystem;

bool is_hidden(const fs::path& path) { return path.filename().string().starts_with('.'); }

/// The documents in a folder and the folders below it, by name. Links to folders are not followed.
std::vector<fs::path> documents_in(const fs::path& folder) {
  std::vector<fs::path> files;
  std::error_code error;
  fs::recursive_directory_iterator at(folder, fs::directory_options::skip_permission_denied, error);
  for (const fs::recursive_directory_iterator end; !error && at != end; at.increment(error)) {
    std::error_code unknown;
    if (is_hidden(at->path()))
      at.disable_recursion_pending();
    else if (is_named_as_document(at->path().filename().string()) && at->is_regular_file(unknown))
      files.push_back(at->path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

void print_imported(const Environment& environment, const ImportedFile& file) {
  const ImportReport& report = file.report;
  const Say say(environment);
  for (const DeckSummary& deck : report.decks) {
    environment.out << deck.title << ": ";
    say({counted(deck.questions, "question") + ", " + counted(deck.cards, "card"),
         text(deck.questions) + " 题，" + text(deck.cards) + " 张卡片"});
  }
  say({"added " + text(report.added) + ", updated " + text(report.updated) + ", unchanged " +
           text(report.unchanged) + ", problems " + text(report.problems.size()),
       "新增 " + text(report.added) + "，更新 " + text(report.updated) + "，未变 " + text(report.unchanged) +
           "，疑问 " + text(report.problems.size())});
  if (report.answers > 0)
    say({"answers brought in: " + text(report.answers), "带入的作答记录：" + text(report.answers)});
  print_changes(environment, report.changes, AddedQuestions::kCounted);
  print_problems(environment, report.problems);
}

/// "12/1000 name" on a terminal, over itself; nothing elsewhere, nor for a single file.
class ProgressLine {
 public:
  ProgressLine(const Environment& environment, std::size_t files)
      : err_(environment.err), files_(environment.errors_are_terminal && files > 1 ? files : 0) {}

  void show(std::size_t number, const fs::path& file) {
    if (files_ > 0)
      err_ << kErase << number << '/' << files_ << ' ' << file.filename().string() << std::flush;
  }
  void erase() {
    if (files_ > 0) err_ << kErase << std::flush;
  }

 private:
  static constexpr const char* kErase = "\r\033[K";
  std::ostream& err_;
  std::size_t files_;
};

using Banks = Result<std::vector<StudiedDeck>>;

/// Each file is kept as soon as it is read: many together would not fit into memory, and a file that cannot
/// be read keeps none of the others out. One is read while the one before it is kept. Some are written to
/// disk together: waiting for the disk after each would take longer than reading it.
class Import {
 public:
  Import(const Environment& environment, Output output) : environment_(environment), output_(output) {}

  int run(const std::vector<std::string>& arguments) {
    collect(arguments);
    ProgressLine progress(environment_, files_.size());
    const InterruptNoted interrupt;
    std::size_t done = 0;
    std::future<Banks> ahead = read(0);
    for (; done < files_.size() && !interrupt.came(); ++done) {
      progress.show(done + 1, files_[done]);
      const Banks decks = ahead.get();
      ahead = read(done + 1);
      if (interrupt.came()) break;  // Ctrl-C also ends the program that reads a PDF
      progress.erase();
      if (decks)
        keep(files_[done], *decks);
      else
        refused_.push_back(decks.error());
    }
    progress.erase();
    settle();
    if (output_ == Output::kJson && kept_ > 0) environment_.out << import_json(imported_) << '\n';
    return close(done);
  }

 private:
  void collect(const std::vector<std::string>& arguments) {
    for (const std::string& argument : arguments) {
      std::error_code error;
      std::vector<fs::path> found{argument};
      if (fs::is_directory(argument, error)) found = documents_in(argument);
      if (found.empty())
        refused_.push_back({{"there are no documents in this folder", "这个文件夹里没有文档"}, argument, {}});
      files_.insert(files_.end(), found.begin(), found.end());
    }
  }

  std::future<Banks> read(std::size_t index) const {
    if (index >= files_.size()) return {};
    return std::async(std::launch::async, read_question_banks, files_[index],
                      environment_.clock().utc_offset);
  }

  void keep(const fs::path& file, const std::vector<StudiedDeck>& decks) {
    if (!library_) {
      library_.emplace(environment_.library, environment_.random);
      together_.emplace(*library_);
    }
    if (!batch_) {
      batch_.emplace(*library_);
      batch_begun_ = std::chrono::steady_clock::now();
    }
    imported_.push_back({file.string(), library_->import_decks(decks, environment_.clock())});
    ++kept_;
    // The first one alone: that it works is seen at once.
    if (kept_ == 1 || std::chrono::steady_clock::now() - batch_begun_ > kTimeTogether) settle();
  }

  /// What was kept so far is on disk, and only then told.
  void settle() {
    if (batch_) batch_->commit();
    batch_.reset();
    if (output_ == Output::kJson) return;  // one document of all, at the end
    for (const ImportedFile& file : imported_) print_imported(environment_, file);
    environment_.out.flush();
    imported_.clear();
  }

  /// The files that stayed out, where a long list does not hide them, and the exit code.
  int close(std::size_t done) const {
    environment_.out.flush();
    for (const Error& error : refused_) report(environment_, error);
    if (done == files_.size()) return refused_.empty() ? kExitSuccess : kExitFailure;
    const std::string kept = text(kept_), all = text(files_.size());
    const Words stopped{
        "rehearse: stopped: " + kept + " of " + all +
            " files were imported and are whole; the same command goes on with the others",
        "rehearse：已停止：" + all + " 个文件中已完整导入 " + kept + " 个；再次运行同一命令即可继续"};
    environment_.err << stopped.in(environment_.language) << '\n';
    return kExitInterrupted;
  }

  const Environment& environment_;
  Output output_;
  std::vector<fs::path> files_;
  // Other programs wait about as long for their turn; they give up after five seconds.
  static constexpr std::chrono::seconds kTimeTogether{2};

  std::optional<Library> library_;              // opened for the first file that is kept
  std::optional<Library::OneImport> together_;  // one command is one step for undo
  std::optional<Library::Batch> batch_;
  std::chrono::steady_clock::time_point batch_begun_;
  std::size_t kept_ = 0;
  std::vector<ImportedFile> imported_;  // for JSON alone
  std::vector<Error> refused_;
};

}  // namespace

int import_command(const Environment& environment, const std::vector<std::string>& files, Output output) {
  return Import(environment, output).run(files);
}

}  // namespace rehearse
