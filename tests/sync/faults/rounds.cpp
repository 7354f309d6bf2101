#include "tests/sync/faults/rounds.h"

#include <algorithm>
#include <chrono>
#include <fstream>
#include <stdexcept>

#include "core/store/op.h"
#include "sync/server/store/sqlite_database.h"
#include "sync/server/store/stream_rows.h"

namespace rehearse::test {
namespace {

using std::chrono::milliseconds;

constexpr std::size_t kDevices = 4;
constexpr std::size_t kQuestions = 30;
constexpr const char* kDeck = "值班";
constexpr const char* kPassword = "correct horse battery staple\n";
constexpr milliseconds kLongestWait{60'000};

std::string deck_text() {
  std::string text = "---\nrehearse: 1\n---\n\n# " + std::string(kDeck) + "\n";
  for (std::size_t i = 1; i <= kQuestions; ++i)
    text += "\n### 第" + std::to_string(i) +
            "号设备报警时先做什么？\n\n- **核对**：看记录\n- **通知**：告诉同事\n";
  return text;
}

}  // namespace

Rounds::Rounds(std::uint64_t seed) : random_(seed), proxy_(seed) {
  start_server();
  for (std::size_t i = 0; i < kDevices; ++i) {
    const std::string name = "device" + std::to_string(i);
    devices_.push_back(std::make_unique<Device>(scratch_ / name, name));
    sign_in(*devices_.back(), i == 0);
  }
  std::ofstream(scratch_ / "deck.md") << deck_text();
  Device& first = *devices_.front();
  if (first.run({"import", (scratch_ / "deck.md").string()}) != 0)
    throw std::runtime_error("no import: " + first.said());
  if (const auto faults = sync_everybody(); !faults.empty()) throw std::runtime_error(faults.front());
}

void Rounds::start_server() {
  server_.reset();
  server_ = std::make_unique<ServingProgram>(
      scratch_ / "server", scratch_ / "server-log",
      std::vector<std::string>{"--requests-per-minute", "1000000", "--ops-per-day", "100000000"});
  proxy_.set_target(server_->port());
}

void Rounds::sign_in(Device& device, bool is_first) {
  std::vector<std::string> arguments{"login",    "http://127.0.0.1:" + std::to_string(proxy_.port()),
                                     "--user",   "anna",
                                     "--device", device.name()};
  if (is_first) arguments.insert(arguments.end(), {"--invite", server_->invite()});
  if (device.run(std::move(arguments), kPassword) != 0)
    throw std::runtime_error("no login: " + device.said());
}

/// Below a third of a second, and as often in the first moments as later: most processes end soon by
/// themselves.
milliseconds Rounds::some_time() {
  constexpr std::uint64_t kShortest = 5, kDoublings = 7;
  return milliseconds{below(kShortest << below(kDoublings))};
}

/// Up to four processes on one library at once, as a window, a terminal and a timer would be.
void Rounds::begin_deeds(Device& device, std::list<Running>& running) {
  const auto begin = [&](ChildProcess process, bool is_sync = false, std::string edit = {}) {
    const milliseconds life = below(10) < 6 ? some_time() : kLongestWait;
    running.push_back({std::move(process), &device, life, is_sync, false, std::move(edit)});
    ++counts_.clients;
  };
  if (below(10) < 6) begin(device.start_answering(random_()));
  if (below(10) < 7) begin(device.start({"sync"}), true);
  if (below(10) < 2) begin(device.start({"sync"}), true);
  if (below(10) < 2) {
    std::string words = "analysis number " + std::to_string(++edit_number_) + ".";
    const std::string question = std::to_string(1 + below(kQuestions));
    begin(device.start({"edit", kDeck, question, "--analysis", words}), false, words);
  }
}

/// Now and then. It does not matter whether a server runs.
void Rounds::begin_sealing(std::list<Running>& running) {
  if (below(3) > 0) return;
  const milliseconds life = below(2) == 0 ? some_time() : kLongestWait;
  running.push_back({ChildProcess("rehearse-sync", {"--data", scratch_ / "server", "seal", "--older", "0"},
                                  scratch_ / "sealing"),
                     nullptr,
                     life,
                     false,
                     true,
                     {}});
  ++counts_.sealings;
}

void Rounds::note_end(Running& running, bool was_killed) {
  if (was_killed) {
    ++counts_.clients_killed;
    return;
  }
  const bool is_well = running.process.exit_code() == 0;
  if (running.is_sealing && !is_well) ++failed_sealings_;
  if (running.is_sync && !is_well) ++counts_.syncs_broken;
  if (!running.edit.empty() && is_well) edits_.push_back(running.edit);
}

void Rounds::round() {
  proxy_.set_manner(CuttingProxy::Manner::kCutting);
  ++counts_.rounds;
  std::list<Running> running;
  for (const auto& device : devices_)
    if (below(10) < 7) begin_deeds(*device, running);
  begin_sealing(running);
  const auto begin = std::chrono::steady_clock::now();
  const auto since_begin = [&] {
    return std::chrono::duration_cast<milliseconds>(std::chrono::steady_clock::now() - begin);
  };
  milliseconds server_dies = below(2) == 0 ? some_time() : milliseconds::max();
  running.sort([](const Running& a, const Running& b) { return a.ends_by < b.ends_by; });
  while (!running.empty()) {
    Running& next = running.front();
    const milliseconds until = std::max(milliseconds{0}, std::min(next.ends_by, server_dies) - since_begin());
    if (next.process.ends_within(until)) {
      note_end(next, false);
      running.pop_front();
    } else if (server_dies < next.ends_by) {
      server_->send(SIGKILL);
      server_->wait();
      ++counts_.servers_killed;
      server_dies = milliseconds::max();
      if (below(2) == 0) start_server();  // else those who still ask find nobody
    } else {
      note_end(next, next.process.kill());
      running.pop_front();
    }
  }
  if (!server_->is_running()) start_server();
  for (const auto& device : devices_)
    for (const OpId& id : device->take_confirmed()) confirmed_.push_back(id);
  counts_.confirmed = confirmed_.size();
}

/// Twice around, so that the first hear what the last had.
std::vector<std::string> Rounds::sync_everybody() {
  constexpr int kTimes = 2;
  proxy_.set_manner(CuttingProxy::Manner::kFaithful);
  std::vector<std::string> faults;
  for (int i = 0; i < kTimes; ++i)
    for (const auto& device : devices_)
      if (device->run({"sync"}) != 0) faults.push_back(device->name() + " does not sync: " + device->said());
  return faults;
}

std::set<OpId> Rounds::server_ops() const {
  constexpr std::int64_t kAnna = 1;
  sync::SqliteDatabase database(scratch_ / "server" / "server.sqlite");
  std::set<OpId> ops;
  const sync::StreamPage page = sync::read_page(database, kAnna, {}, SIZE_MAX / 2, SIZE_MAX);
  for (const sync::KeptOp& op : page.ops)
    if (!ops.insert(op.id).second) throw std::runtime_error("the server has an op twice");
  return ops;
}

void Rounds::compare(const std::set<OpId>& kept, std::vector<std::string>& faults) {
  const DeviceState first = devices_.front()->state();
  for (const auto& device : devices_) {
    const DeviceState state = device->state();
    const auto expect = [&](bool is_so, const std::string& fault) {
      if (!is_so) faults.push_back(device->name() + ": " + fault);
    };
    expect(state.ops == kept, "holds other ops than the server, " + std::to_string(state.ops.size()) +
                                  " and not " + std::to_string(kept.size()));
    expect(state.cards == first.cards, "remembers cards otherwise than the first");
    expect(state.answers == first.answers, "shows other answers than the first");
    std::size_t reviews = 0;
    for (const std::string& line : state.lines) reviews += line.find(R"("k":"review")") != std::string::npos;
    expect(state.reviews == reviews && state.answers.size() == reviews,
           "counts " + std::to_string(state.reviews) + " answers and holds " + std::to_string(reviews));
    std::size_t missing = 0;
    for (const OpId& id : confirmed_) missing += !state.ops.contains(id);
    expect(missing == 0, std::to_string(missing) + " answers are gone that were confirmed");
    for (const std::string& words : edits_) {
      const auto says = [&](const std::string& line) { return line.find(words) != std::string::npos; };
      const auto times = std::count_if(state.lines.begin(), state.lines.end(), says);
      expect(times == 1, "the edit '" + words + "' is there " + std::to_string(times) + " times");
    }
    expect(device->run({"check"}) == 0, "check says: " + device->said());
  }
}

std::vector<std::string> Rounds::faults_when_quiet() {
  std::vector<std::string> faults = sync_everybody();
  const std::set<OpId> kept = server_ops();
  ops_ = kept.size();
  if (std::set<OpId>(confirmed_.begin(), confirmed_.end()).size() != confirmed_.size())
    faults.push_back("two answers were confirmed under one name");
  compare(kept, faults);
  if (failed_sealings_ > 0) faults.push_back(std::to_string(failed_sealings_) + " sealings have failed");
  const ProgramOutcome check = run_program({"--data", (scratch_ / "server").string(), "check"});
  if (check.exit_code != 0) faults.push_back("rehearse-sync check says: " + check.out + check.err);
  return faults;
}

}  // namespace rehearse::test
