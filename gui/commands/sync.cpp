// sync: once, or again and again.
#include "gui/commands/sync.h"

#include <poll.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <ostream>

#include "core/base/text.h"
#include "core/library.h"
#include "gui/commands/commands.h"
#include "gui/commands/interrupt.h"
#include "gui/commands/say.h"
#include "gui/commands/screen.h"
#include "gui/commands/signed_in.h"
#include "sync/client/sync_schedule.h"
#include "sync/client/syncer.h"

namespace rehearse {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kOpShown = 60;             // code points
constexpr std::chrono::milliseconds kLook{500};  // how soon a change of another program is noticed

/// A library, its server and who wants to stop it.
class Syncing {
 public:
  Syncing(const Environment& environment, const sync::Account& account)
      : environment_(environment),
        token_(account.token),
        library_(environment.library, environment.random),
        client_(account.server, account.trust) {}

  sync::SyncResult once() {
    library_.post_to_boards(environment_.clock());
    auto result = sync::sync_now(
        library_, client_, token_, [this] { return environment_.clock().at; },
        [this](const sync::SyncProgress& progress) {
          show(progress);
          return interrupt_.came() ? sync::Onward::kStop : sync::Onward::kGo;
        },
        environment_.clock_source);
    if (is_shown_) environment_.err << kClearLine << std::flush;
    is_shown_ = false;
    return result;
  }
  bool is_interrupted() const { return interrupt_.came(); }
  const Library& library() const { return library_; }

 private:
  void show(const sync::SyncProgress& progress) {
    if (!environment_.errors_are_terminal) return;
    const Words line{text(progress.to_send) + " to send, " + text(progress.to_read) + " to fetch",
                     "待发送 " + text(progress.to_send) + "，待接收 " + text(progress.to_read)};
    environment_.err << kClearLine << line.in(environment_.language) << std::flush;
    is_shown_ = true;
  }

  const Environment& environment_;
  std::string token_;
  Library library_;
  sync::HttpClient client_;
  InterruptNoted interrupt_;
  bool is_shown_ = false;
};

Words summary(const sync::SyncCounts& counts, std::size_t unsent) {
  if (counts.sent == 0 && counts.received == 0) return {"synced: nothing new", "已同步：没有新内容"};
  const std::string rest = unsent == 0 ? "" : text(unsent);
  return {"synced: " + text(counts.sent) + " sent, " + text(counts.received) + " fetched" +
              (rest.empty() ? "" : ", " + rest + " still to send"),
          "已同步：发送 " + text(counts.sent) + "，接收 " + text(counts.received) +
              (rest.empty() ? "" : "，待发送 " + rest)};
}

void say_news(const Say& say, const JoinedGroup& group, const std::vector<GroupVersion>& versions) {
  const auto news = std::count_if(versions.begin(), versions.end(),
                                  [](const GroupVersion& version) { return version.is_news; });
  if (news > 0)
    say({"\"" + group.name + "\" has published " + counted(news, "version") + ": rehearse versions \"" +
             group.name + "\"",
         "小组「" + group.name + "」发布了 " + text(news) + " 个新版本：rehearse versions " + group.name});
}

void say_result(const Environment& environment, const Library& library, const sync::SyncCounts& counts) {
  const Say say(environment);
  say(summary(counts, library.unsent_count()));
  if (const auto error = sync::clock_error(library.sync_position())) say(sync::clock_in_words(*error));
  for (const JoinedGroup& group : library.groups()) say_news(say, group, library.group_versions(group.scope));
  const std::vector<UnacceptedOp> refused = library.refused();
  if (refused.empty()) return;
  say({"the server will not keep these; they stay here:", "服务器不接收以下内容，仍保留在本机："});
  for (const UnacceptedOp& op : refused) {
    const std::string line = "  " + op.reason + "  " + shortened(op.line, kOpShown);
    say({line, line});
  }
}

void print_result(const Environment& environment, const Library& library, const sync::SyncCounts& counts) {
  Json refused = Json::array();
  for (const UnacceptedOp& op : library.refused())
    refused.push_back({{"id", op.id.hex()}, {"reason", op.reason}, {"op", op.line}});
  const auto error = sync::clock_error(library.sync_position());
  const Json seconds = error ? Json(std::chrono::floor<std::chrono::seconds>(*error).count()) : Json();
  environment.out << Json{{"sent", counts.sent},
                          {"received", counts.received},
                          {"pending", library.unsent_count()},
                          {"refused", refused},
                          {"clock_ahead_seconds", seconds}}
                         .dump(2)
                  << '\n';
}

int once(const Environment& environment, Syncing& syncing, Output output) {
  const sync::SyncResult result = syncing.once();
  if (result.trouble) return report(environment, *result.trouble);
  if (output == Output::kJson)
    print_result(environment, syncing.library(), result.counts);
  else
    say_result(environment, syncing.library(), result.counts);
  return kExitSuccess;
}

int watch(const Environment& environment, Syncing& syncing) {
  sync::SyncSchedule schedule(environment.random, environment.steady_clock());
  std::size_t unsent = syncing.library().unsent_count();
  while (!syncing.is_interrupted()) {
    const auto now = environment.steady_clock();
    if (const std::size_t changed = syncing.library().unsent_count(); changed != unsent) {
      unsent = changed;
      schedule.answered(now);
    }
    const auto due = schedule.due();
    if (!due) return kExitFailure;  // it was said why
    if (*due > now) {
      ::poll(nullptr, 0, static_cast<int>(kLook.count()));  // Ctrl+C ends it early
      continue;
    }
    const sync::SyncResult result = syncing.once();
    if (result.trouble)
      report(environment, *result.trouble);
    else if (result.counts.sent + result.counts.received > 0)
      say_result(environment, syncing.library(), result.counts);
    environment.out << std::flush;
    unsent = syncing.library().unsent_count();
    schedule.ended(result.trouble, environment.steady_clock());
  }
  return kExitInterrupted;
}

}  // namespace

int sync_command(const Environment& environment, SyncTimes times, Output output) {
  const auto account = signed_in_account(environment);
  if (!account) return kExitFailure;
  Syncing syncing(environment, *account);
  return times == SyncTimes::kWatch ? watch(environment, syncing) : once(environment, syncing, output);
}

}  // namespace rehearse
