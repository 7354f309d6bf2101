#include "tests/sim/device.h"

#include <algorithm>
#include <utility>

#include "tests/sim/broken.h"

namespace rehearse::sim {

Device::Device(std::string folder, std::int64_t session, RandomSource salts, std::int64_t account)
    : disk_(std::move(folder)), sender_{account, session}, salts_(std::move(salts)) {}
Device::~Device() { stop(); }

void Device::start() { library_ = std::make_unique<Library>(disk_.folder(), salts_); }

void Device::stop() {
  end_session();
  layers_.reset();
  beside_.reset();
  library_.reset();
}

void Device::crash(const std::function<bool()>& is_kept) {
  disk_.cut_power();
  stop();
  disk_.mend();
  disk_.lose_unsynced(is_kept);
  start();
  const std::set<OpId> there = ids_on_disk();
  for (const OpId& op : held_)
    require(there.contains(op), "durable", [&] { return "a crash lost op " + op.hex(); });
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

std::set<OpId> Device::ids_on_disk() {
  std::set<OpId> ids;
  Query query = layers().database.query("SELECT id FROM op_id");
  while (query.step()) ids.insert(query.id<OpId>(0));
  return ids;
}

rehearse::test::OpenStore& Device::layers() {
  if (!layers_) layers_ = std::make_unique<rehearse::test::OpenStore>(file(), salts_());
  return *layers_;
}

sync::SyncSession& Device::session(Door door) {
  if (!session_) {
    if (door == Door::kBeside && !beside_) beside_ = std::make_unique<Library>(disk_.folder(), salts_);
    session_ = std::make_unique<sync::SyncSession>(door == Door::kBeside ? *beside_ : *library_);
  }
  return *session_;
}

void Device::end_session() { session_.reset(); }

}  // namespace rehearse::sim
