// A computer with a library and an account on a server.
#pragma once

#include <doctest/doctest.h>

#include <functional>
#include <optional>
#include <string>
#include <utility>

#include "sync/client/sign_in.h"
#include "sync/client/syncer.h"
#include "tests/library_fixture.h"
#include "tests/sync/client/test_server.h"

namespace rehearse::test {

class Computer {
 public:
  Computer(TestServer& server, const std::string& name, std::optional<std::string> invite = std::nullopt)
      : clock_([this, &server] { return server.now() + clock_error; }),
        library(scratch_ / "library", counting_random(next_seed_ += 1'000'000)),
        client(*sync::parse_server_address(server.url()), sync::SystemAuthorities{}) {
    auto result = sync::sign_in(client, sync::SystemAuthorities{},
                                {name, kPassword, name + "'s laptop", std::move(invite)});
    if (const auto* trouble = std::get_if<sync::Trouble>(&result)) FAIL(trouble->words.english);
    account = std::get<sync::Account>(result);
  }

  sync::SyncResult sync() {
    return sync::sync_now(library, client, account.token, clock_,
                          [](const sync::SyncProgress&) { return sync::Onward::kGo; });
  }
  LocalInstant now() const { return {clock_(), {}}; }

 private:
  static inline std::uint64_t next_seed_ = 0;
  Scratch scratch_;
  std::function<Instant()> clock_;

 public:
  std::chrono::milliseconds clock_error{0};
  Library library;
  sync::HttpClient client;
  sync::Account account;
};

}  // namespace rehearse::test
