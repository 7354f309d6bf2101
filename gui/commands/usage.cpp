#include "gui/commands/usage.h"

#include <CLI/CLI.hpp>
#include <array>
#include <sstream>
#include <string>
#include <string_view>

namespace rehearse {
namespace {

/// How the parser says a fault in English: the name of what is meant stands before or behind a fixed text.
struct Fault {
  CLI::ExitCodes error;
  std::string_view before, behind;
  std::string_view chinese;
};

constexpr std::array kFaults{
    Fault{CLI::ExitCodes::ExcludesError, "", " excludes", "不能与其他选项同时使用："},
    Fault{CLI::ExitCodes::RequiredError, "A subcommand", " is required", "缺少命令"},
    Fault{CLI::ExitCodes::RequiredError, "", " is required", "缺少 "},
    Fault{CLI::ExitCodes::ExtrasError, ": ", "", "不认识的参数："},
    Fault{CLI::ExitCodes::ArgumentMismatch, "", ":", "参数个数不对："},
    Fault{CLI::ExitCodes::ArgumentMismatch, "arguments to ", ",", "参数个数不对："},
    Fault{CLI::ExitCodes::ConversionError, ": ", "", "无法识别的值："},
    Fault{CLI::ExitCodes::ExcludesError, "", " excludes", "不能与其他选择同时使用："},
    Fault{CLI::ExitCodes::ValidationError, "", ":", "超出允许的范围："},
};

/// Nothing when the parser says it in another way.
std::string in_chinese(const CLI::ParseError& error) {
  const std::string_view said = error.what();
  for (const Fault& fault : kFaults) {
    if (error.get_exit_code() != static_cast<int>(fault.error)) continue;
    const std::size_t found = said.find(fault.before);
    if (found == std::string_view::npos) continue;
    const std::size_t begin = found + fault.before.size();
    const std::size_t end = fault.behind.empty() ? said.size() : said.find(fault.behind, begin);
    if (end == std::string_view::npos) continue;
    return std::string(fault.chinese) + std::string(said.substr(begin, end - begin));
  }
  return {};
}

/// The command that is called `point split`.
CLI::App& command_called(CLI::App& app, std::string_view name) {
  CLI::App* command = &app;
  std::istringstream words{std::string(name)};
  for (std::string word; words >> word;) command = command->get_subcommand(word);
  return *command;
}

/// `rehearse point merge`, as far as it was understood.
std::string command_typed(const CLI::App& app) {
  std::string command = app.get_name();
  for (const CLI::App* at = &app; !at->get_subcommands().empty();) {
    at = at->get_subcommands().front();
    command += " " + at->get_name();
  }
  return command;
}

}  // namespace

void set_help_words(CLI::App& app, Language language) {
  const auto say = [&](const Words& words) { return words.in(language); };
  app.option_defaults()->group(say({"Options", "选项"}));
  app.set_help_flag("-h,--help", say(kHelpWords));
  const auto formatter = app.get_formatter();
  // An argument that may be left out stands in brackets in the first line: that says enough.
  std::dynamic_pointer_cast<CLI::Formatter>(formatter)->label("REQUIRED", "");
  const auto label = [&](const char* name, const Words& words) {
    std::dynamic_pointer_cast<CLI::Formatter>(formatter)->label(name, say(words));
  };
  label("Usage", {"Usage", "用法"});
  label("OPTIONS", {"OPTIONS", "选项"});
  label("Positionals", {"Arguments", "参数"});
  label("POSITIONALS", {"Arguments", "参数"});
  label("Excludes", {"not with", "不能同时用"});
  label("SUBCOMMAND", {"COMMAND", "命令"});
  label("SUBCOMMANDS", {"COMMAND", "命令"});
}

void add_examples(CLI::App& app, std::span<const Example> examples, Language language) {
  const std::string heading = Words("Examples:", "示例:").in(language);
  for (const Example& example : examples) {
    CLI::App& command = command_called(app, example.command);
    std::string text = command.get_footer();
    if (text.find(heading) == std::string::npos) text += (text.empty() ? "" : "\n\n") + heading;
    command.footer(text + "\n  " + example.line.in(language));
  }
}

Words usage_error(const CLI::App& app, const CLI::ParseError& error) {
  const std::string help = command_typed(app) + " --help";
  const std::string chinese = in_chinese(error);
  const std::string english = error.what();
  return {english + " (see: " + help + ")", (chinese.empty() ? english : chinese) + "（参见：" + help + "）"};
}

}  // namespace rehearse
