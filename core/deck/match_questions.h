// Which question of a deck each question of a document is: the same one again, a corrected one, or a new one.
#pragma once

#include <cstddef>
#include <functional>
#include <vector>

#include "core/base/hash.h"
#include "core/base/id.h"
#include "core/deck/matching.h"
#include "core/deck/question.h"

namespace rehearse {

/// Hashes of what tells a question from others, each of more than the one before.
struct QuestionNames {
  Hash128 text;        // stem, code and options
  Hash128 in_section;  // and the section
  Hash128 whole;       // and the answer
};

QuestionNames names_of(const Question& question);

struct KnownQuestion {
  QuestionId id;
  QuestionNames said;  // as the documents had it last
  Hash128 shown;       // QuestionNames::text of how it stands, with what the learner edited
};

/// What the documents said last of the known question at an index; asked for only where names do not decide.
using ReadKnown = std::function<Question(std::size_t)>;
/// The known question at an index, and that of the document.
using KnownNames = std::function<const KnownQuestion&(std::size_t)>;
using WantedQuestion = std::function<const Question&(std::size_t)>;

/// The known ones in the order of the deck, the document's in its own; `ids` are the ids the document's
/// questions would have if they were new. Equal text goes first (then with equal section and answer where
/// several are equal), then equal id, and only what is left over on both sides is compared by likeness:
/// - stem ≥ 0.7, or 0.5 in the same place, and body ≥ 0.5 (body: answer, options, analysis): both were edited
/// here
///   and there;
/// - body ≥ 0.85 and stem ≥ 0.4: the stem was reworded, the answer is the same;
/// - stem ≥ 0.8 in the same place (as far from a neighbour that was found) and no body that says otherwise
///   (below 0.25): the answer was written anew, or there is none.
/// Questions with options also need the same place or an equal key, because such questions share their
/// options. One word exchanged in a short stem (进程, 线程) leaves 0.6 to 0.75, and answers about different
/// things stay below 0.3: a neighbouring question misses at least one bound. The best pairs are taken first.
/// Time grows with the sum of the lengths: a question is compared with the few that share its rarest
/// shingles.
Matches match_questions(std::size_t known_count, const KnownNames& known, std::size_t count,
                        const WantedQuestion& wanted, const std::vector<QuestionId>& ids,
                        const ReadKnown& read);

}  // namespace rehearse
