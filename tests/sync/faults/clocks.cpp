#include "tests/sync/faults/clocks.h"

#include <fstream>
#include <memory>
#include <stdexcept>

#include "tests/scratch.h"
#include "tests/sync/faults/cutting_proxy.h"
#include "tests/sync/faults/device.h"
#include "tests/sync/server/server_program.h"

namespace rehearse::test {
namespace {

constexpr std::chrono::seconds kLongestWait{60};
constexpr const char* kPassword = "correct horse battery staple\n";

class Meeting {
 public:
  std::vector<std::string> run(std::chrono::hours ahead) {
    serve(ahead);
    sign_in(one_, {"--invite", server_->invite()});
    sign_in(two_, {});
    std::ofstream(scratch_ / "deck.md")
        << "---\nrehearse: 1\n---\n\n# 值班\n\n### 先做什么？\n\n- **核对**：看记录\n";
    must(one_, {"import", (scratch_ / "deck.md").string()});
    edit(one_, "words number one.");
    answer(one_);
    const bool is_ahead = ahead > std::chrono::hours{0};
    const std::string words = is_ahead ? "clock is 366 days behind the server" : "clock is 366 days ahead of";
    expect(sync(one_).find(words) != std::string::npos, "nobody is told of the clock: " + one_.said());
    sync(two_);
    edit(two_, "words number two.");
    answer(two_);
    sync(two_);
    sync(one_);
    compare("under the wrong clock", "words number two.");

    serve(std::chrono::hours{0});
    sync(two_);
    expect(two_.said().find("clock") == std::string::npos, "told of a clock that is right: " + two_.said());
    edit(two_, "words number three.");
    answer(two_);
    sync(two_);
    sync(one_);
    compare("under the right clock, edited there", "words number three.");
    edit(one_, "words number four.");
    answer(one_);
    sync(one_);
    sync(two_);
    compare("under the right clock, edited here", "words number four.");
    server_->send(SIGTERM);
    server_->wait();
    const ProgramOutcome check = run_program({"--data", (scratch_ / "server").string(), "check"});
    expect(check.exit_code == 0, "rehearse-sync check says: " + check.out + check.err);
    return faults_;
  }

 private:
  void serve(std::chrono::hours ahead) {
    server_.reset();
    ProgramOptions options;
    const auto clock =
        std::filesystem::read_symlink("/proc/self/exe").parent_path() / "librehearse_other_clock.so";
    // An hour more: what the network takes must not round a day away.
    const std::chrono::seconds shift =
        ahead.count() == 0 ? ahead : ahead + (ahead.count() > 0 ? 1 : -1) * std::chrono::hours{1};
    options.variables = {"LD_PRELOAD=" + clock.string(),
                         "REHEARSE_OTHER_CLOCK=" + std::to_string(shift.count()),
                         "ASAN_OPTIONS=verify_asan_link_order=0"};
    server_ = std::make_unique<ServingProgram>(scratch_ / "server", scratch_ / "log",
                                               std::vector<std::string>{}, options);
    proxy_.set_target(server_->port());
  }
  void sign_in(Device& device, const std::vector<std::string>& more) {
    std::vector<std::string> arguments{"login",    "http://127.0.0.1:" + std::to_string(proxy_.port()),
                                       "--user",   "anna",
                                       "--device", device.name()};
    arguments.insert(arguments.end(), more.begin(), more.end());
    must(device, std::move(arguments), kPassword);
  }
  void must(Device& device, std::vector<std::string> arguments, const std::string& input = "") {
    const std::string command = arguments.front();
    if (device.run(std::move(arguments), input) != 0)
      throw std::runtime_error(device.name() + ": " + command + ": " + device.said());
  }
  std::string sync(Device& device) {
    must(device, {"sync"});
    return device.said();
  }
  void edit(Device& device, const std::string& words) {
    must(device, {"edit", "值班", "1", "--analysis", words});
  }
  void answer(Device& device) {
    device.start_answering(1).ends_within(kLongestWait);
    for (const OpId& id : device.take_confirmed()) confirmed_.push_back(id);
  }
  void expect(bool is_so, const std::string& fault) {
    if (!is_so) faults_.push_back(fault);
  }
  void compare(const std::string& when, const std::string& last_edit) {
    const DeviceState first = one_.state();
    for (Device* device : {&one_, &two_}) {
      const std::string who = when + ", " + device->name() + ": ";
      const DeviceState state = device->state();
      expect(state.ops == first.ops && state.cards == first.cards && state.answers == first.answers,
             who + "shows something else than the first");
      expect(state.answers.size() == confirmed_.size() && state.reviews == confirmed_.size(),
             who + "counts " + std::to_string(state.reviews) + " of " + std::to_string(confirmed_.size()));
      for (const OpId& id : confirmed_) expect(state.ops.contains(id), who + id.hex() + " is gone");
      must(*device, {"export", "值班", (scratch_ / "exported.md").string(), "--force"});
      std::ifstream file(scratch_ / "exported.md");
      const std::string text{std::istreambuf_iterator<char>(file), {}};
      expect(text.find(last_edit) != std::string::npos, who + "does not show the last edit");
      must(*device, {"check"});
    }
  }

  Scratch scratch_;
  CuttingProxy proxy_{1};
  std::unique_ptr<ServingProgram> server_;
  Device one_{scratch_ / "one", "one"}, two_{scratch_ / "two", "two"};
  std::vector<OpId> confirmed_;
  std::vector<std::string> faults_;
};

}  // namespace

std::vector<std::string> faults_with_server_clock(std::chrono::hours ahead) { return Meeting().run(ahead); }

}  // namespace rehearse::test
