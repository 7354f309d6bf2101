#include "gui/window/app.h"

#include <algorithm>

#include "core/base/store_error.h"
#include "gui/window/screens/import_preview.h"
#include "gui/window/screens/summary.h"
#include "gui/window/ui/root.h"

namespace rehearse {
namespace {

constexpr std::array kZoomSteps{1.0f, 1.25f, 1.5f, 1.75f, 2.0f};

Intent intent_everywhere(const KeyPressed& press) {
  if (press == KeyPressed{Key::kF1, Modifier::kNone}) return ToggleKeys{};
  // Ctrl and + needs Shift on many keyboards.
  const bool is_ctrl = press.modifier == Modifier::kCtrl || press.modifier == Modifier::kCtrlShift;
  if (!is_ctrl) return {};
  switch (press.key) {
    case Key::kT: return ToggleTheme{};
    case Key::kL: return ToggleLanguage{};
    case Key::kQ: return Quit{};
    case Key::kPlus: return Zoom{+1};
    case Key::kMinus: return Zoom{-1};
    case Key::kDigit0: return Zoom{0};
    default: return {};
  }
}

bool may_keep_news(const Intent& intent) {
  return std::holds_alternative<ScrollPage>(intent) || std::holds_alternative<ToggleTheme>(intent) ||
         std::holds_alternative<ToggleLanguage>(intent) || std::holds_alternative<Zoom>(intent);
}

}  // namespace

App::App(Library& library, const WindowOptions& options)
    : library_(library),
      clock_(options.clock),
      theme_(options.theme),
      language_(options.language),
      import_(library, options.wake) {
  apply(GoToToday{});
  if (const auto days = library_.clock_behind(clock_()); days.count() > 0)
    tell(NoticeKind::kTrouble, in_both(Text::kClockBehind, {std::to_string(days.count())}));
}

float App::zoom() const { return kZoomSteps[zoom_step_]; }

bool App::is_typing() const {
  return screen_ == ScreenName::kStudy && !shows_keys_ && study_.asked_as == AskedAs::kFill &&
         study_.verdict == Verdict::kOpen;
}

TextEntry App::text_entry() const { return is_typing() ? TextEntry::kOn : TextEntry::kOff; }

void App::say_no_chinese_font() {
  language_ = Language::kEnglish;
  tell(NoticeKind::kTrouble, in_both(Text::kNoChineseFont, {}));
}

Intent App::intent_of(const KeyPressed& press) const {
  if (Intent intent = intent_everywhere(press); !is_nothing(intent)) return intent;
  const bool closes = press.key == Key::kEscape || press.key == Key::kEnter;
  if (shows_keys_) return closes ? Intent{ToggleKeys{}} : Intent{};
  if (notice_ && press.key == Key::kEscape) return DismissNotice{};
  switch (screen_) {
    case ScreenName::kToday: return today_key(today_, press);
    case ScreenName::kStudy: return study_key(study_, press);
    case ScreenName::kSummary: return summary_key(summary_, press);
    case ScreenName::kImport: return import_key(import_.view(), press);
  }
  return {};
}

void App::handle(const Event& event) {
  const bool may_scroll =
      std::holds_alternative<KeyPressed>(event) || std::holds_alternative<WheelTurned>(event);
  if (may_scroll) scroll_ = {};
  if (is_typing() && editor_.take(event)) {
    sitting_->type_answer(editor_.text());
    refresh();
  } else if (const auto* press = std::get_if<KeyPressed>(&event)) {
    apply(intent_of(*press));
  } else if (const auto* files = std::get_if<FilesDropped>(&event)) {
    apply(ReadFiles{files->paths});
  } else if (std::holds_alternative<WindowFocused>(event) && screen_ == ScreenName::kToday) {
    apply(GoToToday{});
  }
}

void App::draw(Ui& ui) {
  Intent intent;
  const auto take = [&](Intent drawn) {
    if (!is_nothing(drawn)) intent = std::move(drawn);
  };
  begin_root(ui);
  const Rect window = ui.window;
  if (notice_) ui.window = below_notice(ui, *notice_);
  switch (screen_) {
    case ScreenName::kToday: take(draw_today(ui, today_, scroll_)); break;
    case ScreenName::kStudy: take(draw_study(ui, study_, scroll_)); break;
    case ScreenName::kSummary: take(draw_summary(ui, summary_, scroll_)); break;
    case ScreenName::kImport: take(draw_import(ui, import_.view(), scroll_)); break;
  }
  ui.window = window;
  end_root();
  if (notice_) take(draw_notice(ui, *notice_));
  if (shows_keys_) take(draw_keys(ui, screen_));
  if (scroll_.to == ScrollWish::To::kPage) scroll_ = {};
  apply(intent);
}

void App::apply(const Intent& intent) {
  if (is_nothing(intent)) return;
  if (notice_ && notice_->kind == NoticeKind::kNews && !may_keep_news(intent)) notice_.reset();
  Text trouble = Text::kNotRead;
  if (std::holds_alternative<GradeAndGo>(intent) || std::holds_alternative<GradeAs>(intent))
    trouble = Text::kAnswerNotSaved;
  if (std::holds_alternative<UndoAnswer>(intent)) trouble = Text::kNotUndone;
  try {
    std::visit([this](const auto& wanted) { act(wanted); }, intent);
    refresh();
  } catch (const StoreError& error) {  // disk full, file gone: say so and keep the window open
    tell_trouble(trouble, error);
  }
}

bool App::work() try {
  const bool is_new = import_.work(clock_());
  if (import_.is_open() && import_.is_done()) end_import();
  return is_new;
} catch (const StoreError& error) {  // the rest stays out
  import_.finish();
  screen_ = behind_import_;
  tell_trouble(Text::kNotImported, error);
  return true;
}

void App::tell_trouble(Text trouble, const StoreError& error) {
  tell(NoticeKind::kTrouble, {filled(Language::kEnglish, trouble, {error.words().in(Language::kEnglish)}),
                              filled(Language::kChinese, trouble, {error.words().in(Language::kChinese)})});
}

void App::refresh() {
  if (screen_ == ScreenName::kSummary) summary_ = sitting_->summary(clock_());
  if (screen_ != ScreenName::kStudy) return;
  std::optional<std::array<int, 6>> days;
  const bool can_grade = sitting_->card().kind != CardKind::kChoice || sitting_->is_checked();
  if (shows_intervals_ && can_grade) {
    const LocalInstant now = clock_();
    days.emplace();
    for (std::size_t i = 0; i < days->size(); ++i)
      (*days)[i] = sitting_->interval_preview(static_cast<Quality>(i), now);
  }
  study_ = study_view(*sitting_, {editor_.text(), editor_.caret_offset()}, days);
}

}  // namespace rehearse
