// The tables of a server's PostgreSQL database: those of server_schema.cpp, and the steps that bring an older
// database up to date.
#pragma once

#include "sync/server/store/postgres/postgres_connection.h"

namespace rehearse::sync {

/// Takes the steps that the database lacks, in one transaction; of servers that start together one does, and
/// the others wait for it. Throws PostgresFault for a database that a newer server has written.
void bring_up_to_date(PostgresConnection& connection);

}  // namespace rehearse::sync
