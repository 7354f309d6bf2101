const char* kForget = R"sql(
  DELETE FROM card
)sql";
