// A class that shares a deck: one changes part of it, and all the others sync.
#include <algorithm>
#include <stdexcept>

#include "core/deck/identity.h"
#include "sync/client/study_groups.h"
#include "tests/bench/sync/bench_client.h"
#include "tests/bench/sync/bench_server.h"
#include "tests/bench/sync/cards.h"
#include "tests/bench/sync/sync_bench.h"

namespace rehearse::bench {
namespace {

constexpr std::size_t kMembers = 30, kQuestions = 2'000, kChanged = 200, kAnswerParts = 8;
constexpr double kKilobytesOfMegabyte = 1024;

LocalInstant now() {
  return {std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now()),
          std::chrono::hours{8}};
}

template <class Value>
Value value_of(std::variant<Value, sync::Trouble> result) {
  if (const auto* trouble = std::get_if<sync::Trouble>(&result))
    throw std::runtime_error(trouble->words.english);
  return std::move(std::get<Value>(result));
}

/// Questions with an answer of some eighty characters, in three points.
Document shared_deck() {
  Document deck = vocabulary(kQuestions);
  const std::vector<Question> words = deck.questions;
  for (std::size_t i = 0; i < deck.questions.size(); ++i) {
    Question& question = deck.questions[i];
    for (std::size_t part = 1; part < kAnswerParts; ++part)
      question.answer += words[(i * kAnswerParts + part) % words.size()].answer;
    for (std::size_t point = 0; point < 3; ++point)
      question.points.push_back({words[(i + 7 * point) % words.size()].answer, ""});
  }
  return deck;
}

sync::HttpClient client_of(const BenchServer& server) {
  return sync::HttpClient(server.address(), sync::SystemAuthorities{});
}

struct Class {
  explicit Class(const Document& deck) : id(derive_deck_id(deck.title)) {
    for (std::size_t i = 0; i < kMembers; ++i)
      members.push_back(std::make_unique<BenchClient>(scratch / ("member" + std::to_string(i)), server, i));
    auto http = client_of(server);
    editor().library().import_document(deck, now());
    group = value_of(sync::create_group(http, server.token(0), "class")).scope;
    editor().sync();
    editor().library().publish(id, group, now());
    editor().sync();
    const std::string code =
        value_of(sync::invite(http, server.token(0), group, GroupRole::kReader, kMembers, 7)).code;
    for (std::size_t i = 1; i < kMembers; ++i) value_of(sync::join_group(http, server.token(i), code));
  }

  BenchClient& editor() { return *members.front(); }
  /// Each of the others, one after the other.
  std::vector<SyncCost> sync_members() {
    std::vector<SyncCost> costs;
    for (std::size_t i = 1; i < kMembers; ++i) costs.push_back(members[i]->sync());
    return costs;
  }
  void change(const Document& deck) {
    for (std::size_t i = 0; i < kChanged; ++i) {
      const std::size_t at = i * (kQuestions / kChanged);
      ChangeText change;
      change.answer = deck.questions[at].answer + deck.questions[at].stem;
      const auto edited =
          editor().library().edit_question(derive_question_id(id, deck.questions[at], 0), change, now());
      if (!edited) throw std::runtime_error("a question was not changed");
    }
    if (editor().library().publish(id, group, now()).changed != kChanged)
      throw std::runtime_error("not all changes were published");
  }

  test::Scratch scratch;
  BenchServer server{kMembers};
  std::vector<std::unique_ptr<BenchClient>> members;
  DeckId id;
  Scope group = kOwnOps;
};

template <class Value>
std::vector<double> ascending(const std::vector<SyncCost>& costs, Value&& value) {
  std::vector<double> values;
  for (const SyncCost& cost : costs) values.push_back(value(cost));
  std::sort(values.begin(), values.end());
  return values;
}

}  // namespace

std::vector<Figure> measure_group() {
  const Document deck = shared_deck();
  Class all(deck);
  const auto time = [](const SyncCost& cost) { return cost.all_ms; };
  const auto kilobytes = [](const SyncCost& cost) { return cost.received_mb * kKilobytesOfMegabyte; };
  const std::vector<SyncCost> first = all.sync_members();
  all.change(deck);
  const SyncCost published = all.editor().sync();
  const std::vector<SyncCost> changed = all.sync_members();
  for (const SyncCost& cost : changed)
    if (cost.counts.received < kChanged) throw std::runtime_error("a member has not got the changes");
  const std::vector<double> first_ms = ascending(first, time), ms = ascending(changed, time),
                            kb = ascending(changed, kilobytes);
  return {
      {"2,000 shared questions to a new member", first_ms[first_ms.size() / 2], 5'000, "for comparison"},
      {"received for all questions", ascending(first, kilobytes).back(), 3'000, "for comparison", "KB"},
      {"200 changed questions up, by the editor", published.all_ms, 2'000, "as a member"},
      {"the same to each of 29 members, p50", ms[ms.size() / 2], 2'000, "the plan's limit"},
      {"the slowest of them", ms.back(), 2'000, "the plan's limit"},
      {"received by a member, at most", kb.back(), 300, "the plan's limit", "KB"},
  };
}

}  // namespace rehearse::bench
