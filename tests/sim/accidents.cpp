// What happens to computers and their clocks.
#include <sqlite3.h>

#include <initializer_list>

#include "tests/sim/broken.h"
#include "tests/sim/world.h"

namespace rehearse::sim {
namespace {

constexpr std::chrono::days kYear{365};
constexpr std::size_t kMostCopies = 12;

std::chrono::milliseconds wrong_clock(Chance& chance) {
  switch (chance.below(5)) {
    case 0: return kYear;
    case 1: return -kYear;
    case 2: return std::chrono::hours{chance.below(100)} - std::chrono::hours{50};
    default: return std::chrono::milliseconds{0};
  }
}

}  // namespace

/// Those that happen in this history; what is there twice happens twice as often.
std::vector<World::Accident> World::accidents() const {
  std::vector<Accident> all{&World::restart, &World::seal};
  const auto add = [&](bool happens, std::initializer_list<Accident> accidents) {
    if (happens) all.insert(all.end(), accidents);
  };
  add(faults_.network, {&World::deliver_late_request});
  add(faults_.clocks, {&World::break_clock, &World::break_clock});
  add(faults_.server_clock, {&World::break_server_clock});
  add(faults_.crashes, {&World::cut_power});
  add(faults_.device_restores, {&World::copy, &World::restore});
  add(faults_.clones, {&World::clone});
  add(faults_.server_restores, {&World::copy_server, &World::restore_server});
  add(faults_.bad_disks, {&World::break_disk});
  return all;
}

void World::break_clock(Device& device) {
  device.clock_error = wrong_clock(chance_);
  note(name_of(device) + ": its clock is wrong by " + std::to_string(device.clock_error.count()) + " ms");
}

void World::break_server_clock(Device&) {
  server_error_ = wrong_clock(chance_);
  note("the server's clock is wrong by " + std::to_string(server_error_.count()) + " ms");
}

/// Most of the time all there is, in segments of any size.
void World::seal(Device&) {
  const std::chrono::days age{chance_.one_in(3) ? chance_.below(20) : 0};
  note("the server: ops that are " + std::to_string(age.count()) + " days old are sealed");
  const std::vector<std::string> faults = server_.seal(now_.at + server_error_, age);
  require(faults.empty() || server_.disk().is_failing(), "no fault without a cause",
          [&] { return faults.front(); });
}

void World::cut_power(Device& device) {
  if (chance_.one_in(4)) {
    note("the server: the power fails");
    return server_.crash(half_kept());
  }
  note(name_of(device) + ": the power fails");
  device.crash(half_kept());
}

void World::restart(Device& device) {
  note(name_of(device) + ": is started again");
  device.stop();
  device.disk().mend();
  device.start();
}

void World::break_disk(Device& device) {
  const bool is_server = chance_.one_in(3);
  note((is_server ? std::string("the server") : name_of(device)) + ": its disk will fail");
  (is_server ? server_.disk() : device.disk())
      .fail_after(chance_.below(40), chance_.one_in(2) ? SQLITE_FULL : SQLITE_IOERR);
}

void World::copy(Device& device) {
  if (device_copies_.size() == kMostCopies) return;
  note(name_of(device) + ": is copied");
  device_copies_.emplace_back(device.sender().session, device.copy());
}

void World::restore(Device& device) {
  std::vector<const DeviceCopy*> copies;
  for (const auto& [session, copy] : device_copies_)
    if (session == device.sender().session) copies.push_back(&copy);
  if (copies.empty()) return;
  note(name_of(device) + ": is put back to an older copy");
  device.stop();
  device.disk().mend();
  device.put(*chance_.any_of(copies));
  device.start();
}

void World::clone(Device& device) {
  if (devices_.size() == kMostDevices) return;
  note(name_of(device) + ": is cloned as device " + std::to_string(devices_.size()));
  auto clone = std::make_unique<Device>(templates_.folder_of(devices_.size()), device.sender().session,
                                        [this] { return salts_.number(); });
  clone->put(device.copy());
  clone->clock_error = device.clock_error;
  clone->start();
  devices_.push_back(std::move(clone));
}

void World::copy_server(Device&) {
  if (server_copies_.size() == kMostCopies) return;
  note("the server is copied");
  server_copies_.push_back(server_.copy());
}

/// To an older state, or to one of a branch that was left: what it is now may come back as well.
void World::restore_server(Device&) {
  note("the server is put back to another copy");
  if (server_copies_.size() < kMostCopies) server_copies_.push_back(server_.copy());
  server_.stop();
  server_.disk().mend();
  server_.put(chance_.any_of(server_copies_));
  server_.start();
}

}  // namespace rehearse::sim
