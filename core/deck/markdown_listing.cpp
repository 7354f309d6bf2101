// The listings of a question: its own code, and those inside its points, options, answer and analysis, which
// stay where they are, with their fences and their indentation.
#include "core/deck/markdown_question.h"

namespace rehearse::markdown {

void QuestionReader::begin_listing(const Line& line, Fence fence) {
  // What explains the answer must not stand under the question.
  if (place_ == Place::kAnalysis) {
    growing_.add_as_it_stands(line.text);
    listing_ = Listing{&line, fence, {}, 0, false};
    return;
  }
  listing_ = Listing{&line, fence, {&question_.code, !question_.code.empty()}, 0, false};
}

void QuestionReader::begin_listing_in_item(const Line& line, Fence fence) {
  growing_.add_as_it_stands(line.text);
  listing_ = Listing{&line, fence, {}, line.indent, true};
}

bool QuestionReader::take_into_listing(const Line& line) {
  if (!listing_) return false;
  if (listing_->ends_outside && !line.text.empty() && !is_in_item(line)) {
    report_open_listing();
    listing_.reset();
    return false;
  }
  read_listing(line);
  return true;
}

void QuestionReader::read_listing(const Line& line) {
  const bool ends = listing_->fence.is_ended_by(line.text);
  if (listing_->code.text) {
    if (!ends) listing_->code.add_as_it_stands(line.raw);
  } else {
    growing_.add_as_it_stands(ends ? line.text : without_indent(line.raw, listing_->indent));
  }
  if (ends) listing_.reset();
}

void QuestionReader::report_open_listing() {
  report(*listing_->begin, "unclosed_code",
         {"The listing that begins here has no end.", "从这里开始的代码块没有结束。"});
}

}  // namespace rehearse::markdown
