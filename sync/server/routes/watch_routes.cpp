#include <nlohmann/json.hpp>

#include "sync/protocol/limits.h"
#include "sync/protocol/sync_message.h"
#include "sync/server/limiter/client_address.h"
#include "sync/server/routes/doorman.h"
#include "sync/server/routes/replies.h"
#include "sync/server/routes/routes.h"

namespace rehearse::sync {
namespace {

constexpr int kOk = 200;
constexpr const char* kTextType = "text/plain; charset=utf-8";

Reply text_reply(std::string body) { return {kOk, kTextType, {}, std::move(body)}; }

/// What a client needs to know before it signs in.
Reply hello(Services& services) {
  return json_reply(kOk, {{"server", "rehearse-sync/" REHEARSE_VERSION},
                          {"protocol", {kProtocolVersion}},
                          {"now", services.clocks.wall().time_since_epoch().count()},
                          {"registration", word_of(services.accounts.registration())},
                          {"limits",
                           {{"wire_bytes", kMostWireBytes},
                            {"body_bytes", kMostBodyBytes},
                            {"ops", kMostOps},
                            {"scopes", kMostScopes},
                            {"op_bytes", kMostLineBytes}}}});
}

Reply ready(Services& services) {
  services.store.end(0);  // throws when the data file cannot be read
  return text_reply("ready\n");
}

/// Prometheus' text format, version 0.0.4.
class MetricsPage {
 public:
  void counter(const char* name, std::uint64_t value) { line(name, "counter", value); }
  void gauge(const char* name, std::uint64_t value) { line(name, "gauge", value); }
  void refusals(const FrontCounters& counters) {
    text_ += "# TYPE rehearse_refused_total counter\n";
    for (std::size_t i = 0; i < kRefusals; ++i)
      text_ += std::string("rehearse_refused_total{reason=\"") + name_of(static_cast<Refusal>(i)) + "\"} " +
               std::to_string(counters.refused[i]) + '\n';
  }
  std::string take() { return std::move(text_); }

 private:
  void line(const char* name, const char* type, std::uint64_t value) {
    text_ += std::string("# TYPE rehearse_") + name + ' ' + type + "\nrehearse_" + name + ' ' +
             std::to_string(value) + '\n';
  }
  std::string text_;
};

Reply metrics(Services& services, const Request& request) {
  // Behind a proxy on this machine everybody is a neighbour, but for the address that the proxy names.
  const bool was_forwarded =
      !request.header("x-forwarded-for").empty() || !request.header("forwarded").empty();
  const std::string address = address_of(services, request);
  if (!is_loopback(address) || (was_forwarded && address == request.peer))
    return reply_of({ProblemKind::kNotFound, "there is nothing at this path", std::nullopt}, request);
  const FrontCounters front = services.front_counters();
  MetricsPage page;
  page.gauge("connections_open", front.connections_open);
  page.gauge("held_bytes", front.held_bytes);
  page.counter("connections_total", front.connections);
  page.counter("requests_total", front.requests);
  page.counter("received_bytes_total", front.bytes_in);
  page.counter("sent_bytes_total", front.bytes_out);
  page.counter("tls_failures_total", front.tls_failures);
  page.counter("syncs_total", services.counters.syncs);
  page.counter("ops_received_total", services.counters.ops_received);
  page.counter("ops_sent_total", services.counters.ops_sent);
  page.counter("limited_total", services.counters.limited);
  page.counter("faults_total", services.counters.faults);
  page.counter("password_hashes_total", services.hasher.runs());
  page.refusals(front);
  return {kOk, "text/plain; version=0.0.4", {}, page.take()};
}

}  // namespace

void add_watch_routes(Routes& routes, Services& services) {
  const auto add = [&](const char* pattern, auto handle) {
    routes.push_back({"GET", pattern, open_to_all(services, handle)});
  };
  add("/v1/hello", [&services](const Request&) { return hello(services); });
  add("/healthz", [](const Request&) { return text_reply("ok\n"); });
  add("/readyz", [&services](const Request&) { return ready(services); });
  add("/metrics", [&services](const Request& request) { return metrics(services, request); });
}

}  // namespace rehearse::sync
