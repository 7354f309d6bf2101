// One term of a query, as it stands between blanks: a text, or a key and its value.
#pragma once

#include <string_view>
#include <variant>

#include "core/search/lexer.h"
#include "core/search/query.h"

namespace rehearse {

/// Precondition: `term.kind` is kTerm.
std::variant<SearchQuery, QueryFault> read_term(const Lexeme& term);

}  // namespace rehearse
