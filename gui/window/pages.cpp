#include "gui/window/pages.h"

#include "gui/window/editor/editor_page.h"
#include "gui/window/groups/groups_page.h"
#include "gui/window/import/import_page.h"
#include "gui/window/interview/interview_page.h"
#include "gui/window/library/library_page.h"
#include "gui/window/settings/settings_page.h"
#include "gui/window/statistics/statistics_page.h"
#include "gui/window/study/study_page.h"
#include "gui/window/today/today_page.h"
#include "gui/window/welcome/welcome_page.h"

namespace rehearse {
namespace {

std::unique_ptr<Page> make(Desk& desk, const StudyRequest& request) {
  return std::make_unique<StudyPage>(desk, request.options);
}
std::unique_ptr<Page> make(Desk& desk, const ImportRequest& request) {
  return std::make_unique<ImportPage>(desk, request);
}
std::unique_ptr<Page> make(Desk& desk, const EditRequest& request) {
  return std::make_unique<EditorPage>(desk, request.question);
}
std::unique_ptr<Page> make(Desk& desk, const WelcomeRequest&) { return std::make_unique<WelcomePage>(desk); }

}  // namespace

std::unique_ptr<Page> make_page(Desk& desk, SyncKeeper& sync, Place place) {
  switch (place) {
    case Place::kToday: return std::make_unique<TodayPage>(desk);
    case Place::kLibrary: return std::make_unique<LibraryPage>(desk);
    case Place::kInterview: return std::make_unique<InterviewPage>(desk);
    case Place::kStatistics: return std::make_unique<StatisticsPage>(desk);
    case Place::kGroups: return std::make_unique<GroupsPage>(desk, sync);
    case Place::kSettings: return std::make_unique<SettingsPage>(desk, sync);
  }
  return nullptr;
}

std::unique_ptr<Page> make_page(Desk& desk, const PageRequest& request) {
  return std::visit([&](const auto& wanted) { return make(desk, wanted); }, request);
}

}  // namespace rehearse
