const char* kNotes = "SELECT flds FROM notes";
