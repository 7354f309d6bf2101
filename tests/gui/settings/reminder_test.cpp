// The daily reminder: the units that are written, and what systemctl is asked.
#include <doctest/doctest.h>

#include <fstream>
#include <sstream>

#include "gui/window/settings/reminder.h"
#include "tests/scratch.h"

namespace rehearse {
namespace {

constexpr Language kEnglish = Language::kEnglish;

/// A session whose systemctl notes what it was asked, and answers as it is told.
struct Learner {
  test::Scratch scratch;
  Session session{{"PATH=" + scratch.folder().string() + ":/usr/bin:/bin"}, scratch / "config"};

  explicit Learner(const std::string& answer) {
    const std::filesystem::path program = scratch / "systemctl";
    std::ofstream(program) << "#!/bin/sh\necho \"$@\" >> " << (scratch / "asked").string() << "\n"
                           << answer << "\n";
    std::filesystem::permissions(program, std::filesystem::perms::owner_all);
  }

  Words set(std::optional<ReminderTime> time) const {
    return set_reminder(session, time, {"Rehearse", "熟答"}, {"100 % of today's \"cards\"", "今天"},
                        kEnglish);
  }
  std::string read(const std::filesystem::path& file) const {
    std::ostringstream text;
    text << std::ifstream(file).rdbuf();
    return text.str();
  }
  std::filesystem::path unit(const char* name) const { return session.config_folder / "systemd/user" / name; }
};

}  // namespace

TEST_SUITE("gui/window/settings/reminder") {
  TEST_CASE("there is none at first") { CHECK(!read_reminder(Learner("exit 0").session)); }

  TEST_CASE("a reminder is a timer that was enabled and can be read again") {
    const Learner learner("exit 0");
    CHECK(learner.set(ReminderTime{7, 5}).empty());
    CHECK(read_reminder(learner.session) == ReminderTime{7, 5});
    CHECK(learner.read(learner.unit("rehearse-reminder.timer")).find("OnCalendar=*-*-* 07:05:00\n") !=
          std::string::npos);
    CHECK(learner.read(learner.scratch / "asked") ==
          "--user daemon-reload\n--user enable rehearse-reminder.timer\n"
          "--user restart rehearse-reminder.timer\n");
  }

  TEST_CASE("the words of the notification reach it whole") {
    const Learner learner("exit 0");
    CHECK(learner.set(ReminderTime{20, 0}).empty());
    CHECK(learner.read(learner.unit("rehearse-reminder.service"))
              .find(R"("Rehearse" "100 %% of today's \"cards\"")") != std::string::npos);
  }

  TEST_CASE("turned off nothing is left of it") {
    const Learner learner("exit 0");
    CHECK(learner.set(ReminderTime{20, 0}).empty());
    CHECK(learner.set(std::nullopt).empty());
    CHECK(!read_reminder(learner.session));
    CHECK(!std::filesystem::exists(learner.unit("rehearse-reminder.service")));
  }

  TEST_CASE("without systemd that is said and nothing is left") {
    const Learner learner("echo 'Failed to connect to bus' >&2; exit 1");
    const Words trouble = learner.set(ReminderTime{20, 0});
    CHECK(trouble.english.find("Failed to connect to bus") != std::string::npos);
    CHECK(!trouble.chinese.empty());
    CHECK(!read_reminder(learner.session));
  }

  TEST_CASE("a folder that cannot be written is named") {
    const Learner learner("exit 0");
    std::ofstream(learner.session.config_folder) << "a file in the way";
    CHECK(learner.set(ReminderTime{20, 0}).english.find("systemd") != std::string::npos);
  }
}

}  // namespace rehearse
