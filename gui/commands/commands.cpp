namespace rehearse {
void commands_begin() {}
}
