// Anki collections for the readers' tests, made from SQL that a person can read.
#pragma once

#include <string>

namespace rehearse {

/// The database file that the statements make.
std::string database_of(const std::string& sql);

/// One zstd stream.
std::string zstd_of(const std::string& content);

/// The same stream without the size of its content in its head, which a program that streams does not know.
std::string undeclared_zstd_of(const std::string& content);

/// Of schema 11 and 18: the empty tables, and the row of `col` with these JSON columns (11 alone).
std::string schema_11(const std::string& config, const std::string& models, const std::string& decks);
std::string schema_18();

}  // namespace rehearse
