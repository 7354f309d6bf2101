// `rehearse check` sees what was changed behind the library's back.
#include "core/store/check.h"

#include <doctest/doctest.h>

#include <memory>

#include "core/library.h"
#include "tests/library_fixture.h"

namespace rehearse {
namespace {

struct Checked : test::LibraryFixture {
  Checked() {
    const Document document = test::open_document("deck", 3, 3);
    library.import_document(document, now);
    library.grade(
        answer_all(document.questions[0], derive_deck_id("deck"), PointResult::kHint, Quality::kHard), now);
    REQUIRE(library.check().ok);
  }

  void change(const char* sql) { Database(file()).execute(sql); }

  /// True when a fault holds these words.
  bool reports(const std::string& words) const {
    const CheckReport report = library.check();
    CHECK_FALSE(report.ok);
    for (const std::string& fault : report.faults)
      if (fault.find(words) != std::string::npos) return true;
    return false;
  }
};

}  // namespace

TEST_SUITE("core/store/check") {
  TEST_CASE_FIXTURE(Checked, "one changed byte in an op is found") {
    change(
        "UPDATE op SET line = CAST(replace(CAST(line AS TEXT), 'question 2', 'question 7') AS BLOB)"
        " WHERE position = 4");
    CHECK(reports("its bytes have changed"));
  }

  TEST_CASE_FIXTURE(Checked, "an op that cannot be unpacked is named") {
    const std::string id =
        test::rows(*std::make_unique<Database>(file()), "SELECT lower(hex(id)) FROM op_id WHERE position = 3")
            .front();
    change("UPDATE op SET line = substr(line, 1, length(line) - 3) WHERE position = 3");
    CHECK(reports("op " + id + ": "));
  }

  TEST_CASE_FIXTURE(Checked, "a name that is missing or changed is found") {
    change("UPDATE name SET id = zeroblob(16) WHERE number = 2");
    CHECK(reports("its bytes have changed"));
    change("DELETE FROM name");
    CHECK(reports("mentions a name that is not there"));
  }

  TEST_CASE_FIXTURE(Checked, "an op that the table of ids does not know is found") {
    change("DELETE FROM op_id WHERE position = 3");
    CHECK(reports("table op_id names 5 ops and there are 6"));
  }

  TEST_CASE_FIXTURE(Checked, "a stamp after the largest is found") {
    change("UPDATE device SET stamp_ms = stamp_ms - 1");
    CHECK(reports("its stamp is larger"));
  }

  TEST_CASE_FIXTURE(Checked, "an op's row that says otherwise than its line is found") {
    for (const char* sql :
         {"UPDATE op SET target = x'01' WHERE position = 2", "UPDATE op SET target = NULL WHERE position = 2",
          "UPDATE op SET kind = 2 WHERE position = 2", "UPDATE op SET target = x'01' WHERE position = 5"}) {
      Checked fresh;
      fresh.change(sql);
      CAPTURE(sql);
      CHECK(fresh.reports("its row says otherwise"));
    }
  }

  TEST_CASE_FIXTURE(Checked, "an edited row of every projection is found and a rebuild mends it") {
    struct Edit {
      const char* table;
      const char* sql;
    };
    for (const Edit& edit :
         {Edit{"deck", "UPDATE deck SET title = 'x'"}, Edit{"question", "UPDATE question SET at = '9'"},
          Edit{"question_text", "INSERT INTO folded_text SELECT position, '{}' FROM question"},
          Edit{"question (cards)", "UPDATE question SET shown = x'0000'"},
          Edit{"answer_chunk", "DELETE FROM answer_chunk"},
          Edit{"study_day", "UPDATE study_day SET answers = answers + 1"},
          Edit{"memory", "UPDATE memory SET states = substr(states, 1, 40)"}}) {
      change(edit.sql);
      CAPTURE(edit.table);
      CHECK(reports(std::string("table ") + edit.table + " differs"));
      library.rebuild();
      CHECK(library.check().ok);
    }
  }

  TEST_CASE_FIXTURE(Checked, "checking changes nothing") {
    change("DELETE FROM memory");
    CHECK_FALSE(library.check().ok);
    CHECK_FALSE(library.check().ok);
    CHECK(library.check().ops == 6);
  }
}

}  // namespace rehearse
