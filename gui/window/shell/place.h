// Where one can go in the window.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/deck/question_marks.h"
#include "core/library.h"
#include "core/study/sitting.h"

namespace rehearse {

/// What the navigation names; each comes to the front as it was left.
enum class Place { kToday, kLibrary, kInterview, kStatistics, kGroups, kSettings };
inline constexpr int kPlaceCount = 6;

// What lies over a place until it is closed.
struct StudyRequest {
  SittingOptions options;
};
struct ImportRequest {
  std::vector<std::string> paths;          // none: the learner is asked for files
  std::optional<StudyDay> interview = {};  // of what is imported
};
struct EditRequest {
  QuestionId question;
};
struct WelcomeRequest {};

using PageRequest = std::variant<StudyRequest, ImportRequest, EditRequest, WelcomeRequest>;

}  // namespace rehearse
