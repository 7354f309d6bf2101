#include "gui/window/app.h"

#include <algorithm>
#include <utility>

#include "gui/window/pages.h"
#include "gui/window/shell/keys_sheet.h"
#include "gui/window/shell/rail.h"
#include "gui/window/shell/shell_keys.h"
#include "gui/window/strings/shell_words.h"
#include "gui/window/ui/root.h"
#include "gui/window/welcome/welcome_page.h"

namespace rehearse {

namespace {

// Asking costs microseconds.
constexpr std::chrono::milliseconds kLookForOtherPrograms{1000};

void warn_of_clock(Desk& desk) {
  if (const auto days = desk.library().clock_behind(desk.now()); days.count() > 0)
    desk.tell(NoticeKind::kTrouble, in_both(words::kClockBehind, {std::to_string(days.count())}));
}

SettingsMark mark_of(const SyncStatus& status) {
  const bool wants_a_look = status.needs_person || status.refused > 0 || !status.clock.empty();
  return wants_a_look ? SettingsMark::kWantsALook : SettingsMark::kNone;
}

}  // namespace

App::App(Library& library, const WindowOptions& options)
    : desk_(library, options),
      desktop_theme_(desk_),
      backups_(desk_),
      damage_(desk_),
      sync_(desk_),
      version_elsewhere_(library.version_elsewhere()),
      day_(desk_.library().day_of(desk_.now())) {
  desk_.attempt(words::kNotRead, [&] { page_of(place_).refresh(); });
  warn_of_clock(desk_);
  if (is_to_be_welcomed(desk_)) desk_.open(WelcomeRequest{});
  if (!options.files.empty()) desk_.open(ImportRequest{options.files});
  carry_out_wishes();
}

App::~App() = default;

Page& App::page_of(Place place) {
  std::unique_ptr<Page>& page = places_[static_cast<std::size_t>(place)];
  if (!page) page = make_page(desk_, sync_, place);
  return *page;
}

Page& App::front() { return over_.empty() ? page_of(place_) : *over_.back(); }

const Page& App::page() const {
  return over_.empty() ? *places_[static_cast<std::size_t>(place_)] : *over_.back();
}

TextEntry App::text_entry() const {
  return palette_ || (!shows_keys_ && page().is_typing()) ? TextEntry::kOn : TextEntry::kOff;
}

void App::say_no_chinese_font() {
  desk_.speak_for_now(Language::kEnglish);
  desk_.tell(NoticeKind::kTrouble, in_both(words::kNoChineseFont));
}

// --- events ---

void App::handle(const Event& event) {
  backups_.note_use();
  if (const auto* press = std::get_if<KeyPressed>(&event)) {
    this->press(*press);
  } else if (std::holds_alternative<CharacterTyped>(event) || std::holds_alternative<TextPasted>(event)) {
    if (palette_)
      palette_->type(event);
    else if (!shows_keys_ && page().is_typing())
      front().type(event);
  } else if (const auto* files = std::get_if<FilesDropped>(&event)) {
    palette_.reset();
    shows_keys_ = false;
    if (!files->paths.empty() && !front().drop(files->paths)) desk_.open(ImportRequest{files->paths});
  } else if (const auto* button = std::get_if<PointerButton>(&event)) {
    if (button->state == ButtonState::kPressed) clicked_with_ = button->modifier;
  } else if (std::holds_alternative<WindowFocused>(event)) {
    desktop_theme_.ask();
    refresh_front();
  } else if (std::holds_alternative<CloseAsked>(event)) {
    desk_.quit();
  }
  carry_out_wishes();
}

void App::press(const KeyPressed& press) {
  const bool closes = press == KeyPressed{Key::kEscape};
  if (press == KeyPressed{Key::kQ, Modifier::kCtrl}) return desk_.quit();
  if (palette_) {
    if (closes || press == KeyPressed{Key::kK, Modifier::kCtrl}) return palette_.reset();
    palette_->type(press);
    if (const auto chosen = palette_->take_chosen()) {
      palette_.reset();
      chosen->run();
    }
    return;
  }
  if (shows_keys_) {
    if (closes || press.key == Key::kEnter || press.key == Key::kF1) shows_keys_ = false;
    if (press.key == Key::kPageDown || press.key == Key::kSpace) scroll_keys_ = {ScrollWish::To::kPage, +1};
    if (press.key == Key::kPageUp) scroll_keys_ = {ScrollWish::To::kPage, -1};
    return;
  }
  std::optional<Notice>& notice = desk_.notice();
  if (closes && notice && notice->kind != NoticeKind::kNews) return notice.reset();
  // News goes with the next thing one does; what that has to say comes after it.
  if (notice && notice->kind == NoticeKind::kNews) notice.reset();
  if (page().is_typing() && front().type(press)) return;
  if (take_everywhere(press)) return;
  if (front().focus().take(press)) return;
  front().press(press);
}

bool App::take_everywhere(const KeyPressed& press) {
  if (press == KeyPressed{Key::kF1}) return shows_keys_ = true;
  if (press == KeyPressed{Key::kK, Modifier::kCtrl}) return open_palette(), true;
  return take_shell_key(desk_, front(), press);
}

void App::open_palette() {
  std::vector<PaletteEntry> entries = palette_entries(desk_, front());
  const PaletteEntry quit = entries.back();
  entries.pop_back();
  for (const Place place : {Place::kToday, Place::kSettings})
    if (!over_.empty() || place != place_) add_entries_of(place, entries);
  entries.push_back(quit);
  palette_.emplace(std::move(entries));
}

/// What is done on another page, which is gone to first. What stands there may be new by then: the entry is
/// looked for once more. Its keys do nothing here.
void App::add_entries_of(Place place, std::vector<PaletteEntry>& entries) {
  for (const PaletteEntry& there : page_of(place).palette())
    entries.push_back({there.label, "", [this, place, label = there.label] {
                         carry_out(place);
                         if (!over_.empty() || place_ != place) return;
                         for (const PaletteEntry& entry : front().palette())
                           if (entry.label.english == label.english) return entry.run();
                       }});
}

Redraw App::tick() {
  Redraw redraw = redraw_if(desktop_theme_.tick());
  const auto add = [&](Redraw more) { redraw = std::max(redraw, more); };
  add(redraw_if(backups_.tick()));
  add(redraw_if(damage_.tick()));
  add(redraw_if(sync_.tick()));
  for (const std::unique_ptr<Page>& page : over_) add(page->tick());
  if (over_.empty()) add(front().tick());
  add(redraw_if(look_for_other_programs()));
  add(redraw_if(look_at_calendar()));
  carry_out_wishes();
  return redraw;
}

std::optional<std::chrono::milliseconds> App::next_tick() const {
  return std::min(page().next_tick().value_or(kLookForOtherPrograms), kLookForOtherPrograms);
}

/// A command may write while the window is open.
bool App::look_for_other_programs() {
  bool is_new = false;
  desk_.attempt(words::kNotRead, [&] {
    const std::int64_t version = desk_.library().version_elsewhere();
    is_new = version != std::exchange(version_elsewhere_, version);
  });
  if (is_new) refresh_front();
  return is_new;
}

/// The window stays open over night, or the system's date is set.
bool App::look_at_calendar() {
  const StudyDay today = desk_.library().day_of(desk_.now());
  if (std::exchange(day_, today) == today) return false;
  desk_.attempt(words::kNotRead, [&] { warn_of_clock(desk_); });
  refresh_front();
  return true;
}

// --- where one is ---

void App::carry_out_wishes() {
  // A page that was just opened may have a wish of its own: to close again, with nothing to show.
  for (std::vector<Wish> wishes = desk_.take_wishes(); !wishes.empty(); wishes = desk_.take_wishes())
    for (const Wish& wish : wishes) std::visit([this](const auto& wanted) { carry_out(wanted); }, wish);
}

void App::carry_out(const Place& place) {
  if (must_stay()) return;
  front().leave();
  over_.clear();
  place_ = place;
  refresh_front();
}

void App::carry_out(const QuitRequest& request) {
  if (must_stay()) return;
  for (const std::unique_ptr<Page>& page : places_)
    if (page && (!page->keep() || is_told(page->reason_not_to_quit()))) return;
  desk_.keep_preferences();
  wants_close_ = true;
  afterwards_ = request.to_mend ? Afterwards::kMend : Afterwards::kNothing;
}

void App::end() {
  for (const std::unique_ptr<Page>& page : over_) page->end();
  for (const std::unique_ptr<Page>& page : places_)
    if (page) page->end();
  desk_.keep_preferences();
  wants_close_ = true;
}

/// Whether a page would lose something: then that is told.
bool App::must_stay() {
  if (over_.empty()) return is_told(front().reason_to_stay());
  for (const std::unique_ptr<Page>& page : over_)
    if (!page->keep() || is_told(page->reason_to_stay())) return true;
  return false;
}

/// Says why something is not done, if there is a reason. True then.
bool App::is_told(const Phrase* reason) {
  if (!reason) return false;
  palette_.reset();
  shows_keys_ = false;
  desk_.tell(NoticeKind::kTrouble, in_both(*reason));
  return true;
}

void App::carry_out(const PageRequest& request) {
  if (over_.empty() && is_told(front().reason_to_stay())) return;
  desk_.attempt(words::kNotRead, [&] {
    std::unique_ptr<Page> page = make_page(desk_, request);
    page->refresh();
    front().leave();
    over_.push_back(std::move(page));
  });
}

void App::carry_out(const CloseRequest&) {
  if (over_.empty()) return;
  over_.pop_back();
  refresh_front();
}

void App::refresh_front() {
  desk_.attempt(words::kNotRead, [&] { front().refresh(); });
}

// --- drawing ---

void App::draw(Ui& ui) {
  ui.clicked_with = clicked_with_;
  if (!desktop_theme_.was_asked()) desktop_theme_.ask();
  begin_root(ui);
  const Rect window = ui.window;
  draw_front(ui);
  ui.window = window;
  end_root();
  ui.window = window;
  draw_overlays(ui);
  if (const auto pressed = std::exchange(ui.pressed, std::nullopt)) press(*pressed);
  carry_out_wishes();
}

void App::draw_front(Ui& ui) {
  const bool is_covered = palette_ || shows_keys_;
  Page& page = front();
  // The navigation and the page are one round of Tab.
  Focus& focus = page.focus();
  focus.begin_frame();
  ui.focus = is_covered ? nullptr : &focus;
  if (page.extent() == Extent::kBesideNavigation) {
    const Rect rail = rail_area(ui);
    if (const auto place = draw_rail(ui, rail, place_, mark_of(sync_.status()))) desk_.go(*place);
    ui.window = {rail.right(), ui.window.y, ui.window.width - rail.width, ui.window.height};
  }
  const Rect beside = ui.window;
  if (desk_.notice()) ui.window = below_notice(ui, *desk_.notice());
  page.draw(ui);
  ui.window = beside;
  // Drawing may have told something new, whose place comes with the next frame.
  if (desk_.notice()) take(draw_notice(ui, *desk_.notice()));
  focus.end_frame();
  ui.focus = nullptr;
}

void App::take(NoticeClick click) {
  if (click == NoticeClick::kNothing) return;
  const std::optional<GivenChange> change = desk_.notice()->change;
  desk_.notice().reset();
  if (click == NoticeClick::kMend) return desk_.quit_to_mend();
  if (click != NoticeClick::kUndo || !change) return;
  desk_.take_back(*change);
  refresh_front();
}

void App::draw_overlays(Ui& ui) {
  if (palette_) {
    if (palette_->draw(ui)) return palette_.reset();
    if (const auto chosen = palette_->take_chosen()) {
      palette_.reset();
      chosen->run();
    }
  } else if (shows_keys_ &&
             draw_keys(ui, page().keys(ui.language), std::exchange(scroll_keys_, ScrollWish()))) {
    shows_keys_ = false;
  }
}

}  // namespace rehearse
