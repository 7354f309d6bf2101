// export: a deck out to a file.
#include "core/export/export_format.h"

#include <filesystem>
#include <optional>
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

/// What stands there already is somebody's, until they say otherwise.
std::optional<Error> reason_not_to_write(const Environment& environment, const std::string& file,
                                         ExportFormat format, Existing existing) {
  if (file.empty()) {
    if (format != ExportFormat::kAnkiPackage || !environment.output_is_terminal) return std::nullopt;
    return Error{{"a package is no text for a terminal", "这个格式是二进制文件，不能显示在终端上"},
                 "apkg",
                 {"name a file to write", "请写明要写入的文件"}};
  }
  std::error_code error;
  const auto status = std::filesystem::symlink_status(file, error);
  if (existing == Existing::kReplaced || status.type() == std::filesystem::file_type::not_found)
    return std::nullopt;
  return Error{{"is there already", "已经存在"}, file, {"--force writes over it", "加 --force 才会覆盖"}};
}

}  // namespace

int export_command(const Environment& environment, const std::string& deck, const std::string& file,
                   const std::string& format, Existing existing) {
  const auto chosen = chosen_format(format, file);
  if (!chosen) {
    report(environment, chosen.error());
    return kExitUsage;
  }
  if (const auto reason = reason_not_to_write(environment, file, *chosen, existing))
    return report(environment, *reason);
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
