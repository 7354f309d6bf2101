// One function per command, called by run_command with its parsed arguments.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/base/words.h"
#include "core/deck/card.h"
#include "core/deck/question_marks.h"
#include "core/interview/draw.h"
#include "core/library.h"
#include "gui/commands/environment.h"

namespace rehearse {

/// How a command prints its result: for people, or one JSON document for programs.
enum class Output { kText, kJson };

/// `file` may be `-`: standard input. A document without questions is shown and told with an exit code of its
/// own.
int parse_command(const Environment& environment, const std::filesystem::path& file, Output output);
int import_command(const Environment& environment, const std::vector<std::string>& files, Output output);
/// What importing would do to the library, which stays as it is.
int diff_command(const Environment& environment, const std::filesystem::path& file, Output output);
/// What becomes of a file that export would write and that is there already.
enum class Existing { kKept, kReplaced };
/// Writes to standard output when `file` is empty; a package is not written to a terminal. `format` is one of
/// export_format_words(), or empty: then the file's extension tells it, and without a file it is Markdown.
int export_command(const Environment& environment, const std::string& deck, const std::string& file,
                   const std::string& format, Existing existing);
int decks_command(const Environment& environment, Output output);
int due_command(const Environment& environment, const std::string& deck, Output output);
/// Of the whole library, or of one deck.
int stats_command(const Environment& environment, const std::string& deck, Output output);
/// The days up to a deck's interview, and how ready one would be.
int plan_command(const Environment& environment, const std::string& deck, Output output);
/// What `check` does with tables that differ from the log: tells, or folds them again first.
enum class Tables { kCompare, kRebuild };
int check_command(const Environment& environment, Tables tables, Output output);
int date_command(const Environment& environment, const std::string& deck, const std::string& day);
/// Why a card is asked today or is not; of a question, each of its cards. `words`: the first digits of a
/// card's id, or a question's number or id in `deck`, or a deck and that.
int explain_command(const Environment& environment, const std::string& deck,
                    const std::vector<std::string>& words, Output output);
int search_command(const Environment& environment, const std::string& query, Output output);
/// `choice`: sm2, fsrs6, fit, or nothing to show which it is.
int scheduler_command(const Environment& environment, const std::string& choice, Output output);
/// What a card asks for, for people.
Words kind_in_words(CardKind kind);

/// What is studied, and how long. Several choices narrow each other down.
struct StudyArguments {
  std::string deck;
  std::optional<std::size_t> limit;    // cards
  std::optional<std::size_t> minutes;  // nothing: 15, or no limit where there is one of cards
  std::size_t ahead = 0;               // days
  std::optional<std::string> section, query;
  std::optional<std::size_t> weakest;  // cards
  bool missed_today = false;
  bool typed = false;
};
int study_command(const Environment& environment, const StudyArguments& arguments);

struct InterviewArguments {
  std::string deck, seed;  // the seed in hexadecimal digits; empty: any
  std::size_t questions = Draw().questions;
  std::vector<std::string> sections;  // titles or parts of them; empty: all
  DrawnKinds kinds = DrawnKinds::kSpoken;
};
int interview_command(const Environment& environment, const InterviewArguments& arguments, Output output);

struct InterviewsArguments {
  std::string deck;                       // only of this one; empty: of all
  std::optional<std::size_t> show, undo;  // by their number in the list
};
int interviews_command(const Environment& environment, const InterviewsArguments& arguments, Output output);

/// A question as it is typed: its deck's title or a part of it; its number there or the first digits of its
/// id.
struct QuestionName {
  std::string deck, question;
};

/// What to change of a question; what was not given stays.
struct TextArguments {
  std::optional<std::string> stem, section, answer, analysis, key;
  std::vector<std::string> options, criteria;
};

/// Points by their number or the first digits of their id, and what to make of them.
struct PointArguments {
  std::string point;
  std::vector<std::string> points, parts;  // to merge; to split into
  std::optional<std::string> cue, detail;
  std::size_t place = 1;  // from 1
};

int questions_command(const Environment& environment, const std::string& deck, Output output);
int edit_command(const Environment& environment, const QuestionName& name, const TextArguments& arguments,
                 Output output);
int rename_point_command(const Environment& environment, const QuestionName& name,
                         const PointArguments& arguments, Output output);
int move_point_command(const Environment& environment, const QuestionName& name,
                       const PointArguments& arguments, Output output);
int merge_points_command(const Environment& environment, const QuestionName& name,
                         const PointArguments& arguments, Output output);
int split_point_command(const Environment& environment, const QuestionName& name,
                        const PointArguments& arguments, Output output);
/// Changes the learner's own marks of the question.
int mark_command(const Environment& environment, const QuestionName& name, const MarkChange& change,
                 Output output);
/// What to do with which cards.
struct ActArguments {
  std::string act;    // a word of core/schedule/card_act.h
  std::string query;  // all cards it finds; without it those of `question`, or of its `point` alone
  QuestionName question;
  std::string point;
  std::string day;  // yyyy-mm-dd, or a number of days from today
};
int cards_command(const Environment& environment, const ActArguments& arguments, Output output);

/// How much is asked a day; what was not given stays. `none` takes a limit or a spread away.
struct SettingArguments {
  std::string deck;  // empty: the whole library
  std::optional<std::size_t> minutes, fresh, day_starts;
  std::string reviews, after_interview, spread;
};
int settings_command(const Environment& environment, const SettingArguments& arguments, Output output);

/// What was done, for the line that says it was taken back.
Words change_in_words(const GivenChange& change);
/// Takes back the latest thing that was done, whatever it was.
int undo_command(const Environment& environment, Output output);

/// Prints the error as one line and returns the exit code for it.
int report(const Environment& environment, const Error& error);

}  // namespace rehearse
