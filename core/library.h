// A learner's library: the one door to core for the window, the commands and sync.
// One folder, one SQLite file, an append-only log of ops; everything else is rebuilt from it.
// Not thread-safe: one Library per thread. Two processes may hold the same folder open.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "core/base/id.h"
#include "core/base/random.h"
#include "core/base/time.h"
#include "core/deck/card.h"
#include "core/deck/document.h"
#include "core/deck/field_version.h"
#include "core/deck/import_changes.h"
#include "core/deck/listed_question.h"
#include "core/deck/question_edit.h"
#include "core/deck/question_marks.h"
#include "core/interview/kept_interview.h"
#include "core/library_groups.h"
#include "core/library_sync.h"
#include "core/schedule/card_act.h"
#include "core/schedule/explain.h"
#include "core/schedule/fsrs_optimizer.h"
#include "core/schedule/history.h"
#include "core/schedule/outlook.h"
#include "core/schedule/quality.h"
#include "core/schedule/scheduler.h"
#include "core/schedule/study_choice.h"
#include "core/schedule/study_settings.h"
#include "core/search/found_card.h"
#include "core/search/query_fault.h"
#include "core/statistics/study_statistics.h"

namespace rehearse {

struct ImportAct;

struct DeckSummary {
  DeckId id;
  std::string title;
  std::size_t questions = 0;
  std::size_t cards = 0;
  std::size_t due = 0;    // cards asked today
  std::size_t fresh = 0;  // new questions offered today
  std::optional<StudyDay> interview;
};

struct DeckTitle {
  DeckId id;
  std::string title;
};

struct ImportReport {
  std::vector<DeckSummary> decks;  // with what they hold; what is due in them is not counted
  std::size_t added = 0;
  std::size_t updated = 0;
  std::size_t unchanged = 0;
  std::size_t answers = 0;  // brought in from another program
  ImportChanges changes;
  std::vector<Problem> problems;
};

struct DueCard {
  CardId id;
  CardKind kind;
  StudyDay due;
  bool is_fresh;
  double seconds;  // it is expected to take
};

struct DueToday {
  StudyDay day;
  std::size_t due = 0;
  std::size_t fresh = 0;
  std::chrono::seconds estimate{0};  // time it will take
  std::vector<DueCard> cards;        // in the order they will be asked
  std::vector<DueCard> beyond;  // more than the day's share, for a learner who wants to go on; not counted
};

struct LibraryStats {
  std::size_t questions = 0;
  std::size_t cards = 0;
  std::size_t reviews = 0;  // undone ones not counted
  std::size_t reviews_today = 0;
  std::size_t streak_days = 0;  // days in a row with a review, up to today or yesterday
};

enum class ChangeKind {
  kAnswer,
  kEdit,     // of a question or its marks
  kCards,    // suspended, buried, moved, reset …
  kSetting,  // of a deck or of the library
  kInterview,
  kImport,  // all that came with it
};

/// Something the learner did that stands, for undo.
struct GivenChange {
  OpId op;
  ChangeKind kind;
  std::optional<CardActKind> act;     // of kCards
  std::optional<CardId> card;         // answered, edited (the question's own), or the first of several
  std::string title;                  // of kImport: the deck it wrote to first
  Instant at{};                       // the clock when it was done
  std::vector<std::string> fields{};  // of kEdit: their names in ops (core/store/README.md)
};

/// An answer as it is given: what an op of kind `review` records.
struct Answer {
  CardId card;
  Quality quality;                   // the grade given
  std::optional<Quality> suggested;  // the grade the ticks suggested, where there were any
  std::vector<std::pair<PointId, PointResult>> points;
  std::chrono::milliseconds spent{0};
};

/// An answer that stands, for undo.
struct GivenAnswer {
  OpId op;
  CardId card;
};

struct CheckReport {
  bool ok = true;
  std::size_t ops = 0;
  std::vector<std::string> faults;  // one line each
};

class Library {
  struct Parts;

 public:
  /// While it lives, imports are written together: durable when commit() returns, as if never made without
  /// it. Other programs wait meanwhile; keep it short.
  class Batch {
   public:
    explicit Batch(Library& library);
    ~Batch();
    void commit();

   private:
    struct Open;
    std::unique_ptr<Open> open_;
  };

  /// While it lives, everything imported or added is one import: taken back in one step. It must not outlive
  /// the library, which has one at a time.
  class OneImport {
   public:
    explicit OneImport(Library& library);
    ~OneImport();
    OneImport(const OneImport&) = delete;
    OneImport& operator=(const OneImport&) = delete;

   private:
    Parts& parts_;
  };

  /// Opens the library in `folder`, creating it when absent. Throws StoreError.
  Library(const std::filesystem::path& folder, RandomSource random);
  ~Library();
  Library(Library&&) noexcept;

  /// True when there is a library in `folder`.
  static bool exists(const std::filesystem::path& folder);

  /// True until anything was ever put in; what the copies are called does not count.
  bool is_empty() const;

  /// Adds the document as a deck or brings its deck up to date. One transaction, and one step for undo.
  /// A corrected document changes what was corrected and nothing else: questions and points keep their
  /// progress under new words, the learner's edits stay, and so do questions that it no longer has.
  ImportReport import_document(const Document& document, LocalInstant now);
  /// The same for several decks with what their learner did elsewhere; one transaction each, one step for
  /// undo together. Answers that are here already are not added again.
  ImportReport import_decks(const std::vector<StudiedDeck>& decks, LocalInstant now);
  /// Adds one question at the end of the deck of this title, durably; the deck is made when there is none. It
  /// is not added again when the deck has it already: one that came with these words or reads so now. Takes
  /// the same time however large the deck is, which import_document does not: it compares the whole of it.
  /// Error: longer than 60 KB.
  Result<AddedQuestion> add_question(std::string_view deck_title, const Question& question, LocalInstant now);
  /// What import_decks would report; of the decks only their names. Changes nothing.
  ImportReport preview_import(const std::vector<StudiedDeck>& decks) const;
  /// The same for a library that is not there yet.
  static ImportReport preview_first_import(const std::vector<StudiedDeck>& decks);
  /// The deck as a document, to be written to a file.
  std::optional<Document> export_deck(DeckId deck) const;
  /// The same with every answer that stands, for another library or another program.
  std::optional<StudiedDeck> export_studied_deck(DeckId deck) const;

  std::vector<DeckSummary> decks(LocalInstant now) const;
  /// Their names alone, which cost nothing, in the same order.
  std::vector<DeckTitle> deck_titles() const;
  /// By full title, or the only deck whose title contains `name`, in capitals or not.
  Result<DeckId> find_deck(std::string_view name) const;
  /// The living questions of a deck, in order.
  std::vector<ListedQuestion> questions(DeckId deck) const;
  /// The same one by one: those of a large deck are never in memory at once.
  void for_each_question(DeckId deck, const std::function<void(ListedQuestion)>& visit) const;
  /// Nothing when it or its deck is gone.
  std::optional<ListedQuestion> question(QuestionId id) const;
  /// By its number in the deck, or by the first digits of its id (four or more).
  Result<ListedQuestion> find_question(DeckId deck, std::string_view name) const;
  /// Changes a question for good: no later import undoes it. Returns the id of the op, for undo.
  Result<OpId> edit_question(QuestionId question, const QuestionEdit& edit, LocalInstant now);
  /// Changes the learner's own marks of a question. Returns the id of the op, for undo.
  Result<OpId> mark_question(QuestionId question, const MarkChange& change, LocalInstant now);
  QuestionMarks marks(QuestionId question) const;
  /// Everything that its fields and marks were ever set to, the newest first.
  std::vector<FieldVersion> history(QuestionId question) const;
  /// The fields of which the learner's machines say different things, because none knew of the other's edit.
  std::vector<ContestedField> other_versions(QuestionId question) const;
  /// The one that is meant, of those that stand: all others are replaced, on every machine. Returns the id of
  /// the op, for undo. An error when it does not stand any more.
  Result<OpId> choose_version(QuestionId question, std::string_view field, OpId version, LocalInstant now);

  /// The day the answers are needed. It acts in the queue, never in a memory state.
  OpId set_interview(DeckId deck, std::optional<StudyDay> day, LocalInstant now);

  /// What was set for one deck, or for the whole library.
  StudySettings study_settings(std::optional<DeckId> deck) const;
  /// Sets what `changes` say and leaves the rest. Returns the id of the op, for undo.
  OpId set_study_settings(std::optional<DeckId> deck, const StudySettings& changes, LocalInstant now);

  /// Does this with all of the cards at once; with a question's own card an act that changes memory reaches
  /// its points too. `due`: for the acts that want a day (core/schedule/card_act.h). Returns the ids of the
  /// ops, for undo: one, unless there are thousands of cards.
  std::vector<OpId> act_on(const std::vector<CardId>& cards, CardActKind kind, LocalInstant now,
                           std::optional<StudyDay> due = std::nullopt);

  /// When the learner's days begin: at 04:00 where nothing was set.
  std::chrono::hours day_starts() const;
  /// The learner's day at this instant.
  StudyDay day_of(LocalInstant at) const;
  /// From now on each answer counts on the day that this makes of its time, those given before as well. Moved
  /// into 0 … kLatestDayStart. Returns the id of the op, for undo.
  OpId set_day_starts(std::chrono::hours hour, LocalInstant now);

  Scheduler scheduler() const;
  /// From now on this one folds all answers, those given before as well. Returns the id of the op, for undo.
  OpId set_scheduler(const Scheduler& scheduler, LocalInstant now);

  /// FSRS-6 fitted to the answers that stand. Changes nothing. Errors, in words: too few answers; `progress`
  /// said stop.
  Result<FsrsFit> fit_scheduler(const FitProgress& progress = {}) const;

  /// Another value whenever another program has written to the library since: what was read before may be
  /// old.
  std::int64_t version_elsewhere() const;

  /// How many whole days the newest op lies ahead of `now`: more than none when a clock is or was wrong.
  std::chrono::days clock_behind(LocalInstant now) const;

  /// The cards a query finds (core/search/README.md), in the order in which their questions came in; or what
  /// is wrong with the query. Indexes what was written since the last search.
  std::variant<std::vector<CardId>, QueryFault> search(std::string_view query, LocalInstant now);
  /// The questions of these cards, each by its own card.
  std::variant<std::vector<CardId>, QueryFault> search_questions(std::string_view query, LocalInstant now);
  /// Indexes the texts of at most `most` questions that were written since and returns how many are left; a
  /// search for a word does the same for all of them, which after a large import takes a while.
  std::size_t index_texts(std::size_t most, LocalInstant now);
  /// Every deck that has a question, by title.
  std::vector<DeckContents> contents(LocalInstant now);
  /// Every tag that a question has, by name.
  std::vector<std::string> tags(LocalInstant now);
  /// What a list says of these cards, one for each: for the part of a long list that is looked at. The stem
  /// is empty where a card is gone.
  std::vector<FoundCard> describe(std::span<const CardId> cards, LocalInstant now);

  /// Nothing when the deck is gone.
  std::optional<DeckOutlook> outlook(DeckId deck, LocalInstant now) const;
  /// What outlook() says of it, without the plan.
  std::optional<ReadyDeck> readiness(DeckId deck, LocalInstant now) const;
  /// Of the whole library.
  StudyStatistics statistics(LocalInstant now) const;
  /// Of one deck, with its readiness over time; walks over all answers. Nothing when it is gone, and as soon
  /// as `is_wanted` says no: it is asked now and then.
  std::optional<StudyStatistics> statistics(DeckId deck, LocalInstant now,
                                            const std::function<bool()>& is_wanted = {}) const;
  /// The days with answers, ascending.
  std::vector<DayCounts> study_days() const;

  DueToday due(LocalInstant now, const StudyChoice& choice = {}) const;
  LibraryStats stats(LocalInstant now) const;
  std::optional<Card> card(CardId id) const;
  /// The stem of a card's question, for lists: on a point card the cue would give the answer away.
  std::string stem(CardId id) const;
  /// By the first digits of its id (four or more).
  Result<CardId> find_card(std::string_view digits, LocalInstant now) const;
  /// Why a card is asked today or is not. Nothing when it or its deck is gone.
  std::optional<CardExplanation> explain(CardId id, LocalInstant now) const;

  /// Days until `card` would come again if it were answered so today.
  int interval_after(const Answer& answer, LocalInstant now) const;
  /// Records the answer: when this returns, it is on disk. Returns the op's id, for undo.
  OpId grade(const Answer& answer, LocalInstant now);
  /// The latest answer of this machine that was not taken back.
  std::optional<GivenAnswer> latest_answer() const;
  /// The latest thing of any kind that was done on this machine, and not taken back.
  std::optional<GivenChange> latest_change() const;
  /// What an op did, whoever wrote it; nothing when it is not here.
  std::optional<GivenChange> change(OpId op) const;
  /// Takes an answer (or any other op) back, durably, as if it had never been; an import with everything that
  /// came with it, and nothing else: answers and edits made since are kept, and count again when it comes
  /// back. Returns the id of the op that does so: taking that one back brings the first one back.
  OpId undo(OpId op, LocalInstant now);

  /// Keeps the report of a mock interview over questions of `deck`: when this returns, it is on disk. What is
  /// to be drilled is due on the study day after this one. Returns the id of the op, for undo.
  OpId keep_interview(DeckId deck, const InterviewReport& report, LocalInstant now);
  /// Those that were not taken back, the newest first; of one deck or of all.
  std::vector<KeptInterview> interviews(std::optional<DeckId> deck = std::nullopt) const;

  /// The groups that the account is a member of, as the server said last.
  std::vector<JoinedGroup> groups() const;
  /// The server says so. What was not sent to another one is sent no more.
  void set_groups(const std::vector<JoinedGroup>& groups);
  /// What `publish` would do.
  PublishReport what_to_publish(DeckId deck, Scope group) const;
  /// Makes the group say what the deck says here, at the next sync. The learner's own edits of it become the
  /// group's; answers, settings and marks are told to nobody. What differs is a version of the deck there, of
  /// which `note` says something to its members; may be empty.
  PublishReport publish(DeckId deck, Scope group, LocalInstant now, std::string_view note = {});
  /// Questions that a group has removed, on which something of the learner's own is: they stay until he says
  /// whether they do (set_removed).
  std::vector<OfferedRemoval> offered_removals() const;
  /// Takes a question out of its deck, or keeps it there whoever has removed it. Its answers are kept, and
  /// count when it comes back. Returns the op, for undo.
  OpId set_removed(QuestionId question, bool is_removed, LocalInstant now);
  /// From now on nothing that the group says counts here. Returns the op, for undo: it takes all of it back.
  OpId leave_group(Scope group, LeftDecks decks, LocalInstant now);
  /// It counts: somebody has joined it, perhaps again.
  void hear_group(Scope group, LocalInstant now);
  /// Whether what a member of the group (a_19) says counts. Returns the op, for undo.
  OpId set_muted(Scope group, std::string_view author, bool is_muted, LocalInstant now);

  /// The authors who are not listened to.
  std::vector<std::string> muted(Scope group) const;
  /// Who is in a group, as its server said when it was asked last.
  std::vector<GroupMember> members(Scope group) const;
  void set_members(Scope group, const std::vector<GroupMember>& members);

  /// What was published in a group, the latest first.
  std::vector<GroupVersion> group_versions(Scope group) const;
  /// What a version changed of its deck. Nothing when it is not there.
  std::optional<DeckChanges> changes_of(Scope group, OpId version) const;
  /// What came of a deck since the learner looked last.
  DeckChanges news_of(Scope group, DeckId deck) const;
  /// He has looked at all versions there are. No step for undo.
  void set_news_seen(Scope group, LocalInstant now);
  /// What go_back() would change.
  std::optional<DeckChanges> changes_back_to(Scope group, OpId version) const;
  /// Makes the group say of the deck what it said in that version. Who has edited it keeps his own words.
  /// False when there is no such version.
  bool go_back(Scope group, OpId version, LocalInstant now);
  /// Takes the deck out of the group; it stays the learner's own. Returns the number of questions.
  std::size_t withdraw(DeckId deck, Scope group, LocalInstant now);

  SuggestReport what_to_suggest(DeckId deck, Scope group) const;
  /// Tells the editors what the learner has changed of a deck, a suggestion for each question.
  SuggestReport suggest(DeckId deck, Scope group, std::string_view note, LocalInstant now);
  /// Those that nobody has said anything of, in the order in which they came.
  std::vector<SuggestedChange> suggestions(Scope group) const;
  /// The group says from now on what was suggested. An error when it does not wait, or is about a deck that
  /// the group does not have.
  std::optional<Error> accept_suggestion(Scope group, OpId suggestion, LocalInstant now);
  void decline_suggestion(Scope group, OpId suggestion, LocalInstant now);
  void withdraw_suggestion(Scope group, OpId suggestion, LocalInstant now);

  /// Whether the others see how much the learner does in a week: reviews, minutes, readiness, and no more.
  bool is_on_board(Scope group) const;
  void set_on_board(Scope group, bool is_on, LocalInstant now);
  /// Writes this week's figures for the groups where he is on the board and they are others than before, at
  /// most every hour.
  void post_to_boards(LocalInstant now);
  /// This week's, the most reviews first.
  std::vector<BoardRow> board(Scope group, LocalInstant now) const;

  /// How far a server's stream of ops was read.
  SyncPosition sync_position(Scope scope = kOwnOps) const;
  /// Ops that the server is not known to have, in the order in which they came in here: those behind the
  /// position `after`, at most `most` of them and at most `most_bytes` of lines, but one at least. Of those
  /// that are damaged there is none: all of them may be, and more stand behind `through`.
  Unsent unsent(std::int64_t after, std::size_t most, std::size_t most_bytes, Scope scope = kOwnOps) const;
  /// Of all scopes.
  std::size_t unsent_count() const;
  /// Takes in a part of the server's stream, durably and in one step with how far was read. Nothing, and
  /// nothing is changed, when it names ops without their lines that are not here.
  std::optional<MergeReport> take_in(const ArrivedOps& arrived);
  /// The server will not have this op: it stays here and is offered no more.
  void set_refused(std::int64_t position, std::string_view reason);
  /// At most so many; those that somebody should look at come first.
  std::vector<UnacceptedOp> refused(std::size_t most = std::numeric_limits<std::size_t>::max()) const;
  /// How many somebody should look at.
  std::size_t refused_count() const;
  /// One of these, or all that somebody should look at, is offered once more with the next sync; or stays
  /// here alone, and nobody is asked again.
  void offer_again(std::optional<OpId> op);
  void keep_here(std::optional<OpId> op);
  /// From now on other machines call this copy of the library so. No step for undo.
  void name_device(std::string_view device, LocalInstant now);
  /// The server knows nothing of what it said before: all is to be sent and read again. Nothing is lost by
  /// it.
  void start_sync_again(Scope scope = kOwnOps);

  /// Rebuilds everything from the log and compares. Changes nothing.
  CheckReport check() const;
  /// Rebuilds everything from the log and keeps it.
  void rebuild();

 private:
  void import_deck(const Document& document, const StudiedDeck* past, LocalInstant now, ImportAct& own,
                   ImportReport& report);

  std::unique_ptr<Parts> parts_;
};

}  // namespace rehearse
