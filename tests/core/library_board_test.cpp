// The weekly board of a group.
#include <doctest/doctest.h>

#include "core/library.h"
#include "tests/shared_deck.h"

namespace rehearse {
namespace {

using test::kGroup;
using test::Member;
using test::SharedDeck;

struct SharedBoard : SharedDeck {
  SharedBoard() {
    for (Member* member : {&editor, &reader})
      member->library.set_groups({{kGroup, "周三小组", GroupRole::kEditor}});
  }
  void post(Member& member) {
    member.library.post_to_boards(member.now);
    member.sync(stream);
  }
};

}  // namespace

TEST_SUITE("core/library_board") {
  TEST_CASE("nobody is on the board who did not ask to be") {
    SharedBoard shared;
    shared.reader.study(shared.ids[0]);
    const std::size_t before = shared.stream.size();
    shared.post(shared.reader);
    CHECK(shared.stream.size() == before);
    CHECK_FALSE(shared.reader.library.is_on_board(kGroup));
    CHECK(shared.reader.library.board(kGroup, shared.reader.now).empty());
  }

  TEST_CASE("who asked to be shows this week's reviews, minutes and readiness, and nothing else") {
    SharedBoard shared;
    shared.reader.library.set_on_board(kGroup, true, shared.reader.now);
    shared.reader.study(shared.ids[0]);
    shared.reader.study(shared.ids[1]);
    shared.post(shared.reader);
    shared.editor.sync(shared.stream);
    const auto board = shared.editor.library.board(kGroup, shared.editor.now);
    REQUIRE(board.size() == 1);
    CHECK(board[0].author == "a_2");
    CHECK_FALSE(board[0].is_own);
    CHECK(board[0].reviews == 2);
    CHECK(board[0].readiness);
    CHECK(shared.reader.library.board(kGroup, shared.reader.now)[0].is_own);
    const auto told = read_op(shared.stream.op(shared.stream.size() - 1).line);
    REQUIRE(told);
    CHECK(kind_of(*told) == "week");
  }

  TEST_CASE("the same figures are told once, others once an hour") {
    SharedBoard shared;
    shared.reader.library.set_on_board(kGroup, true, shared.reader.now);
    shared.post(shared.reader);
    const std::size_t before = shared.stream.size();
    shared.post(shared.reader);
    CHECK(shared.stream.size() == before);
    shared.reader.study(shared.ids[0]);
    shared.post(shared.reader);
    CHECK(shared.stream.size() == before);
    shared.reader.pass(std::chrono::hours{1});
    shared.post(shared.reader);
    CHECK(shared.stream.size() == before + 1);
    CHECK(shared.reader.library.board(kGroup, shared.reader.now)[0].reviews == 1);
  }

  TEST_CASE("who leaves the board is gone from it for everybody and a new week begins with nobody") {
    SharedBoard shared;
    shared.reader.library.set_on_board(kGroup, true, shared.reader.now);
    shared.reader.study(shared.ids[0]);
    shared.post(shared.reader);
    LocalInstant next_week = shared.editor.now;
    next_week.at += std::chrono::days{7};
    shared.editor.sync(shared.stream);
    CHECK(shared.editor.library.board(kGroup, shared.editor.now).size() == 1);
    CHECK(shared.editor.library.board(kGroup, next_week).empty());
    shared.reader.library.set_on_board(kGroup, false, shared.reader.now);
    shared.reader.sync(shared.stream);
    shared.editor.sync(shared.stream);
    CHECK(shared.editor.library.board(kGroup, shared.editor.now).empty());
  }
}

}  // namespace rehearse
