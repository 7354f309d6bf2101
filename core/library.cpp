#include "core/library.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <system_error>

#include "core/base/store_error.h"
#include "core/base/text.h"
#include "core/deck/identity.h"
#include "core/library_parts.h"
#include "core/schedule/day_queue.h"
#include "core/store/check.h"
#include "core/store/history.h"
#include "core/store/mark_fields.h"
#include "core/store/question_edits.h"
#include "core/store/statistics.h"

namespace rehearse {
namespace {

constexpr const char* kFileName = "library.sqlite";

std::filesystem::path make_folder(const std::filesystem::path& folder) {
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (error)
    throw StoreError({"library folder " + folder.string() + ": cannot be made: " + error.message(),
                      "题库文件夹 " + folder.string() + "：无法创建：" + error.message()});
  return folder / kFileName;
}

Error several_decks(std::string_view name, const std::vector<DeckRow>& decks) {
  constexpr std::size_t kNamed = 5;
  Words titles;
  for (std::size_t i = 0; i < std::min(decks.size(), kNamed); ++i) {
    titles.english += (i == 0 ? "" : ", ") + decks[i].title;
    titles.chinese += "《" + decks[i].title + "》";
  }
  if (decks.size() > kNamed) titles = {titles.english + ", …", titles.chinese + "……"};
  const std::string count = std::to_string(decks.size());
  return {{"fits " + count + " decks: " + titles.english, "符合的题库有 " + count + " 个：" + titles.chinese},
          std::string(name),
          {"write more of the title", "请多写几个字"}};
}

}  // namespace

DeckSummary Library::Parts::summary(const DeckRow& row, StudyDay today) {
  DeckSummary summary;
  summary.id = row.id;
  summary.title = row.title;
  summary.interview = row.interview;
  const AskedDeck asked = read_asked_deck(database, row, memory.scheduler(), today);
  summary.questions = asked.deck.questions.size();
  summary.cards = asked.cards.size();
  const DeckDay day = deck_day(asked.deck, today);
  summary.fresh = day.fresh.size();
  summary.due = day.for_today;
  return summary;
}

Library::Library(const std::filesystem::path& folder, RandomSource random)
    : parts_(std::make_unique<Parts>(make_folder(folder), std::move(random))) {}
Library::~Library() = default;
Library::Library(Library&&) noexcept = default;

struct Library::Batch::Open {
  explicit Open(Database& database) : transaction(database) {}
  Transaction transaction;
};

Library::Batch::Batch(Library& library) : open_(std::make_unique<Open>(library.parts_->database)) {}
Library::Batch::~Batch() = default;
void Library::Batch::commit() { open_->transaction.commit(); }

bool Library::exists(const std::filesystem::path& folder) {
  std::error_code error;
  return std::filesystem::exists(folder / kFileName, error);
}

bool Library::is_empty() const {
  constexpr std::size_t kMostNames = 100;
  const std::size_t size = parts_->log.size();
  if (size > kMostNames) return false;
  for (std::size_t position = 1; position <= size; ++position) {
    const auto stored = parts_->log.at(static_cast<std::int64_t>(position));
    if (!stored || !is_device_name(stored->op)) return false;
  }
  return true;
}

std::optional<Document> Library::export_deck(DeckId deck) const {
  auto studied = export_studied_deck(deck);
  if (!studied) return std::nullopt;
  return std::move(studied->document);
}

std::optional<StudiedDeck> Library::export_studied_deck(DeckId deck) const {
  for (const DeckRow& row : read_decks(parts_->database)) {
    if (row.id != deck) continue;
    StudiedDeck studied;
    studied.day_starts_at = day_starts();
    Document& document = studied.document;
    document.title = row.title;
    document.sections = row.sections;
    std::vector<PlacedQuestion> questions = read_questions(parts_->database, deck);
    const HistoryReader histories(parts_->log, parts_->memory, questions);
    for (PlacedQuestion& placed : questions) {
      const std::string& section = placed.question.section;
      const bool known = std::any_of(document.sections.begin(), document.sections.end(),
                                     [&](const Section& other) { return other.title == section; });
      if (!section.empty() && !known) document.sections.push_back({section, ""});
      studied.origins.push_back(read_origin(parts_->log, placed));
      studied.histories.push_back(histories.read(placed));
      studied.marks.push_back(read_marks(parts_->database, placed.id));
      document.questions.push_back(std::move(placed.question));
    }
    return studied;
  }
  return std::nullopt;
}

std::vector<DeckSummary> Library::decks(LocalInstant now) const {
  const StudyDay today = parts_->day_of(now);
  std::vector<DeckSummary> decks;
  for (const DeckRow& row : read_decks(parts_->database)) decks.push_back(parts_->summary(row, today));
  return decks;
}

std::vector<DeckTitle> Library::deck_titles() const {
  std::vector<DeckTitle> titles;
  for (DeckRow& row : read_decks(parts_->database)) titles.push_back({row.id, std::move(row.title)});
  return titles;
}

Result<DeckId> Library::find_deck(std::string_view name) const {
  std::vector<DeckRow> same, similar;
  const std::string wanted = normalised(name), folded = nfkc_case_folded(wanted);
  for (const DeckRow& row : read_decks(parts_->database)) {
    const std::string title = normalised(row.title), folded_title = nfkc_case_folded(title);
    if (title == wanted) return row.id;
    if (folded_title == folded) same.push_back(row);
    if (folded_title.find(folded) != std::string::npos) similar.push_back(row);
  }
  if (same.size() == 1) return same.front().id;
  if (similar.size() == 1) return similar.front().id;
  if (similar.empty())
    return Error{{"no deck is called so", "没有叫这个名字的题库"},
                 std::string(name),
                 {"see: rehearse decks", "可用 rehearse decks 查看"}};
  return several_decks(name, similar);
}

std::vector<ListedQuestion> Library::questions(DeckId deck) const {
  std::vector<ListedQuestion> listed;
  for_each_question(deck, [&](ListedQuestion question) { listed.push_back(std::move(question)); });
  return listed;
}

void Library::for_each_question(DeckId deck, const std::function<void(ListedQuestion)>& visit) const {
  std::size_t number = 0;
  rehearse::for_each_question(parts_->database, deck, [&](PlacedQuestion placed) {
    std::vector<PointId> points;
    for (const PlacedPoint& point : placed.points) points.push_back(point.id);
    visit({++number, placed.id, std::move(placed.question), std::move(points),
           read_marks(parts_->database, placed.id)});
  });
}

std::optional<ListedQuestion> Library::question(QuestionId id) const {
  const auto deck = read_deck_of(parts_->database, id);
  if (!deck) return std::nullopt;
  for (ListedQuestion& listed : questions(*deck))
    if (listed.id == id) return std::move(listed);
  return std::nullopt;
}

Result<ListedQuestion> Library::find_question(DeckId deck, std::string_view name) const {
  const std::vector<ListedQuestion> all = questions(deck);
  std::vector<const ListedQuestion*> found;
  for (const ListedQuestion& listed : all) {
    if (std::to_string(listed.number) == name) return listed;
    if (name.size() >= kShortestIdTyped && listed.id.hex().starts_with(name)) found.push_back(&listed);
  }
  if (found.size() == 1) return *found.front();
  const std::string count = std::to_string(all.size());
  if (found.empty())
    return Error{
        {"no question has this number or id: there are " + count, "没有这个题号或编号，共 " + count + " 题"},
        std::string(name),
        {"see: rehearse questions DECK", "可用 rehearse questions 题库 查看"}};
  return Error{{"several ids begin so", "以此开头的编号不止一个"},
               std::string(name),
               {"write more of it", "请多写几位"}};
}

Result<OpId> Library::edit_question(QuestionId question, const QuestionEdit& edit, LocalInstant now) {
  Transaction transaction(parts_->database);
  const std::string name = target(question);
  Result<SetOp> op = edit_op(question, fold_registers(parts_->log, name), edit);
  if (!op) return op.error();
  const StoredOp stored = parts_->log.append(std::move(*op), now.at);
  parts_->content.refold(name);
  transaction.commit();
  return stored.id;
}

Scheduler Library::scheduler() const { return parts_->memory.scheduler(); }

Result<FsrsFit> Library::fit_scheduler(const FitProgress& progress) const {
  return fit_fsrs6(parts_->memory.answers_to_fit(), SameDayAnswers::kAreDrill, progress);
}

std::chrono::days Library::clock_behind(LocalInstant now) const {
  const Instant newest{std::chrono::milliseconds{parts_->log.last_stamp().ms}};
  return std::max(std::chrono::days{0}, std::chrono::floor<std::chrono::days>(newest - now.at));
}

std::int64_t Library::version_elsewhere() const { return parts_->database.version_elsewhere(); }

LibraryStats Library::stats(LocalInstant now) const {
  LibraryStats stats;
  const DeckSize size = size_of(parts_->database);
  stats.questions = size.questions;
  stats.cards = size.cards;
  const StudyDay today = parts_->day_of(now);
  const std::vector<DayCounts> days = read_study_days(parts_->database);
  stats.reviews = sum_of(days).reviews();
  stats.reviews_today = counts_on(days, today).reviews();
  stats.streak_days = streak_of(days, today).current;
  return stats;
}

std::string Library::stem(CardId id) const { return read_stem(parts_->database, parts_->cards, id); }

std::optional<Card> Library::card(CardId id) const { return read_card(parts_->database, parts_->cards, id); }

int Library::interval_after(const Answer& answer, LocalInstant now) const {
  const StudyDay today = parts_->day_of(now);
  std::vector<CardId> cards;
  std::vector<Quality> qualities;
  for (const auto& [point, result] : answer.points) {
    cards.push_back(point_card_id(point));
    qualities.push_back(quality_of(result));
  }
  if (answer.points.empty()) {
    cards.push_back(answer.card);
    qualities.push_back(answer.quality);
  }
  const std::vector<CardState> states = parts_->memory.states(cards);
  const Scheduler& scheduler = parts_->memory.scheduler();
  std::int64_t days = std::numeric_limits<int>::max();
  for (std::size_t i = 0; i < cards.size(); ++i) {
    const MemoryState after = scheduler.observe(states[i].memory, qualities[i], today);
    days = std::clamp<std::int64_t>((after.due() - today).count(), 0, days);
  }
  return static_cast<int>(days);
}

OpId Library::grade(const Answer& answer, LocalInstant now) {
  Transaction transaction(parts_->database);
  ReviewOp review;
  review.card = answer.card;
  review.quality = answer.quality;
  review.suggested = answer.suggested;
  review.points = answer.points;
  review.spent = std::clamp(answer.spent, std::chrono::milliseconds{0}, kLongestSpent);
  review.utc_offset = now.utc_offset;
  review.scheduler = parts_->memory.scheduler().kind() == SchedulerKind::kSm2 ? "sm2" : "fsrs6";
  review.interval_days = interval_after(answer, now);
  const StoredOp stored = parts_->log.append(std::move(review), now.at);
  parts_->memory.add(stored);
  transaction.commit();
  return stored.id;
}

std::optional<GivenAnswer> Library::latest_answer() const {
  const auto latest = parts_->memory.latest_review();
  if (!latest) return std::nullopt;
  return GivenAnswer{latest->first, latest->second};
}

CheckReport Library::check() const {
  CheckReport report;
  report.ops = parts_->log.size();
  report.faults = check_library(parts_->database, parts_->log, parts_->content, parts_->memory);
  report.ok = report.faults.empty();
  return report;
}

void Library::rebuild() {
  Transaction transaction(parts_->database);
  rebuild_projections(parts_->log, parts_->content, parts_->memory);
  transaction.commit();
  parts_->changes.forget();
}

}  // namespace rehearse
