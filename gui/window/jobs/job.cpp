#include "gui/window/jobs/job.h"

#include <algorithm>

#include "core/base/store_error.h"

namespace rehearse {
namespace {

constexpr double kWorthShowing = 0.01;

}  // namespace

void JobControl::set_progress(double done) {
  done = std::clamp(done, 0.0, 1.0);
  if (done <= progress_ || (done < 1 && done < progress_ + kWorthShowing)) return;
  progress_ = done;
  wake_();
}

void rethrow_in_words(const std::exception_ptr& fault) {
  try {
    std::rethrow_exception(fault);
  } catch (const StoreError&) {
    throw;
  } catch (const std::exception& unplanned) {
    throw StoreError(Words(unplanned.what()));
  }
}

}  // namespace rehearse
