// export: a deck out to a file.
#include "core/export/export_format.h"

#include <filesystem>
#include <ostream>

#include "core/base/file.h"
#include "core/library.h"
#include "gui/commands/command.h"
#include "gui/commands/commands.h"

namespace rehearse {
namespace {

/// Markdown where nothing tells the format: it is what a person reads on a terminal.
Result<ExportFormat> chosen_format(const std::string& word, const std::string& file) {
  const Words known{"one of " + export_format_words(), "可用：" + export_format_words()};
  if (!word.empty()) {
    if (const auto format = export_format_from_word(word)) return *format;
    return Error{{"there is no such format", "没有这种格式"}, "--format " + word, known};
  }
  const std::string name = std::filesystem::path(file).filename().string();
  if (name.empty() || name.find('.') == std::string::npos) return ExportFormat::kMarkdown;
  if (const auto format = export_format_of_file(name)) return *format;
  return Error{{"the extension names no format to write", "无法从扩展名得知要写的格式"},
               file,
               {"say it with --format: " + known.english, "请用 --format 指定，" + known.chinese}};
}

}  // namespace

int export_command(const Environment& environment, const std::string& deck, const std::string& file,
                   const std::string& format) {
  const auto chosen = chosen_format(format, file);
  if (!chosen) {
    report(environment, chosen.error());
    return kExitUsage;
  }
  Library library(environment.library, environment.random);
  const auto id = library.find_deck(deck);
  if (!id) return report(environment, id.error());
  const auto studied = library.export_studied_deck(*id);
  if (!studied) return report(environment, {{"the deck is gone", "题库已不在"}, deck, {}});
  const std::string bytes = write_deck(*studied, *chosen, environment.clock());
  if (file.empty()) {
    environment.out << bytes;
    return kExitSuccess;
  }
  const auto written = write_file(file, bytes);
  return written ? kExitSuccess : report(environment, written.error());
}

}  // namespace rehearse
