// What TodayPage does when it is asked to.
#include <algorithm>
#include <utility>

#include "core/deck/identity.h"
#include "gui/window/strings/today_words.h"
#include "gui/window/today/today_page.h"

namespace rehearse {

void TodayPage::open(TodaySheet sheet) {
  sheet_ = std::move(sheet);
  sheet_focus_ = {};
}

void TodayPage::change(std::size_t row, const std::function<Words(DeckId)>& act) {
  if (row >= deck_of_row_.size() || !deck_of_row_[row]) return;
  const Words done = act(*deck_of_row_[row]);
  open({});
  refresh();
  desk_.tell(NoticeKind::kNews, done);
}

// --- the interview's date ---

void TodayPage::act(const OpenDate& intent) {
  const std::size_t row = intent.row.value_or(view_.selected);
  if (row >= deck_of_row_.size()) return;
  if (!deck_of_row_[row]) return desk_.tell(NoticeKind::kNews, in_both(words::kTodayPickDeckFirst));
  sheet_row_ = row;
  DateSheet sheet;
  sheet.deck = view_.rows[row].title;
  sheet.today = view_.day;
  if (const auto days = view_.rows[row].days_to_interview)
    sheet.typed = TextEditor(TextLines::kOne, format_day(view_.day + std::chrono::days{*days}));
  open(std::move(sheet));
}

void TodayPage::act(const SetInterview& intent) {
  change(sheet_row_, [&](DeckId deck) {
    desk_.library().set_interview(deck, intent.day, desk_.now());
    return intent.day ? in_both(words::kTodayDateSet, {format_day(*intent.day)})
                      : in_both(words::kTodayDateCleared);
  });
}

// --- what would help ---

void TodayPage::act(const TakeMoreMinutes& intent) {
  if (intent.row >= view_.rows.size() || !view_.rows[intent.row].ahead) return;
  const auto minutes = view_.rows[intent.row].ahead->minutes;
  if (!minutes) return;
  change(intent.row, [&](DeckId deck) {
    StudySettings settings;
    settings.minutes_per_day = std::chrono::minutes{*minutes};
    desk_.library().set_study_settings(deck, settings, desk_.now());
    return in_both(words::kTodayMinutesSet, {std::to_string(*minutes)});
  });
}

void TodayPage::act(const LeaveQuestionsOut& intent) {
  change(intent.row, [&](DeckId deck) {
    // Read anew: another program may have answered meanwhile.
    const auto outlook = desk_.library().outlook(deck, desk_.now());
    if (outlook && !outlook->leave_out.empty())
      desk_.library().act_on(outlook->leave_out, CardActKind::kSuspend, desk_.now());
    return in_both(words::kTodayLeftOut, {std::to_string(outlook ? outlook->leave_out.size() : 0)});
  });
}

void TodayPage::act(const OpenSpread& intent) {
  if (intent.row >= view_.rows.size()) return;
  const DeckRowView& row = view_.rows[intent.row];
  if (!row.ahead || !row.ahead->backlog) return;
  sheet_row_ = intent.row;
  const DeckAhead::Backlog& backlog = *row.ahead->backlog;
  open(SpreadSheet{row.title, view_.day, backlog.cards, backlog.seconds, backlog.days});
}

void TodayPage::act(const SpreadBacklog&) {
  const auto* sheet = std::get_if<SpreadSheet>(&sheet_);
  if (!sheet) return;
  const StudyDay last_day = sheet->last_day();
  change(sheet_row_, [&](DeckId deck) {
    StudySettings settings;
    settings.spread = std::optional(BacklogSpread{last_day});
    desk_.library().set_study_settings(deck, settings, desk_.now());
    return in_both(words::kTodaySpreadDone, {format_day(last_day)});
  });
}

// --- custom study ---

void TodayPage::act(const OpenCustom&) {
  if (view_.rows.empty()) return;
  CustomSheet sheet;
  sheet.decks.emplace_back();  // all of them
  for (const DeckRowView& row : view_.rows)
    if (!row.title.empty()) sheet.decks.push_back(row.title);
  sheet.deck = view_.rows.size() == 1 ? 1 : view_.selected;
  read_sections(sheet);
  open(std::move(sheet));
}

void TodayPage::act(const ChangeSheet& intent) {
  TodaySheet changed = intent.sheet;
  auto* custom = std::get_if<CustomSheet>(&changed);
  const auto* before = std::get_if<CustomSheet>(&sheet_);
  if (custom && before && custom->deck != before->deck) read_sections(*custom);
  auto* date = std::get_if<DateSheet>(&changed);
  if (date)
    if (auto copied = date->typed.take_copied()) desk_.copy(*std::move(copied));
  sheet_ = std::move(changed);
}

void TodayPage::read_sections(CustomSheet& sheet) {
  sheet.sections.clear();
  sheet.section = 0;
  // The sheet's first deck is all of them; the rows begin with all of them only when there are several.
  const std::size_t row = view_.rows.size() == 1 ? sheet.deck - 1 : sheet.deck;
  if (sheet.deck == 0 || row >= deck_of_row_.size()) return;
  for (const ListedQuestion& listed : desk_.library().questions(*deck_of_row_[row]))
    if (std::find(sheet.sections.begin(), sheet.sections.end(), listed.question.section) ==
        sheet.sections.end())
      sheet.sections.push_back(listed.question.section);
}

StudyRequest TodayPage::request_of(const CustomSheet& sheet) {
  StudyRequest request;
  StudyChoice& choice = request.options.choice;
  const std::size_t row = view_.rows.size() == 1 ? sheet.deck - 1 : sheet.deck;
  if (sheet.deck > 0 && row < deck_of_row_.size()) choice.deck = deck_of_row_[row];
  switch (sheet.kind) {
    case CustomKind::kAhead: choice.ahead = std::chrono::days{sheet.days_ahead}; break;
    case CustomKind::kWeakest: choice.weakest = static_cast<std::size_t>(sheet.cards); break;
    case CustomKind::kMissedToday: choice.missed_today = true; break;
    case CustomKind::kSection:
      choice.only.emplace();
      for (const ListedQuestion& listed : desk_.library().questions(*choice.deck))
        if (listed.question.section == sheet.sections[sheet.section])
          choice.only->push_back(question_card_id(listed.id));
      break;
  }
  request.options.limit.time = std::chrono::minutes{sheet.minutes};
  return request;
}

void TodayPage::act(const StartCustom&) {
  const auto* sheet = std::get_if<CustomSheet>(&sheet_);
  if (!sheet || !sheet->can_start()) return;
  StudyRequest request = request_of(*sheet);
  open({});
  desk_.open(std::move(request));
}

}  // namespace rehearse
