#include "tests/sim/device.h"

#include <algorithm>
#include <utility>

#include "core/store/database.h"
#include "tests/sim/broken.h"

namespace rehearse::sim {

Device::Device(std::string folder, std::int64_t session, RandomSource salts)
    : disk_(std::move(folder)), sender_{kAccount, session}, salts_(std::move(salts)) {}
Device::~Device() { stop(); }

void Device::start() { library_ = std::make_unique<Library>(disk_.folder(), salts_); }

void Device::stop() {
  end_session();
  library_.reset();
}

void Device::crash(const std::function<bool()>& is_kept) {
  disk_.cut_power();
  stop();
  disk_.mend();
  disk_.lose_unsynced(is_kept);
  const std::set<OpId> there = ids_on_disk();
  for (const OpId& op : held_)
    require(there.contains(op), "durable", [&] { return "a crash lost op " + op.hex(); });
  start();
}

void Device::put(DeviceCopy copy) {
  disk_.put(copy.image);
  held_ = std::move(copy.held);
  done_ = std::move(copy.done);
}

void Device::keep(OpId op) {
  held_.insert(op);
  done_.push_back(op);
}

std::set<OpId> Device::ids_on_disk() const {
  Database database(file());
  std::set<OpId> ids;
  Query query = database.query("SELECT id FROM op_id");
  while (query.step()) ids.insert(query.id<OpId>(0));
  return ids;
}

sync::SyncSession& Device::session(Door door) {
  if (!session_) {
    if (door == Door::kBeside) beside_ = std::make_unique<Library>(disk_.folder(), salts_);
    session_ = std::make_unique<sync::SyncSession>(beside_ ? *beside_ : *library_);
  }
  return *session_;
}

void Device::end_session() {
  session_.reset();
  beside_.reset();
}

}  // namespace rehearse::sim
