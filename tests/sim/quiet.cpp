// The end of a history: everything is repaired and everybody syncs.
#include "tests/sim/broken.h"
#include "tests/sim/world.h"

namespace rehearse::sim {
namespace {

constexpr std::size_t kMostRounds = 8;
constexpr std::size_t kMostRequests = 200;

}  // namespace

void World::end_faults() {
  note("from here on nothing fails");
  is_quiet_ = true;
  in_the_air_.clear();
  server_.disk().mend();
  for (const auto& device : devices_) {
    device->disk().mend();
    device->late_reply.reset();
    device->end_session();
  }
}

/// What some disk holds now must never be lost.
std::set<OpId> World::ops_somewhere() {
  std::set<OpId> all;
  for (const auto& device : devices_) {
    const std::set<OpId> there = device->ids_on_disk();
    for (const OpId& op : device->held())
      require(there.contains(op), "durable", [&] { return name_of(*device) + " lost op " + op.hex(); });
    all.insert(there.begin(), there.end());
  }
  std::set<OpId> stream;
  for (const sync::KeptOp& op : server_.stream(kAccount)) stream.insert(op.id);
  for (const OpId& op : server_.held())
    require(stream.contains(op), "durable", [&] { return "the server lost op " + op.hex(); });
  all.merge(stream);
  return all;
}

void World::sync_to_the_end(Device& device) {
  device.session();
  Exchange result = Exchange::kGoOn;
  for (std::size_t requests = 0; result == Exchange::kGoOn && requests < kMostRequests; ++requests)
    result = exchange(device);
  device.end_session();
  require(result == Exchange::kDone, "a sync comes to its end", [&] { return name_of(device); });
}

/// It has nothing to send and nothing to read.
bool World::is_up_to_date(Device& device) {
  return device.library().sync_position().cursor == to_text(server_.end(kAccount)) &&
         device.library().unsent_count() == 0;
}

void World::sync_until_quiet() {
  for (std::size_t round = 0; round < kMostRounds; ++round) {
    bool is_quiet = true;
    for (const auto& device : devices_) {
      if (is_up_to_date(*device)) continue;
      is_quiet = false;
      now_.at += std::chrono::minutes{1};
      sync_to_the_end(*device);
    }
    if (is_quiet) return;
  }
  throw Broken("all becomes quiet", "it did not in " + std::to_string(kMostRounds) + " rounds");
}

/// A device with a right clock, which knows everything, edits a field.
World::LastEdit World::edit_last() {
  Device* device = nullptr;
  for (const auto& any : devices_)
    if (any->clock_error.count() == 0) device = any.get();
  if (device == nullptr) {
    device = devices_.front().get();
    device->clock_error = std::chrono::milliseconds{0};
    note(name_of(*device) + ": its clock is put right");
  }
  now_.at += std::chrono::minutes{1};
  LastEdit last;
  last.text = "the last text";
  if (const auto question = any_question(*device)) {
    last.question = question->id;
    edit_text(*device, *question, "answer", last.text);
    last.op = device->done().back();
  }
  return last;
}

}  // namespace rehearse::sim
