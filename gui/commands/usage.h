// Help and complaints about what was typed, in the learner's language.
#pragma once

#include <span>
#include <string_view>

#include "core/base/words.h"

namespace CLI {  // NOLINT(readability-identifier-naming): the library's own name
class App;
class ParseError;
}  // namespace CLI

namespace rehearse {

inline const Words kHelpWords{"show this help", "显示帮助"};

/// The headings of help, and its own option. Before any command is added: they take it over.
void set_help_words(CLI::App& app, Language language);

/// A command line that shows what a command is for. The titles in it are those of the language.
struct Example {
  std::string_view command;  // as it is typed: `point split`; empty: the program itself
  Words line;
};

/// Puts examples under the help of their commands, behind what stands there. After all commands are added;
/// each must be there.
void add_examples(CLI::App& app, std::span<const Example> examples, Language language);

/// What is wrong, and where to look: one line.
Words usage_error(const CLI::App& app, const CLI::ParseError& error);

}  // namespace rehearse
