#include <cstdio>

#include "tests/sync/cluster/accidents.h"
#include "tests/sync/cluster/ending.h"
#include "tests/sync/server/postgres_server.h"

namespace rehearse::test {
namespace {

constexpr std::size_t kServers = 3;
constexpr std::size_t kMeanwhile = 60;  // syncs
constexpr int kOk = 200, kAway = 503, kSignedOut = 401, kCursorGone = 410;

/// Both in one address, as the guide has it: whichever of them takes writes.
std::string address_of_both(const PostgresServer& one, const PostgresServer& other) {
  return "postgresql://rehearse@/postgres?host=" + one.host() + ',' + other.host();
}

class TakeOver {
 public:
  explicit TakeOver(std::uint64_t seed)
      : replica_(PostgresServer::ReplicaOf{primary_}),
        servers_(kServers, address_of_both(primary_, replica_)),
        club_(servers_),
        load_(club_, seed) {}

  std::vector<std::string> run() {
    load_.start();
    load_.wait_for_syncs(kMeanwhile);
    load_.stop();
    replica_.catch_up(primary_);
    replica_.cut_link();
    lag();
    fail();
    replica_.promote();
    const Streams found = streams_in(replica_.address());
    say_what_is_missing(found);
    reader_comes_first(found);
    load_.start();
    if (!load_.all_sync_again()) faults_.push_back("a device does not sync again");
    load_.wait_for_syncs(kMeanwhile);
    load_.stop();
    const SeenByClients seen = servers_.nginx().seen();
    print(load_, seen);
    for (std::string& fault : unexpected(seen, load_, {kOk, kAway, kCursorGone, kSignedOut}))
      faults_.push_back(std::move(fault));
    expect(seen.statuses.contains(kCursorGone), "nobody was told that the server lacks something");
    for (std::string& fault : faults_when_quiet(servers_, club_, load_, replica_.address()))
      faults_.push_back(std::move(fault));
    const Streams healed = streams_in(replica_.address());
    for (const auto& [scope, ops] : acknowledged_)
      if (scope != dora_number_) expect_there(healed, scope, scope);
    forgotten_ones(healed);
    return faults_;
  }

 private:
  void expect(bool is_so, const std::string& fault) {
    if (!is_so) faults_.push_back(fault);
  }
  void expect_there(const Streams& streams, std::int64_t scope, std::int64_t there) {
    const Streams had{{there, acknowledged_.at(scope)}};
    const std::size_t gone = lacking(had, streams, there);
    expect(gone == 0, std::to_string(gone) + " ops of stream " + std::to_string(scope) +
                          " are gone that were acknowledged");
  }

  /// What the replica hears nothing of: ops, a device, an account.
  void lag() {
    anna_3_ = club_.new_device("anna", "anna-3");
    club_.add_account("dora");
    dora_ = club_.new_device("dora", "dora-1");
    dora_number_ = account_of(dora_->device);
    for (Club::Member* member : {anna_3_.get(), dora_.get()}) {
      static_cast<void>(member->device.start_answering(1).ends_within(std::chrono::seconds{60}));
      club_.must(member->device, {"sync"});
    }
    load_.start();
    load_.wait_for_syncs(kMeanwhile);
    load_.stop();
    acknowledged_ = streams_in(primary_.address());
  }

  /// Under load, and for good.
  void fail() {
    load_.start();
    load_.wait_for_syncs(kMeanwhile / 4);
    primary_.kill_postmaster();
    load_.wait_for_syncs(kMeanwhile / 2);
    for (std::size_t i = 0; i < kServers; ++i)
      expect(servers_.status(i, "/readyz") == kAway, "with nothing but a replica a server says it is ready");
    load_.stop();
  }

  void say_what_is_missing(const Streams& found) {
    std::size_t own = 0;
    for (const auto& [scope, ops] : acknowledged_)
      if (scope != club_.group()) own += lacking(acknowledged_, found, scope);
    const std::size_t groups = lacking(acknowledged_, found, club_.group());
    std::printf("of %zu ops that were acknowledged the replica lacks %zu of accounts and %zu of the group\n",
                ops_in(acknowledged_), own, groups);
    expect(own > 0 && groups > 0, "the replica lacked nothing: this has shown nothing");
  }

  /// A reader sends a group nothing: it lacks what it lacked. It comes back with the editors.
  void reader_comes_first(const Streams& found) {
    Device& cleo = club_.cleo().device;
    club_.must(cleo, {"sync"});
    expect(lacking(acknowledged_, streams_in(replica_.address()), club_.group()) ==
               lacking(acknowledged_, found, club_.group()),
           "a reader has changed the group's stream");
    const std::set<OpId> held = cleo.state().ops;
    for (const OpId& op : acknowledged_.at(club_.group())) {
      if (held.contains(op)) continue;
      faults_.push_back("a reader's device has lost what the server lacks");
      break;
    }
    expect(cleo.said().find("refused") == std::string::npos, "a reader is told of refusals: " + cleo.said());
  }

  /// The device and the account that the replica has never heard of.
  void forgotten_ones(const Streams& healed) {
    for (Club::Member* member : {anna_3_.get(), dora_.get()}) {
      const DeviceState before = member->device.state();
      expect(
          member->device.run({"sync"}) != 0 && member->device.said().find("signed out") != std::string::npos,
          member->device.name() + " is not told that it is signed out: " + member->device.said());
      expect(member->device.state().ops == before.ops, member->device.name() + " has lost something");
    }
    expect(lacking(acknowledged_, healed, dora_number_) == acknowledged_.at(dora_number_).size(),
           "the lost account's stream is somebody's");
    club_.sign_in(*anna_3_, {});
    club_.add_account("dora");
    club_.sign_in(*dora_, {"--another-account"});
    for (Club::Member* member : {anna_3_.get(), dora_.get()}) club_.must(member->device, {"sync"});
    const Streams all = streams_in(replica_.address());
    expect_there(all, account_of(anna_3_->device), account_of(anna_3_->device));
    expect_there(all, dora_number_, account_of(dora_->device));
  }

  PostgresServer primary_, replica_;
  Servers servers_;
  Club club_;
  Load load_;
  std::unique_ptr<Club::Member> anna_3_, dora_;
  std::int64_t dora_number_ = 0;
  Streams acknowledged_;
  std::vector<std::string> faults_;
};

}  // namespace

std::vector<std::string> faults_when_a_replica_takes_over(std::uint64_t seed) { return TakeOver(seed).run(); }

}  // namespace rehearse::test
