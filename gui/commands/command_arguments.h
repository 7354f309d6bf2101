// What the commands of the command line take, and how their help explains it. For arguments.cpp and the files
// beside it alone.
#pragma once

#include "core/base/words.h"
#include "gui/commands/arguments.h"

namespace CLI {  // NOLINT(readability-identifier-naming): the library's own name
class Option;
}

namespace rehearse {

class Commands {
 public:
  Commands(CLI::App& app, Arguments& arguments, Language language)
      : app_(app), arguments_(arguments), language_(language) {}

  void add_general();
  void add_documents();
  void add_looking();
  void add_backups();
  void add_syncing();
  void add_groups();
  void add_group_history();
  void add_studying();
  void add_acts();
  void add_interviewing();
  void add_editing();

 private:
  static constexpr int kMostCards = 1'000'000;
  static constexpr int kMostPoints = 1'000;
  static constexpr int kMostMinutes = 24 * 60;
  static constexpr int kMostDays = 3'650;
  static constexpr int kMostInviteUses = 500;
  static constexpr int kMostInviteDays = 365;
  static constexpr int kMostVersions = 1'000'000;

  static inline const Words kDeckWords{"its title or a part of it", "题库名，或其中一部分"};
  static inline const Words kPointWords{"its number in the question, or its id",
                                        "要点在本题中的序号，或编号"};

  void add_study();
  void add_points();
  void add_marks();

  const std::string& say(const Words& words) const { return words.in(language_); }
  CLI::App& add_to(CLI::App& parent, const char* name, const Words& about);
  CLI::App& add(const char* name, const Words& about, Output most) {
    return with_output(add_to(app_, name, about), most);
  }
  /// A command that takes DECK and QUESTION.
  CLI::App& add_for_question(CLI::App& parent, const char* name, const Words& about);
  CLI::App& with_output(CLI::App& command, Output most);

  /// A template over the app as well, so that this header need not see the whole of it.
  template <class App, class Value>
  CLI::Option* text(App& command, const char* name, Value& value, const Words& about) {
    return command.add_option(name, value, say(about))->type_name("TEXT");
  }

  CLI::App& app_;
  Arguments& arguments_;
  Language language_;
};

}  // namespace rehearse
