// scheduler: which algorithm says when a card comes again, and its fit to the learner's own answers.
#include <cstdio>
#include <ostream>

#include "core/base/text.h"
#include "core/library.h"
#include "gui/commands/command.h"
#include "gui/commands/commands.h"
#include "gui/commands/interrupt.h"
#include "gui/commands/json_output.h"
#include "gui/commands/say.h"

namespace rehearse {
namespace {

std::string fixed(double value, int digits) {
  char text[32];
  std::snprintf(text, sizeof text, "%.*f", digits, value);
  return text;
}

int show(const Environment& environment, const Library& library, Output output) {
  const Scheduler scheduler = library.scheduler();
  const bool is_fsrs = scheduler.kind() == SchedulerKind::kFsrs6;
  if (output == Output::kJson) {
    environment.out << scheduler_json(scheduler) << '\n';
    return kExitSuccess;
  }
  const bool is_fitted = is_fsrs && scheduler.parameters() != Fsrs6Parameters();
  const Say say(environment);
  say({is_fsrs ? is_fitted ? "FSRS-6, fitted to your answers" : "FSRS-6" : "SM-2",
       is_fsrs ? is_fitted ? "FSRS-6（已按你的作答拟合）" : "FSRS-6" : "SM-2"});
  return kExitSuccess;
}

int fit(const Environment& environment, Library& library) {
  const InterruptNoted interrupt;
  const auto fitted =
      library.fit_scheduler([&](double) { return interrupt.came() ? FitStep::kStop : FitStep::kGoOn; });
  if (interrupt.came()) return kExitInterrupted;
  if (!fitted) return report(environment, fitted.error());
  library.set_scheduler(Scheduler::fsrs6(fitted->parameters), environment.clock());
  const std::string reviews = std::to_string(fitted->reviews), before = fixed(fitted->default_log_loss, 4),
                    after = fixed(fitted->log_loss, 4);
  const Say say(environment);
  say({"FSRS-6 is fitted to " + reviews + " reviews: log-loss " + before + " -> " + after,
       "FSRS-6 已按 " + reviews + " 次复习拟合：对数损失 " + before + " → " + after});
  return kExitSuccess;
}

}  // namespace

int scheduler_command(const Environment& environment, const std::string& choice, Output output) {
  Library library(environment.library, environment.random);
  if (choice == "fit") return fit(environment, library);
  if (choice == "sm2") library.set_scheduler(Scheduler(), environment.clock());
  if (choice == "fsrs6") library.set_scheduler(Scheduler::fsrs6(), environment.clock());
  return show(environment, library, output);
}

}  // namespace rehearse
