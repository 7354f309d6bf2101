#include "tests/bench/sync/sync_bench.h"

#include <cstdio>
#include <cstdlib>
#include <functional>
#include <string>
#include <utility>

namespace rehearse::bench {
namespace {

/// When the part is over, as `uptime` says it: whether somebody else was at work.
Figure machine_load(std::string_view part) {
  double load = 0;
  if (::getloadavg(&load, 1) != 1) load = 0;
  return {"programs that wanted the processor, " + std::string(part),
          load,
          2,
          "in the last minute",
          "",
          Role::kContext};
}

}  // namespace

std::vector<Figure> measure_sync(std::string_view part, std::size_t answers) {
  const std::pair<std::string_view, std::function<std::vector<Figure>()>> kParts[] = {
      {"idle", measure_idle},
      {"pushes", measure_pushes},
      {"tls", measure_tls},
      {"devices", measure_devices},
      {"sealing", measure_sealing},
      {"postgres", measure_postgres},
      {"group", measure_group},
      {"day", measure_day},
      {"laptop", [&] { return measure_laptop(answers); }},
  };
  std::vector<Figure> figures;
  for (const auto& [name, measure] : kParts) {
    if (!part.empty() && part != name) continue;
    for (Figure& figure : measure()) figures.push_back(std::move(figure));
    figures.push_back(machine_load(name));
  }
  return figures;
}

}  // namespace rehearse::bench
