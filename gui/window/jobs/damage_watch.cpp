#include "gui/window/jobs/damage_watch.h"

#include "core/library_backup.h"
#include "gui/window/strings/rescue_words.h"

namespace rehearse {

bool DamageWatch::tick() {
  const WindowOptions& options = desk_.options();
  if (!has_begun_ && !options.library_folder.empty())
    looking_.emplace(
        [folder = options.library_folder, random = options.random](JobControl& job) {
          return look_for_damage(folder, random, [&job] { return job.is_cancelled(); });
        },
        desk_.wake());
  has_begun_ = true;
  if (!looking_ || !looking_->is_done()) return false;
  std::vector<std::string> faults;
  const bool was_looked = desk_.attempt(words::kNotLookedThrough, [&] { faults = looking_->take(); });
  looking_.reset();
  if (!faults.empty()) desk_.tell({NoticeKind::kTrouble, in_both(words::kDamageFound), {}, true});
  return !was_looked || !faults.empty();
}

}  // namespace rehearse
