#include "tests/sim/world.h"

#include "core/base/store_error.h"
#include "tests/library_fixture.h"
#include "tests/sim/broken.h"

namespace rehearse::sim {
namespace {

constexpr std::size_t kQuestions = 3, kPoints = 2;
constexpr std::size_t kFewestStepsBefore = 15, kMostStepsBefore = 90;
constexpr std::size_t kFewestSteps = 4, kMostSteps = 30;
// So that salts take nothing from the history, and families nothing from histories.
constexpr std::uint64_t kOtherStream = 0x9e3779b97f4a7c15, kFamilies = 0xd1b54a32d192ed03;

RandomSource salts_of(Chance& chance) {
  return [&chance] { return chance.number(); };
}

}  // namespace

Templates::Templates(const std::filesystem::path& folder)
    : scratch(folder),
      deck(rehearse::test::open_document("deck", kQuestions, kPoints)),
      corrected_deck(deck) {
  for (Question& question : deck.questions) question.answer = "as printed";
  corrected_deck.questions[0].answer = "as corrected";
  corrected_deck.questions[1].points[0].detail = "corrected as well";
  corrected_deck.questions[2].answer = "as printed";
  Chance salts(0);
  for (std::size_t i = 0; i < kMostDevices; ++i) {
    Device device(folder_of(i), 0, salts_of(salts));
    device.start();
    device.stop();
    blank.push_back(device.copy());
    device.start();
    device.library().import_document(deck, rehearse::test::morning());
    device.keep_all();
    device.keep(device.library().latest_change()->op);
    device.stop();
    with_deck.push_back(device.copy());
  }
  server = Server::fresh(server_folder());
}

World::World(const Templates& templates, std::uint64_t family, std::optional<Rule> without)
    : templates_(templates),
      without_(without),
      chance_(family ^ kFamilies),
      salts_(family ^ kFamilies ^ kOtherStream),
      now_{rehearse::test::morning().at + std::chrono::hours{1}, rehearse::test::morning().utc_offset},
      server_(templates.server_folder(), without) {
  for (bool* fault : {&faults_.network, &faults_.clocks, &faults_.device_restores, &faults_.clones,
                      &faults_.server_restores, &faults_.crashes, &faults_.small_replies})
    *fault = chance_.below(2) == 0;
  for (bool* fault : {&faults_.server_clock, &faults_.bad_disks, &faults_.no_time_passes})
    *fault = chance_.one_in(4);
  accidents_ = accidents();
  server_.put({templates.server, {}});
  server_.start();
  server_copies_.push_back(server_.copy());
  if (chance_.one_in(16)) server_.most_body_bytes = 4096;
  // Few more often than many: what two do to each other is found sooner.
  const std::size_t devices = 2 + chance_.below(1 + chance_.below(kMostDevices - 1 - 2 * faults_.clones));
  for (std::size_t i = 0; i < devices; ++i) {
    devices_.push_back(
        std::make_unique<Device>(templates.folder_of(i), static_cast<std::int64_t>(i) + 1, salts_of(salts_)));
    devices_.back()->put(i == 0 || chance_.one_in(3) ? templates.with_deck[i] : templates.blank[i]);
    devices_.back()->start();
  }
}

void World::begin() {
  steps(kFewestStepsBefore, kMostStepsBefore);
  note("the server is started again; all disks are well");
  server_.stop();
  server_.disk().mend();
  for (const auto& device : devices_) {
    device->disk().mend();
    // What these prepare is prepared for the whole family.
    check(*device);
    static_cast<void>(told_by(device->layers().database));
  }
}

void World::go_on(std::uint64_t seed) {
  chance_ = Chance(seed);
  salts_ = Chance(seed ^ kOtherStream);
  server_.start();
  steps(kFewestSteps, kMostSteps);
  end_faults();
  const std::set<OpId> must_be_there = ops_somewhere();
  sync_until_quiet();
  const LastEdit last = edit_last();
  sync_until_quiet();
  // Once more from what the devices hold: what they agreed on must not hang on the server's memory.
  if (faults_.server_restores && chance_.one_in(3)) {
    restore_server(*devices_.front());
    sync_until_quiet();
  }
  check_laws(must_be_there, last);
}

LocalInstant World::now_of(const Device& device) const {
  return {now_.at + device.clock_error, now_.utc_offset};
}

std::string World::name_of(const Device& device) const {
  for (std::size_t i = 0; i < devices_.size(); ++i)
    if (devices_[i].get() == &device) return "device " + std::to_string(i);
  return "device ?";
}

std::function<bool()> World::half_kept() {
  return [this] { return chance_.below(2) == 0; };
}

void World::pass_time() {
  if (faults_.no_time_passes) {
    now_.at += std::chrono::milliseconds{chance_.below(3)};
    return;
  }
  switch (chance_.below(8)) {
    case 0: now_.at += std::chrono::milliseconds{chance_.below(2)}; break;
    case 1: now_.at += std::chrono::hours{chance_.below(40)}; break;
    case 2: now_.at += std::chrono::days{chance_.below(12)}; break;
    default: now_.at += std::chrono::seconds{chance_.below(3600)}; break;
  }
}

/// Few more often than many.
void World::steps(std::size_t fewest, std::size_t most) {
  for (std::size_t left = fewest + chance_.below(1 + chance_.below(most - fewest)); left > 0; --left) step();
}

void World::step() {
  pass_time();
  const std::size_t what = chance_.below(20);
  Device& device = *chance_.any_of(devices_);
  if (what < 4) return (this->*chance_.any_of(accidents_))(device);
  try {
    if (what < 13)
      deed(device);
    else
      sync_some(device);
  } catch (const StoreError& fault) {
    require(device.disk().is_failing(), "no fault without a cause",
            [&] { return std::string(fault.what()); });
    device.end_session();
    if (chance_.below(2) == 0) {
      note(name_of(device) + ": the disk failed, and is well again");
      device.disk().mend();
    } else {
      note(name_of(device) + ": the disk failed, and the power");
      device.crash(half_kept());
    }
  }
}

}  // namespace rehearse::sim
