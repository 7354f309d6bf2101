#include <doctest/doctest.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <memory>
#include <nlohmann/json.hpp>

#include "tests/commands/learner.h"
#include "tests/skip.h"

using namespace rehearse::command_tests;
namespace fs = std::filesystem;

TEST_SUITE("gui/commands") {
  TEST_CASE("a command typed wrongly ends with 2 and says so") {
    const Learner learner;
    const std::vector<Arguments> typed = {
        {"sing"},           {"stats", "--loud"},         {"parse"},
        {"import"},         {"study", "--limit", "few"}, {"study", "--limit", "-3"},
        {"export"},         {"due", "--now", "soon"},    {"due", "--now", "2026-12-01"},
        {"decks", "extra"}, {"study", "--deck"}};
    for (const Arguments& command : typed) {
      CAPTURE(command.front());
      CAPTURE(command.back());
      // A second --now would be the mistake itself.
      Arguments words = command;
      words.insert(words.end(), {"--library", learner.library()});
      const Outcome outcome = run(words);
      CHECK(outcome.exit_code == 2);
      CHECK(outcome.out == "");
      CHECK(outcome.err != "");
    }
    CHECK_FALSE(fs::exists(learner.library()));
  }

  TEST_CASE("files without a command are for the window and where there is none it is said what to type") {
    const Learner learner;
    const std::string file = learner.scratch().file("deck", deck_text("班组日常", 1));
    for (const Arguments& files : {Arguments{file}, Arguments{"absent.docx"}, Arguments{"./absent", file}}) {
      const Outcome outcome = learner.run(files);
      CHECK(outcome.exit_code == 1);
      CHECK_MESSAGE(count_lines(outcome.err) == 1, outcome.err);
      CHECK(outcome.err.find("rehearse import FILE") != std::string::npos);
    }
    for (const Arguments& mixed :
         {Arguments{file, "sing"}, Arguments{file, "decks"}, Arguments{file, "--loud"}})
      CHECK(learner.run(mixed).exit_code == 2);
    CHECK_FALSE(fs::exists(learner.library()));
  }

  TEST_CASE("--help explains every command") {
    const Outcome help = run({"--help"});
    CHECK(help.exit_code == 0);
    for (const std::string command :
         {"parse",      "import", "decks", "due",    "stats", "study",   "check", "export",
          "questions",  "edit",   "point", "flag",   "tag",   "example", "undo",  "interview",
          "interviews", "backup", "login", "logout", "sync",  "devices"}) {
      CHECK_MESSAGE(help.out.find(command) != std::string::npos, command);
      CHECK(run({command, "--help"}).exit_code == 0);
    }
  }

  TEST_CASE("help and complaints come in Chinese where the system speaks it") {
    const SpeakingChinese chinese;
    const Outcome help = run({"--help"});
    CHECK(help.exit_code == 0);
    for (const std::string word : {"用法", "选项", "命令", "把文档导入题库", "显示帮助"})
      CHECK_MESSAGE(help.out.find(word) != std::string::npos, word);
    for (const Arguments& command :
         {Arguments{"export"}, Arguments{"import"}, Arguments{"point", "merge"}, Arguments{"study"}}) {
      Arguments words = command;
      words.push_back("--help");
      const std::string explained = run(words).out;
      CAPTURE(explained);
      for (const std::string english : {"Usage", "Options", "OPTIONS", "REQUIRED", "Print", "help message"})
        CHECK(explained.find(english) == std::string::npos);
    }
    struct Mistake {
      Arguments typed;
      std::string said;
    };
    const std::vector<Mistake> mistakes = {
        {{"sing"}, "不认识的参数：sing（参见：rehearse --help）"},
        {{"parse"}, "缺少 FILE（参见：rehearse parse --help）"},
        {{"study", "--limit", "-3"}, "超出允许的范围：--limit（参见：rehearse study --help）"},
        {{"study", "--deck"}, "参数个数不对：--deck（参见：rehearse study --help）"},
        {{"interview", "x", "--questions", "0"},
         "超出允许的范围：--questions（参见：rehearse interview --help）"},
        {{"interviews", "--show", "1", "--undo", "1"},
         "不能与其他选项同时使用：--show（参见：rehearse interviews --help）"},
        {{"point"}, "缺少命令（参见：rehearse point --help）"}};
    for (const Mistake& mistake : mistakes) {
      const Outcome outcome = run(mistake.typed);
      CHECK(outcome.exit_code == 2);
      CHECK(outcome.err == "rehearse: " + mistake.said + "\n");
    }
  }

  TEST_CASE("kinds of questions are called by Chinese words where the system speaks it") {
    const Learner learner;
    learner.json({"import", learner.scratch().file("deck.md", deck_text("班组日常", 1))});
    CHECK(learner.run({"questions", "班组"}).out.find("] open ") != std::string::npos);
    const SpeakingChinese chinese;
    CHECK(learner.run({"questions", "班组"}).out.find("] 问答 ") != std::string::npos);
  }

  TEST_CASE("a part of a title that several decks share names them") {
    const Learner learner;
    learner.json({"import", learner.scratch().file("one.md", deck_text("班组早班", 1)),
                  learner.scratch().file("two.md", deck_text("班组晚班", 1))});
    const Outcome outcome = learner.run({"export", "班组"});
    CHECK(outcome.exit_code == 1);
    CHECK(count_lines(outcome.err) == 1);
    CHECK(outcome.err.find("班组早班") != std::string::npos);
    CHECK(outcome.err.find("班组晚班") != std::string::npos);
    CHECK(learner.run({"export", "早班"}).exit_code == 0);
  }

  TEST_CASE("check may keep what the log says and finds a sound library as it was") {
    const Learner learner;
    learner.json({"import", learner.scratch().file("deck.md", deck_text("班组日常", 3))});
    learner.run({"study"}, "A1\nA\n");
    const std::string before = learner.state();
    CHECK(learner.json({"check", "--rebuild"})["ok"] == true);
    CHECK(learner.state() == before);
  }

  TEST_CASE("a deck that is not there is named in one line") {
    const Learner learner;
    for (const Arguments& command :
         {Arguments{"study", "--deck", "没有这一套"}, Arguments{"export", "没有这一套"}}) {
      const Outcome outcome = learner.run(command);
      CHECK(outcome.exit_code == 1);
      CHECK(count_lines(outcome.err) == 1);
      CHECK(outcome.err.find("没有这一套") != std::string::npos);
    }
  }

  TEST_CASE("--now replaces the clock and the day turns at four in the morning") {
    Learner learner;
    learner.json({"import", learner.scratch().file("deck.md", deck_text("班组日常", 2))});
    CHECK(learner.json({"due"})["day"] == "2026-12-01");
    learner.set_now("2026-12-02T03:59:59+08:00");
    CHECK(learner.json({"due"})["day"] == "2026-12-01");
    learner.set_now("2026-12-02T04:00:00+08:00");
    CHECK(learner.json({"due"})["day"] == "2026-12-02");
    learner.set_now("2026-12-01T23:30:00-05:00");
    CHECK(learner.json({"due"})["day"] == "2026-12-01");
  }

  TEST_CASE("what was answered today is asked again on a later day and not before") {
    Learner learner;
    learner.json({"import", learner.scratch().file("deck.md", deck_text("班组日常", 2))});
    CHECK(learner.json({"due"})["new"] == 2);
    CHECK(learner.run({"study"}, "\n\n").exit_code == 0);
    CHECK(learner.json({"due"})["due"] == 0);
    CHECK(learner.json({"due"})["new"] == 0);
    learner.set_now(morning(1));
    CHECK(learner.json({"due"})["due"] > 0);
  }

  TEST_CASE("the library is named by the option or else by the environment") {
    const Scratch scratch;
    const std::string deck = scratch.file("deck.md", deck_text("班组日常", 2));
    ::setenv("REHEARSE_LIBRARY", scratch.path("by environment").c_str(), 1);
    CHECK(run({"import", deck}).exit_code == 0);
    CHECK(fs::exists(scratch.path("by environment")));
    CHECK(run({"import", deck, "--library", scratch.path("by option")}).exit_code == 0);
    CHECK(fs::exists(scratch.path("by option")));
    CHECK(run({"--library", scratch.path("before the command"), "import", deck}).exit_code == 0);
    CHECK(fs::exists(scratch.path("before the command")));
    ::unsetenv("REHEARSE_LIBRARY");
    ::setenv("XDG_DATA_HOME", scratch.path("data").c_str(), 1);
    CHECK(run({"import", deck}).exit_code == 0);
    CHECK(fs::exists(scratch.path("data")));
    ::unsetenv("XDG_DATA_HOME");
  }

  TEST_CASE("a library in a folder that may not be written gets one clear line") {
    if (::geteuid() == 0) SKIP_IN_WORDS("root may write everywhere");
    const Learner learner;
    const std::string deck = learner.scratch().file("deck.md", deck_text("班组日常", 2));
    const std::string closed = learner.scratch().path("closed");
    fs::create_directory(closed);
    fs::permissions(closed, fs::perms::owner_read | fs::perms::owner_exec);
    const Outcome outcome = run({"import", deck, "--library", closed + "/library"});
    fs::permissions(closed, fs::perms::owner_all);
    CHECK(outcome.exit_code == 1);
    CHECK_MESSAGE(count_lines(outcome.err) == 1, outcome.err);
    CHECK(outcome.err.find(closed) != std::string::npos);
  }

  TEST_CASE("programs that start on a new library at the same time all get it") {
    for (int round = 0; round < 5; ++round) {
      const Learner learner;
      std::vector<std::unique_ptr<Program>> programs;
      for (const char* title : {"早班", "中班", "晚班", "夜班"}) {
        const std::string deck = learner.scratch().file(std::string(title) + ".md", deck_text(title, 3));
        programs.push_back(std::make_unique<Program>(learner.here({"import", deck})));
      }
      for (const auto& program : programs) {
        const Outcome outcome = program->wait();
        CHECK_MESSAGE(outcome.exit_code == 0, outcome.err);
      }
      CHECK(learner.json({"stats"})["questions"] == 12);
      CHECK(learner.json({"check"})["ok"] == true);
    }
  }

  TEST_CASE("a library that is damaged gets one clear line and stays as it is") {
    const Scratch scratch;
    fs::create_directory(scratch.path("library"));
    const Learner learner;
    learner.json({"import", learner.scratch().file("deck.md", deck_text("班组日常", 2))});
    for (const fs::directory_entry& entry : fs::directory_iterator(learner.library())) {
      const std::string name = entry.path().filename().string();
      scratch.file("library/" + name, std::string(5000, '#'));
    }
    const Outcome outcome = run({"stats", "--json", "--library", scratch.path("library")});
    CHECK(outcome.exit_code == 1);
    CHECK_MESSAGE(count_lines(outcome.err) == 1, outcome.err);
    CHECK(outcome.out == "");
  }
}
