#include "sync/server/store/server_schema.h"

#include <array>

namespace rehearse::sync {
namespace {

// A step that was released is never changed: data files somewhere have taken it.
constexpr std::array<SchemaStep, 3> kSteps = {{
    // Every table that grows with use begins with the scope, so that a server that is split splits there.
    {R"sql(
CREATE TABLE scope (
  scope_id INTEGER PRIMARY KEY,   -- of an account's own ops: the account's number
  n INTEGER NOT NULL,             -- ops in its stream
  chain INTEGER NOT NULL,         -- over them: stream_cursor.h
  admitted_ms INTEGER NOT NULL,   -- the latest admission; rises from batch to batch whatever the clock does
  bytes INTEGER NOT NULL          -- of their lines
) STRICT;

CREATE TABLE op (
  scope_id INTEGER NOT NULL,
  n INTEGER NOT NULL,             -- 1, 2 …: the order in which it is read
  op_id BLOB NOT NULL CHECK (length(op_id) = 16),
  device INTEGER NOT NULL,        -- of its envelope, as the next: stream_store.h
  counter INTEGER NOT NULL,
  chain INTEGER NOT NULL,         -- of the cursor behind it
  admitted_ms INTEGER NOT NULL,
  author INTEGER NOT NULL,        -- account
  pushed_by INTEGER NOT NULL,     -- session: it holds the line
  line BLOB NOT NULL,
  PRIMARY KEY (scope_id, n)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX op_by_number ON op (scope_id, device, counter, op_id);

-- The number of an account, and of a session, is never given again: streams remember both.
CREATE TABLE account (
  account_id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT UNIQUE,               -- as it is compared: account_name.h; NULL while its rows are being deleted
  password TEXT NOT NULL,         -- Argon2id, as libsodium writes it
  is_admin INTEGER NOT NULL,
  created_ms INTEGER NOT NULL
) STRICT;

CREATE TABLE session (            -- a device that signed in
  session_id INTEGER PRIMARY KEY AUTOINCREMENT,
  account_id INTEGER NOT NULL REFERENCES account (account_id),
  token BLOB NOT NULL UNIQUE CHECK (length(token) = 32),  -- its hash
  device TEXT NOT NULL,           -- a name for people
  created_ms INTEGER NOT NULL,
  used_day INTEGER NOT NULL       -- days since 1970
) STRICT;
CREATE INDEX session_by_account ON session (account_id);

CREATE TABLE invite (
  invite_id INTEGER PRIMARY KEY AUTOINCREMENT,
  code BLOB NOT NULL UNIQUE CHECK (length(code) = 32),  -- its hash
  uses INTEGER NOT NULL,          -- left
  is_admin INTEGER NOT NULL,      -- what the account will be
  created_ms INTEGER NOT NULL,
  ends_ms INTEGER NOT NULL
) STRICT;
)sql"},
    // Groups. Their streams are in `scope` and `op`, under numbers below 0: group_id.h.
    {R"sql(
CREATE TABLE study_group (
  scope_id INTEGER PRIMARY KEY,
  name TEXT,                      -- NULL while its rows are being deleted
  created_ms INTEGER NOT NULL
) STRICT;

CREATE INDEX study_group_ending ON study_group (scope_id) WHERE name IS NULL;

CREATE TABLE member (
  scope_id INTEGER NOT NULL,      -- the group's
  account_id INTEGER NOT NULL,
  role INTEGER NOT NULL,          -- 0 reader, 1 editor, 2 owner
  joined_ms INTEGER NOT NULL,
  PRIMARY KEY (scope_id, account_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE membership (         -- the same, from the side of the account
  scope_id INTEGER NOT NULL,      -- the account's
  group_scope INTEGER NOT NULL,
  PRIMARY KEY (scope_id, group_scope)
) STRICT, WITHOUT ROWID;

CREATE TABLE group_invite (
  invite_id INTEGER PRIMARY KEY AUTOINCREMENT,
  code BLOB NOT NULL UNIQUE CHECK (length(code) = 32),  -- its hash
  scope_id INTEGER NOT NULL,      -- of the group
  role INTEGER NOT NULL,          -- what who uses it will be
  uses INTEGER NOT NULL,          -- left
  by_account INTEGER NOT NULL,
  created_ms INTEGER NOT NULL,
  ends_ms INTEGER NOT NULL
) STRICT;
CREATE INDEX group_invite_by_scope ON group_invite (scope_id);
)sql"},
    // Old ops, packed. They stand before all those of their stream that are in `op`.
    {R"sql(
CREATE TABLE segment (
  scope_id INTEGER NOT NULL,
  last_n INTEGER NOT NULL,
  chain INTEGER NOT NULL,         -- of the cursor behind the last
  first_n INTEGER NOT NULL,
  chain_before INTEGER NOT NULL,  -- of the cursor before the first
  ops BLOB NOT NULL,              -- segment.h
  PRIMARY KEY (scope_id, last_n)
) STRICT;

CREATE TABLE segment_device (     -- what the ops of a device in a segment are found by
  scope_id INTEGER NOT NULL,
  device INTEGER NOT NULL,
  high_counter INTEGER NOT NULL,
  last_n INTEGER NOT NULL,        -- of the segment
  low_counter INTEGER NOT NULL,
  marks BLOB NOT NULL,            -- the first four bytes of each id, ascending
  PRIMARY KEY (scope_id, device, high_counter, last_n)
) STRICT;
)sql"},
}};

}  // namespace

const FileFormat& server_format() {
  static const FileFormat format{{"server data", "服务器数据"}, kSteps};
  return format;
}

}  // namespace rehearse::sync
