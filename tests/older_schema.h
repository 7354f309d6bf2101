// Steps of the schema taken back: a library as an earlier version of the program would have written it.
#pragma once

namespace rehearse::test {

/// From the tables of today to those of version 11, in which what a question says always stood in a table and
/// no import was an op.
constexpr const char* kBackToVersion11 =
    "DROP TABLE group_member; DROP INDEX op_by_group_act; DROP TABLE group_removal; DROP TABLE shared_op; "
    "DROP TABLE study_group; DROP INDEX op_of_group; DROP TABLE brought_in; DROP TABLE other_versions; DROP "
    "TABLE sync_again; DROP TABLE sync_refused; DROP "
    "TABLE sync_scope;"
    " INSERT OR REPLACE INTO folded_text SELECT position, fields FROM question_text; DROP VIEW question_text;"
    " ALTER TABLE folded_text RENAME TO question_text; ALTER TABLE question DROP COLUMN said_in;"
    " DROP TABLE import_part;"
    " PRAGMA user_version = 11";

/// From there to version 8, which had neither marks nor mock interviews.
constexpr const char* kFrom11To8 =
    "DROP TABLE question_mark; DROP INDEX question_by_text; ALTER TABLE question DROP COLUMN text_id;"
    " DROP INDEX op_by_interview; PRAGMA user_version = 8";

}  // namespace rehearse::test
