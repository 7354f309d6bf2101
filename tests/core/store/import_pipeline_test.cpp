// An import by two threads writes what one writes, or nothing.
#include "core/store/import_pipeline.h"

#include <doctest/doctest.h>

#include "core/base/store_error.h"
#include "core/deck/identity.h"
#include "core/library.h"
#include "tests/library_fixture.h"

namespace rehearse {
namespace {

using test::LibraryFixture;

/// Planned and written by one thread, question by question.
std::vector<std::string> lines_of_one_thread(const Document& document, Instant now) {
  const test::Scratch scratch;
  test::OpenStore store(scratch / "library.sqlite", 1);
  Transaction transaction(store.database);
  ImportAct act{document.title, {}};
  ImportWriter writer(store.log, store.content, now, act);
  const NewIds ids = ids_of_new(document, {});
  const DeckState state =
      read_deck_state(store.database, store.log, derive_deck_id(document.title), ids.all());
  plan_import(
      state, document, {}, ids, [&](PlannedWrite write) { writer.add(std::move(write)); },
      [](std::size_t, const KeptQuestion&) {});
  writer.finish();
  transaction.commit();
  return test::lines(store.log);
}

}  // namespace

TEST_SUITE("core/store/import_pipeline") {
  TEST_CASE("a large document is written line by line as one thread writes it") {
    const LocalInstant now = test::morning();
    for (const std::size_t questions : {1, 63, 64, 65, 96, 1000}) {
      CAPTURE(questions);
      const Document document = test::open_document("deck " + std::to_string(questions), questions, 3);
      const test::Scratch scratch;
      Library fresh(scratch.folder(), test::counting_random(1));
      CHECK(fresh.import_document(document, now).added == questions);
      CHECK(test::lines(test::OpenStore(scratch / "library.sqlite").log) ==
            lines_of_one_thread(document, now.at));
      CHECK(fresh.check().ok);
      CHECK(fresh.import_document(document, now).unchanged == questions);
    }
  }

  TEST_CASE_FIXTURE(LibraryFixture, "a large document for which the disk has no room leaves nothing") {
    test::OpenStore store(file());
    const std::size_t before = store.log.size();
    store.database.execute("PRAGMA max_page_count = 1");  // SQLite takes the present size at least
    const Document document = test::open_document("deck", 5'000, 5);
    const NewIds ids = ids_of_new(document, {});
    {
      Transaction transaction(store.database);
      ImportAct act{document.title, {}};
      ImportWriter writer(store.log, store.content, now.at, act);
      const DeckState state =
          read_deck_state(store.database, store.log, derive_deck_id(document.title), ids.all());
      const TakeKept keep_nothing = [](std::size_t, const KeptQuestion&) {};
      CHECK_THROWS_AS(write_import(state, document, {}, ids, writer, keep_nothing), StoreError);
    }
    CHECK(store.log.size() == before);
    CHECK(library.check().ok);
    CHECK(library.import_document(document, now).added == 5'000);
  }
}

}  // namespace rehearse
