#include "core/store/mark_fields.h"

#include <algorithm>
#include <charconv>
#include <string>
#include <string_view>

#include "core/base/text.h"
#include "core/store/json_text.h"
#include "core/store/question_edits.h"
#include "core/store/question_fields.h"

namespace rehearse {
namespace {

constexpr const char* kFlagField = "flag";
constexpr std::string_view kTagPrefix = "tag:";
constexpr const char* kExampleField = "example";

constexpr const char* kRead = "SELECT flag, tags, example FROM question_mark WHERE id = ?1";
constexpr const char* kWrite =
    "INSERT OR REPLACE INTO question_mark (id, flag, tags, example) VALUES (?1, ?2, ?3, ?4)";
constexpr const char* kDrop = "DELETE FROM question_mark WHERE id = ?1";

std::string tag_field(const std::string& tag) { return std::string(kTagPrefix) + tag; }

int flag_from(const std::string& json) {
  int flag = 0;
  const auto read = std::from_chars(json.data(), json.data() + json.size(), flag);
  const bool is_flag = read.ec == std::errc() && read.ptr == json.data() + json.size() && flag >= 0;
  return is_flag && flag <= kHighestFlag ? flag : 0;
}

bool is_tag(std::string_view name) {
  const Result<std::string> tag = tag_name(name);
  return tag && *tag == name;
}

Fields fields_between(const QuestionMarks& before, const QuestionMarks& after) {
  Fields fields;
  if (before.flag != after.flag) fields[kFlagField] = std::to_string(after.flag);
  if (before.example != after.example) fields[kExampleField] = json_text(after.example);
  const auto has = [](const QuestionMarks& marks, const std::string& tag) {
    return std::binary_search(marks.tags.begin(), marks.tags.end(), tag);
  };
  for (const std::string& tag : after.tags)
    if (!has(before, tag)) fields[tag_field(tag)] = "true";
  for (const std::string& tag : before.tags)
    if (!has(after, tag)) fields[tag_field(tag)] = "false";
  return fields;
}

ConfigOp op_of(QuestionId id, const Registers& registers, Fields fields) {
  Fields as_registered;
  for (const auto& [name, value] : fields) as_registered[kConfigPrefix + name] = value;
  return {target(id), std::move(fields), heads_of(as_registered, registers)};
}

}  // namespace

QuestionMarks marks_from(const Registers& registers) {
  QuestionMarks marks;
  const std::string_view prefix = kConfigPrefix;
  for (auto field = registers.lower_bound(kConfigPrefix);
       field != registers.end() && field->first.starts_with(prefix); ++field) {
    const std::string_view name = std::string_view(field->first).substr(prefix.size());
    const std::string& value = field->second.value;
    if (name == kFlagField)
      marks.flag = flag_from(value);
    else if (name == kExampleField)
      marks.example = text_from_json(value).value_or("");
    else if (name.starts_with(kTagPrefix) && value == "true" && is_tag(name.substr(kTagPrefix.size())))
      marks.tags.emplace_back(name.substr(kTagPrefix.size()));
  }
  return marks;
}

Result<ConfigOp> mark_op(QuestionId id, const Registers& registers, const MarkChange& change) {
  constexpr std::size_t kStemShown = 40;  // code points
  const auto question = question_from(id, registers);
  if (!question || !is_alive(registers)) return Error{{"the question is gone", "题目已不在"}, id.hex(), {}};
  const QuestionMarks before = marks_from(registers);
  const Result<QuestionMarks> after = changed(before, change);
  if (!after) return after.error();
  ConfigOp op = op_of(id, registers, fields_between(before, *after));
  const auto refuse = [&](Words why) {
    return Error{std::move(why), shortened(question->question.stem, kStemShown), {}};
  };
  if (op.fields.empty()) return refuse({"nothing would change", "没有变化"});
  if (size_of(op.fields) > kLongestFields)
    return refuse({"more than 60 KB at once: shorten the text", "一次超过 60 KB：请缩短文字"});
  return op;
}

std::optional<ConfigOp> op_for_brought_in(QuestionId id, const Registers& registers,
                                          const QuestionMarks& marks) {
  Fields fields = fields_between({}, marks);
  std::erase_if(fields, [&](const auto& field) { return registers.contains(kConfigPrefix + field.first); });
  if (fields.empty() || size_of(fields) > kLongestFields) return std::nullopt;
  return op_of(id, registers, std::move(fields));
}

QuestionMarks read_marks(Database& database, QuestionId id) {
  Query query = database.query(kRead);
  if (!query.bind(id).step()) return {};
  return {static_cast<int>(query.integer(0)), tags_from_lines(query.bytes(1)), query.text(2)};
}

void write_marks(Database& database, QuestionId id, const QuestionMarks& marks) {
  if (marks == QuestionMarks())
    database.query(kDrop).bind(id).run();
  else
    database.query(kWrite).bind(id, marks.flag, tags_in_lines(marks.tags), marks.example).run();
}

std::string tags_in_lines(const std::vector<std::string>& tags) {
  std::string lines;
  for (const std::string& tag : tags) lines += (lines.empty() ? "" : "\n") + tag;
  return lines;
}

std::vector<std::string> tags_from_lines(std::string_view lines) {
  std::vector<std::string> tags;
  while (!lines.empty()) {
    const std::size_t end = std::min(lines.find('\n'), lines.size());
    tags.emplace_back(lines.substr(0, end));
    lines.remove_prefix(std::min(end + 1, lines.size()));
  }
  return tags;
}

}  // namespace rehearse
