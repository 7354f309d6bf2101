#include "core/store/import_pipeline.h"

#include <cstddef>
#include <future>
#include <utility>
#include <vector>

#include "core/base/bounded_queue.h"

namespace rehearse {
namespace {

using Batch = std::vector<ReadyWrite>;

constexpr std::size_t kWorthAThread = 64;  // questions
constexpr std::size_t kBatch = 32;         // writes: a lock for each costs more than it brings
constexpr std::size_t kBatchesAhead = 8;

/// The writing has failed: there is nothing to plan for.
struct NobodyWrites {};

/// Gives batches into `queue` and closes it at the end.
ImportPlan plan_into(BoundedQueue<Batch>& queue, const DeckState& state, const Document& document,
                     const QuestionOrigins& origins, const NewIds& ids, ImportWriter& writer,
                     const TakeKept& take_kept) {
  const Closing closing(queue);
  Batch batch;
  const auto hand_over = [&] {
    if (!queue.push(std::exchange(batch, {}))) throw NobodyWrites();
  };
  ImportPlan plan = plan_import(
      state, document, origins, ids,
      [&](PlannedWrite write) {
        batch.push_back(writer.prepare(std::move(write)));
        if (batch.size() == kBatch) hand_over();
      },
      take_kept);
  hand_over();
  return plan;
}

}  // namespace

ImportPlan write_import(const DeckState& state, const Document& document, const QuestionOrigins& origins,
                        const NewIds& ids, ImportWriter& writer, const TakeKept& take_kept) {
  if (!state.questions.empty() || document.questions.size() < kWorthAThread)
    return plan_import(
        state, document, origins, ids, [&](PlannedWrite write) { writer.add(std::move(write)); }, take_kept);
  BoundedQueue<Batch> queue(kBatchesAhead);
  std::future<ImportPlan> plan = std::async(
      std::launch::async, [&] { return plan_into(queue, state, document, origins, ids, writer, take_kept); });
  const Closing closing(queue);  // before `plan`, which waits for the other thread
  while (auto batch = queue.pop())
    for (const ReadyWrite& write : *batch) writer.write(write);
  return plan.get();
}

}  // namespace rehearse
