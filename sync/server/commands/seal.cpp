#include <cstdio>
#include <nlohmann/json.hpp>

#include "sync/server/commands/command.h"
#include "sync/server/commands/store_place.h"
#include "sync/server/store/sealing.h"

namespace rehearse::sync {
namespace {

/// 12.3 MB.
std::string megabytes(std::int64_t bytes) {
  constexpr double kMegabyte = 1e6;
  char text[32];
  std::snprintf(text, sizeof text, "%.1f MB", static_cast<double>(bytes) / kMegabyte);
  return text;
}

nlohmann::ordered_json json_of(const SealingPass& pass) {
  const SealedCounts& counts = pass.counts();
  nlohmann::ordered_json json = {{"streams", counts.streams},
                                 {"segments", counts.segments},
                                 {"ops", counts.ops},
                                 {"line_bytes", counts.line_bytes},
                                 {"packed_bytes", counts.packed_bytes},
                                 {"faults", nlohmann::ordered_json::array()}};
  for (const Words& fault : pass.faults()) json["faults"].push_back(fault.english);
  return json;
}

Words words_of(const SealedCounts& counts) {
  const std::string ops = std::to_string(counts.ops), streams = std::to_string(counts.streams),
                    segments = std::to_string(counts.segments), before = megabytes(counts.line_bytes),
                    after = megabytes(counts.packed_bytes);
  return {"sealed: " + ops + (counts.ops == 1 ? " op of " : " ops of ") + streams +
              (counts.streams == 1 ? " stream in " : " streams in ") + segments +
              (counts.segments == 1 ? " segment, " : " segments, ") + before + " of lines in " + after,
          "已压缩：" + streams + " 个流的 " + ops + " 条记录，分为 " + segments + " 段，内容 " + before +
              "，现占 " + after};
}

}  // namespace

int seal_command(const Environment& environment, int older_days, Output output) {
  if (!database_of(environment))
    if (const auto fault = fault_without_data(environment, open_folder(environment)))
      return report(environment, *fault);
  ServerData data(data_place(environment));
  SealingPass pass(data.source(), data.commits(), environment.clocks.wall(), std::chrono::days{older_days});
  while (pass.step()) {
  }
  if (output == Output::kJson)
    print(environment, json_of(pass));
  else
    say(environment, words_of(pass.counts()));
  for (const Words& fault : pass.faults()) report(environment, Error{fault, "", {}});
  return pass.faults().empty() ? kExitSuccess : kExitFailure;
}

}  // namespace rehearse::sync
