#include "tests/sync/cluster/servers.h"

#include <chrono>
#include <csignal>
#include <thread>
#include <utility>

#include "sync/client/http_client.h"
#include "tests/sync/cluster/free_port.h"

namespace rehearse::test {

Servers::Servers(std::size_t count, std::string store) : store_(std::move(store)), servers_(count) {
  for (std::size_t i = 0; i < count; ++i) ports_.push_back(free_port());
  for (std::size_t i = 0; i < count; ++i) {
    start(i);
    // Each makes the invites of those before it void: there was no account yet.
    invite_ = servers_[i]->invite();
  }
  nginx_ = std::make_unique<Nginx>(ports_);
}

void Servers::kill(std::size_t which) {
  servers_[which]->send(SIGKILL);
  servers_[which]->wait();
}

bool Servers::stop(std::size_t which) {
  servers_[which]->send(SIGTERM);
  return servers_[which]->wait() == 0;
}

void Servers::start(std::size_t which) {
  ProgramOptions options;
  options.port = ports_[which];
  options.variables = {store_variable()};
  servers_[which].reset();
  servers_[which] = std::make_unique<ServingProgram>(
      scratch_ / "folder", scratch_ / ("log-" + std::to_string(which)),
      std::vector<std::string>{"--behind-proxy", "127.0.0.1", "--requests-per-minute", "1000000",
                               "--ops-per-day", "100000000"},
      options);
}

int Servers::status(std::size_t which, const std::string& path) const {
  sync::HttpClient client({sync::Scheme::kHttp, "127.0.0.1", ports_[which], ""}, {});
  const auto result = client.send({"GET", path, "", "", ""});
  const auto* reply = std::get_if<sync::HttpReply>(&result);
  return reply == nullptr ? 0 : reply->status;
}

bool Servers::becomes_ready(std::size_t which) const {
  constexpr std::chrono::seconds kLongest{60};
  constexpr int kOk = 200;
  const auto begin = std::chrono::steady_clock::now();
  while (status(which, "/readyz") != kOk) {
    if (std::chrono::steady_clock::now() - begin > kLongest) return false;
    std::this_thread::sleep_for(std::chrono::milliseconds(20));  // nothing tells of it: between two looks
  }
  return true;
}

ProgramOutcome Servers::run(const std::vector<std::string>& arguments, ProgramOptions options) const {
  options.variables.push_back(store_variable());
  return run_program(arguments, options);
}

}  // namespace rehearse::test
