// One history: some devices, a server, a network between them, and what goes wrong with all of it.
#pragma once

#include <cstdint>
#include <deque>
#include <filesystem>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "core/deck/document.h"
#include "core/library.h"
#include "tests/sim/chance.h"
#include "tests/sim/device.h"
#include "tests/sim/rules.h"
#include "tests/sim/server.h"

namespace rehearse::sim {

inline constexpr std::size_t kMostDevices = 7;

/// What every history begins with, made once: opening a device takes a copy of a file then.
struct Templates {
  explicit Templates(const std::filesystem::path& scratch);

  std::string folder_of(std::size_t device) const { return (scratch / std::to_string(device)).string(); }
  std::string server_folder() const { return (scratch / "server").string(); }

  std::filesystem::path scratch;  // real folders, and empty
  Document deck, corrected_deck;  // of one title
  std::vector<DeviceCopy> blank;  // one of each device, which has its name already
  std::vector<DeviceCopy> with_deck;
  Image server;
};

/// Histories side by side begin alike: what costs the most, devices that have lived for a while, is made once
/// for all of them.
inline constexpr std::uint64_t kHistoriesOfFamily = 16;
inline std::uint64_t family_of(std::uint64_t seed) { return seed / kHistoriesOfFamily; }

/// What goes wrong in a history; each is on or off for the whole of it.
struct Faults {
  bool network = false;
  bool clocks = false;
  bool server_clock = false;
  bool device_restores = false;
  bool clones = false;
  bool server_restores = false;
  bool crashes = false;
  bool bad_disks = false;
  bool small_replies = false;
  bool no_time_passes = false;
};

/// What an edit replaced, as its author saw it.
struct Replaced {
  OpId by;
  QuestionId question;
  std::string field;
  std::string words;
};

/// What the projections of a device say, whatever the places of rows.
std::vector<std::string> told_by(Database& database);

class World {
 public:
  World(const Templates& templates, std::uint64_t family, std::optional<Rule> without);

  /// What the histories of a family have in common. No thread runs behind it. Throws Broken.
  void begin();
  /// How one of them goes on, and what must hold at its end. Once. Throws Broken.
  void go_on(std::uint64_t seed);

  /// Its steps until now, one line each.
  const std::vector<std::string>& steps() const { return steps_; }

 private:
  struct LastEdit {
    OpId op;
    QuestionId question;
    std::string text;
  };
  struct InTheAir {
    sync::Sender sender;
    std::string body;
  };
  enum class Exchange { kGoOn, kDone, kBroken };

  void note(const std::string& step) { steps_.push_back(step); }
  LocalInstant now_of(const Device& device) const;
  Instant server_now() const { return now_.at + server_error_; }
  std::string name_of(const Device& device) const;
  void pass_time();
  void step();
  void steps(std::size_t fewest, std::size_t most);
  std::function<bool()> half_kept();

  // deeds.cpp: what a learner does. Each may throw StoreError where the disk fails.
  void deed(Device& device);
  void answer(Device& device);
  void edit(Device& device);
  void edit_points(Device& device);
  void edit_text(Device& device, const ListedQuestion& question, const char* field, const std::string& text);
  void mark(Device& device);
  void set_alive(Device& device);
  void undo(Device& device);
  void configure(Device& device);
  void act(Device& device);
  void interview(Device& device);
  std::optional<ListedQuestion> any_question(Device& device);

  // imports.cpp: the same, of what comes from elsewhere.
  void import(Device& device);
  void keep_imported(Device& device);
  StudiedDeck studied_elsewhere(StudyDay day);
  void bring_in(Device& device);
  void receive_from_newer_program(Device& device);

  // network.cpp
  void sync_some(Device& device);
  Exchange exchange(Device& device);
  Exchange take(Device& device, const sync::SyncRequest& request,
                const std::variant<std::string, sync::Problem>& answer);
  std::variant<std::string, sync::Problem> ask_server(const sync::Sender& sender, const std::string& body);
  void deliver_late_request(Device&);

  // accidents.cpp
  using Accident = void (World::*)(Device&);
  std::vector<Accident> accidents() const;
  void break_clock(Device& device);
  void break_server_clock(Device&);
  void seal(Device&);
  void cut_power(Device& device);
  void restart(Device& device);
  void break_disk(Device& device);
  void copy(Device& device);
  void restore(Device& device);
  void clone(Device& device);
  void copy_server(Device&);
  void restore_server(Device&);

  // quiet.cpp: everything is repaired, everybody syncs, and the laws are looked at.
  void end_faults();
  void sync_until_quiet();
  bool is_up_to_date(Device& device);
  void sync_to_the_end(Device& device);
  std::set<OpId> ops_somewhere();
  LastEdit edit_last();
  void check(Device& device) const;
  void check_laws(const std::set<OpId>& must_be_there, const LastEdit& last);

  const Templates& templates_;
  const std::optional<Rule> without_;
  Chance chance_;
  Chance salts_;
  Faults faults_;
  std::vector<Accident> accidents_;
  LocalInstant now_;  // the true time
  std::chrono::milliseconds server_error_{0};
  bool server_was_ahead_ = false;
  bool is_quiet_ = false;
  Server server_;
  std::vector<std::unique_ptr<Device>> devices_;
  std::vector<std::pair<std::int64_t, DeviceCopy>> device_copies_;  // each of a device's session
  std::vector<ServerCopy> server_copies_;
  std::deque<InTheAir> in_the_air_;
  std::vector<Replaced> replaced_;
  std::vector<StudiedDeck> studied_;  // files of another program, which several devices may bring in
  std::size_t texts_ = 0;             // written so far: no two are the same
  std::vector<std::string> steps_;
};

}  // namespace rehearse::sim
