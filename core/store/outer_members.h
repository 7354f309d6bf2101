// A line of JSON of which some outer members are wanted, read without building the rest of it.
#pragma once

#include <initializer_list>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string_view>

namespace rehearse {

/// The members of these names of the one object that `line` is: what a whole parse would say of them, but
/// that objects and lists are empty here. Nothing for a line that is no JSON object, or nested deeper than
/// `deepest`.
std::optional<nlohmann::json> outer_members(std::string_view line, int deepest,
                                            std::initializer_list<std::string_view> names);

}  // namespace rehearse
