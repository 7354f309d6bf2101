#include "gui/window/shell/desk.h"

#include <new>
#include <system_error>

#include "gui/window/strings/shell_words.h"

namespace rehearse {
namespace {

const Phrase& name_of(const GivenChange& change) {
  switch (change.kind) {
    case ChangeKind::kAnswer: return words::kUndoneAnswer;
    case ChangeKind::kEdit: return words::kUndoneEdit;
    case ChangeKind::kCards: return words::kUndoneCards;
    case ChangeKind::kSetting: return words::kUndoneSetting;
    case ChangeKind::kInterview: return words::kUndoneInterview;
    case ChangeKind::kImport: return words::kUndoneImport;
  }
  return words::kUndoneEdit;
}

}  // namespace

Desk::Desk(Library& library, const WindowOptions& options) : library_(library), options_(options) {
  if (!options_.preferences_file.empty()) preferences_ = read_preferences(options_.preferences_file);
}

ThemeName Desk::theme() const {
  switch (preferences_.theme) {
    case ThemeChoice::kLight: return ThemeName::kLight;
    case ThemeChoice::kDark: return ThemeName::kDark;
    case ThemeChoice::kSystem: break;
  }
  return options_.theme;
}

void Desk::set_preferences(Preferences preferences) {
  if (preferences.language != preferences_.language) spoken_.reset();
  if (preferences == preferences_) return;
  preferences_ = std::move(preferences);
  is_kept_ = options_.preferences_file.empty();
  keep_preferences();
  if (!is_kept_)
    tell(NoticeKind::kTrouble, in_both(words::kPreferencesNotKept, {options_.preferences_file.string()}));
}

void Desk::keep_preferences() {
  if (!is_kept_) is_kept_ = write_preferences(options_.preferences_file, preferences_);
}

bool Desk::attempt(const Phrase& trouble, const std::function<void()>& act) {
  try {
    act();
    return true;
  } catch (const StoreError& error) {  // disk full, file gone: say so and keep the window open
    tell_trouble(trouble, error);
  } catch (const std::bad_alloc&) {  // these two cost the action, and not what is open beside it
    tell_trouble(trouble, StoreError({"the machine has no memory left: close other programs and try again",
                                      "内存不足，请关闭其他程序后再试"}));
  } catch (const std::system_error& error) {
    const std::string why = error.what();
    tell_trouble(trouble,
                 StoreError({"the system refused it (" + why + "): close other programs and try again",
                             "系统拒绝了这个操作（" + why + "），请关闭其他程序后再试"}));
  }
  return false;
}

void Desk::tell_trouble(const Phrase& trouble, const StoreError& error) {
  const Words text{filled(Language::kEnglish, trouble, {error.words().in(Language::kEnglish)}),
                   filled(Language::kChinese, trouble, {error.words().in(Language::kChinese)})};
  tell({NoticeKind::kTrouble, text, {}, error.fault() == StoreFault::kDamage});
}

void Desk::undo() {
  attempt(words::kNotUndone, [&] {
    const std::optional<GivenChange> change = library_.latest_change();
    if (!change) return tell(NoticeKind::kNews, in_both(words::kNothingToUndo));
    take_back(*change);
  });
}

void Desk::take_back(const GivenChange& change) {
  attempt(words::kNotUndone, [&] {
    undone_.emplace_back(library_.undo(change.op, now()), change);
    tell(NoticeKind::kNews, in_both(name_of(change), {change.title}));
  });
}

void Desk::redo() {
  attempt(words::kNotUndone, [&] {
    if (undone_.empty()) return tell(NoticeKind::kNews, in_both(words::kNothingToRedo));
    const auto [op, change] = undone_.back();
    // Something newer was done meanwhile: to bring the old one back now would put it behind that.
    const std::optional<GivenChange> latest = library_.latest_change();
    if (latest && latest->at > change.at) {
      undone_.clear();
      return tell(NoticeKind::kNews, in_both(words::kNothingToRedo));
    }
    library_.undo(op, now());
    undone_.pop_back();
    tell(NoticeKind::kNews, in_both(words::kRedone));
  });
}

}  // namespace rehearse
