#include "tests/bench/sync/bench_server.h"

#include <sodium.h>
#include <unistd.h>

#include <fstream>
#include <sstream>
#include <stdexcept>

#include "sync/client/http_client.h"
#include "sync/server/accounts/accounts.h"
#include "sync/server/accounts/invites.h"
#include "sync/server/server.h"

namespace rehearse::bench {
namespace {

constexpr const char* kPassword = "correct horse battery staple";

std::vector<std::string> make_accounts(const std::filesystem::path& file, std::size_t count) {
  const Instant now = std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
  sync::CommitQueue writer(file);
  sync::PasswordHasher hasher({crypto_pwhash_OPSLIMIT_MIN, crypto_pwhash_MEMLIMIT_MIN});
  sync::Accounts accounts(file, writer, hasher);
  const std::string invite = sync::make_invite(writer, {static_cast<std::int64_t>(count)}, now);
  std::vector<std::string> tokens;
  for (std::size_t i = 0; i < count; ++i) {
    const auto made = accounts.sign_up(invite, {"learner" + std::to_string(i), kPassword, "laptop"}, now);
    tokens.push_back(std::get<sync::SignedIn>(made).token);
  }
  return tokens;
}

/// "VmRSS:  1234 kB" of /proc/PID/status, in MB.
double memory_of(pid_t process, const std::string& key) {
  constexpr double kKilobytesOfMegabyte = 1024;
  std::ifstream status("/proc/" + std::to_string(process) + "/status");
  for (std::string line; std::getline(status, line);)
    if (line.starts_with(key + ":")) return std::stod(line.substr(key.size() + 1)) / kKilobytesOfMegabyte;
  return 0;
}

/// The 14th and 15th word of /proc/PID/stat; the second may hold blanks, and ends with the last bracket.
double processor_seconds_of(pid_t process) {
  std::ifstream stat("/proc/" + std::to_string(process) + "/stat");
  std::string text;
  std::getline(stat, text);
  std::istringstream words(text.substr(text.rfind(')') + 1));
  std::string word;
  double ticks = 0;
  for (int number = 3; number <= 15 && words >> word; ++number)
    if (number >= 14) ticks += std::stod(word);
  return ticks / static_cast<double>(sysconf(_SC_CLK_TCK));
}

}  // namespace

BenchServer::BenchServer(std::size_t accounts, const std::vector<std::string>& arguments) {
  const std::filesystem::path data = scratch_ / "data";
  std::filesystem::create_directory(data);
  tokens_ = make_accounts(sync::data_file(data), accounts);
  std::vector<std::string> all{"--requests-per-minute", "1000000", "--ops-per-day", "1000000000"};
  all.insert(all.end(), arguments.begin(), arguments.end());
  program_ = std::make_unique<test::ServingProgram>(data, scratch_ / "log", all);
}

sync::ServerAddress BenchServer::address() const {
  const auto address = sync::parse_server_address("http://127.0.0.1:" + std::to_string(port()));
  if (!address) throw std::runtime_error("no address");
  return *address;
}

ProcessUse BenchServer::use() const {
  const pid_t process = program_->process();
  return {memory_of(process, "VmRSS"), memory_of(process, "VmHWM"), processor_seconds_of(process)};
}

double BenchServer::metric(const std::string& name) const {
  sync::HttpClient client(address(), sync::SystemAuthorities{});
  const auto result = client.send({"GET", "/metrics", "", "", ""});
  const auto* reply = std::get_if<sync::HttpReply>(&result);
  const std::size_t at = reply ? reply->body.find("\nrehearse_" + name + ' ') : std::string::npos;
  return at == std::string::npos ? -1
                                 : std::stod(reply->body.substr(at + name.size() + sizeof "\nrehearse_"));
}

}  // namespace rehearse::bench
