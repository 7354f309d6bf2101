// Tables drawn with lines: │ a │ b │ between ┌──┬──┐ and └──┴──┘, or | a | b | between +---+---+.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace rehearse {

/// `text` with each such table of questions or keys (formats/question_table.h) written as Markdown rows right
/// below each other; its borders become empty lines behind them. Nothing where no table is drawn. As many
/// lines as `text`.
std::optional<std::string> with_drawn_tables_as_rows(std::string_view text);

}  // namespace rehearse
