// The learner's own marks of a question as the fields of `config` ops about it, and as a row of their own.
// Each tag is a field, so that two machines which add different ones keep both.
#pragma once

#include <optional>

#include "core/base/id.h"
#include "core/base/result.h"
#include "core/deck/question_marks.h"
#include "core/store/database.h"
#include "core/store/op.h"
#include "core/store/registers.h"

namespace rehearse {

/// What has the wrong shape is left out.
QuestionMarks marks_from(const Registers& registers);

/// The op that changes them; it names every version it replaces. The error says why it cannot be: the
/// question is gone, a flag or tag that cannot be, too long an example, or nothing would change.
Result<ConfigOp> mark_op(QuestionId id, const Registers& registers, const MarkChange& change);

/// The op that adds marks brought in with the question from elsewhere, where no op ever said anything of the
/// flag, the tag or the example: what was taken away here does not come back. Nothing when there are none.
std::optional<ConfigOp> op_for_brought_in(QuestionId id, const Registers& registers,
                                          const QuestionMarks& marks);

/// The projection. A question without marks has no row, and a row may be there before its question is.
QuestionMarks read_marks(Database& database, QuestionId id);
void write_marks(Database& database, QuestionId id, const QuestionMarks& marks);

/// The tags as the row has them, and back.
std::string tags_in_lines(const std::vector<std::string>& tags);
std::vector<std::string> tags_from_lines(std::string_view lines);

}  // namespace rehearse
