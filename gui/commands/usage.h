// Help and complaints about what was typed, in the learner's language.
#pragma once

#include "core/base/words.h"

namespace CLI {  // NOLINT(readability-identifier-naming): the library's own name
class App;
class ParseError;
}  // namespace CLI

namespace rehearse {

inline const Words kHelpWords{"show this help", "显示帮助"};

/// The headings of help, and its own option. Before any command is added: they take it over.
void set_help_words(CLI::App& app, Language language);

/// What is wrong, and where to look: one line.
Words usage_error(const CLI::App& app, const CLI::ParseError& error);

}  // namespace rehearse
