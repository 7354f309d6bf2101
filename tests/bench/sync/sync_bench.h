// The parts of `rehearse-bench sync`.
#pragma once

#include <string_view>
#include <vector>

#include "tests/bench/bench.h"

namespace rehearse::bench {

/// 64 devices that push without a pause, beside a thousand connections that are quiet.
std::vector<Figure> measure_pushes();
/// A thousand TLS connections, all asking.
std::vector<Figure> measure_tls();
/// A server that nobody asks for anything.
std::vector<Figure> measure_idle();
/// A learner's own device: the first sync, one after an evening, one with nothing new.
std::vector<Figure> measure_devices();
/// Old ops as rows and in segments, in a file and in PostgreSQL.
std::vector<Figure> measure_sealing();
/// Pushes into PostgreSQL beside a bare loop.
std::vector<Figure> measure_postgres();
/// Thirty members who share a deck that one of them changes.
std::vector<Figure> measure_group();
/// What a learner asks of a server in a day.
std::vector<Figure> measure_day();
/// A new device that reads so many answers, and is studied on meanwhile.
std::vector<Figure> measure_laptop(std::size_t answers);
/// So many answers up, down to a new device, and what a sync costs behind them.
std::vector<Figure> measure_log_sync(std::size_t answers);

}  // namespace rehearse::bench
