#include "tests/sync/cluster/load.h"

#include <algorithm>
#include <random>

#include "core/deck/identity.h"
#include "core/library.h"
#include "sync/client/account_file.h"
#include "sync/client/syncer.h"

namespace rehearse::test {
namespace {

constexpr std::chrono::seconds kLongestWait{120};

LocalInstant now() {
  return {std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now()),
          std::chrono::hours{8}};
}

/// Somebody at a computer of the club.
class Somebody {
 public:
  Somebody(Club::Member& member, Scope group, std::uint64_t seed)
      : member_(member),
        group_(group),
        random_(seed),
        library_(member.device.library(), [this] { return random_(); }),
        account_(**sync::read_account(member.device.library())),
        client_(account_.server, account_.trust),
        deck_(derive_deck_id(Club::kDeck)) {}

  OpId answer() {
    Answer answer;
    answer.card = question_card_id(any_question());
    answer.quality = static_cast<Quality>(random_() % 6);
    return library_.grade(answer, now());
  }
  /// False where there was nothing to edit.
  bool edit() {
    ChangeText change;
    change.analysis = member_.device.name() + " says " + std::to_string(random_());
    return static_cast<bool>(library_.edit_question(any_question(), change, now()));
  }
  bool publish() { return !library_.publish(deck_, group_, now()).is_nothing(); }
  std::optional<sync::Trouble> sync() {
    return sync::sync_now(
               library_, client_, account_.token, [] { return now().at; },
               [](const sync::SyncProgress&) { return sync::Onward::kGo; })
        .trouble;
  }
  bool one_in(std::uint64_t many) { return random_() % many == 0; }

 private:
  QuestionId any_question() {
    const auto questions = library_.questions(deck_);
    return questions.at(random_() % questions.size()).id;
  }

  Club::Member& member_;
  Scope group_;
  std::mt19937_64 random_;
  Library library_;
  sync::Account account_;
  sync::HttpClient client_;
  DeckId deck_;
};

}  // namespace

Load::~Load() { stop(); }

void Load::start() {
  is_stopping_ = false;
  for (const auto& member : club_.members())
    threads_.emplace_back([this, &member = *member, seed = ++seed_] { live(member, seed); });
}

void Load::stop() {
  is_stopping_ = true;
  for (std::thread& thread : threads_) thread.join();
  threads_.clear();
}

void Load::live(Club::Member& member, std::uint64_t seed) try {
  // What a crowd does must differ from one time to the next, also under the same seed: no op twice.
  Somebody somebody(member, club_.group(), seed ^ std::random_device()());
  while (!is_stopping_) {
    const OpId answer = somebody.answer();
    const bool has_edited = somebody.one_in(4) && somebody.edit();
    const bool has_published = member.may_publish && somebody.one_in(4) && somebody.publish();
    {
      const std::lock_guard lock(mutex_);
      confirmed_[member.account].insert(answer);
      counts_.edits += has_edited;
      counts_.published += has_published;
    }
    note(member.device.name(), somebody.sync());
  }
} catch (const std::exception& error) {
  const std::lock_guard lock(mutex_);
  counts_.other_troubles.push_back(member.device.name() + " ends: " + error.what());
  ended_.notify_all();
}

void Load::note(const std::string& device, const std::optional<sync::Trouble>& trouble) {
  const std::lock_guard lock(mutex_);
  ++counts_.syncs;
  if (!trouble)
    ++well_[device];
  else if (trouble->kind == sync::TroubleKind::kNoReply)
    ++counts_.no_reply;
  else if (trouble->kind == sync::TroubleKind::kWait)
    ++counts_.told_to_wait;
  else
    counts_.other_troubles.push_back(device + ": " + trouble->words.english);
  ended_.notify_all();
}

void Load::wait_for_syncs(std::size_t count) {
  std::unique_lock lock(mutex_);
  const std::size_t until = counts_.syncs + count;
  ended_.wait_for(lock, kLongestWait, [&] { return counts_.syncs >= until; });
}

bool Load::all_sync_again() {
  std::unique_lock lock(mutex_);
  const auto before = well_;
  const auto has_synced = [&](const auto& member) {
    const std::string& name = member->device.name();
    const auto was = before.find(name);
    const auto is = well_.find(name);
    return is != well_.end() && (was == before.end() || is->second > was->second);
  };
  return ended_.wait_for(lock, kLongestWait, [&] {
    return std::all_of(club_.members().begin(), club_.members().end(), has_synced);
  });
}

LoadCounts Load::counts() const {
  const std::lock_guard lock(mutex_);
  return counts_;
}

}  // namespace rehearse::test
