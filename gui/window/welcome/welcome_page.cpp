#include "gui/window/welcome/welcome_page.h"

#include <algorithm>
#include <utility>

#include "core/deck/deck_language.h"
#include "core/import/document_file.h"
#include "gui/window/strings/shell_words.h"
#include "gui/window/strings/welcome_words.h"
#include "gui/window/welcome/welcome_screen.h"

namespace rehearse {

bool is_to_be_welcomed(Desk& desk) {
  // Where preferences are not kept it would come again and again.
  return desk.library().is_empty() && !desk.preferences().was_welcomed &&
         !desk.options().preferences_file.empty() && desk.options().files.empty();
}

WelcomePage::WelcomePage(Desk& desk)
    : desk_(desk), bundled_(read_decks_in(desk.options().bundled_decks)), language_(desk.language()) {
  view_.today = desk.library().day_of(desk.now());
  view_.asks_language =
      desk.options().language_from == LanguageFrom::kNowhere && !desk.preferences().language;
  for (const Document& deck : bundled_) view_.decks.push_back({deck.title, deck.questions.size(), false});
  choose_by_language();
}

void WelcomePage::refresh() {
  // A document was imported over it: there is nothing left to welcome to.
  if (!desk_.library().decks(desk_.now()).empty()) return finish();
  if (!was_chosen_ && language_ != desk_.language()) choose_by_language();
}

void WelcomePage::choose_by_language() {
  language_ = desk_.language();
  bool has_chosen = false;  // one is enough to begin with
  for (std::size_t i = 0; i < bundled_.size(); ++i) {
    view_.decks[i].is_chosen = !has_chosen && language_of(bundled_[i]) == language_;
    has_chosen |= view_.decks[i].is_chosen;
  }
}

// --- what is asked for ---

void WelcomePage::apply(const WelcomeIntent& intent) {
  std::visit([this](const auto& wanted) { act(wanted); }, intent);
  if (std::holds_alternative<SpeakLanguage>(intent)) refresh();
}

void WelcomePage::act(const SpeakLanguage& intent) {
  Preferences preferences = desk_.preferences();
  preferences.language = intent.language;
  desk_.set_preferences(std::move(preferences));
  view_.asks_language = false;
}

void WelcomePage::act(const ToggleDeck& intent) {
  view_.decks[intent.deck].is_chosen = !view_.decks[intent.deck].is_chosen;
  was_chosen_ = true;
}

void WelcomePage::act(const FinishWelcome&) {
  if (desk_.attempt(words::kWelcomeNotKept, [this] { keep_chosen(); })) finish();
}

void WelcomePage::keep_chosen() {
  Library& library = desk_.library();
  const LocalInstant now = desk_.now();
  const Library::OneImport together(library);
  for (std::size_t i = 0; i < bundled_.size(); ++i) {
    if (!view_.decks[i].is_chosen) continue;
    const ImportReport report = library.import_document(bundled_[i], now);
    if (!view_.days_to_interview) continue;
    for (const DeckSummary& deck : report.decks)
      library.set_interview(deck.id, view_.today + std::chrono::days{*view_.days_to_interview}, now);
  }
  if (view_.minutes == WelcomeView().minutes) return;
  StudySettings settings;
  settings.minutes_per_day = std::chrono::minutes{view_.minutes};
  library.set_study_settings(std::nullopt, settings, now);
}

void WelcomePage::finish() {
  Preferences preferences = desk_.preferences();
  preferences.was_welcomed = true;
  desk_.set_preferences(std::move(preferences));
  desk_.close();
}

void WelcomePage::leave_for_document(std::vector<std::string> paths) {
  // Who comes with a document wants that one: a bundled deck only when it was chosen by hand.
  if (!was_chosen_)
    for (OfferedDeck& deck : view_.decks) deck.is_chosen = false;
  if (!desk_.attempt(words::kWelcomeNotKept, [this] { keep_chosen(); })) return;
  finish();
  ImportRequest request{std::move(paths)};
  if (view_.days_to_interview) request.interview = view_.today + std::chrono::days{*view_.days_to_interview};
  desk_.open(std::move(request));
}

bool WelcomePage::drop(const std::vector<std::string>& paths) {
  leave_for_document(paths);
  return true;
}

// --- keys and drawing ---

void WelcomePage::press(const KeyPressed& press) { apply(welcome_key(view_, press)); }

void WelcomePage::draw(Ui& ui) { apply(draw_welcome(ui, view_)); }

std::vector<KeyLine> WelcomePage::keys(Language language) const {
  return {{std::string(words::kKeyEnter.in(language)), words::kWelcomeStart},
          {"1 2 …", words::kWelcomeDecks},
          {"Ctrl+O", words::kImportDocuments},
          {"Esc", words::kWelcomeSkip}};
}

}  // namespace rehearse
