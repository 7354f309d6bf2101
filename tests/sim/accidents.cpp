// What happens to computers and their clocks.
#include <sqlite3.h>

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

void World::accident() {
  Device& device = *chance_.any_of(devices_);
  switch (chance_.below(12)) {
    case 0:
    case 1:
      if (faults_.clocks) {
        device.clock_error = wrong_clock(chance_);
        note(name_of(device) + ": its clock is wrong by " + std::to_string(device.clock_error.count()) + " ms");
      }
      return;
    case 2:
      if (faults_.server_clock) {
        server_error_ = wrong_clock(chance_);
        note("the server's clock is wrong by " + std::to_string(server_error_.count()) + " ms");
      }
      return;
    case 3:
      if (faults_.crashes) {
        note(name_of(device) + ": the power fails");
        device.crash(half_kept());
      }
      return;
    case 4:
      note(name_of(device) + ": is started again");
      device.stop();
      return device.start();
    case 5:
      if (faults_.device_restores && device_copies_.size() < kMostCopies) {
        const auto number = static_cast<std::size_t>(device.sender().session) - 1;
        note(name_of(device) + ": is copied");
        device_copies_.emplace_back(number, device.copy());
      }
      return;
    case 6:
    case 7:
      if (faults_.device_restores) restore(device);
      return;
    case 8:
      if (faults_.clones) clone(device);
      return;
    case 9:
      if (faults_.server_restores && server_copies_.size() < kMostCopies) {
        note("the server is copied");
        server_copies_.push_back(server_.copy());
      }
      return;
    case 10:
      if (faults_.server_restores) restore_server();
      return;
    default:
      deliver_late_request();
      if (!faults_.bad_disks) return;
      note("a disk will fail");
      (chance_.one_in(3) ? server_.disk() : device.disk())
          .fail_after(chance_.below(40), chance_.one_in(2) ? SQLITE_FULL : SQLITE_IOERR);
      return;
  }
}

void World::restore(Device& device) {
  std::vector<const DeviceCopy*> copies;
  for (const auto& [number, copy] : device_copies_)
    if (static_cast<std::int64_t>(number) + 1 == device.sender().session) copies.push_back(&copy);
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

void World::restore_server() {
  note("the server is put back to another copy");
  if (server_copies_.size() < kMostCopies) server_copies_.push_back(server_.copy());
  server_.stop();
  server_.disk().mend();
  server_.put(chance_.any_of(server_copies_));
  server_.start();
}

}  // namespace rehearse::sim
