#include "tests/faults/kill_rounds.h"

#include <stdexcept>

#include "core/library_backup.h"
#include "tests/library_fixture.h"

namespace rehearse::test {
namespace {

constexpr std::size_t kRoundsOfLibrary = 40;  // then another: looking at a large one takes long
constexpr const char* kFile = "library.sqlite";

/// What a work that is not disturbed may not say.
void expect_well(const Ending& ending, std::vector<std::string>& faults) {
  if (ending.was_killed || ending.exit_code == 0) return;
  faults.push_back("the work ended with " + std::to_string(ending.exit_code) + ": " +
                   (ending.said.empty() ? "" : ending.said.back()));
}

}  // namespace

KillRounds::KillRounds() : template_(scratch_ / "template"), now_(morning()) {
  const Ending made = work_in_child([&](const Voice&) { make_studied_library(template_); });
  if (made.exit_code != 0) throw std::runtime_error("no library: " + made.said.back());
  now_.at += std::chrono::days{60};
  begin_library();
}

void KillRounds::begin_library() {
  library_ = scratch_ / ("library-" + std::to_string(++libraries_));
  std::filesystem::copy(template_, library_);
  ledger_ = {};
  seen_backups_.clear();
  rounds_of_library_ = 0;
}

/// What was left unfinished is gone once a backup was made two days later.
std::vector<std::string> KillRounds::end_library() {
  Faults faults;
  now_.at += std::chrono::days{2};
  const Ending last = work_in_child([&](const Voice& voice) {
    Learner learner(library_, libraries_, now_, voice);
    learner.edit({2, 0, libraries_});
    back_up(library_, learner.now());
  });
  expect_well(last, faults);
  ledger_.take(last.said);
  look_at_backups(faults);
  for (const auto& entry : std::filesystem::directory_iterator(library_ / "backups"))
    if (entry.path().extension() != ".sqlite")
      faults.push_back("left unfinished: " + entry.path().filename().string());
  for (const std::string& fault : ledger_.compare(library_)) faults.push_back(fault);
  std::filesystem::remove_all(library_);
  return faults;
}

std::vector<std::string> KillRounds::end() { return end_library(); }

UsualLength& KillRounds::length_of(const RoundPlan& plan) {
  const bool syncs = plan.kind == KillKind::kSync || plan.kind == KillKind::kServer;
  return lengths_[2 * static_cast<std::size_t>(plan.kind) + (syncs ? plan.seed % 2 : 0)];
}

Ending KillRounds::run(const RoundPlan& plan, const std::function<void(const Voice&)>& work) {
  UsualLength& length = length_of(plan);
  Ending ending = work_in_child(work, length.moment(plan.share));
  length.note(ending);
  if (ending.was_killed) ++counts_[static_cast<std::size_t>(plan.kind)].inside;
  return ending;
}

std::vector<std::string> KillRounds::round(const RoundPlan& plan) {
  now_.at += std::chrono::minutes{5 + plan.seed % 900};
  ++counts_[static_cast<std::size_t>(plan.kind)].rounds;
  switch (plan.kind) {
    case KillKind::kFirstImport: return first_import(plan);
    case KillKind::kUpgrade: return upgrade(plan);
    case KillKind::kSync:
    case KillKind::kServer: return synchronise(plan);
    default: return work_on_library(plan);
  }
}

void KillRounds::count(const RoundPlan& plan, const Ledger& ledger, std::size_t acts, std::size_t begun,
                       std::size_t there) {
  KillCounts& counts = counts_[static_cast<std::size_t>(plan.kind)];
  counts.acts += ledger.acts() - acts;
  counts.begun += ledger.begun() - begun;
  counts.begun_and_there += ledger.begun_and_there() - there;
}

Sayings KillRounds::prepare_restore(const RoundPlan& plan, Faults& faults) {
  const Ending backed_up = work_in_child([&](const Voice&) { back_up(library_, now_); });
  expect_well(backed_up, faults);
  const Sayings then = ledger_.sayings();
  now_.at += std::chrono::minutes{1};
  const Ending edited = work_in_child([&](const Voice& voice) {
    Learner learner(library_, plan.seed + 1, now_, voice);
    for (const PlannedAct& act : plan.before) {
      learner.edit({act.what | 1, act.which, act.how});  // nothing is taken back: an answer would be
      learner.import({2, act.which % 3, act.how});
      learner.back_up({0, act.which, act.how});  // an answer
    }
  });
  expect_well(edited, faults);
  ledger_.take(edited.said);
  now_.at += std::chrono::minutes{1};
  Sayings changed;
  for (const auto& [name, value] : ledger_.sayings()) {
    if (name == "reviews" || name == "interviews") continue;  // what was answered since is kept
    const auto before = then.find(name);
    // Of what nobody had spoken of at that time the first to speak said what it was.
    changed[name] = before == then.end() ? ledger_.first_said(name) : before->second;
  }
  return changed;
}

std::vector<std::string> KillRounds::work_on_library(const RoundPlan& plan) {
  Faults faults;
  if (rounds_of_library_++ == kRoundsOfLibrary) {
    faults = end_library();
    begin_library();
    if (!faults.empty()) return faults;
  }
  const std::size_t acts = ledger_.acts(), begun = ledger_.begun(), there = ledger_.begun_and_there();
  Sayings then;
  if (plan.kind == KillKind::kRestore) then = prepare_restore(plan, faults);
  const Ending ending = run(plan, [&](const Voice& voice) {
    Learner learner(library_, plan.seed, now_, voice);
    for (const PlannedAct& act : plan.acts) {
      switch (plan.kind) {
        case KillKind::kStudy: learner.study(act); break;
        case KillKind::kEdit: learner.edit(act); break;
        case KillKind::kImport: learner.import(act); break;
        case KillKind::kOptimise: learner.optimise(act); break;
        case KillKind::kBackUp: learner.back_up(act); break;
        default: learner.restore(then);
      }
    }
  });
  expect_well(ending, faults);
  ledger_.take(ending.said);
  for (const std::string& fault : ledger_.compare(library_)) faults.push_back(fault);
  if (plan.kind == KillKind::kBackUp || plan.kind == KillKind::kRestore) look_at_backups(faults);
  count(plan, ledger_, acts, begun, there);
  return faults;
}

/// Each is whole and checks clean, and those that were said to be there are, of today and yesterday all.
void KillRounds::look_at_backups(Faults& faults) {
  const std::vector<Backup> backups = list_backups(library_);
  std::set<std::string> there;
  for (const Backup& backup : backups) {
    there.insert(backup.file.filename().string());
    if (!seen_backups_.insert(backup.file).second) continue;
    ++backups_seen_;
    if (!is_sound(backup.file) || !look_into(backup)) {
      faults.push_back("the backup " + backup.name() + " is not sound");
      continue;
    }
    const std::filesystem::path look = scratch_ / "look";
    std::filesystem::create_directory(look);
    std::filesystem::copy_file(backup.file, look / kFile);
    if (!Library(look, counting_random(1)).check().ok)
      faults.push_back("the backup " + backup.name() + " does not check clean");
    std::filesystem::remove_all(look);
  }
  const std::set<std::string> said = ledger_.facts("backup");
  for (const std::string& name : said) {
    if (there.contains(name)) continue;
    const Result<StudyDay> day = parse_day(name.substr(0, 10));
    const auto newest = std::chrono::floor<std::chrono::days>(backups.front().at);
    if (!day || newest - *day <= std::chrono::days{1}) faults.push_back("the backup " + name + " is gone");
    ledger_.forget("backup", name);
  }
}

std::vector<std::string> KillRounds::first_import(const RoundPlan& plan) {
  Faults faults;
  const std::filesystem::path folder = scratch_ / "first";
  Ledger ledger;
  const Ending ending = run(plan, [&](const Voice& voice) {
    Learner learner(folder, plan.seed, now_, voice);
    for (const PlannedAct& act : plan.acts) learner.import({2, act.which, act.how});
  });
  expect_well(ending, faults);
  ledger.take(ending.said);
  for (const std::string& fault : ledger.compare(folder)) faults.push_back(fault);
  count(plan, ledger, 0, 0, 0);
  std::filesystem::remove_all(folder);
  return faults;
}

std::vector<std::string> KillRounds::upgrade(const RoundPlan& plan) {
  if (!older_) older_ = std::make_unique<OlderLibraries>(scratch_ / "older", template_);
  Faults faults;
  const std::filesystem::path folder = scratch_ / "upgraded";
  const int version = older_->put(plan.seed, folder);
  const Ending ending = run(plan, [&](const Voice&) { const Library library(folder, counting_random(9)); });
  expect_well(ending, faults);
  for (const std::string& fault :
       older_->compare(version, folder, counts_[static_cast<std::size_t>(plan.kind)].acts))
    faults.push_back("version " + std::to_string(version) + ": " + fault);
  std::filesystem::remove_all(folder);
  return faults;
}

std::vector<std::string> KillRounds::synchronise(const RoundPlan& plan) {
  if (rounds_of_synced_++ % kRoundsOfLibrary == 0) {
    synced_.reset();
    std::filesystem::remove_all(scratch_ / "synced");
    synced_ = std::make_unique<SyncedLibraries>(scratch_ / "synced", template_);
  }
  Faults faults;
  UsualLength& length = length_of(plan);
  const Ledger& ledger = synced_->ledger(plan);
  const std::size_t acts = ledger.acts(), begun = ledger.begun(), there = ledger.begun_and_there();
  const Ending ending = synced_->work(plan, length.moment(plan.share));
  length.note(ending);
  if (ending.was_killed) ++counts_[static_cast<std::size_t>(plan.kind)].inside;
  if (plan.kind == KillKind::kServer && ending.exit_code != 0)
    faults.push_back("the client ended with " + std::to_string(ending.exit_code) + ": " + ending.said.back());
  for (const std::string& fault : synced_->compare()) faults.push_back(fault);
  count(plan, ledger, acts, begun, there);
  return faults;
}

}  // namespace rehearse::test
