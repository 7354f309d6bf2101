const char* kCards = "SELECT id FROM card";
// SELECT in a comment is prose.
