#include "core/deck/question_marks.h"

#include <algorithm>

#include "core/base/text.h"

namespace rehearse {
namespace {

constexpr std::string_view kNoTag = "none";  // tag:none
constexpr std::size_t kShown = 40;           // code points of a tag in an error

std::string in_one_line(std::string_view text) {
  std::string line;
  bool after_space = false;
  for (std::size_t i = 0; i < text.size();) {
    const char32_t c = next_code_point(text, i);
    if (is_white_space(c)) {
      after_space = true;
      continue;
    }
    if (after_space && !line.empty()) line += ' ';
    after_space = false;
    append_utf8(line, c);
  }
  return line;
}

bool has_control_character(std::string_view text) {
  constexpr unsigned char kFirstOther = 0x20, kDelete = 0x7f;
  return std::any_of(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < kFirstOther || byte == kDelete;
  });
}

auto tag_like(std::vector<std::string>& tags, const std::string& name) {
  return std::find_if(tags.begin(), tags.end(), [wanted = nfkc_case_folded(name)](const std::string& tag) {
    return nfkc_case_folded(tag) == wanted;
  });
}

struct Change {
  QuestionMarks marks;

  Result<QuestionMarks> operator()(const SetFlag& change) {
    if (change.flag < 0 || change.flag > kHighestFlag)
      return Error{{"a flag is a number from 1 to 7, or 0 for none", "旗标是 1 到 7 的数字，0 表示没有"},
                   std::to_string(change.flag),
                   {}};
    marks.flag = change.flag;
    return marks;
  }

  Result<QuestionMarks> operator()(const AddTags& change) {
    for (const std::string& typed : change.names) {
      const Result<std::string> name = tag_name(typed);
      if (!name) return name.error();
      if (tag_like(marks.tags, *name) == marks.tags.end()) marks.tags.push_back(*name);
    }
    std::sort(marks.tags.begin(), marks.tags.end());
    return marks;
  }

  Result<QuestionMarks> operator()(const RemoveTags& change) {
    for (const std::string& typed : change.names) {
      const auto found = tag_like(marks.tags, in_one_line(typed));
      if (found == marks.tags.end())
        return Error{{"the question has no such tag", "这道题没有这个标签"},
                     shortened(in_one_line(typed), kShown),
                     {}};
      marks.tags.erase(found);
    }
    return marks;
  }

  Result<QuestionMarks> operator()(const SetExample& change) {
    marks.example = trimmed(change.text);
    return marks;
  }
};

}  // namespace

Result<std::string> tag_name(std::string_view typed) {
  std::string name = in_one_line(typed);
  const auto refuse = [&](Words why) { return Error{std::move(why), shortened(name, kShown), {}}; };
  if (name.empty()) return refuse({"a tag needs a name", "标签不能为空"});
  if (has_control_character(name))
    return refuse({"a tag has only characters that can be seen", "标签里不能有控制字符"});
  if (length_in_code_points(name) > kLongestTag)
    return refuse({"a tag has at most 100 characters", "标签最多 100 个字"});
  if (nfkc_case_folded(name) == kNoTag)
    return refuse({"this cannot be a tag: a search for tag:none finds what has none",
                   "不能用作标签：查询 tag:none 表示没有标签的题"});
  return name;
}

std::string anki_tag(std::string tag) {
  std::replace(tag.begin(), tag.end(), ' ', '_');
  return tag;
}

Result<QuestionMarks> changed(QuestionMarks marks, const MarkChange& change) {
  return std::visit(Change{std::move(marks)}, change);
}

}  // namespace rehearse
