// A mock interview typed over a pipe and on a terminal, and the reports that were kept.
#include <doctest/doctest.h>
#include <pty.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "tests/commands/learner.h"

using namespace rehearse::command_tests;

namespace {

/// Two questions, always asked in this order: by criteria of 4 and 16 marks, and by its two points.
constexpr const char* kDeck = R"(<!-- rehearse: 1 -->
# 班长竞聘

## 安全

### 夜班有人没戴安全帽，你怎么办？

*20 分 · 2 分钟*

- **先停**：让他离开作业面
- **再问**：为什么没戴
- **后改**：补上检查

**评分标准**：
- 先制止（4分）
- 有后续措施（16分）

## 交接

### 交接班要说清什么？

*10 分 · 1 分钟*

- **数字**：产量和库存
- **隐患**：没处理完的事

### 交接记录放在哪里？

- [ ] A. 办公室
- [x] B. 工位
)";

struct Candidate : Learner {
  Candidate() { json({"import", scratch().file("deck.md", kDeck)}); }

  Outcome interview(std::string_view keys, Arguments more = {}) const {
    Arguments command{"interview", "班长"};
    command.insert(command.end(), more.begin(), more.end());
    return run(command, keys);
  }
  nlohmann::json kept() const { return json({"interviews"})["interviews"]; }
  nlohmann::json shown(const std::string& number) const { return json({"interviews", "--show", number}); }
};

std::string last_line(std::string_view text) {
  if (!text.empty() && text.back() == '\n') text.remove_suffix(1);
  const std::size_t start = text.rfind('\n');
  return std::string(start == std::string_view::npos ? text : text.substr(start + 1));
}

// Enter: begin. Of each question: Enter when done, the marks of its items, Enter for the next one.
constexpr std::string_view kBegin = "\n", kDone = "\n", kNext = "\n", kFull = "\n", kKeep = "\n";

std::string keys(std::initializer_list<std::string_view> pressed) {
  std::string all;
  for (const std::string_view key : pressed) all += key;
  return all;
}

/// Both questions: 4 of 4 and 12 of 16, the third point missed; 5 and 2 of 5.
const std::string kWhole = keys({kBegin, kDone, kFull, "12", "3", kNext, kDone, kFull, "2", kNext, kKeep});

}  // namespace

TEST_SUITE("gui/commands/interview") {
  TEST_CASE("an interview over a pipe asks and marks and keeps a report") {
    const Candidate candidate;
    const Outcome outcome = candidate.interview(kWhole);
    REQUIRE_MESSAGE(outcome.exit_code == 0, outcome.err);
    CHECK(last_line(outcome.out) == "interviewed 2");
    CHECK(outcome.out.find("Total 76.7 out of 100") != std::string::npos);
    const auto report = candidate.shown("1");
    CHECK(report["name"] == "班长竞聘");
    CHECK(report["day"] == "2026-12-01");
    CHECK(report["drilled_on"] == "2026-12-02");
    CHECK(report["total"].get<double>() == doctest::Approx(100 * 23.0 / 30).epsilon(0.001));
    const auto& first = report["questions"][0];
    CHECK(first["question"] == "夜班有人没戴安全帽，你怎么办？");
    CHECK(first["limit_seconds"] == 120);
    CHECK(first["marks"] == 20);
    CHECK(first["earned"] == 16);
    CHECK(first["items"][1]["text"] == "有后续措施（16分）");
    CHECK(first["items"][1]["earned"] == 12);
    CHECK(first["drill"] == "points");
    CHECK(first["missed_cues"] == nlohmann::json({"后改"}));
    const auto& second = report["questions"][1];
    CHECK(second["earned"] == 7);
    CHECK(second["missed_cues"] == nlohmann::json({"隐患"}));
    CHECK(candidate.json({"check"})["ok"] == true);
  }

  TEST_CASE("the reference answer is shown when the answer is done and not before") {
    const Candidate candidate;
    CHECK(candidate.interview(std::string(kBegin)).out.find("先停") == std::string::npos);
    CHECK(candidate.interview(keys({kBegin, kDone})).out.find("先停") != std::string::npos);
  }

  TEST_CASE("marks are typed in one digit or two and moved by halves") {
    const auto earned = [](std::string_view marking) {
      const Candidate candidate;
      candidate.interview(keys({kBegin, kDone, marking, kNext}));
      const auto items = candidate.shown("1")["questions"][0]["items"];
      return std::pair<double, double>{items[0]["earned"], items[1]["earned"]};
    };
    CHECK(earned("\n\n") == std::pair{4.0, 16.0});
    CHECK(earned("00") == std::pair{0.0, 0.0});
    CHECK(earned("35") == std::pair{3.0, 5.0});
    CHECK(earned("31\n") == std::pair{3.0, 1.0});
    CHECK(earned("316") == std::pair{3.0, 16.0});
    CHECK(earned("318") == std::pair{3.0, 8.0});   // 18 of 16 is no number of marks: the last digit counts
    CHECK(earned("9\n") == std::pair{4.0, 16.0});  // as many as there are
    CHECK(earned("\x1b[D\n\x1b[C\x1b[C\n") == std::pair{3.5, 1.0});
    CHECK(earned("2\x1b[A\n\n") == std::pair{2.0, 16.0});  // up, and on again without a change
  }

  TEST_CASE("q asks whether to keep what is marked and d throws it away") {
    const Candidate candidate;
    const std::string first = keys({kBegin, kDone, kFull, kFull, kNext});
    CHECK(last_line(candidate.interview(first + "qd").out) == "interviewed 0");
    CHECK(candidate.kept().empty());
    CHECK(last_line(candidate.interview(first + "qk").out) == "interviewed 1");
    CHECK(candidate.kept()[0]["questions"] == 1);
    // Any other key goes on where it was.
    CHECK(last_line(candidate.interview(first + "qx" + keys({kDone, kFull, kFull, kNext, kKeep})).out) ==
          "interviewed 2");
    CHECK(last_line(candidate.interview("q").out) == "interviewed 0");
    CHECK(last_line(candidate.interview("\n\n\nqd").out) == "interviewed 0");
    CHECK(candidate.kept().size() == 2);
  }

  TEST_CASE("the end of input keeps what is marked") {
    const Candidate candidate;
    CHECK(last_line(candidate.interview("").out) == "interviewed 0");
    CHECK(last_line(candidate.interview(keys({kBegin, kDone})).out) == "interviewed 0");
    CHECK(candidate.kept().empty());
    CHECK(last_line(candidate.interview(keys({kBegin, kDone, kFull, kFull, kNext})).out) == "interviewed 1");
    CHECK(last_line(candidate.interview(kWhole.substr(0, kWhole.size() - kKeep.size())).out) ==
          "interviewed 2");
    CHECK(candidate.kept().size() == 2);
  }

  TEST_CASE("b goes back to the question before and s gives a question up") {
    const Candidate candidate;
    candidate.interview(keys({kBegin, kDone, kFull, kFull, kNext, "b", "\x1b[A\x1b[A", "0", "\n", kNext}) +
                        keys({"s", kNext, kKeep}));
    const auto questions = candidate.shown("1")["questions"];
    CHECK(questions[0]["earned"] == 16);
    CHECK(questions[1]["earned"] == 0);
    CHECK(questions[1]["drill"] == "question");
  }

  TEST_CASE("sections and kinds and the seed say what is asked") {
    const Candidate candidate;
    const auto stems = [&](const Arguments& more) {
      candidate.interview(keys({kBegin, "s", kNext, "s", kNext, "s", kNext, kKeep}), more);
      std::vector<std::string> asked;
      const auto questions = candidate.shown("1")["questions"];
      for (const auto& question : questions)
        asked.push_back(question["question"].get<std::string>().substr(0, 6));
      return asked;
    };
    CHECK(stems({"--section", "安全"}) == std::vector<std::string>{"夜班"});
    CHECK(stems({"--section", "安全", "--section", "交接"}).size() == 2);
    CHECK(stems({"--all-kinds"}).size() == 3);
    const auto once = stems({"--questions", "1", "--seed", "5eed"});
    CHECK(once.size() == 1);
    CHECK(candidate.shown("1")["seed"] == "0000000000005eed");
    CHECK(stems({"--questions", "1", "--seed", "0000000000005EED"}) == once);
  }

  TEST_CASE("with --json standard output is the report and nothing else") {
    const Candidate candidate;
    const Outcome outcome = candidate.interview(kWhole, {"--json"});
    CHECK(outcome.exit_code == 0);
    CHECK(outcome.err == "");
    const auto report = nlohmann::json::parse(outcome.out);
    CHECK(report == candidate.shown("1"));
    CHECK(nlohmann::json::parse(candidate.interview("q", {"--json"}).out)["id"].is_null());
  }

  TEST_CASE("reports are listed with the newest first and taken back by their number") {
    Candidate candidate;
    candidate.interview(kWhole);
    candidate.set_now(morning(3));
    candidate.interview(keys({kBegin, kDone, "00", kNext}));
    const auto kept = candidate.kept();
    REQUIRE(kept.size() == 2);
    CHECK(kept[0]["day"] == "2026-12-04");
    CHECK(kept[0]["total"] == 0);
    CHECK(kept[0]["number"] == 1);
    CHECK(kept[1]["day"] == "2026-12-01");
    const std::string list = candidate.run({"interviews", "竞聘"}).out;
    CHECK(count_lines(list) == 2);
    CHECK(list.find("76.7/100") > list.find("0/100"));
    CHECK(candidate.run({"interviews", "--undo", "1"}).exit_code == 0);
    REQUIRE(candidate.kept().size() == 1);
    CHECK(candidate.kept()[0]["id"] == kept[1]["id"]);
    CHECK(candidate.json({"check"})["ok"] == true);
  }

  TEST_CASE("what cannot be asked or shown is told in one line") {
    const Candidate candidate;
    struct Mistake {
      Arguments typed;
      int exit_code;
      std::string said;
    };
    const std::vector<Mistake> mistakes = {
        {{"interview", "没有这一套"}, 1, "没有这一套"},
        {{"interview", "班长", "--section", "财务"}, 1, "交接"},
        {{"interview", "班长", "--seed", "种子"}, 2, "--seed"},
        {{"interview", "班长", "--seed", "12345678901234567"}, 2, "--seed"},
        {{"interview", "班长", "--questions", "41"}, 2, "--questions"},
        {{"interview"}, 2, "DECK"},
        {{"interviews", "--show", "1"}, 1, "there are 0"},
        {{"interviews", "没有这一套"}, 1, "没有这一套"},
    };
    for (const Mistake& mistake : mistakes) {
      const Outcome outcome = candidate.run(mistake.typed);
      CAPTURE(mistake.said);
      CHECK(outcome.exit_code == mistake.exit_code);
      CHECK(outcome.out == "");
      CHECK(count_lines(outcome.err) == 1);
      CHECK(outcome.err.find(mistake.said) != std::string::npos);
    }
    candidate.json({"import", candidate.scratch().file(
                                  "choices.md",
                                  "<!-- rehearse: 1 -->\n# 选择\n### 哪个？\n- [x] A. 甲\n- [ ] B. 乙\n")});
    CHECK(candidate.run({"interview", "选择"}).err.find("--all-kinds") != std::string::npos);
  }

  TEST_CASE("pages and lists are Chinese where the system speaks it") {
    const Candidate candidate;
    const SpeakingChinese chinese;
    const std::string out = candidate.interview(kWhole).out;
    for (const std::string word : {"模拟面试", "2 题 · 30 分 · 3:00", "参考要点", "评分标准：", "总分 76.7",
                                   "安排重练：2026-12-02", "已保存"})
      CHECK_MESSAGE(out.find(word) != std::string::npos, word);
    CHECK(last_line(out) == "interviewed 2");
    CHECK(candidate.run({"interviews"}).out == "1  2026-12-01  76.7/100  2 题  班长竞聘\n");
  }

  TEST_CASE("a terminal that is closed in the middle loses nothing that is marked") {
    const Candidate candidate;
    Arguments words = candidate.here({"interview", "班长"});
    words.insert(words.begin(), std::filesystem::read_symlink("/proc/self/exe").parent_path() / "rehearse");
    std::vector<char*> pointers;
    for (std::string& word : words) pointers.push_back(word.data());
    pointers.push_back(nullptr);
    int terminal = -1;
    const pid_t process = ::forkpty(&terminal, nullptr, nullptr, nullptr);
    REQUIRE(process >= 0);
    if (process == 0) {
      ::execv(pointers[0], pointers.data());
      ::_exit(127);
    }
    std::string seen;
    const auto wait_for = [&](std::string_view words_shown) {
      std::array<char, 4096> bytes{};
      while (seen.find(words_shown) == std::string::npos) {
        const ssize_t count = ::read(terminal, bytes.data(), bytes.size());
        if (count <= 0) return false;
        seen.append(bytes.data(), static_cast<std::size_t>(count));
      }
      seen.clear();
      return true;
    };
    const auto type = [&](std::string_view typed) {
      REQUIRE(::write(terminal, typed.data(), typed.size()) == static_cast<ssize_t>(typed.size()));
    };
    REQUIRE(wait_for("Enter begin"));
    type("\n");
    REQUIRE(wait_for("2:00 left"));
    type("\n");
    REQUIRE(wait_for("0-9 marks"));
    type("\n\n");
    REQUIRE(wait_for("this point was missed"));
    type("\n");
    REQUIRE(wait_for("1:00 left"));
    ::close(terminal);
    int status = 0;
    REQUIRE(::waitpid(process, &status, 0) == process);
    CHECK(WIFEXITED(status));
    REQUIRE(candidate.kept().size() == 1);
    CHECK(candidate.kept()[0]["questions"] == 1);
  }
}
