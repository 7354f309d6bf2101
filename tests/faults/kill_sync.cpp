#include "tests/faults/kill_sync.h"

#include <cstdint>
#include <limits>
#include <stdexcept>

#include "sync/client/sign_in.h"
#include "sync/client/syncer.h"
#include "sync/server/store/sqlite_database.h"
#include "sync/server/store/stream_rows.h"
#include "tests/faults/kill_deeds.h"
#include "tests/library_fixture.h"

namespace rehearse::test {
namespace {

constexpr std::size_t kActsBetweenSyncs = 3;
constexpr std::size_t kLooksBetweenChecks = 5;  // of the server's whole folder
constexpr const char* kPassword = "correct horse battery staple";
constexpr const char* kSynced = "=synced all";

Instant clock_now() {
  return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

sync::HttpClient client_for(const ServingProgram& server) {
  return {*sync::parse_server_address("http://127.0.0.1:" + std::to_string(server.port())),
          sync::SystemAuthorities{}};
}

sync::SyncResult sync_once(Library& library, const std::filesystem::path& folder,
                           const ServingProgram& server) {
  const auto account = sync::read_account(folder);
  if (!account || !*account) throw std::runtime_error("nobody is signed in");
  // The port is another one after each start of the server.
  sync::HttpClient client = client_for(server);
  return sync::sync_now(library, client, (*account)->token, clock_now,
                        [](const sync::SyncProgress&) { return sync::Onward::kGo; });
}

std::set<OpId> ops_of(const std::filesystem::path& folder) {
  const OpenStore store(folder / "library.sqlite");
  std::set<OpId> ops;
  for (const std::string& line : lines(store.log)) ops.insert(op_id(line));
  return ops;
}

}  // namespace

SyncedLibraries::SyncedLibraries(std::filesystem::path folder, const std::filesystem::path& library)
    : folder_(std::move(folder)) {
  std::filesystem::create_directories(folder_);
  copies_[0].library = folder_ / "one";
  copies_[1].library = folder_ / "two";
  std::filesystem::copy(library, copies_[0].library);
  std::filesystem::create_directories(copies_[1].library);
  start_server();
  for (Copy& copy : copies_) {
    sign_in(copy);
    if (const Ending ending = sync(copy); ending.exit_code != 0)
      throw std::runtime_error("no sync: " + ending.said.back());
  }
}

void SyncedLibraries::start_server() {
  server_ = std::make_unique<ServingProgram>(
      folder_ / "server", folder_ / "server-log",
      std::vector<std::string>{"--requests-per-minute", "1000000", "--ops-per-day", "100000000"});
}

/// In a process of its own: a client may have threads.
void SyncedLibraries::sign_in(Copy& copy) {
  const Ending ending = work_in_child([&](const Voice&) {
    sync::HttpClient client = client_for(*server_);
    const bool is_first = &copy == copies_;
    auto result = sync::sign_in(client, sync::SystemAuthorities{},
                                {"anna", kPassword, copy.library.filename().string(),
                                 is_first ? std::optional(server_->invite()) : std::nullopt});
    if (const auto* trouble = std::get_if<sync::Trouble>(&result))
      throw std::runtime_error(trouble->words.english);
    if (!sync::write_account(copy.library, std::get<sync::Account>(result)))
      throw std::runtime_error("no account file");
  });
  if (ending.exit_code != 0) throw std::runtime_error("no login: " + ending.said.back());
}

Ending SyncedLibraries::sync(Copy& copy) {
  return work_in_child([&](const Voice&) {
    Library library(copy.library, counting_random(3));
    const sync::SyncResult result = sync_once(library, copy.library, *server_);
    if (result.trouble) throw std::runtime_error(result.trouble->words.english);
    if (library.unsent_count() > 0) throw std::runtime_error("not all was sent");
  });
}

Ending SyncedLibraries::work(const RoundPlan& plan, std::optional<std::chrono::microseconds> life) {
  Copy& copy = copies_[plan.seed % 2];
  // What one copy changes the other leaves alone, so that each knows what it has to find.
  const bool imports = plan.seed % 2 == 1;
  const auto work = [&](const Voice& voice) {
    Learner learner(copy.library, plan.seed, {clock_now(), std::chrono::hours{8}}, voice,
                    std::chrono::milliseconds{1});
    for (std::size_t i = 0; i < plan.acts.size(); ++i) {
      const PlannedAct& act = plan.acts[i];
      if (imports)
        learner.import({act.what, act.which, act.how});
      else if (i % 2 == 0)
        learner.study(act);
      else
        learner.edit(act);
      if (i % kActsBetweenSyncs != kActsBetweenSyncs - 1) continue;
      if (!sync_once(learner.library(), copy.library, *server_).trouble) voice.say(kSynced);
    }
  };
  Ending ending;
  if (plan.kind == KillKind::kServer) {
    ending = work_beside(work, life, [&] { server_->send(SIGKILL); });
    if (ending.was_killed) {
      server_->wait();
      start_server();
    }
  } else {
    ending = work_in_child(work, life);
  }
  std::set<std::string> done;
  for (const std::string& line : ending.said) {
    if (line.starts_with("+op ")) done.insert(line.substr(4));
    if (line == kSynced) copy.on_server.merge(done);
  }
  copy.ledger.take(ending.said);
  return ending;
}

std::set<OpId> SyncedLibraries::server_ops() const {
  constexpr std::int64_t kAnna = 1;
  sync::SqliteDatabase database(folder_ / "server" / "server.sqlite");
  std::set<OpId> ops;
  const sync::StreamPage page = sync::read_page(database, kAnna, {}, SIZE_MAX / 2, SIZE_MAX);
  for (const sync::KeptOp& op : page.ops)
    if (!ops.insert(op.id).second) throw std::runtime_error("the server has an op twice");
  return ops;
}

/// What a copy does not send any more the server has; and what a sync said to have sent.
void SyncedLibraries::compare_with_server(Copy& copy, const std::set<OpId>& on_server,
                                          std::vector<std::string>& faults) {
  const std::string name = copy.library.filename().string();
  std::set<OpId> settled = ops_of(copy.library);
  const Library library(copy.library, counting_random(4));
  constexpr std::size_t kAll = std::numeric_limits<std::size_t>::max() / 2;
  for (const UnsentOp& op : library.unsent(0, kAll, kAll).ops) settled.erase(op.id);
  std::size_t missing = 0;
  for (const OpId& op : settled) missing += !on_server.contains(op);
  if (missing > 0)
    faults.push_back(name + ": the server has lost " + std::to_string(missing) + " ops that it had taken");
  for (const std::string& op : copy.on_server)
    if (!on_server.contains(*OpId::from_hex(op)))
      faults.push_back(name + ": the op " + op + " was synced and is not on the server");
}

std::vector<std::string> SyncedLibraries::compare() {
  std::vector<std::string> faults;
  for (Copy& copy : copies_)
    for (const std::string& fault : copy.ledger.compare(copy.library))
      faults.push_back(copy.library.filename().string() + ": " + fault);
  const std::set<OpId> before = server_ops();
  for (Copy& copy : copies_) compare_with_server(copy, before, faults);
  for (Copy* copy : {&copies_[0], &copies_[1], &copies_[0]})
    if (const Ending ending = sync(*copy); ending.exit_code != 0)
      faults.push_back(copy->library.filename().string() + " does not sync: " + ending.said.back());
  const std::set<OpId> ops = server_ops();
  Sayings all = copies_[0].ledger.sayings();
  all.insert(copies_[1].ledger.sayings().begin(), copies_[1].ledger.sayings().end());
  for (const Copy& copy : copies_) {
    const std::string name = copy.library.filename().string();
    if (ops_of(copy.library) != ops) faults.push_back(name + " holds other ops than the server");
    const Library library(copy.library, counting_random(5));
    for (const auto& [what, value] : all)
      if (const std::string now = saying(library, what); now != value)
        faults.push_back(name + ": " + what + " is '" + now + "' and not '" + value + "'");
  }
  if (++looks_ % kLooksBetweenChecks == 0) {
    const ProgramOutcome check = run_program({"--data", (folder_ / "server").string(), "check"});
    if (check.exit_code != 0) faults.push_back("rehearse-sync check says: " + check.out + check.err);
  }
  return faults;
}

}  // namespace rehearse::test
