// Of the op log: what was taken back, and what belongs together because it came with one import.
#include "core/store/op_log.h"
#include "core/store/packed_line.h"

namespace rehearse {
namespace {

constexpr const char* kVoidedTargets = "SELECT DISTINCT target FROM op WHERE target IS NOT NULL AND kind = 7";
constexpr const char* kParts = "SELECT first, last FROM import_part WHERE import = ?1 ORDER BY first";
constexpr const char* kIsElsewhere =
    "SELECT EXISTS (SELECT 1 FROM op WHERE target = ?1 AND NOT EXISTS"
    " (SELECT 1 FROM import_part WHERE import = ?2 AND position BETWEEN first AND last))";
constexpr const char* kRegisterTargetsIn =
    "SELECT target FROM op WHERE target IS NOT NULL AND kind <> 7 AND position BETWEEN ?1 AND ?2"
    " GROUP BY target ORDER BY min(position)";
constexpr const char* kRegisterTargetsOf =
    "SELECT target FROM op WHERE scope = ?1 AND target IS NOT NULL GROUP BY target ORDER BY min(position)";
constexpr const char* kCountAboutCardsIn =
    "SELECT count(*) FROM op WHERE kind IN (5, 6, 9, 10) AND position BETWEEN ?1 AND ?2";
constexpr std::string_view kOpTarget = "op:";

// The columns that read_row takes.
constexpr const char* kVoidsOf =
    "SELECT position, admitted_ms, line FROM op WHERE target = ?1 AND kind = 7 ORDER BY position";
constexpr const char* kAboutCardsIn =
    "SELECT position, admitted_ms, line FROM op WHERE kind IN (5, 6, 9, 10) AND position BETWEEN ?1 AND ?2"
    " ORDER BY position";

}  // namespace

std::set<OpId> OpLog::voided() const {
  std::set<OpId> named;
  {
    Query query = database_.query(kVoidedTargets);
    while (query.step())
      if (const auto target = unpack_line(query.bytes(0), names_); target && target->starts_with(kOpTarget))
        if (const auto id = OpId::from_hex(std::string_view(*target).substr(kOpTarget.size())))
          named.insert(*id);
  }
  std::erase_if(named, [&](const OpId& id) { return !is_void(id); });
  return named;
}

bool OpLog::is_void(OpId id) const {
  // The op, the voids of it, the voids of those: a tree, because a void names one op, and its id is a hash
  // over that op's id. Walked without recursion: a chain of any length may come from another machine.
  struct Node {
    OpId id;
    std::size_t parent;
    bool is_void = false;
  };
  std::vector<Node> tree{{id, 0}};
  for (std::size_t i = 0; i < tree.size(); ++i) {
    Query query = database_.query(kVoidsOf);
    const std::string target = pack_text(std::string(kOpTarget) + tree[i].id.hex());
    query.bind(Blob{target});
    while (query.step())
      if (const auto stored = read_row(query, names_)) tree.push_back({stored->id, i});
  }
  for (std::size_t i = tree.size() - 1; i > 0; --i)
    if (!tree[i].is_void) tree[tree[i].parent].is_void = true;
  return tree.front().is_void;
}

bool OpLog::is_void(const StoredOp& stored) const {
  if (stored.op.envelope.scope != kOwnOps) return !SharedOps(database_).counts(stored);
  return is_void(stored.id) || (stored.op.import && is_void(*stored.op.import));
}

std::vector<OpRange> OpLog::parts_of(OpId import) const {
  std::vector<OpRange> parts;
  Query query = database_.query(kParts);
  query.bind(import);
  while (query.step()) parts.push_back({query.integer(0), query.integer(1)});
  return parts;
}

std::vector<std::string> OpLog::register_targets(OpRange range) const {
  std::vector<std::string> targets;
  Query query = database_.query(kRegisterTargetsIn);
  query.bind(range.first, range.last);
  while (query.step())
    if (Result<std::string> target = unpack_line(query.bytes(0), names_))
      targets.push_back(std::move(*target));
  return targets;
}

std::vector<std::string> OpLog::register_targets_of(Scope group) const {
  std::vector<std::string> targets;
  Query query = database_.query(kRegisterTargetsOf);
  query.bind(group);
  while (query.step())
    if (Result<std::string> target = unpack_line(query.bytes(0), names_))
      targets.push_back(std::move(*target));
  return targets;
}

bool OpLog::is_only_of(OpId import, const std::string& target) const {
  Query query = database_.query(kIsElsewhere);
  const std::string packed = pack_text(target);
  query.bind(Blob{packed}, import).step();
  return query.integer(0) == 0;
}

std::vector<StoredOp> OpLog::about_cards(OpRange range) const {
  std::vector<StoredOp> ops;
  Query query = database_.query(kAboutCardsIn);
  query.bind(range.first, range.last);
  while (query.step())
    if (auto stored = read_row(query, names_)) ops.push_back(std::move(*stored));
  return ops;
}

std::size_t OpLog::count_about_cards(OpRange range) const {
  Query query = database_.query(kCountAboutCardsIn);
  query.bind(range.first, range.last).step();
  return static_cast<std::size_t>(query.integer(0));
}

}  // namespace rehearse
