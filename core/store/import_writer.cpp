#include "core/store/import_writer.h"

#include "core/deck/identity.h"
#include "core/store/question_fields.h"

namespace rehearse {
namespace {

/// Without the words, which stand in its op: they are let go of by the thread that made them.
NewQuestionRow row_of(NewQuestion added) {
  PlacedQuestion& placed = added.question;
  NewQuestionRow row;
  row.id = placed.id;
  row.text_id = added.text_id;
  row.deck = placed.deck;
  row.at = std::move(placed.at);
  row.kind = placed.question.kind;
  row.section = std::move(placed.question.section);
  row.marks = placed.question.marks;
  row.cards.reserve(1 + placed.points.size());
  row.cards.push_back(question_card_id(placed.id));
  for (const PlacedPoint& point : placed.points) row.cards.push_back(point_card_id(point.id));
  return row;
}

}  // namespace

ReadyWrite ImportWriter::prepare(PlannedWrite write) {
  std::optional<PackedOp> act;
  if (!act_.id) {
    act = log_.ready_act(act_.op());
    act_.id = act->id;
  }
  if (auto* op = std::get_if<SetOp>(&write)) return {std::move(act), log_.ready(std::move(*op), act_.id)};
  NewQuestion& question = std::get<NewQuestion>(write);
  PackedOp op = log_.ready_import(*act_.id, target(question.question.id), question.fields_json);
  return {std::move(act), ReadyQuestion{row_of(std::move(question)), std::move(op)}};
}

void ImportWriter::write(const ReadyWrite& write) {
  if (write.act) log_.write(*write.act);
  if (const auto* added = std::get_if<ReadyQuestion>(&write.what))
    return content_.add(added->row, log_.write(added->op));
  const Op& op = std::get<Op>(write.what);
  log_.write(op);
  content_.refold(target_of(op));
}

}  // namespace rehearse
