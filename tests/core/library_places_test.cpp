// Where a library may lie, and what becomes of it when its place or its time changes under it.
#include <doctest/doctest.h>

#include <sys/wait.h>
#include <unistd.h>

#include <functional>
#include <string>

#include "core/library_backup.h"
#include "tests/library_fixture.h"

namespace rehearse {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kLongestName = 255;  // bytes: of Linux's file systems
constexpr uid_t kNobody = 65534;

/// A card of the document that each library here is given.
CardId first_card(const Document& document) {
  return question_card_id(derive_question_id(derive_deck_id(document.title), document.questions[0], 0));
}

void answer(Library& library, const Document& document, LocalInstant now) {
  Answer answer;
  answer.card = first_card(document);
  answer.quality = Quality::kGood;
  library.grade(answer, now);
}

/// The line for the learner; empty when `act` was done.
std::string refusal(const std::function<void()>& act) {
  try {
    act();
  } catch (const StoreError& error) {
    REQUIRE(!error.words().in(Language::kChinese).empty());
    return error.what();
  }
  return "";
}

/// What `work` returns as a user without any rights, in a process of its own.
int as_nobody(const std::function<int()>& work) {
  const pid_t child = fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    int code = 98;
    try {
      code = geteuid() == 0 && setuid(kNobody) != 0 ? 97 : work();
    } catch (const std::exception&) {
      code = 99;
    }
    _exit(code);
  }
  int status = 0;
  waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

struct Place {
  test::Scratch scratch;
  Document document = test::open_document("题库", 3, 2);
  LocalInstant now = test::morning();
};

}  // namespace

TEST_SUITE("core/library_places") {
  TEST_CASE_FIXTURE(Place, "a library lies in a folder of any name and as long a name as a file may have") {
    std::string longest;
    while (longest.size() + 3 <= kLongestName) longest += "面";
    REQUIRE(longest.size() == kLongestName);
    for (const std::string& name : {std::string("面试 题库"), std::string("it's \"100%\" #1? *.sqlite;&"),
                                    std::string(" -rf ~"), std::string("line\nbreak\ttab"), longest}) {
      CAPTURE(name);
      const fs::path folder = scratch / name;
      {
        Library library(folder, test::counting_random());
        library.import_document(document, now);
        answer(library, document, now);
      }
      REQUIRE(back_up(folder, now));
      {
        Library library(folder, test::counting_random(500));
        answer(library, document, {now.at + std::chrono::minutes{1}, now.utc_offset});
        CHECK(library.stats(now).reviews == 2);
        CHECK(library.check().ok);
      }
      const auto backup = newest_good_backup(folder);
      REQUIRE(backup);
      CHECK(look_into(*backup)->answers == 1);
      CHECK(restore_backup(folder, *backup, DamagedLibrary::kRefused, test::counting_random(900), now)
                .back.answers_kept == 1);
    }
  }

  TEST_CASE_FIXTURE(Place, "a path that no file can have is refused in words and nothing is made") {
    const std::string too_long(kLongestName + 1, 'x');
    fs::path deep = scratch.folder();
    while (deep.string().size() < 4200) deep /= std::string(200, 'y');
    for (const fs::path& folder : {scratch / too_long, deep}) {
      const std::string words = refusal([&] { const Library library(folder, test::counting_random()); });
      CHECK(words.find("cannot") != std::string::npos);
    }
    CHECK(fs::is_empty(scratch.folder()));
  }

  TEST_CASE_FIXTURE(Place, "permissions that are taken away lose no answer that was taken") {
    const fs::path folder = scratch / "library";
    fs::permissions(scratch.folder(), fs::perms::all);
    CHECK(as_nobody([&] {
            Library library(folder, test::counting_random());
            library.import_document(document, now);
            std::size_t taken = 0;
            const auto try_answer = [&](Library& where) {
              now.at += std::chrono::minutes{1};
              if (refusal([&] { answer(where, document, now); }).empty()) ++taken;
            };
            try_answer(library);
            for (const auto& entry : fs::directory_iterator(folder)) fs::permissions(entry, fs::perms::none);
            fs::permissions(folder, fs::perms::none);
            try_answer(library);
            const bool is_refused =
                refusal([&] { const Library other(folder, test::counting_random(70)); }).size() > 20;
            fs::permissions(folder, fs::perms::owner_all);
            for (const auto& entry : fs::directory_iterator(folder))
              fs::permissions(entry, fs::perms::owner_read | fs::perms::owner_write);
            try_answer(library);
            Library again(folder, test::counting_random(90));
            if (!is_refused) return 1;
            if (again.stats(now).reviews != taken || taken < 2) return 2;
            return again.check().ok ? 0 : 3;
          }) == 0);
  }

  TEST_CASE_FIXTURE(Place,
                    "a folder that goes while its library is open is told and works again once it is back") {
    const fs::path folder = scratch / "library", elsewhere = scratch / "elsewhere";
    Library library(folder, test::counting_random());
    library.import_document(document, now);
    answer(library, document, now);
    fs::rename(folder, elsewhere);
    now.at += std::chrono::minutes{1};
    CHECK(refusal([&] { answer(library, document, now); }).find("moved or deleted") != std::string::npos);
    CHECK_FALSE(fs::exists(folder));
    fs::rename(elsewhere, folder);
    answer(library, document, now);
    CHECK(library.stats(now).reviews == 2);
    CHECK(library.check().ok);
    fs::remove_all(folder);
    now.at += std::chrono::minutes{1};
    CHECK(refusal([&] { answer(library, document, now); }).find("moved or deleted") != std::string::npos);
  }

  TEST_CASE_FIXTURE(Place, "a clock that jumps by decades loses no answer and the library stays whole") {
    Library library(scratch / "library", test::counting_random());
    library.import_document(document, now);
    std::size_t given = 0;
    for (const char* time :
         {"2026-12-01T09:30:00+08:00", "1970-01-02T00:00:00+00:00", "2099-12-31T23:59:59-11:00",
          "2026-12-01T09:29:59+08:00", "2026-12-02T00:00:00+14:00", "2001-09-09T01:46:40+00:00"}) {
      CAPTURE(time);
      const LocalInstant jumped = *parse_instant(time);
      answer(library, document, jumped);
      ++given;
      CHECK(library.stats(jumped).reviews == given);
      library.due(jumped);
    }
    CHECK(library.check().ok);
  }
}

}  // namespace rehearse
