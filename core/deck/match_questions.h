// Which question of a deck each question of a document is: the same one again, a corrected one, or a new one.
#pragma once

#include <vector>

#include "core/base/id.h"
#include "core/deck/matching.h"
#include "core/deck/question.h"

namespace rehearse {

struct KnownQuestion {
  QuestionId id;
  Question said;   // as the documents had it last
  Question shown;  // as it stands, with what the learner edited
};

/// `known` in the order of the deck, `document` in its own; `ids` are the ids the document's questions would
/// have if they were new. Equal text goes first (then with equal section and answer where several are equal),
/// then equal id, and only what is left over on both sides is compared by likeness:
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
Matches match_questions(const std::vector<KnownQuestion>& known, const std::vector<Question>& document,
                        const std::vector<QuestionId>& ids);

}  // namespace rehearse
