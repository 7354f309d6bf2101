#include "tests/sync/cluster/club.h"

#include <fstream>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "sync/client/account_file.h"
#include "sync/server/store/postgres/postgres_connection.h"

namespace rehearse::test {
namespace {

constexpr std::size_t kQuestions = 30;
constexpr const char* kPassword = "correct horse battery staple\n";
constexpr const char* kGroup = "夜班";

std::string deck_text() {
  std::string text = "---\nrehearse: 1\n---\n\n# " + std::string(Club::kDeck) + "\n";
  for (std::size_t i = 1; i <= kQuestions; ++i)
    text += "\n### 第" + std::to_string(i) +
            "号设备报警时先做什么？\n\n- **核对**：看记录\n- **通知**：告诉同事\n";
  return text;
}

}  // namespace

Streams streams_in(const std::string& store) {
  sync::PostgresConnection connection(*sync::PostgresAddress::parse(store));
  Streams streams;
  sync::PostgresQuery row(connection, "SELECT scope_id, op_id FROM op");
  while (row.step())
    if (!streams[row.integer(0)].insert(row.id<OpId>(1)).second)
      throw std::runtime_error("a stream has an op twice");
  return streams;
}

std::size_t ops_in(const Streams& streams) {
  std::size_t ops = 0;
  for (const auto& [scope, ids] : streams) ops += ids.size();
  return ops;
}

std::size_t lacking(const Streams& first, const Streams& second, std::int64_t scope) {
  const auto had = first.find(scope), has = second.find(scope);
  std::size_t count = 0;
  if (had != first.end())
    for (const OpId& id : had->second) count += has == second.end() || !has->second.contains(id);
  return count;
}

std::int64_t account_of(const Device& device) {
  const auto account = sync::read_account(device.library());
  if (!account || !*account) throw std::runtime_error(device.name() + " is not signed in");
  return std::stoll((*account)->id.substr((*account)->id.find('_') + 1));
}

Club::Club(const Servers& servers) : servers_(servers) {
  const auto join = [&](const std::string& account, const std::string& device, bool may_publish,
                        const std::vector<std::string>& more) {
    members_.push_back(
        std::make_unique<Member>(Member{account, Device(scratch_ / device, device), may_publish}));
    sign_in(*members_.back(), more);
  };
  join("anna", "anna-1", true, {"--invite", servers_.invite()});
  join("anna", "anna-2", true, {});
  for (const char* name : {"bert", "cleo"}) add_account(name);
  join("bert", "bert-1", true, {});
  join("cleo", "cleo-1", false, {});
  make_group();
  if (const auto faults = sync_everybody(); !faults.empty()) throw std::runtime_error(faults.front());
}

void Club::make_group() {
  Device& anna = members_.front()->device;
  std::ofstream(scratch_ / "deck.md") << deck_text();
  must(anna, {"import", (scratch_ / "deck.md").string()});
  must(anna, {"sync"});
  must(anna, {"groups", "create", kGroup, "--json"});
  group_ = group_scope(nlohmann::json::parse(anna.said()).at("id").get<std::string>()).value();
  for (std::size_t i = 2; i < members_.size(); ++i) {
    must(anna,
         {"groups", "invite", kGroup, "--role", members_[i]->may_publish ? "editor" : "reader", "--json"});
    const std::string code = nlohmann::json::parse(anna.said()).at("code");
    must(members_[i]->device, {"join", code});
  }
  must(anna, {"publish", kDeck, kGroup});
}

void Club::add_account(const std::string& name) {
  ProgramOptions options;
  options.input = kPassword;
  const ProgramOutcome added = servers_.run({"user", "add", name}, options);
  if (added.exit_code != 0) throw std::runtime_error("no account: " + added.err);
}

std::unique_ptr<Club::Member> Club::new_device(const std::string& account, const std::string& name) {
  auto member = std::make_unique<Member>(Member{account, Device(scratch_ / name, name), false});
  sign_in(*member, {});
  must(member->device, {"sync"});
  return member;
}

void Club::must(Device& device, std::vector<std::string> arguments, const std::string& input) const {
  const std::string command = arguments.front();
  if (device.run(std::move(arguments), input) != 0)
    throw std::runtime_error(device.name() + ": " + command + ": " + device.said());
}

void Club::sign_in(Member& member, const std::vector<std::string>& more) const {
  std::vector<std::string> arguments{
      "login",    servers_.nginx().url(), "--user",        member.account,
      "--device", member.device.name(),   "--fingerprint", servers_.nginx().fingerprint()};
  arguments.insert(arguments.end(), more.begin(), more.end());
  must(member.device, std::move(arguments), kPassword);
}

std::vector<std::string> Club::sync_everybody() {
  constexpr int kTimes = 2;
  std::vector<std::string> faults;
  for (int i = 0; i < kTimes; ++i)
    for (const auto& member : members_)
      if (member->device.run({"sync"}) != 0)
        faults.push_back(member->device.name() + " does not sync: " + member->device.said());
  return faults;
}

std::vector<std::string> Club::compare(const Streams& streams) {
  std::vector<std::string> faults;
  std::map<std::string, DeviceState> first;  // of each account
  for (const auto& member : members_) {
    Device& device = member->device;
    const DeviceState state = device.state();
    const auto expect = [&](bool is_so, const std::string& fault) {
      if (!is_so) faults.push_back(device.name() + ": " + fault);
    };
    std::set<OpId> kept;
    for (const std::int64_t scope : {account_of(device), group_})
      if (const auto stream = streams.find(scope); stream != streams.end())
        kept.insert(stream->second.begin(), stream->second.end());
    expect(state.ops == kept, "holds other ops than the server, " + std::to_string(state.ops.size()) +
                                  " and not " + std::to_string(kept.size()));
    const DeviceState& other = first.emplace(member->account, state).first->second;
    expect(state.cards == other.cards, "remembers cards otherwise than the account's first");
    expect(state.answers == other.answers, "shows other answers than the account's first");
    expect(device.run({"check"}) == 0, "check says: " + device.said());
  }
  return faults;
}

}  // namespace rehearse::test
