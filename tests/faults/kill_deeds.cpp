#include "tests/faults/kill_deeds.h"

#include <random>
#include <stdexcept>

#include "core/deck/identity.h"
#include "core/library_backup.h"
#include "tests/library_fixture.h"

namespace rehearse::test {
namespace {

constexpr std::size_t kImportedDecks = 6;

RandomSource chance(std::uint64_t seed) {
  return [random = std::mt19937_64(seed)]() mutable { return random(); };
}

/// The same questions under the same number, however they are answered.
Document imported_deck(std::uint64_t number, const std::string& answer) {
  const std::size_t size = 25 * (1 + number * number);
  Document document = open_document("imported " + std::to_string(number), size, 2);
  for (Question& question : document.questions) question.answer = answer;
  return document;
}

std::string imported_in_words(const Document& document) {
  return std::to_string(document.questions.size()) + " questions of " + document.questions[0].answer;
}

Sayings now_said(const Library& library, const Sayings& names) {
  Sayings now;
  for (const auto& [name, value] : names) now[name] = saying(library, name);
  return now;
}

/// The op, or why there is none.
OpId op_of(const Result<OpId>& written) {
  if (!written) throw std::runtime_error(written.error().line());
  return *written;
}

}  // namespace

Learner::Learner(const std::filesystem::path& folder, std::uint64_t seed, LocalInstant now,
                 const Voice& voice, std::chrono::milliseconds step)
    : folder_(folder), now_(now), step_(step), telling_(voice), library_(folder, chance(seed)), seed_(seed) {
  for (const ListedQuestion& listed : library_.questions(derive_deck_id(kStudiedDeck)))
    questions_.push_back(listed.id);
}

template <class Work>
void Learner::perform(const Sayings& after, Work&& work) {
  pass_time();
  before_ = now_said(library_, after);
  telling_.begin(before_, after);
  done_ = work();
  if (done_)
    telling_.done(*done_);
  else
    telling_.done();
}

void Learner::take_back() {
  if (!done_) return;
  const OpId op = *done_;
  perform(Sayings(before_), [&] { return library_.undo(op, now_); });
}

void Learner::answer(const PlannedAct& act) {
  const std::optional<ListedQuestion> listed = library_.question(question(act));
  if (!listed) return;
  Answer answer{question_card_id(listed->id),
                static_cast<Quality>(act.how % 6),
                std::nullopt,
                {},
                std::chrono::seconds{20}};
  for (std::size_t i = 0; i < listed->points.size(); ++i)
    answer.points.emplace_back(listed->points[i], static_cast<PointResult>((act.how >> (8 * i)) % 3));
  const std::size_t reviews = library_.stats(now_).reviews;
  perform({{"reviews", std::to_string(reviews + 1)}}, [&] { return library_.grade(answer, now_); });
}

void Learner::keep_interview(const PlannedAct& act) {
  InterviewReport report;
  report.seed = act.how;
  for (std::uint64_t i = 0; i < 1 + act.how % 5; ++i) {
    QuestionResult result;
    result.question = questions_[(act.which + i) % questions_.size()];
    result.marks = 10;
    result.earned = static_cast<double>(act.how % 11);
    result.drill = DrillNeed::kQuestion;
    report.questions.push_back(std::move(result));
  }
  const std::size_t kept = library_.interviews().size();
  perform({{"interviews", std::to_string(kept + 1)}},
          [&] { return library_.keep_interview(derive_deck_id(kStudiedDeck), report, now_); });
}

void Learner::study(const PlannedAct& act) {
  constexpr CardActKind kActs[] = {CardActKind::kSuspend, CardActKind::kBury, CardActKind::kRelease,
                                   CardActKind::kReset};
  switch (act.what % 10) {
    case 0: take_back(); break;
    case 1: keep_interview(act); break;
    case 2:
      perform({}, [&] {
        return library_.act_on({question_card_id(question(act))}, kActs[act.how % 4], now_).front();
      });
      done_.reset();
      break;
    default: answer(act);
  }
}

void Learner::change_text(const PlannedAct& act) {
  const std::string words = "words of " + std::to_string(seed_) + '.' + std::to_string(act.how);
  ChangeText change;
  std::string field = "stem ";
  if (act.how % 2 == 0) {
    change.stem = words;
  } else {
    change.analysis = words;
    field = "analysis ";
  }
  perform({{field + question(act).hex(), words}},
          [&] { return op_of(library_.edit_question(question(act), change, now_)); });
}

void Learner::mark(const PlannedAct& act) {
  const std::string id = question(act).hex();
  const std::string example = "example " + std::to_string(act.how);
  const int flag = static_cast<int>(act.how % 8);
  if (act.how % 2 == 0)
    perform({{"example " + id, example}},
            [&] { return op_of(library_.mark_question(question(act), SetExample{example}, now_)); });
  else if (saying(library_, "flag " + id) != std::to_string(flag))
    perform({{"flag " + id, std::to_string(flag)}},
            [&] { return op_of(library_.mark_question(question(act), SetFlag{flag}, now_)); });
}

void Learner::edit(const PlannedAct& act) {
  switch (act.what % 8) {
    case 0: take_back(); break;
    case 1: {
      const std::string stem = "added by " + std::to_string(seed_) + '.' + std::to_string(act.how);
      const std::size_t count = library_.questions(derive_deck_id("added")).size();
      perform({{"questions added", std::to_string(count + 1)}}, [&]() -> std::optional<OpId> {
        if (!library_.add_question("added", open_question(stem, 2), now_)->is_new)
          throw std::runtime_error("it was there");
        return std::nullopt;
      });
      break;
    }
    case 2: {
      StudySettings settings;
      settings.fresh_per_day = 1 + act.how % 200;
      perform({{"fresh", std::to_string(*settings.fresh_per_day)}},
              [&] { return library_.set_study_settings(std::nullopt, settings, now_); });
      break;
    }
    case 3: library_.search("words", now_); break;
    case 4:
    case 5: mark(act); break;
    default: change_text(act);
  }
}

void Learner::import_one(const PlannedAct& act) {
  const Document document = imported_deck(act.which % kImportedDecks, "answer " + std::to_string(act.how));
  perform({{"deck " + document.title, imported_in_words(document)}}, [&] {
    library_.import_document(document, now_);
    return library_.latest_change()->op;
  });
}

void Learner::import_together(const PlannedAct& act) {
  std::vector<Document> documents;
  Sayings after;
  for (std::uint64_t i = 0; i < 3; ++i) {
    documents.push_back(
        imported_deck((act.which + i) % kImportedDecks, "answer " + std::to_string(act.how + i)));
    after["deck " + documents.back().title] = imported_in_words(documents.back());
  }
  perform(after, [&] {
    {
      const Library::OneImport one(library_);
      Library::Batch batch(library_);
      for (const Document& document : documents) library_.import_document(document, now_);
      batch.commit();
    }
    return library_.latest_change()->op;
  });
}

void Learner::import(const PlannedAct& act) {
  switch (act.what % 5) {
    case 0: take_back(); break;
    case 1: import_together(act); break;
    default: import_one(act);
  }
}

void Learner::optimise(const PlannedAct& act) {
  switch (act.what % 4) {
    case 0: perform({{"scheduler", "sm2"}}, [&] { return library_.set_scheduler(Scheduler(), now_); }); break;
    case 1:
      perform({}, [&]() -> std::optional<OpId> {
        library_.rebuild();
        return std::nullopt;
      });
      break;
    default: {
      const Result<FsrsFit> fit = library_.fit_scheduler();
      if (!fit) throw std::runtime_error(fit.error().line());
      const Scheduler fitted = Scheduler::fsrs6(fit->parameters);
      perform({{"scheduler", scheduler_in_words(fitted)}},
              [&] { return library_.set_scheduler(fitted, now_); });
    }
  }
}

void Learner::back_up(const PlannedAct& act) {
  if (act.what % 3 == 0) return answer(act);
  pass_time();
  if (const auto backup = rehearse::back_up(folder_, now_))
    telling_.fact("backup", backup->file.filename().string());
}

void Learner::restore(const Sayings& then) {
  const std::vector<Backup> backups = list_backups(folder_);
  if (backups.empty()) throw std::runtime_error("no backup");
  perform(then, [&]() -> std::optional<OpId> {
    restore_backup(folder_, backups.front(), DamagedLibrary::kRefused, chance(seed_ + 1), now_);
    return std::nullopt;
  });
}

void make_studied_library(const std::filesystem::path& folder) {
  Library library(folder, chance(7));
  LocalInstant now = morning();
  const Document document = open_document(kStudiedDeck, kStudiedQuestions, 2);
  library.import_document(document, now);
  const DeckId deck = derive_deck_id(kStudiedDeck);
  std::mt19937_64 random(11);
  for (int round = 0; round < 9; ++round) {
    for (const Question& question : document.questions) {
      const CardId card = question_card_id(derive_question_id(deck, question, 0));
      library.grade({card, static_cast<Quality>(random() % 4 + 2), std::nullopt, {}, {}}, now);
      now.at += std::chrono::seconds{20};
    }
    now.at += std::chrono::days{1 + round};
  }
}

}  // namespace rehearse::test
